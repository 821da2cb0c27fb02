"""Readings made by hand and by hypothesis, of invented articles."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_args

from hypothesis import strategies as st

from sayso.model import (
    Act,
    Actor,
    ActorKind,
    Anchor,
    Article,
    Attribution,
    Basis,
    Bound,
    Event,
    EventType,
    Factuality,
    Figure,
    Measure,
    Period,
    Place,
    Quotation,
    Reading,
    Relation,
    RelationType,
    Span,
    Speaker,
    SpeakerKind,
    Time,
    TimeType,
)

URL = "https://news.example/mill"
TEXT = "The mill in Orlo burned on 3 May. “Nine are dead,” said Ana Brodnik. Her deputy denied it."


def cut(words: str, text: str = TEXT) -> Span:
    """Returns the span of some words."""
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def make_claim(id: str, content: str, text: str = TEXT, **facts: Any) -> Attribution:
    """Makes a claim of these words; whatever else is not given is simple."""
    speaker = Speaker(
        name=facts.pop("name", None), kind="named", actor=facts.pop("actor", None), mention=None
    )
    simple = {
        "source": None,
        "cue": None,
        "quotation": "indirect",
        "act": "state",
        "audience": None,
        "parent": None,
        "confidence": 0.75,
    }
    return Attribution(id=id, content=(cut(content, text),), speaker=speaker, **{**simple, **facts})


def make_reading(text: str = TEXT, url: str | None = URL, **facts: Any) -> Reading:
    """Makes a reading with one of everything."""
    facts = {"publisher": "Orlo Courier", "published": "2026-05-04", "title": "Mill burns", **facts}
    return Reading(
        article=Article.of(text, url=url, **facts),
        attributions=(
            make_claim("A1", "Nine are dead", text, name="Ana Brodnik", actor="N1"),
            make_claim("A2", "Nine", text, parent="A1"),
        ),
        figures=(
            Figure(
                id="F1",
                span=cut("Nine", text),
                low=9,
                high=9,
                bound="exact",
                measure="killed",
                of=None,
                place="P1",
                as_of="2026-05-03",
                since=None,
                counter="Ana Brodnik",
                basis="incident",
                attribution="A1",
                confidence=0.5,
            ),
        ),
        events=(
            Event(
                id="E1",
                trigger=cut("burned", text),
                type="DISASTER",
                actors=(),
                recipients=(cut("The mill", text),),
                place="P1",
                date=Period(start="2026-05-03", end="2026-05-03"),
                factuality="happened",
                attribution=None,
                confidence=0.25,
            ),
        ),
        times=(
            Time(
                id="T1",
                span=cut("3 May", text),
                type="DATE",
                value="2026-05-03",
                start="2026-05-03",
                end="2026-05-03",
                anchor="published",
            ),
        ),
        places=(
            Place(
                id="P1",
                span=cut("Orlo", text),
                name="Orlo",
                kind="town",
                country="NO",
                lat=59.5,
                lon=10.25,
                geonames=7,
                unresolved=None,
            ),
        ),
        actors=(
            Actor(
                id="N1", name="Ana Brodnik", kind="person", mentions=(cut("Ana Brodnik", text),), role=None
            ),
        ),
        relations=(Relation(from_="A2", to="F1", type="restates"),),
    )


# Characters that no store refuses: without U+0000 and halves of surrogate pairs.
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
WORDS = st.text(CHARACTERS, max_size=8)
NUMBERS = st.integers(1 - 2**63, 2**63 - 1)
# Zero has no sign in SQLite.
FLOATS = st.floats(-200, 200).map(lambda number: number + 0.0)
CONFIDENCES = st.floats(0, 1).map(abs)


def _one_of(words: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(words))


def _build(record: Any, **strategies: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Builds a record; a field that is added to the model must be added here, and so to the ledger."""
    assert strategies.keys() == {field.name for field in fields(record)}, record
    return st.builds(record, **strategies)


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@st.composite
def readings(draw: st.DrawFn, text: str | None = None) -> Reading:
    """Any reading that holds together; ids, words, orders and overlaps as odd as they may be."""
    text = text or draw(st.text(CHARACTERS, min_size=1, max_size=40))
    facts = {
        name: draw(_maybe(WORDS)) for name in ("url", "publisher", "title", "byline", "retrieved", "language")
    }
    published = draw(_maybe(st.dates().map(str) | st.datetimes().map(str) | WORDS))
    article = Article.of(text, id=draw(_maybe(WORDS)), published=published, **facts)
    kinds = ("attributions", "figures", "events", "times", "places", "actors")
    ids = draw(st.lists(st.text(CHARACTERS, min_size=1, max_size=3), unique=True, max_size=12))
    lists: dict[str, list[str]] = {kind: [] for kind in kinds}
    for own in ids:
        lists[draw(st.sampled_from(kinds))].append(own)
    return Reading(article=article, **_draw_records(draw, text, lists))


def _draw_records(draw: st.DrawFn, text: str, ids: dict[str, list[str]]) -> dict[str, Any]:
    at = st.integers(0, len(text) - 1)
    spans = at.flatmap(lambda a: st.integers(a + 1, len(text)).map(lambda b: Span.of(text, a, b)))
    several = st.lists(spans, max_size=3).map(tuple)

    def some(kind: str) -> st.SearchStrategy[str | None]:
        return st.none() if not ids[kind] else _maybe(st.sampled_from(ids[kind]))

    def build(list_name: str, record: Any, **facts: Any) -> tuple[Any, ...]:
        return tuple(draw(_build(record, id=st.just(own), **facts)) for own in ids[list_name])

    speakers = _build(
        Speaker,
        name=_maybe(WORDS),
        kind=_one_of(SpeakerKind),
        actor=some("actors"),
        mention=_maybe(spans),
        reason=_maybe(WORDS),
    )
    claims = []
    for n, own in enumerate(ids["attributions"]):
        # Parents may stand before or behind their children, in no circle.
        parents = ids["attributions"][n + 1 :]
        parent = st.none() if not parents else _maybe(st.sampled_from(parents))
        claim = _build(
            Attribution,
            id=st.just(own),
            source=_maybe(spans),
            cue=_maybe(spans),
            content=several,
            quotation=_one_of(Quotation),
            act=_maybe(_one_of(Act)),
            speaker=speakers,
            audience=_maybe(spans),
            parent=parent,
            confidence=CONFIDENCES,
        )
        claims.append(draw(claim))
    ends = [*ids["attributions"], *ids["figures"], *ids["events"]]
    related = st.sampled_from(ends) if ends else st.nothing()
    relation = _build(Relation, from_=related, to=related, type=_one_of(RelationType))
    return {
        "attributions": tuple(claims if draw(st.booleans()) else claims[::-1]),
        "figures": build(
            "figures",
            Figure,
            span=spans,
            low=_maybe(NUMBERS),
            high=_maybe(NUMBERS),
            bound=_one_of(Bound),
            measure=_one_of(Measure),
            of=_maybe(spans),
            place=some("places"),
            as_of=_maybe(WORDS),
            since=_maybe(WORDS),
            counter=_maybe(WORDS),
            basis=_one_of(Basis),
            attribution=some("attributions"),
            confidence=CONFIDENCES,
            part_of=some("figures"),
        ),
        "events": build(
            "events",
            Event,
            trigger=spans,
            type=_one_of(EventType),
            actors=several,
            recipients=several,
            place=some("places"),
            date=_maybe(_build(Period, start=WORDS, end=WORDS)),
            factuality=_one_of(Factuality),
            attribution=some("attributions"),
            confidence=CONFIDENCES,
        ),
        "times": build(
            "times",
            Time,
            span=spans,
            type=_one_of(TimeType),
            value=WORDS,
            start=_maybe(WORDS),
            end=_maybe(WORDS),
            anchor=_one_of(Anchor),
        ),
        "places": build(
            "places",
            Place,
            span=spans,
            name=WORDS,
            kind=_maybe(WORDS),
            country=_maybe(WORDS),
            lat=_maybe(FLOATS),
            lon=_maybe(FLOATS),
            geonames=_maybe(NUMBERS),
            unresolved=_maybe(WORDS),
        ),
        "actors": build(
            "actors", Actor, name=WORDS, kind=_one_of(ActorKind), mentions=several, role=_maybe(WORDS)
        ),
        "relations": tuple(draw(st.lists(relation, max_size=2 if ends else 0))),
    }
