from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.reader.event.participant import find_participants, widen
from sayso.reader.figure.word import Words

Planter = Callable[[str], Words]
ACTIVE = """
Officers NOUN NNS 2 nsubj
arrested VERB VBD 0 root
Okello PROPN NNP 2 obj Person
"""
PASSIVE = """
Okello PROPN NNP 3 nsubj:pass Person
was AUX VBD 3 aux:pass
arrested VERB VBN 0 root
by ADP IN 5 case
soldiers NOUN NNS 3 obl:agent
"""
CONTROLLED = """
Residents NOUN NNS 2 nsubj
planned VERB VBD 0 root
to PART TO 4 mark
sue VERB VB 2 xcomp
Halyard PROPN NNP 4 obj Organization
"""
RELATIVE = """
the DET DT 2 det
man NOUN NN 0 root
who PRON WP 4 nsubj
shot VERB VBD 2 acl:relcl
him PRON PRP 4 obj
"""
PARTICIPLE = """
people NOUN NNS 0 root
killed VERB VBN 1 acl
by ADP IN 4 case
gunmen NOUN NNS 2 obl:agent
"""
SINKING = """
passengers NOUN NNS 2 nsubj
drowned VERB VBD 0 root
"""
LAUNCHED = """
Rebels NOUN NNS 2 nsubj
launched VERB VBD 0 root
an DET DT 4 det
attack NOUN NN 2 obj
on ADP IN 6 case
villagers NOUN NNS 4 nmod
"""
SHUT = """
Officers NOUN NNS 2 nsubj
signed VERB VBD 0 root
it PRON PRP 2 obj
"""


@pytest.mark.parametrize(
    ("lines", "at", "kind", "expected"),
    [
        (ACTIVE, 1, "COERCE", {("actor", "officers"), ("recipient", "okello")}),
        (PASSIVE, 2, "COERCE", {("actor", "soldiers"), ("recipient", "okello")}),
        (CONTROLLED, 3, "ACCUSE", {("actor", "residents"), ("recipient", "halyard")}),
        (RELATIVE, 3, "ASSAULT", {("actor", "man"), ("recipient", "him")}),
        (PARTICIPLE, 1, "ASSAULT", {("actor", "gunmen"), ("recipient", "people")}),
        (SINKING, 1, "DISASTER", {("recipient", "passengers")}),
        (LAUNCHED, 3, "ASSAULT", {("actor", "rebels"), ("recipient", "villagers")}),
        (SHUT, 1, "AGREE", {("actor", "officers")}),
    ],
    ids=["active", "passive", "infinitive", "relative", "participle", "undergone", "noun", "thing"],
)
def test_the_tree_names_participants(
    plant: Planter, lines: str, at: int, kind: str, expected: set[tuple[str, str]]
) -> None:
    """Subjects, objects and agents of a verb, and of the verb over a noun, take part in it."""
    words = plant(lines)
    assert {(role, words.lower[head]) for role, head in find_participants(words, at, kind)} == expected


def test_a_participant_is_a_noun_phrase(plant: Planter) -> None:
    """The words before a noun that belong to it are part of the span."""
    words = plant("the DET DT 3 det\ncoast NOUN NN 3 compound\nguard NOUN NN 4 nsubj\nleft VERB VBD 0 root")
    assert widen(words, 2) == (0, 3)
