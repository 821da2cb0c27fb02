"""What happened to those counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.reader.figure.count import find_counts
from sayso.reader.figure.figure import count_text
from sayso.reader.figure.implicit import find_implicit
from sayso.reader.figure.word import Words

Planter = Callable[[str], Words]
Tagger = Callable[[str], Doc]
DIED = """
A DET DT 2 det
boy NOUN NN 9 nsubj
who PRON WP 5 nsubj:pass
was AUX VBD 5 aux:pass
shot VERB VBN 2 acl:relcl
by ADP IN 7 case
rivals NOUN NNS 5 obl
has AUX VBZ 9 aux
died VERB VBN 0 root
. PUNCT . 9 punct
"""
SAID = """
A DET DT 2 det
nurse NOUN NN 6 nsubj
for ADP IN 5 case
the DET DT 5 det
hospital NOUN NN 2 nmod
said VERB VBD 0 root
he PRON PRP 8 nsubj
died VERB VBD 6 ccomp
. PUNCT . 6 punct
"""


def measure(doc: Doc) -> list[str]:
    return [count.measure for count in count_text(doc, ())[1]]


@pytest.mark.parametrize(
    ("predicate", "expected"),
    [
        ("known/VERB/VBN to/PART/TO have/AUX/VB died/VERB/VBN", "killed"),
        ("known/ADJ/JJ to/PART/TO be/AUX/VB dead/ADJ/JJ", "killed"),
        ("known/VERB/VBN to/PART/TO have/AUX/VB lost/VERB/VBN their/PRON/PRP$ lives/NOUN/NNS", "killed"),
        ("confirmed/VERB/VBN dead/ADJ/JJ", "killed"),
        ("feared/VERB/VBN dead/ADJ/JJ", "killed"),
        ("presumed/VERB/VBN drowned/VERB/VBN", "killed"),
        ("believed/VERB/VBN to/PART/TO have/AUX/VB been/AUX/VBN killed/VERB/VBN", "killed"),
        ("believed/VERB/VBN to/PART/TO have/AUX/VB been/AUX/VBN wounded/VERB/VBN", "injured"),
    ],
)
@pytest.mark.parametrize("link", ["", "are/AUX/VBP "])
def test_what_is_thought_of_people_is_their_measure(
    tagged: Tagger, predicate: str, expected: str, link: str
) -> None:
    """Those known, confirmed, feared, presumed or believed dead are counted as killed."""
    assert measure(tagged(f"Thirty-one/NUM/CD people/NOUN/NNS {link}{predicate} ./PUNCT/.")) == [expected]


def test_one_adverb_may_tell_the_fate_of_a_part(tagged: Tagger) -> None:
    """Of four who were shot, one fatally, one is dead."""
    line = (
        "Four/NUM/CD people/NOUN/NNS were/AUX/VBD shot/VERB/VBN ,/PUNCT/, one/NUM/CD fatally/ADV/RB ./PUNCT/."
    )
    assert measure(tagged(line)) == ["injured", "killed"]


def test_who_kills_is_not_killed(tagged: Tagger) -> None:
    """An adverb before a verb with an object says nothing of its subject's death."""
    line = "Two/NUM/CD guards/NOUN/NNS fatally/ADV/RB shot/VERB/VBD a/DET/DT bear/NOUN/NN ./PUNCT/."
    assert "killed" not in measure(tagged(line))


def test_who_is_in_critical_condition_is_injured(tagged: Tagger) -> None:
    """A condition in which a hospital keeps somebody is an injury."""
    line = "Two/NUM/CD men/NOUN/NNS are/AUX/VBP in/ADP/IN critical/ADJ/JJ condition/NOUN/NN ./PUNCT/."
    assert measure(tagged(line)) == ["injured"]


def test_who_was_shot_and_has_died_is_killed(plant: Planter) -> None:
    """The verb whose subject somebody is outweighs the clause between them."""
    words = plant(DIED)
    assert [count.measure for count in find_implicit(words, find_counts(words, (), ()))] == ["killed"]


def test_who_tells_of_a_death_has_not_died(plant: Planter) -> None:
    """Neither what somebody tells of others nor whom they speak for says what befell them."""
    words = plant(SAID)
    assert list(find_implicit(words, find_counts(words, (), ()))) == []
