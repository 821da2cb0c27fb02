"""The measures of groups of mentions, against the examples of their authors and values worked out by hand."""

from __future__ import annotations

import pytest

from bench.chain import average, measure_b_cubed, measure_ceaf, measure_muc, score_chains

GOLD = [frozenset("abcde"), frozenset("fg"), frozenset("hijkl")]
JOINED = [frozenset("abcde"), frozenset("fghijkl")]
"""Bagga and Baldwin's first response: the two last chains are one."""


def test_muc_counts_one_link_too_many() -> None:
    """One wrong link of ten costs a tenth of the precision."""
    score = measure_muc(GOLD, JOINED)
    assert (score.recall, score.precision) == (1.0, pytest.approx(0.9))


def test_b_cubed_charges_the_wrong_link_to_each_mention() -> None:
    """Twelve mentions, seven of them in a group of two and five: 16 of 21."""
    score = measure_b_cubed(GOLD, JOINED)
    assert (score.recall, score.precision) == (1.0, pytest.approx(16 / 21))


def test_ceaf_pairs_groups_one_to_one() -> None:
    """The joined group is paired with the longer chain: 1 + 10/12 over three chains and over two groups."""
    score = measure_ceaf(GOLD, JOINED)
    assert (score.recall, score.precision) == (pytest.approx(11 / 18), pytest.approx(11 / 12))


def test_ceaf_finds_the_best_pairs_where_the_nearest_would_not_do() -> None:
    """Pairing the likest groups first would leave the others without likeness."""
    gold = [frozenset("abcd"), frozenset("efg")]
    found = [frozenset("abefg"), frozenset("cd")]
    score = measure_ceaf(gold, found)
    assert score.recall == pytest.approx((2 * 2 / 6 + 2 * 3 / 8) / 2)


def test_a_group_of_one_counts() -> None:
    """Of mentions that all stand alone, B-cubed and CEAF are whole, and MUC has no link to count."""
    alone = {letter: letter for letter in "abc"}
    scores = score_chains(alone, alone)
    assert {name: score.f1 for name, score in scores.items()} == {"MUC": 0.0, "B-cubed": 1.0, "CEAF-e": 1.0}


def test_the_conll_score_is_the_mean_of_three() -> None:
    """The average is over F1, not over recall and precision."""
    labels = {letter: str(i) for i, group in enumerate(GOLD) for letter in group}
    assert average(score_chains(labels, labels).values()) == pytest.approx(1.0)


def test_other_mentions_are_an_error() -> None:
    """Gold and found must hold the same mentions."""
    with pytest.raises(ValueError, match="same mentions"):
        score_chains({"a": "1"}, {"b": "1"})
