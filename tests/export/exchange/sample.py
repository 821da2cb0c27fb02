"""A reading made by hand of an invented article, with every bound and with characters that formats fear."""

from __future__ import annotations

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
from tests.export.sample import attribute, find

TEXT = (
    "🌊 A ferry sank off Austin Quay on Sunday night. Nine people died, the coastguard said.\n"
    "Others wrote that at least 12 died, more than 20, up to 30, fewer than 15, nearly 1,200, about 200, "
    "between 36 and 40, dozens.\n"
    "“Nobody panicked; we #sang | hummed,” Marit Solheim told the Harbour Post. She said that the owner had "
    "denied it.\n"
    "Rotterdam police arrested two men in Texas on 7 October."
)
LINE = "“Nobody panicked; we #sang | hummed,”"


def make_sample() -> Reading:
    """Makes the reading."""
    return Reading(
        article=Article.of(
            TEXT, id="sample 1", url="https://news.example/ferry?a=1&b=2", publisher="Northern Wire; Evening",
            title="Ferry & crew: “nine” dead", byline="Ana Brodnik", published="2026-03-02T01:30:00+02:00",
            language="en",
        ),
        attributions=_make_attributions(),
        figures=_make_figures(),
        events=_make_events(),
        times=(
            _date("T1", "Sunday night", "2026-03-01TNI", "2026-03-01", "2026-03-01"),
            _date("T2", "7 October", "XXXX-10-07", None, None),
        ),
        places=_make_places(),
        actors=_make_actors(),
        relations=(Relation(from_="A4", to="A3", type="denies"),),
    )  # fmt: skip


def _make_attributions() -> tuple[Attribution, ...]:
    solheim = Speaker(name="Marit Solheim", kind="named", actor="N1", mention=find(TEXT, "Marit Solheim"))
    role = Speaker(name=None, kind="role", actor=None, mention=None)
    return (
        attribute(
            "A1", role, TEXT, source="the coastguard", cue="said", content=["Nine people died"], act="state",
        ),
        attribute(
            "A2", solheim, TEXT, source="Marit Solheim", cue="told", content=[LINE], quotation="direct",
            audience="the Harbour Post",
        ),
        attribute(
            "A3", solheim, TEXT, source="She", cue=find(TEXT, "said", 2), act="state",
            content=["the owner had denied it"],
        ),
        attribute(
            "A4", role, TEXT, source="the owner", cue="had denied", content=[_it()], act="deny", parent="A3",
        ),
    )  # fmt: skip


def _it() -> Span:
    start = TEXT.index(" it.\n") + 1
    return Span.of(TEXT, start, start + 2)


def _make_figures() -> tuple[Figure, ...]:
    killed = [
        ("Nine", 9, 9, "exact"), ("at least 12", 12, None, "at_least"),
        ("more than 20", 21, None, "more_than"), ("up to 30", None, 30, "at_most"),
        ("fewer than 15", None, 14, "less_than"),
        ("nearly 1,200", None, 1200, "nearly"), ("about 200", 200, 200, "about"),
        ("between 36 and 40", 36, 40, "range"), ("dozens", 24, None, "vague"),
    ]  # fmt: skip
    figures = [_count(f"F{n}", entry, "killed") for n, entry in enumerate(killed, start=1)]
    return (*figures, _count("F10", ("two", 2, 2, "exact"), "detained"))


def _count(id: str, entry: tuple[str, int | None, int | None, str], measure: str) -> Figure:
    words, low, high, bound = entry
    is_first = id == "F1"
    return Figure(
        id=id, span=find(TEXT, words), low=low, high=high, bound=bound, measure=measure,  # type: ignore[arg-type]
        of=find(TEXT, "people") if is_first else None, place="P1" if is_first else None,
        as_of="2026-03-01" if is_first else "XXXX-10-07", since=None,
        counter="coastguard" if is_first else None, basis="unknown",
        attribution="A1" if is_first else None, confidence=0.9, part_of="F1" if id == "F2" else None,
    )  # fmt: skip


def _make_events() -> tuple[Event, ...]:
    return (
        Event(
            id="E1", trigger=find(TEXT, "sank"), type="DISASTER", actors=(),
            recipients=(find(TEXT, "A ferry"),), place="P1",
            date=Period(start="2026-03-01", end="2026-03-01"), factuality="happened", attribution=None,
            confidence=0.8,
        ),
        Event(
            id="E2", trigger=find(TEXT, "arrested"), type="COERCE", actors=(find(TEXT, "Rotterdam police"),),
            recipients=(find(TEXT, "two men"),), place="P3", date=None, factuality="happened",
            attribution=None, confidence=0.7,
        ),
    )  # fmt: skip


def _make_places() -> tuple[Place, ...]:
    places = (
        ("P1", "Austin Quay", "Austin", "city", "US", 30.27, -97.74, 4671654, None),
        ("P2", "Rotterdam", "Rotterdam", "city", "NL", 51.92, 4.48, 2747891, None),
        ("P3", "Texas", "Texas", "state", "US", 31.0, -99.0, 4736286, None),
        ("P4", "Harbour", "Harbour", None, None, None, None, None, "not in the gazetteer"),
    )
    return tuple(
        Place(
            id=number, span=find(TEXT, words), name=name, kind=kind, country=country, lat=lat, lon=lon,
            geonames=geonames, unresolved=unresolved,
        )
        for number, words, name, kind, country, lat, lon, geonames, unresolved in places
    )  # fmt: skip


def _make_actors() -> tuple[Actor, ...]:
    solheim = (find(TEXT, "Marit Solheim"), find(TEXT, "She"))
    police = (find(TEXT, "Rotterdam police"),)
    return (
        Actor(id="N1", name="Marit Solheim", kind="person", mentions=solheim, role="first officer"),
        Actor(id="N2", name="Rotterdam police", kind="organisation", mentions=police, role=None),
    )


def _date(id: str, words: str, value: str, start: str | None, end: str | None) -> Time:
    return Time(
        id=id, span=find(TEXT, words), type="DATE", value=value, start=start, end=end,
        anchor="published" if start else "none",
    )  # fmt: skip
