from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Attribution, Span, Speaker
from sayso.reader.factuality import PLAIN, read_context
from sayso.reader.figure.word import Words

Planter = Callable[[str], Words]
PAST = "Ministers NOUN NNS 2 nsubj\nmet VERB VBD 0 root"
NEGATED = "They PRON PRP 4 nsubj\ndid AUX VBD 4 aux\nnot PART RB 4 advmod\nmeet VERB VB 0 root"
NOBODY = "No DET DT 2 det\nminister NOUN NN 3 nsubj\nmet VERB VBD 0 root"
MODAL = "They PRON PRP 3 nsubj\nmay AUX MD 3 aux\nmeet VERB VB 0 root"
FUTURE = "They PRON PRP 3 nsubj\nwill AUX MD 3 aux\nmeet VERB VB 0 root"
SET = "They PRON PRP 4 nsubj\nare AUX VBP 4 aux\nto PART TO 4 mark\nmeet VERB VB 0 root"
UNREAL = "They PRON PRP 4 nsubj\nwould AUX MD 4 aux\nhave AUX VB 4 aux\nmet VERB VBN 0 root"
CONDITION = "if SCONJ IN 3 mark\nthey PRON PRP 3 nsubj\nmeet VERB VBP 4 advcl\nwait VERB VB 0 root"
FAILED = "They PRON PRP 2 nsubj\nfailed VERB VBD 0 root\nto PART TO 4 mark\nmeet VERB VB 2 xcomp"
NOT_FAILED = """
They PRON PRP 4 nsubj
did AUX VBD 4 aux
not PART RB 4 advmod
fail VERB VB 0 root
to PART TO 6 mark
meet VERB VB 4 xcomp
"""
PLANS = "plans NOUN NNS 0 root\nfor ADP IN 3 case\ntalks NOUN NNS 1 nmod"
CANCELLED = "Talks NOUN NNS 3 nsubj:pass\nwere AUX VBD 3 aux:pass\ncancelled VERB VBN 0 root"
TO_HOLD = """
They PRON PRP 3 nsubj
will AUX MD 3 aux
hold VERB VB 0 root
talks NOUN NNS 3 obj
"""
DENIED = """
He PRON PRP 2 nsubj
denied VERB VBD 0 root
that SCONJ IN 5 mark
they PRON PRP 5 nsubj
met VERB VBD 2 ccomp
"""
WOULD = """
He PRON PRP 2 nsubj
said VERB VBD 0 root
they PRON PRP 5 nsubj
would AUX MD 5 aux
meet VERB VB 2 ccomp
"""
BELIEVED = """
He PRON PRP 2 nsubj
believes VERB VBZ 0 root
they PRON PRP 4 nsubj
met VERB VBD 2 ccomp
"""
BUT = """
He PRON PRP 4 nsubj
did AUX VBD 4 aux
not PART RB 4 advmod
call VERB VB 0 root
but CCONJ CC 6 cc
met VERB VBD 4 conj
"""


@pytest.mark.parametrize(
    ("lines", "at", "expected"),
    [
        (PAST, 1, PLAIN),
        (NEGATED, 3, "not_happened"),
        (NOBODY, 2, "not_happened"),
        (MODAL, 2, "possible"),
        (FUTURE, 2, "planned"),
        (SET, 3, "planned"),
        (UNREAL, 3, "not_happened"),
        (CONDITION, 2, "possible"),
        (FAILED, 3, "not_happened"),
        (NOT_FAILED, 5, PLAIN),
        (PLANS, 2, "planned"),
        (CANCELLED, 0, "not_happened"),
        (TO_HOLD, 3, "planned"),
        (DENIED, 4, "denied"),
        (WOULD, 4, "planned"),
        (BELIEVED, 3, PLAIN),
        (BUT, 5, PLAIN),
    ],
    ids=[
        *("past", "negation", "negated subject", "modal", "future", "is to", "unreal", "condition"),
        *("implicative", "two denials", "noun", "object", "light verb", "denial", "reported would"),
        *("belief", "contrast"),
    ],
)
def test_the_words_around_a_happening_say_whether_it_is_real(
    plant: Planter, lines: str, at: int, expected: str
) -> None:
    """Negation, modality, conditions and what governs a happening make of it what they say."""
    assert read_context(plant(lines), at) == expected


def attribute(act: str) -> Attribution:
    return Attribution(
        id="A1",
        source=None,
        cue=None,
        content=(Span(start=0, end=4, text="They"),),
        quotation="direct",
        act=act,  # type: ignore[arg-type]
        speaker=Speaker(name=None, kind="unresolved", actor=None, mention=None),
        audience=None,
        parent=None,
        confidence=1.0,
    )


def test_what_somebody_denies_is_denied(plant: Planter) -> None:
    """The act of whoever reports a happening says more than its own words."""
    assert read_context(plant(PAST), 1, attribute("deny")) == "denied"


def test_what_somebody_demands_is_possible(plant: Planter) -> None:
    """An infinitive in what is demanded did not happen yet."""
    words = plant("to PART TO 2 mark\nresign VERB VB 0 root")
    assert read_context(words, 1, attribute("demand")) == "possible"


def test_what_somebody_states_stands(plant: Planter) -> None:
    """A statement puts nothing in doubt."""
    assert read_context(plant(PAST), 1, attribute("state")) == PLAIN
