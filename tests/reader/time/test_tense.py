"""Facts about tense: what the words around an expression of time say of past and future."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.reader.time import find_times
from sayso.reader.time.tense import tell_tense
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
UNTIL = "He/PRON/PRP/nsubj/1 paused/VERB/VBD/root/1 until/ADP/IN/case/3 Friday/PROPN/NNP/obl/1"
LASTED = "He/PRON/PRP/nsubj/1 stayed/VERB/VBD/root/1 until/ADP/IN/case/3 Friday/PROPN/NNP/obl/1"
SAID = (
    "They/PRON/PRP/nsubj/1 said/VERB/VBD/root/1 Friday/PROPN/NNP/obl/1 he/PRON/PRP/nsubj/5"
    " will/AUX/MD/aux/5 leave/VERB/VB/ccomp/1"
)

MIGHT = "He/PRON/PRP/nsubj/2 might/AUX/MD/aux/2 leave/VERB/VB/root/2 on/ADP/IN/case/4 Friday/PROPN/NNP/obl/2"
MAY_HAVE = (
    "He/PRON/PRP/nsubj/3 may/AUX/MD/aux/3 have/AUX/VB/aux/3 left/VERB/VBN/root/3 Friday/PROPN/NNP/obl/3"
)
COULD_NOT = (
    "He/PRON/PRP/nsubj/4 could/AUX/MD/aux/4 not/PART/RB/advmod/4 be/AUX/VB/aux:pass/4 reached/VERB/VBN/root/4"
    " Friday/PROPN/NNP/obl/4"
)
BY = "They/PRON/PRP/nsubj/1 need/VERB/VBP/root/1 it/PRON/PRP/obj/1 by/ADP/IN/case/4 Friday/PROPN/NNP/obl/1"
FLED_BY = "They/PRON/PRP/nsubj/1 fled/VERB/VBD/root/1 by/ADP/IN/case/3 Friday/PROPN/NNP/obl/1"
CLOSED_BY = (
    "They/PRON/PRP/nsubj/1 ordered/VERB/VBD/root/1 it/PRON/PRP/nsubj/3 closed/VERB/VBN/xcomp/1"
    " by/ADP/IN/case/5 Friday/PROPN/NNP/obl/3"
)
TOLD_BY = (
    "They/PRON/PRP/nsubj/1 told/VERB/VBD/root/1 us/PRON/PRP/obj/1 he/PRON/PRP/nsubj/4 fled/VERB/VBD/ccomp/1"
    " by/ADP/IN/case/6 Friday/PROPN/NNP/obl/4"
)
SET_FOR = "It/PRON/PRP/nsubj/2 is/AUX/VBZ/cop/2 set/ADJ/JJ/root/2 for/ADP/IN/case/4 Friday/PROPN/NNP/obl/2"
DEADLINE = "The/DET/DT/det/1 deadline/NOUN/NN/nsubj/3 is/AUX/VBZ/cop/3 Friday/PROPN/NNP/root/3"
FACED = (
    "They/PRON/PRP/nsubj/1 faced/VERB/VBD/root/1 a/DET/DT/det/4 Friday/PROPN/NNP/compound/4"
    " deadline/NOUN/NN/obj/1"
)
MISSED = (
    "They/PRON/PRP/nsubj/1 missed/VERB/VBD/root/1 a/DET/DT/det/4 Friday/PROPN/NNP/compound/4"
    " deadline/NOUN/NN/obj/1"
)
RESUMES_TORN = (
    "Ferry/NOUN/NN/compound/2 service/NOUN/NN/compound/2 resumes/NOUN/NNS/root/2 Friday/PROPN/NNP/nmod/2"
)
ARE_MEETING = "They/PRON/PRP/nsubj/2 are/AUX/VBP/cop/2 meeting/NOUN/NN/root/2 Friday/PROPN/NNP/obl:unmarked/2"
ARE_SEEKING = (
    "They/PRON/PRP/nsubj/2 are/AUX/VBP/aux/2 probing/VERB/VBG/root/2 a/DET/DT/det/4 fire/NOUN/NN/obj/2"
    " on/ADP/IN/case/6 Friday/PROPN/NNP/nmod/4"
)
TO_VISIT = "Mayor/NOUN/NN/root/0 to/PART/TO/mark/2 visit/VERB/VB/acl/0 Friday/PROPN/NNP/obl/2"
RESIGNS = (
    "Mayor/NOUN/NN/nsubj/1 resigns/VERB/VBZ/root/1 after/ADP/IN/case/4 Friday/PROPN/NNP/compound/4"
    " vote/NOUN/NN/obl/1"
)
DEAL_TO = (
    "They/PRON/PRP/nsubj/1 announced/VERB/VBD/root/1 a/DET/DT/det/3 deal/NOUN/NN/obj/1 to/PART/TO/mark/5"
    " close/VERB/VB/acl/3 Friday/PROPN/NNP/obl/5"
)
ARRIVING = (
    "She/PRON/PRP/nsubj/2 will/AUX/MD/aux/2 come/VERB/VB/root/2 north/ADV/RB/advmod/2 "
    "arriving/VERB/VBG/advcl/2 Friday/PROPN/NNP/obl/4"
)
TORN = (
    "He/PRON/PRP/nsubj/2 will/AUX/MD/aux/2 fly/VERB/VB/root/2 north/ADV/RB/advmod/2 Friday/PROPN/NNP/nmod/6"
    " with/ADP/IN/case/6 aides/NOUN/NNS/root/6"
)
SINCE_NOW = "It/PRON/PRP/nsubj/1 burns/VERB/VBZ/root/1 since/ADP/IN/case/3 Friday/PROPN/NNP/obl/1"


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
        (LASTED, -1),
        (MIGHT, 1),
        (MAY_HAVE, -1),
        (COULD_NOT, -1),
        (BY, 1),
        (FLED_BY, -1),
        (CLOSED_BY, 1),
        (TOLD_BY, -1),
        (SET_FOR, 1),
        (DEADLINE, 1),
        (FACED, 1),
        (MISSED, -1),
        (RESUMES_TORN, 1),
        (ARE_MEETING, 1),
        (ARE_SEEKING, 0),
        (TO_VISIT, 1),
        (RESIGNS, 0),
        (DEAL_TO, 1),
        (ARRIVING, 1),
        (TORN, 1),
        (SINCE_NOW, -1),
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
        "what lasted until is over",
        "a chance looks ahead",
        "a chance that is over",
        "what could not be lies in the past",
        "what is to be done by a day looks ahead",
        "what was done by a day is over",
        "a demand looks ahead",
        "what was told of the past is over",
        "what is set for a day",
        "a deadline looks ahead",
        "a deadline before a past verb",
        "a deadline that was missed",
        "a verb of timetables that is tagged a noun",
        "a meeting in the present",
        "a present course says nothing of its object",
        "the infinitive of a headline",
        "the present of a headline tells what was",
        "a deal to do",
        "a participle has the tense over it",
        "the verb before where the tree is torn",
        "since looks back",
    ],
)
def test_tense(tree: Tree, line: str, tense: int) -> None:
    """The tense is that of the predicate over the expression, with its auxiliaries and what leads to it."""
    words = Words(tree(line))
    start = words.text.index("Friday")
    assert tell_tense(words, start, start + len("Friday")) == tense


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("It/PRON/PRP/nsubj/2 will/AUX/MD/aux/2 open/VERB/VB/root/2", "2024-09"),
        ("It/PRON/PRP/nsubj/1 opened/VERB/VBD/root/1", "2023-09"),
    ],
    ids=["will", "did"],
)
def test_by_month(tree: Tree, line: str, value: str) -> None:
    """Said in May, "by September" is the next one, or the last one after a past verb."""
    verb = len(line.split()) - 1
    doc = tree(f"{line} by/ADP/IN/case/{verb + 2} September/PROPN/NNP/obl/{verb}")
    assert find_times(doc, "2024-05-15")[0].value == value


@pytest.mark.parametrize(("line", "value"), [(LEFT, "2024-05-10"), (WILL, "2024-05-17"), (DUE, "2024-05-17")])
def test_weekday_follows_tense(tree: Tree, line: str, value: str) -> None:
    """A weekday is the last one, or the next one where the tense says future."""
    assert find_times(tree(line), "2024-05-15")[0].value == value


def test_circle(tree: Tree) -> None:
    """A tree that never ends does not keep the search."""
    words = Words(tree("two/NOUN/NN/dep/1 knots/NOUN/NNS/dep/0 Friday/PROPN/NNP/dep/0"))
    assert tell_tense(words, 10, 16) == 0
