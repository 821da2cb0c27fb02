"""What is told again."""

from __future__ import annotations

from sayso.reader.relation.restatement import find_restatements, list_candidates, rate, weigh
from sayso.vocab import load_table
from tests.reader.relation.sample import claim, list_relations

LEAD = claim(0, "Ana Brodnik", "announced", "she will resign in May", "announce")


def test_a_speaker_who_says_the_lead_again_restates_it() -> None:
    """The words of the same speaker further down restate what the article opens with."""
    again = claim(1, "Ana Brodnik", "announced", "I will resign in May", "announce")
    assert list_relations(list(find_restatements([LEAD, again]))) == [("A1", "restates", "A0")]


def test_what_is_not_alike_restates_nothing() -> None:
    """Another matter in another speaker's words is no restatement."""
    other = claim(1, "Ivo Lenk", "hoped", "for rain", "express", meaning=(0.0, 1.0))
    assert list(find_restatements([LEAD, other])) == []


def test_a_denial_is_no_restatement() -> None:
    """Who denies does not say the same, however alike the words are."""
    assert list_candidates([LEAD, claim(1, None, "denied", "she will resign", "deny")], LEAD) == []
    assert list_candidates([LEAD], claim(1, None, "denied", "she will resign", "deny")) == []


def test_every_evidence_has_its_weight() -> None:
    """The weights are fitted to the evidence that is weighed."""
    evidence = weigh(claim(1, None, "said", "x"), LEAD)
    assert evidence.keys() == load_table("relation_weight")["weight"].keys()
    assert 0 < rate(evidence) < 1
