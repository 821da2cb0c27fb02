"""Prints how well places are found and put on the map: python -m bench.place --data DATA."""

from __future__ import annotations

import argparse
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from statistics import mean, median
from typing import TYPE_CHECKING, Any

from bench.measure import Bar, Measure, format_table, judge
from sayso.model import Place

if TYPE_CHECKING:
    from spacy.tokens import Doc

CORPORA = ("GeoVirus", "lgl")
BARS = {"GeoVirus within 161 km": Bar(least=90), "lgl within 161 km": Bar(least=80)}
NEAR_KM = 161.0
"""100 miles, the distance that the literature on toponyms counts as right."""
EARTH_KM = 6371.0
COLUMNS = ("measure", "value", "unit", "bar", "met", "n", "note")


@dataclass(frozen=True, slots=True)
class Toponym:
    """A gold toponym: characters [start, end), and degrees, null where the corpus gives none."""

    start: int
    end: int
    lat: float | None
    lon: float | None


@dataclass(slots=True)
class Tally:
    """What was counted over a corpus.

    Attributes:
        gold: gold toponyms that have coordinates.
        found: predictions that could be hits.
        overlap: gold toponyms that some prediction overlaps.
        hits: predictions that overlap one of them.
        exact: predictions with the very characters of one of them.
        km: error of each gold toponym that was found and resolved.
        unresolved: reasons why the others were found and not resolved.
        wrong: gold and predicted names with errors over `NEAR_KM`.
    """

    gold: int = 0
    found: int = 0
    overlap: int = 0
    hits: int = 0
    exact: int = 0
    km: list[float] = field(default_factory=list)
    unresolved: Counter[str] = field(default_factory=Counter)
    wrong: Counter[tuple[str, str]] = field(default_factory=Counter)


def read_geovirus(path: Path) -> Iterator[tuple[str, list[Toponym]]]:
    """Yields texts and toponyms of GeoVirus, whose offsets count from 1."""
    for article in ET.parse(path).getroot():
        text = article.findtext("text") or ""
        places = article.iterfind("locations/location")
        yield text, [_read_toponym(place, place, 1) for place in places]


def read_lgl(path: Path) -> Iterator[tuple[str, list[Toponym]]]:
    """Yields texts and toponyms of LGL; those that it cannot place have no coordinates."""
    for article in ET.parse(path).getroot():
        text = article.findtext("text") or ""
        places = article.iterfind("toponyms/toponym")
        yield text, [_read_toponym(place, place.find("gaztag"), 0) for place in places]


def _read_toponym(place: Any, position: Any, first: int) -> Toponym:
    start, end = int(place.findtext("start")) - first, int(place.findtext("end")) - first
    if position is None:
        return Toponym(start, end, None, None)
    return Toponym(start, end, float(position.findtext("lat")), float(position.findtext("lon")))


def measure_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Returns the great-circle distance of two points in kilometres."""
    a, b = radians(lat), radians(other_lat)
    part = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(part, 1)))


def count(tally: Tally, text: str, gold: list[Toponym], places: tuple[Place, ...]) -> None:
    """Counts one article; predictions that meet only toponyms without coordinates count for nothing."""
    placed = [toponym for toponym in gold if toponym.lat is not None]
    others = [toponym for toponym in gold if toponym.lat is None]
    tally.gold += len(placed)
    for place in places:
        met = [t for t in placed if _overlaps(t, place)]
        if not met and any(_overlaps(t, place) for t in others):
            continue
        tally.found += 1
        tally.hits += bool(met)
        tally.exact += any((t.start, t.end) == (place.span.start, place.span.end) for t in met)
    for toponym in placed:
        met_by = [place for place in places if _overlaps(toponym, place)]
        if met_by:
            tally.overlap += 1
            best = max(met_by, key=lambda p: min(p.span.end, toponym.end) - max(p.span.start, toponym.start))
            _count_error(tally, text, toponym, best)


def _count_error(tally: Tally, text: str, toponym: Toponym, place: Place) -> None:
    if place.lat is None or place.lon is None or toponym.lat is None or toponym.lon is None:
        tally.unresolved[(place.unresolved or "").split(":")[0]] += 1
        return
    km = measure_km(toponym.lat, toponym.lon, place.lat, place.lon)
    tally.km.append(km)
    if km > NEAR_KM:
        tally.wrong[text[toponym.start : toponym.end], f"{place.name}, {place.kind}, {place.country}"] += 1


def _overlaps(toponym: Toponym, place: Place) -> bool:
    return toponym.start < place.span.end and place.span.start < toponym.end


def summarise(name: str, tally: Tally) -> Iterator[Measure]:
    """Yields the measures of a corpus."""
    recall, precision = _share(tally.overlap, tally.gold), _share(tally.hits, tally.found)
    note = f"P {precision:.1f}, R {recall:.1f}, any overlap"
    yield Measure(f"{name} recognition F1", _f1(precision, recall), tally.gold, note=note)
    exact = _f1(_share(tally.exact, tally.found), _share(tally.exact, tally.gold))
    yield Measure(f"{name} recognition F1, exact", exact, tally.gold, note="the very characters")
    near = sum(km <= NEAR_KM for km in tally.km)
    found, resolved = tally.overlap, len(tally.km)
    yield Measure(f"{name} within 161 km", _share(near, found), found, note="of the toponyms found")
    note = "of those found and resolved"
    yield Measure(f"{name} within 161 km, resolved", _share(near, resolved), resolved, note=note)
    yield Measure(f"{name} resolved", _share(resolved, found), found, note="of the toponyms found")
    yield Measure(f"{name} mean error", mean(tally.km), resolved, "km", "of those found and resolved")
    yield Measure(f"{name} median error", median(tally.km), resolved, "km", "of those found and resolved")


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def read_docs(name: str, texts: list[str], cache: Path | None) -> list[Doc]:
    """Reads texts, or loads what an earlier run kept of them."""
    import spacy
    from spacy.tokens import DocBin

    from sayso.reader import load

    kept = None if cache is None else cache / f"{name}.spacy"
    if kept is not None and kept.is_file():
        return list(DocBin().from_disk(kept).get_docs(spacy.blank("en").vocab))
    docs = list(load().pipe(texts))
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        attributes = ["ORTH", "SPACY", "TAG", "POS", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"]
        DocBin(attrs=attributes, docs=docs).to_disk(kept)
    return docs


def tally_corpus(name: str, data: Path, cache: Path | None) -> Tally:
    """Finds the places of a corpus and counts them."""
    from sayso.reader.place import find_places

    read = read_geovirus if name == "GeoVirus" else read_lgl
    articles = list(read(data / "geo" / f"{name}.xml"))
    tally = Tally()
    docs = read_docs(name, [text for text, _ in articles], cache)
    for (text, gold), doc in zip(articles, docs, strict=True):
        count(tally, text, gold, find_places(doc))
    return tally


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.place", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--cache", type=Path, help="folder to keep what the encoder read, for the next run")
    parser.add_argument("--wrong", type=int, default=0, help="how many of the commonest errors to list")
    options = parser.parse_args()
    rows: list[dict[str, Any]] = []
    for name in CORPORA:
        tally = tally_corpus(name, options.data, options.cache)
        rows += [judge(measure, BARS) for measure in summarise(name, tally)]
        for reason, n in tally.unresolved.most_common():
            print(f"{name}: unresolved, {reason}: {n}")
        for (gold, found), n in tally.wrong.most_common(options.wrong):
            print(f"{name}: {n} × {gold!r} taken for {found}")
    print(format_table(({"measure": row["name"], **row} for row in rows), COLUMNS))


if __name__ == "__main__":
    main()
