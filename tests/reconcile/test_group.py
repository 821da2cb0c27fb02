"""Groups: who is counted."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.reconcile.group import Group, describe_group, holds, is_apart
from tests.reconcile.note import reading


def _describe(text: str, words: str, of: str | None = None, **facts: Any) -> Group:
    read = reading(text, (words, 3, {"of": of, "measure": "injured", **facts}))
    return describe_group(text, read.figures[0])


def test_people_at_large_have_no_noun() -> None:
    """People, victims and the injured are all."""
    assert _describe("three people were hurt", "three", "people").noun == ""


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("three people were shot", "struck"),
        ("the attack left three wounded", "harmed"),
        ("three came", "unknown"),
    ],
)
def test_the_struck_are_told_from_the_harmed(text: str, toll: str) -> None:
    """All who were shot are more than those who live."""
    assert _describe(text, "three").toll == toll


def test_others_are_counted_beside_some() -> None:
    """Three others are beside those before them; more than three are not."""
    assert _describe("three others were hurt", "three", "others").others
    assert not _describe("more than three were hurt", "more than three").others


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (Group("men", frozenset({"male"})), Group("women", frozenset({"female"})), True),
        (Group("men", frozenset({"male"})), Group("boys", frozenset({"male", "minor"})), False),
        (Group("boy", age="7"), Group("boy", age="16"), True),
        (Group("boy", age="15"), Group("boy", age="16"), False),
    ],
)
def test_groups_may_exclude_each_other(one: Group, other: Group, apart: bool) -> None:
    """Men are no women; two ages are two people, unless articles are but a year apart."""
    assert is_apart(one, other) == is_apart(other, one) == apart


def test_all_hold_some() -> None:
    """People at large take in sailors, and not the other way round."""
    assert (holds(Group(), Group("sailors")), holds(Group("sailors"), Group())) == (True, False)
