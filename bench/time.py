"""Prints how well expressions of time are found and resolved: python -m bench.time --data DATA."""

from __future__ import annotations

import argparse
import re
import tempfile
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.measure import Bar, Measure, format_table, judge
from bench.place import read_docs
from bench.scorer import Scorer
from sayso.model import Article, Reading, Time

CORPORA = ("timebank", "aquaint")
SCORES = ("strict F1", "relaxed F1", "value F1", "type F1")
BARS = {
    f"{name} {score}": Bar(least=least)
    for name in CORPORA
    for score, least in (("relaxed F1", 90), ("value F1", 80))
}
LENGTHS = {"E": ("Y", 10), "C": ("Y", 100), "L": ("Y", 1000), "Q": ("M", 3)}
"""Decades, centuries, millennia and quarters of a TIMEX3 duration, in the units of ISO 8601."""
COLUMNS = ("measure", "value", "unit", "bar", "met", "n", "note")


@dataclass(frozen=True, slots=True)
class Timex:
    """A gold expression: characters [start, end), and its TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """A TimeML document: its text with the day that it was made, and the expressions of the text."""

    article: Article
    gold: list[Timex]


def read_document(path: Path) -> Document:
    """Reads a TimeML file; the time of its creation is its date of publication, and not one of its gold."""
    root = ET.parse(path).getroot()
    created = root.find("DCT/TIMEX3")
    pieces: list[str] = []
    gold: list[Timex] = []
    body = root.find("TEXT")
    if created is None or body is None:
        raise ValueError(f"{path} has no text or no time of creation")
    _walk(body, pieces, gold)
    published = created.attrib["value"][:10]
    return Document(Article.of("".join(pieces), id=path.stem, published=published), gold)


def _walk(element: ET.Element, pieces: list[str], gold: list[Timex]) -> None:
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _walk(child, pieces, gold)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        end = sum(map(len, pieces))
        gold.append(Timex(start, end, element.attrib["type"], element.attrib["value"]))


def read_corpus(name: str, data: Path, cache: Path | None) -> Iterator[tuple[Document, Reading]]:
    """Yields the documents of a corpus with the times that are read from them."""
    from sayso.reader.time import find_times

    documents = [read_document(path) for path in sorted((data / "timeml" / name).glob("*.tml"))]
    docs = read_docs(name, [document.article.text for document in documents], cache)
    for document, doc in zip(documents, docs, strict=True):
        times = find_times(doc, document.article.published)
        yield document, Reading(article=document.article, times=times)


def score(name: str, data: Path, scorer: Scorer, readings: list[Reading]) -> Iterator[Measure]:
    """Yields what the scorer says of the readings of a corpus."""
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        predictions.write_text("".join(reading.to_json() + "\n" for reading in readings), "utf8")
        scores = scorer.run("times", data / "timeml" / name, predictions)
    for kind in SCORES:
        found = scores[kind]
        yield Measure(f"{name} {kind}", found["F1"], found["gold"], note=f"P {found['P']}, R {found['R']}")


def align(document: Document, reading: Reading, scorer: Any) -> list[tuple[Timex | None, Time | None]]:
    """Pairs gold and found expressions as the scorer does; one that has no partner stands beside null."""
    text = document.article.text
    gold = [{"_x": scorer.chars(text, [(t.start, t.end)]), "is": t} for t in document.gold]
    found = [{"_x": scorer.chars(text, [(t.span.start, t.span.end)]), "is": t} for t in reading.times]
    pairs = scorer.align(gold, found, lambda g, p: scorer.iou(g["_x"], p["_x"]))
    met = {id(item) for pair in pairs for item in pair}
    missed = [(item["is"], None) for item in gold if id(item) not in met]
    invented = [(None, item["is"]) for item in found if id(item) not in met]
    return [(one["is"], two["is"]) for one, two in pairs] + missed + invented


def measure_sense(name: str, pairs: list[tuple[Timex | None, Time | None]]) -> Measure:
    """Measures value F1 over values that are written one way each, whichever way a corpus writes them."""
    gold, found = (sum(pair[side] is not None for pair in pairs) for side in (0, 1))
    right = sum(g is not None and t is not None and unify(g.value) == unify(t.value) for g, t in pairs)
    note = "2000-W7 as 2000-W07, 1949-XX as 1949, P1E as P10Y"
    return Measure(f"{name} value F1, notation aside", 200 * right / (gold + found), gold, note=note)


def unify(value: str) -> str:
    """Writes a TIMEX3 value in the one way that stands for all with its meaning.

    >>> [unify(value) for value in ("1949-XX", "2000-W7", "198X", "1989-10-27T24", "P1E", "P3Q")]
    ['1949', '2000-W07', '198', '1989-10-27T24:00', 'P10Y', 'P9M']
    """
    if stretch := re.fullmatch(r"P(\d+)([ECLQ])", value):
        unit, factor = LENGTHS[stretch[2]]
        return f"P{int(stretch[1]) * factor}{unit}"
    value = re.sub(r"^(\d{4}(?:-\d\d)?)(?:-XX)+$", r"\1", value)
    value = re.sub(r"^(\d\d\d?)X{1,2}$", r"\1", value)
    value = re.sub(r"-W(\d)$", r"-W0\1", value)
    return re.sub(r"T(\d\d)$", r"T\1:00", value)


def describe(document: Document, reading: Reading, scorer: Any) -> Iterator[tuple[str, str]]:
    """Yields each error of a document as its kind and the expression with both of its values."""
    text, published = document.article.text, document.article.published
    for timex, time in align(document, reading, scorer):
        if timex is not None and time is None:
            yield "missed", f"{_show(text, timex.start, timex.end)}: {timex.value}"
        if time is not None and timex is None:
            yield "invented", f"{_show(text, time.span.start, time.span.end)}: {time.value}"
        if timex is not None and time is not None and timex.value != time.value:
            shown = _show(text, time.span.start, time.span.end)
            kind = f"{_get_form(timex.value)} read as {_get_form(time.value)}"
            yield kind, f"{shown}: {timex.value} read as {time.value} ({published})"


def _show(text: str, start: int, end: int, around: int = 45) -> str:
    before, after = text[max(0, start - around) : start], text[end : end + around]
    return " ".join(f"…{before}[{text[start:end]}]{after}…".split())


def _get_form(value: str) -> str:
    """Returns the form of a TIMEX3 value: each number in a duration is N, each other digit 9."""
    return re.sub(r"[0-9.]+", "N", value) if value.startswith("P") else re.sub("[0-9]", "9", value)


def print_wrong(name: str, errors: list[tuple[str, str]], n: int) -> None:
    """Prints the errors of a corpus by their kinds, the commonest first, with up to n examples of each."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for kind, example in errors:
        kinds[kind].append(example)
    for kind, examples in sorted(kinds.items(), key=lambda item: -len(item[1])):
        print(f"{name}: {len(examples)} × {kind}")
        for example in examples[:n]:
            print(f"    {example}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.time", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--score", type=Path, help="the scorer; DATA/../score/score.py if not given")
    parser.add_argument("--cache", type=Path, help="folder to keep what the encoder read, for the next run")
    parser.add_argument("--wrong", type=int, default=0, help="how many errors of each kind to list")
    options = parser.parse_args()
    if not (options.data / "timeml").is_dir():
        print(
            f"skipped: there is no folder {options.data / 'timeml'}; the corpora are not part of the project"
        )
        return
    scorer = Scorer(options.score or options.data.parent / "score" / "score.py")
    module, rows = scorer.load(), []
    for name in CORPORA:
        read = list(read_corpus(name, options.data, options.cache))
        measures = [*score(name, options.data, scorer, [reading for _, reading in read])]
        measures.append(measure_sense(name, [pair for one in read for pair in align(*one, module)]))
        rows += [judge(measure, BARS) for measure in measures]
        if options.wrong:
            print_wrong(name, [error for one in read for error in describe(*one, module)], options.wrong)
    print(format_table(({"measure": row["name"], **row} for row in rows), COLUMNS))


if __name__ == "__main__":
    main()
