from __future__ import annotations

from dataclasses import replace

import jsonschema
import pytest

from sayso.errors import ModelError
from sayso.model import Actor, Article, Attribution, Reading, Span, Speaker, load_schema

TEXT = "“Ana told me the mill is shut,” the miller told the Gazette."
UNNAMED = Speaker(name=None, kind="role", actor=None, mention=None)


def _span(string: str, n: int = 0) -> Span:
    start = TEXT.index(string)
    for _ in range(n):
        start = TEXT.index(string, start + 1)
    return Span.of(TEXT, start, start + len(string))


OUTER = Attribution(
    id="A1",
    source=_span("the miller"),
    cue=_span("told", 1),
    content=(_span("“Ana told me the mill is shut,”"),),
    quotation="direct",
    act="state",
    speaker=UNNAMED,
    audience=_span("the Gazette"),
    parent=None,
    confidence=0.9,
)
INNER = Attribution(
    id="A2",
    source=_span("Ana"),
    cue=_span("told"),
    content=(_span("the mill is shut"),),
    quotation="indirect",
    act="state",
    speaker=Speaker(name="Ana", kind="named", actor=None, mention=_span("Ana")),
    audience=_span("me"),
    parent="A1",
    confidence=0.8,
)


@pytest.fixture
def reading() -> Reading:
    article = Article.of(TEXT, publisher="The Gazette")
    return Reading(article=article, attributions=(OUTER, INNER))


def test_a_speaker_must_tell_its_reason(reading: Reading) -> None:
    """A reading whose speakers lack the key, as older ones do, is refused."""
    data = reading.to_dict()
    del data["attributions"][0]["speaker"]["reason"]
    with pytest.raises(ModelError, match="lacks reason"):
        Reading.from_dict(data)


def test_traces_a_chain_from_the_page_to_the_mouth(reading: Reading) -> None:
    """A nested claim goes through the outlet and the outer speaker to its root."""
    hops = reading.chain("A2")
    assert [(hop.role, hop.name) for hop in hops][-2:] == [("speaker", None), ("speaker", "Ana")]


def test_an_outlet_told_is_the_outlet(reading: Reading) -> None:
    """An audience that is the publisher itself makes no hop of its own."""
    assert [hop.role for hop in reading.chain("A1")] == ["outlet", "speaker"]


def test_an_outlet_that_reports_on_its_own_word_is_one_hop(reading: Reading) -> None:
    """A speaker of the publisher's name is the outlet, with the spans of what it says."""
    own = replace(OUTER, speaker=replace(OUTER.speaker, name="Gazette", kind="named"), audience=None)
    hops = replace(reading, attributions=(own, INNER)).chain("A1")
    assert [(hop.role, hop.name, hop.attribution) for hop in hops] == [("outlet", "Gazette", "A1")]


def test_an_audience_goes_by_the_name_of_its_actor(reading: Reading) -> None:
    """An audience that mentions an actor is a named hop under the actor's name."""
    mention = _span("me")
    told = replace(OUTER, audience=mention)
    actor = Actor(id="N1", name="Lund Wire", kind="outlet", mentions=(mention,), role=None)
    hops = replace(reading, attributions=(told,), actors=(actor,)).chain("A1")
    assert [(hop.role, hop.name) for hop in hops][1] == ("audience", "Lund Wire")


def test_asks_for_a_known_attribution(reading: Reading) -> None:
    """The chain of an unknown attribution is an error."""
    with pytest.raises(ModelError, match="MDL003"):
        reading.chain("A9")


def test_a_sound_reading_is_valid(reading: Reading) -> None:
    """A reading that holds together passes, and fits the schema."""
    reading.validate()
    jsonschema.validate(reading.to_dict(), load_schema())


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"cue": Span(start=1, end=4, text="Bob")}, "MDL002"),
        ({"cue": Span(start=5, end=5, text="")}, "MDL002"),
        ({"cue": Span(start=50, end=500, text="x")}, "MDL002"),
        ({"parent": "A7"}, "MDL003"),
        ({"parent": "A2"}, "MDL005"),
        ({"id": "A2", "parent": None}, "MDL005"),
        ({"confidence": 1.5}, "MDL006"),
        ({"speaker": replace(UNNAMED, actor="P1")}, "MDL003"),
    ],
)
def test_a_broken_reading_is_refused(reading: Reading, change: dict[str, object], code: str) -> None:
    """Spans, ids, parents and confidences that do not hold are named by their code."""
    broken = replace(reading, attributions=(replace(OUTER, **change), INNER))
    with pytest.raises(ModelError, match=code):
        broken.validate()
