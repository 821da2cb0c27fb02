from __future__ import annotations

import numpy as np
from spacy.language import Language

from sayso.reader.component import Component
from sayso.reader.coreference import REACH, link_mentions


def test_links_lead_back_and_sum_to_at_most_one(nlp: Language) -> None:
    """Every antecedent stands before its mention, and the rest of the probability is for none."""
    component: Component = nlp.get_pipe("sayso")  # type: ignore[assignment]
    doc = nlp.make_doc("Ewa Kral opened the fair. She thanked the mayor, who smiled at her.")
    states, _ = component.encode(doc)
    links = link_mentions(states, component.encoder.weights, np.array([0, 6, 8, 10, 13]))
    assert all(j < i for i, row in enumerate(links) for j, _ in row)
    assert all(0 <= sum(p for _, p in row) <= 1 + 1e-6 for row in links)
    assert links[0] == []


def test_far_mentions_are_not_linked(nlp: Language) -> None:
    """No antecedent stands farther back than the reach."""
    component: Component = nlp.get_pipe("sayso")  # type: ignore[assignment]
    doc = nlp.make_doc("Ewa Kral waited. " + "It rained. " * REACH + "She left.")
    states, _ = component.encode(doc)
    assert link_mentions(states, component.encoder.weights, np.array([0, len(doc) - 3]))[1] == []
