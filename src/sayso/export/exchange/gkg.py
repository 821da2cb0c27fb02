"""GKG: an article as a row of GDELT's Global Knowledge Graph, version 2.1."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from typing import TextIO
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from sayso.model import Actor, Article, Figure, Place, Reading, Span, Time
from sayso.vocab import load_table

_DATE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?")
_WEB, _CITATION = "1", "2"
_NOWHERE = "######"
_MARKS = dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029#|"), " ")
_NAME_MARKS = _MARKS | dict.fromkeys(map(ord, ";,"), " ")


def write_gkg(readings: Iterable[Reading], stream: TextIO) -> None:
    """Writes each article as one line of 27 fields that tabs part."""
    rows = (code_row(reading, number) for number, reading in enumerate(readings))
    stream.writelines("\t".join(row) + "\n" for row in rows)


def code_row(reading: Reading, number: int) -> list[str]:
    """Returns the fields of an article in the codebook's order; what is not read is empty.

    Args:
        reading: what it says.
        number: how many rows stand before it, which makes its id unique.
    """
    values = {
        **_code_article(reading.article, number),
        **_code_counts(reading),
        **_code_places(reading.places),
        **_code_actors(reading.actors, "person", "PERSONS", "persons"),
        **_code_actors(reading.actors, "organization", "ORGANIZATIONS", "organizations"),
        "V2.1ENHANCEDDATES": ";".join(filter(None, map(_code_time, reading.times))),
        "V2.1QUOTATIONS": "#".join(_list_quotations(reading)),
        "V2.1ALLNAMES": ";".join(_list_names(reading)),
    }
    return [values.get(field, "") for field in load_table("gkg")["fields"]]


def _code_article(article: Article, number: int) -> dict[str, str]:
    host = _find_host(article.url)
    date = _code_instant(article.published)
    extras = (("PAGE_AUTHORS", article.byline), ("PAGE_TITLE", article.title))
    return {
        "GKGRECORDID": f"{date or '0' * 14}-{number}",
        "V2.1DATE": date,
        "V2SOURCECOLLECTIONIDENTIFIER": _WEB if host else _CITATION,
        "V2SOURCECOMMONNAME": _clean(host or article.publisher or ""),
        "V2DOCUMENTIDENTIFIER": _clean(article.url if host and article.url else article.id),
        "V2EXTRASXML": "".join(f"<{tag}>{escape(_clean(text))}</{tag}>" for tag, text in extras if text),
    }


def _find_host(url: str | None) -> str:
    try:
        parts = urlsplit(url or "")
        return (parts.hostname or "").removeprefix("www.") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _code_instant(date: str | None) -> str:
    """Returns a date as YYYYMMDDHHMMSS in UTC, midnight where the hour is not given."""
    try:
        instant = datetime.fromisoformat(date or "")
    except ValueError:
        return ""
    return (instant.astimezone(UTC) if instant.tzinfo else instant).strftime("%Y%m%d%H%M%S")


def _code_counts(reading: Reading) -> dict[str, str]:
    types = load_table("gkg")["counts"]
    places = {place.id: place for place in reading.places}
    blocks: list[str] = []
    offsets: list[int] = []
    amounts: list[str] = []
    for figure in reading.figures:
        number = figure.low if figure.low is not None else figure.high
        if number is None:
            continue
        what = _clean_name(figure.of.text if figure.of is not None else figure.measure)
        amounts.append(f"{number},{what},{figure.span.start}")
        if figure.measure in types:
            place = _code_place(places.get(figure.place or ""))
            blocks.append(f"{types[figure.measure]}#{number}#{_tell_object(figure)}#{place or _NOWHERE}")
            offsets.append(figure.span.start)
    enhanced = (f"{block}#{offset}" for block, offset in zip(blocks, offsets, strict=True))
    return {
        "V1COUNTS": "".join(f"{block};" for block in dict.fromkeys(blocks)),
        "V2.1COUNTS": "".join(f"{block};" for block in enhanced),
        "V2.1AMOUNTS": ";".join(amounts),
    }


def _tell_object(figure: Figure) -> str:
    return "" if figure.of is None else _clean_name(figure.of.text)


def _code_places(places: Iterable[Place]) -> dict[str, str]:
    blocks = [(code, place.span.start) for place in places if (code := _code_place(place))]
    return {
        "V1LOCATIONS": ";".join(dict.fromkeys(code for code, _ in blocks)),
        "V2ENHANCEDLOCATIONS": ";".join(f"{_widen(code)}#{offset}" for code, offset in blocks),
    }


def _code_place(place: Place | None) -> str:
    """Returns type, name, country, first division, latitude, longitude and feature, or nothing."""
    if place is None or place.lat is None or place.lon is None:
        return ""
    table = load_table("gkg")
    types = table["locations_us" if place.country == "US" else "locations"] | {"country": 1}
    if place.kind not in types:
        return ""
    country = table["fips"].get(place.country, "")
    division = country if place.kind == "country" else ""
    name = _clean_name(place.name or place.span.text)
    return f"{types[place.kind]}#{name}#{country}#{division}#{place.lat:g}#{place.lon:g}#"


def _widen(code: str) -> str:
    """Puts the second division, which is not known, after the first one."""
    *before, lat, lon, feature = code.split("#")
    return "#".join((*before, "", lat, lon, feature))


def _code_actors(actors: Iterable[Actor], kind: str, field: str, key: str) -> dict[str, str]:
    kinds = load_table("gkg")[key]
    chosen = [(_clean_name(actor.name), actor) for actor in actors if actor.kind in kinds]
    return {
        f"V1{field}": ";".join(dict.fromkeys(name for name, _ in chosen)),
        f"V2ENHANCED{field}": ";".join(f"{name},{m.start}" for name, actor in chosen for m in actor.mentions),
    }


def _code_time(time: Time) -> str:
    """Returns resolution (1 year, 2 month, 3 day, 4 day of no year), month, day, year and offset."""
    match = _DATE.fullmatch(time.value) if time.type in ("DATE", "TIME") else None
    if match is None:
        return ""
    year, month, day = match.groups()
    if year == "XXXX" and not day:
        return ""
    resolution = 4 if year == "XXXX" else 1 + (month is not None) + (day is not None)
    numbers = (month or 0, day or 0, 0 if year == "XXXX" else year)
    return ",".join(str(int(number)) for number in (resolution, *numbers, time.span.start))


def _list_quotations(reading: Reading) -> Iterator[str]:
    """Yields offset, length, verb and words of each direct quotation, without its marks."""
    for attribution in reading.attributions:
        if attribution.quotation == "direct":
            verb = "" if attribution.cue is None else _clean(attribution.cue.text)
            for span in map(_unquote, attribution.content):
                yield f"{span.start}|{len(span.text)}|{verb}|{_clean(span.text)}"


def _unquote(span: Span) -> Span:
    marks = _load_marks()
    text = span.text.lstrip(marks)
    start = span.end - len(text)
    text = text.rstrip(marks)
    return Span(start=start, end=start + len(text), text=text) if text else span


@cache
def _load_marks() -> str:
    marks: str = load_table("gkg")["quotation_marks"]
    return marks


def _list_names(reading: Reading) -> Iterator[str]:
    """Yields actors and places by their names, each where it is named and not only referred to."""
    named = [
        (mention.start, actor.name)
        for actor in reading.actors
        for mention in actor.mentions
        if mention.text in actor.name or actor.name in mention.text
    ]
    named += [(place.span.start, place.name or place.span.text) for place in reading.places]
    yield from (f"{_clean_name(name)},{start}" for start, name in sorted(set(named)))


def _clean(text: str) -> str:
    """Puts a blank for each character that parts fields or blocks, so that lengths and offsets stay."""
    return text.translate(_MARKS)


def _clean_name(text: str) -> str:
    return text.translate(_NAME_MARKS)
