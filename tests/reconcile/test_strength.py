"""Strength: what one claim does to another."""

from __future__ import annotations

import pytest

from sayso.reconcile.strength import Wording, judge_effect, weigh_effect

ONE = Wording.of("The dam leaked for 3 weeks, Lund said.", (1.0, 1.0))
OTHER = Wording.of("Nobody at the Lund dam saw 4 leaks.", (1.0, 0.5))


def test_chances_add_up() -> None:
    """The chances of the three effects add up to one."""
    assert sum(judge_effect(ONE, OTHER).values()) == pytest.approx(1.0)


def test_the_order_does_not_matter() -> None:
    """Which claim comes first changes nothing."""
    assert judge_effect(ONE, OTHER) == pytest.approx(judge_effect(OTHER, ONE))


def test_what_both_share_is_evidence() -> None:
    """Names and numbers are compared."""
    evidence = weigh_effect(ONE, OTHER)
    assert (evidence["names"], evidence["other numbers"]) == (0.5, 1.0)


def test_likeness_strengthens() -> None:
    """The same claim again strengthens it more likely than one on another matter."""
    other = Wording.of("A museum in Bergen sold its oldest clock.", (-1.0, 1.0))
    assert judge_effect(ONE, ONE)["strengthens"] > judge_effect(ONE, other)["strengthens"]
