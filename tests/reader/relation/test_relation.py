"""The relations of an article."""

from __future__ import annotations

from spacy.language import Language

from sayso.reader.relation import find_relations, relate_claims
from tests.reader.relation.sample import count


def test_a_denial_is_tied_to_the_claim_that_it_points_at(nlp: Language) -> None:
    """A denied accusation is what somebody else claimed right before."""
    doc = nlp("Ana Brodnik said that the mill had dumped oil in the river. The mill denied the accusation.")
    claim, denial = doc._.attributions
    assert [(r.from_, r.to, r.type) for r in relate_claims(doc, doc._.attributions)] == [
        (denial.id, claim.id, "denies")
    ]


def test_a_denial_without_its_claim_keeps_an_open_end(nlp: Language) -> None:
    """Nothing is denied that the text does not hold."""
    doc = nlp("The mill denied any wrongdoing.")
    assert list(relate_claims(doc, doc._.attributions)) == []
    assert [a.act for a in doc._.attributions] == ["deny"]


def test_claims_and_figures_are_related_in_one_list(nlp: Language) -> None:
    """Relations between figures stand behind those between claims."""
    text = "A flood killed six people. In all, 6 died."
    figures = [count(text, "six", 6, "people"), count(text, "6", 6)]
    assert [r.type for r in find_relations(nlp(text), (), figures, ())] == ["restates"]
