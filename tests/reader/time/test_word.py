"""Facts about tense: what the words around an expression of time say of past and future."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.reader.time import find_times
from sayso.reader.time.word import Words

Tree = Callable[[str], Doc]

LEFT = "He/PRON/PRP/nsubj/1 left/VERB/VBD/root/1 on/ADP/IN/case/3 Friday/PROPN/NNP/obl/1"
LEAVES = "He/PRON/PRP/nsubj/1 leaves/VERB/VBZ/root/1 on/ADP/IN/case/3 Friday/PROPN/NNP/obl/1"
WILL = "He/PRON/PRP/nsubj/2 will/AUX/MD/aux/2 leave/VERB/VB/root/2 on/ADP/IN/case/4 Friday/PROPN/NNP/obl/2"
CAN = "You/PRON/PRP/nsubj/2 can/AUX/MD/aux/2 vote/VERB/VB/root/2 on/ADP/IN/case/4 Friday/PROPN/NNP/obl/2"
HAS = (
    "He/PRON/PRP/nsubj/2 has/AUX/VBZ/aux/2 waited/VERB/VBN/root/2 since/ADP/IN/case/4 Friday/PROPN/NNP/obl/2"
)
FAIR = (
    "The/DET/DT/det/1 vote/NOUN/NN/nsubj/6 on/ADP/IN/case/3 Friday/PROPN/NNP/nmod/1"
    " will/AUX/MD/aux/6 be/AUX/VB/cop/6 close/ADJ/JJ/root/6"
)
DUE = (
    "It/PRON/PRP/nsubj/2 is/AUX/VBZ/cop/2 due/ADJ/JJ/root/2 to/PART/TO/mark/4 open/VERB/VB/xcomp/2"
    " Friday/PROPN/NNP/obl/4"
)
DUE_TORN = (
    "It/PRON/PRP/nsubj/4 is/AUX/VBZ/aux/4 due/ADJ/JJ/case/4 to/ADP/IN/fixed/2 open/VERB/NN/ccomp/7"
    " Friday/PROPN/NNP/obl/4 they/PRON/PRP/nsubj/7 said/VERB/VBD/root/7"
)
IS_TO = (
    "It/PRON/PRP/nsubj/3 is/AUX/VBZ/aux/3 to/PART/TO/mark/3 open/VERB/VB/root/3 on/ADP/IN/case/5"
    " Friday/PROPN/NNP/obl/3"
)
HAD_BEEN_DUE = (
    "It/PRON/PRP/nsubj/3 had/AUX/VBD/aux/3 been/AUX/VBN/cop/3 due/ADJ/JJ/root/3 to/PART/TO/mark/5"
    " open/VERB/VB/xcomp/3 Friday/PROPN/NNP/obl/5"
)
FOLLOWS = (
    "It/PRON/PRP/nsubj/1 follows/VERB/VBZ/root/1 Friday/PROPN/NNP/nmod:poss/4 's/PART/POS/case/2"
    " fire/NOUN/NN/obj/1"
)
UNTIL = "He/PRON/PRP/nsubj/1 stayed/VERB/VBD/root/1 until/ADP/IN/case/3 Friday/PROPN/NNP/obl/1"
SAID = (
    "They/PRON/PRP/nsubj/1 said/VERB/VBD/root/1 Friday/PROPN/NNP/obl/1 he/PRON/PRP/nsubj/5"
    " will/AUX/MD/aux/5 leave/VERB/VB/ccomp/1"
)


@pytest.mark.parametrize(
    ("line", "tense"),
    [
        (LEFT, -1),
        (LEAVES, 1),
        (WILL, 1),
        (CAN, 1),
        (HAS, -1),
        (FAIR, 1),
        (DUE, 1),
        (DUE_TORN, 1),
        (IS_TO, 1),
        (HAD_BEEN_DUE, -1),
        (FOLLOWS, 0),
        (UNTIL, 1),
        (SAID, -1),
    ],
    ids=[
        "a past verb",
        "a present verb looks ahead",
        "an auxiliary",
        "a possibility looks ahead",
        "a perfect",
        "the auxiliary of a predicate with a copula",
        "an infinitive after a plan",
        "a plan whose tree is torn",
        "what is to happen",
        "a plan that is over",
        "a verb that looks back",
        "a preposition that looks ahead",
        "the verb right before",
    ],
)
def test_tense(tree: Tree, line: str, tense: int) -> None:
    """The tense is that of the predicate over the expression, with its auxiliaries and what leads to it."""
    words = Words(tree(line))
    start = words.text.index("Friday")
    assert words.tense(start, start + len("Friday")) == tense


@pytest.mark.parametrize(("line", "value"), [(LEFT, "2024-05-10"), (WILL, "2024-05-17"), (DUE, "2024-05-17")])
def test_weekday_follows_tense(tree: Tree, line: str, value: str) -> None:
    """A weekday is the last one, or the next one where the tense says future."""
    assert find_times(tree(line), "2024-05-15")[0].value == value


def test_circle(tree: Tree) -> None:
    """A tree that never ends does not keep the search."""
    words = Words(tree("two/NOUN/NN/dep/1 knots/NOUN/NNS/dep/0 Friday/PROPN/NNP/dep/0"))
    assert words.tense(10, 16) == 0
