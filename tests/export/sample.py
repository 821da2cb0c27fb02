"""Readings made by hand of invented articles."""

from __future__ import annotations

from dataclasses import replace

from sayso.model import (
    Actor,
    Article,
    Attribution,
    Event,
    Figure,
    Period,
    Place,
    Reading,
    Relation,
    Span,
    Speaker,
    Time,
)

TEXT = (
    "A ferry ran aground off Lismore Point on Sunday night, the coastguard said.\n"
    "“Nobody panicked,” Marit Solheim, the first officer, told the Harbour Post. “We sang.”\n"
    "She said that the owner had told the crew that the radar was mended. A deckhand denied it.\n"
    "Witnesses were not to be found, and it was reported that a second vessel had been near."
)


def find(text: str, words: str, nth: int = 1) -> Span:
    """Returns the span of the nth occurrence of some words."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span.of(text, start, start + len(words))


IT = Span.of(TEXT, TEXT.index(" it.") + 1, TEXT.index(" it.") + 3)


def speak(name: str | None, kind: str, mention: Span | None = None) -> Speaker:
    return Speaker(name=name, kind=kind, actor=None, mention=mention)  # type: ignore[arg-type]


def attribute(id: str, speaker: Speaker, text: str = TEXT, **facts: object) -> Attribution:
    """Makes an attribution; words given for spans are found in the text."""
    given: dict[str, object] = {
        "source": None, "cue": None, "content": (), "quotation": "indirect", "act": None,
        "audience": None, "parent": None, "confidence": 0.9,
    }  # fmt: skip
    given |= facts
    for key in ("source", "cue", "audience"):
        if isinstance(words := given[key], str):
            given[key] = find(text, words)
    given["content"] = tuple(find(text, w) if isinstance(w, str) else w for w in given["content"])  # type: ignore[attr-defined]
    return Attribution(id=id, speaker=speaker, **given)  # type: ignore[arg-type]


def make_reading(**facts: str | None) -> Reading:
    """A reading with every kind of speaker, a nested claim, a split quotation and a doubtful one."""
    known: dict[str, str | None] = {
        "title": "Ferry aground off Lismore Point", "publisher": "Northern Wire", "published": "2026-03-01",
        "url": "https://news.example/ferry", "language": "en",
    }  # fmt: skip
    article = Article.of(TEXT, **(known | facts))
    ran = "A ferry ran aground off Lismore Point on Sunday night"
    attributions = (
        attribute("A1", speak(None, "role"), source="the coastguard", cue="said", content=[ran], act="state"),
        attribute(
            "A2", speak("Marit Solheim", "named"), source="Marit Solheim, the first officer", cue="told",
            content=["“Nobody panicked,”", "“We sang.”"], quotation="direct", act="state",
            audience="the Harbour Post",
        ),
        attribute(
            "A3", speak("Marit Solheim", "named"), source="She", cue=find(TEXT, "said", 2),
            content=["the owner had told the crew that the radar was mended"], act="state",
        ),
        attribute(
            "A4", speak(None, "unresolved"), source="the owner", cue="had told",
            content=["the radar was mended"], audience="the crew", parent="A3",
        ),
        attribute(
            "A5", speak(None, "anonymous"), source="A deckhand", cue="denied", content=[IT],
            act="deny", confidence=0.31,
        ),
        attribute(
            "A6", speak(None, "anonymous"), cue="it was reported",
            content=["a second vessel had been near"],
        ),
    )  # fmt: skip
    return Reading(article=article, attributions=attributions)


def happen(id: str, trigger: str, type: str, text: str = TEXT, **facts: object) -> Event:
    """Makes an event; words given for spans are found in the text."""
    given: dict[str, object] = {
        "actors": (), "recipients": (), "place": None, "date": None, "factuality": "happened",
        "attribution": None, "confidence": 0.9,
    }  # fmt: skip
    given |= facts
    for key in ("actors", "recipients"):
        given[key] = tuple(find(text, words) for words in given[key])  # type: ignore[attr-defined]
    return Event(id=id, trigger=find(text, trigger), type=type, **given)  # type: ignore[arg-type]


def make_denial() -> Reading:
    """The reading of `make_reading` with a denial, actors and events."""
    reading = make_reading()
    solheim = Actor(
        id="C1", name="Marit Solheim", kind="person", role="first officer",
        mentions=(find(TEXT, "Marit Solheim"), find(TEXT, "She")),
    )  # fmt: skip
    ferry = Actor(
        id="C2", name="coastguard", kind="government", mentions=(find(TEXT, "coastguard"),), role=None
    )
    attributions = tuple(
        replace(each, speaker=replace(each.speaker, actor="C1")) if each.speaker.name else each
        for each in reading.attributions
    )
    grounding = happen(
        "E1", "ran aground", "DISASTER", recipients=["A ferry"], attribution="A1",
        date=Period(start="2026-02-28", end="2026-03-01"),
    )  # fmt: skip
    mending = happen(
        "E2", "mended", "COOPERATE", actors=["the owner"], factuality="not_happened", confidence=0.3
    )
    denial = Relation(from_="A5", to="A4", type="denies")
    return replace(
        reading,
        attributions=attributions,
        actors=(ferry, solheim),
        events=(mending, grounding),
        relations=(denial,),
    )


TOLL = (
    "More than 40 dockers were hurt in Rotterdam on Tuesday, the port of ROTTERDAM said.\n"
    "Dozens fled to Dordrecht. Two of them are missing since Tuesday. Zwartsluisveen was warned last week."
)


def count(id: str, words: str, low: int | None, high: int | None, bound: str, **facts: object) -> Figure:
    """Makes a figure of words of `TOLL`."""
    given: dict[str, object] = {
        "measure": "other", "of": None, "place": None, "as_of": None, "since": None, "counter": None,
        "basis": "unknown", "attribution": None, "confidence": 0.9,
    }  # fmt: skip
    given |= facts
    if isinstance(of := given["of"], str):
        given["of"] = find(TOLL, of)
    return Figure(id=id, span=find(TOLL, words), low=low, high=high, bound=bound, **given)  # type: ignore[arg-type]


def locate(id: str, span: Span, name: str | None = None, **facts: object) -> Place:
    """Makes a place; without facts it is unresolved."""
    given: dict[str, object] = dict.fromkeys(("kind", "country", "lat", "lon", "geonames", "unresolved"))
    given |= facts or {"unresolved": "not in the gazetteer"}
    return Place(id=id, span=span, name=name or span.text, **given)  # type: ignore[arg-type]


def date(id: str, span: Span, value: str, anchor: str = "published", **facts: object) -> Time:
    """Makes a time, a day where nothing else is said."""
    given: dict[str, object] = {"type": "DATE", "start": value, "end": value}
    given |= facts
    return Time(id=id, span=span, value=value, anchor=anchor, **given)  # type: ignore[arg-type]


def make_toll() -> Reading:
    """A reading with figures in and out of claims, and places and times that are merged or unknown."""
    rotterdam = {"kind": "city", "country": "NL", "lat": 51.92, "lon": 4.48, "geonames": 2747891}
    dordrecht = {"kind": "city", "country": "NL", "lat": 51.81, "lon": 4.67}
    article = Article.of(
        TOLL, title="Crane falls in Rotterdam", publisher="Northern Wire", published="2026-03-04"
    )
    hurt = "More than 40 dockers were hurt in Rotterdam on Tuesday"
    said = attribute(
        "A1",
        speak("Port of Rotterdam", "named"),
        TOLL,
        source="the port of ROTTERDAM",
        cue="said",
        content=[hurt],
    )
    return Reading(
        article=article,
        attributions=(said,),
        figures=(
            count("F1", "More than 40", 41, None, "more_than", measure="injured", of="dockers", place="P1",
                  as_of="2026-03-03", counter="Port of Rotterdam", attribution="A1"),
            count("F2", "Dozens", 24, None, "vague", measure="displaced"),
            count("F3", "Two", 2, 2, "exact", measure="missing", since="2026-03-03", confidence=0.3),
        ),
        times=(
            date("T1", find(TOLL, "Tuesday"), "2026-03-03"),
            date("T2", find(TOLL, "Tuesday", 2), "2026-03-03"),
            date("T3", find(TOLL, "last week"), "XXXX-WXX", "none", start=None, end=None),
        ),
        places=(
            locate("P1", find(TOLL, "Rotterdam"), "Rotterdam", **rotterdam),
            locate("P2", find(TOLL, "ROTTERDAM"), "Rotterdam", **rotterdam),
            locate("P3", find(TOLL, "Dordrecht"), "Dordrecht", **dordrecht),
            locate("P4", find(TOLL, "Zwartsluisveen")),
        ),
    )  # fmt: skip


def place_at(*positions: tuple[str, float, float]) -> Reading:
    """A reading whose text is nothing but places, each with its latitude and longitude."""
    text = ", ".join(name for name, _, _ in positions)
    places = tuple(
        locate(f"P{n}", find(text, name), name, kind="city", country="NL", lat=lat, lon=lon)
        for n, (name, lat, lon) in enumerate(positions)
    )
    return replace(
        make_toll(), article=Article.of(text), attributions=(), figures=(), times=(), places=places
    )
