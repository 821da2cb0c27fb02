from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from spacy.language import Language

from sayso.model import Figure, Span
from sayso.reader import Reader
from sayso.reader.relation import relate_claims, relate_figures

BASE = Figure(
    id="F1",
    span=Span(start=0, end=3, text="six"),
    low=6,
    high=6,
    bound="exact",
    measure="killed",
    of=Span(start=4, end=10, text="people"),
    place=None,
    as_of="2021-03-04",
    since=None,
    counter=None,
    basis="incident",
    attribution=None,
    confidence=0.9,
)


def _relate(**later: Any) -> list[str]:
    return [r.type for r in relate_figures([BASE, replace(BASE, id="F2", **later)], (), {})]


def test_the_same_number_again_is_restated() -> None:
    """Equal figures of one measure restate."""
    assert _relate() == ["restates"]


def test_a_later_and_higher_total_updates() -> None:
    """A total of a later day that grew updates the earlier one."""
    assert _relate(low=8, high=8, as_of="2021-03-05") == ["updates"]


@pytest.mark.parametrize(
    "other",
    [
        {"measure": "injured"},
        {"low": 900, "high": 900, "as_of": "2020-03-04"},
        {"low": 2, "high": 2, "of": Span(start=4, end=10, text="of the guards")},
    ],
)
def test_what_counts_something_else_is_not_related(other: dict[str, Any]) -> None:
    """Other measures, other times and parts of the whole say nothing about each other."""
    assert _relate(**other) == []


def test_a_denial_is_tied_to_the_claim_that_it_points_at(nlp: Language) -> None:
    """A denied accusation is what somebody else claimed right before."""
    doc = nlp("Ana Brodnik said that the mill had dumped oil in the river. The mill denied the accusation.")
    claim, denial = doc._.attributions
    assert [(r.from_, r.to, r.type) for r in relate_claims(doc, doc._.attributions)] == [
        (denial.id, claim.id, "denies")
    ]


def test_a_denial_without_its_claim_keeps_an_open_end(reader: Reader, nlp: Language) -> None:
    """Nothing is denied that the text does not hold."""
    doc = nlp("The mill denied any wrongdoing.")
    assert list(relate_claims(doc, doc._.attributions)) == []
    assert [a.act for a in doc._.attributions] == ["deny"]
