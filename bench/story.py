"""Prints how well articles are grouped into stories and copies found: python -m bench.story --data DATA."""

from __future__ import annotations

import argparse
import json
import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from bench.measure import Bar, Measure, format_table, judge
from sayso.model import Article
from sayso.reconcile.duplicate import find_copies
from sayso.reconcile.shingle import measure_jaccard
from sayso.reconcile.sketch import Sketch
from sayso.reconcile.story import find_pairs, group_stories

BARS = {
    "gva dev, stories, B-cubed F1": Bar(least=80),
    "ECB+ 26–35, stories, B-cubed F1": Bar(least=85),
    "gva train, copies, precision": Bar(least=98),
    "gva train, copies, recall": Bar(least=98),
}
COLUMNS = ("measure", "value", "unit", "bar", "met", "n", "note")
TOPICS = range(26, 36)
NEAR = 0.8
"""Jaccard from which two articles count as copies."""
_FILE = re.compile(r"(\d+)_\d+(ecb(?:plus)?)\.xml")
Labelled = tuple[Article, str]


def read_incidents(path: Path) -> Iterator[Labelled]:
    """Yields the articles of local news that have a text, each with its incident."""
    for line in path.read_text("utf8").splitlines():
        row = json.loads(line)
        if row["text"].strip():
            facts = {"title": row["title"], "published": row["dct"], "url": row["url"]}
            yield Article.of(row["text"], id=row["doc_id"], **facts), row["incident"]


def read_topics(folder: Path, topics: Iterable[int]) -> Iterator[Labelled]:
    """Yields the articles of ECB+, each with its sub-topic: the topic and the half of the corpus."""
    for topic in topics:
        for path in sorted((folder / str(topic)).glob("*.xml")):
            match = _FILE.fullmatch(path.name)
            if match is not None:
                yield Article.of(_read_text(path), id=path.name, url=path.name), "".join(match.groups())


def _read_text(path: Path) -> str:
    """Returns the tokens of a file, a sentence a line, without the address that it may begin with."""
    sentences: dict[int, list[str]] = defaultdict(list)
    for token in ET.parse(path).getroot().iter("token"):
        sentences[int(token.get("sentence", 0))].append(token.text or "")
    lines = [" ".join(words) for _, words in sorted(sentences.items())]
    return "\n".join(lines[1:] if "http" in lines[0] else lines)


def measure_bcubed(gold: Sequence[str], found: Sequence[str]) -> tuple[float, float, float]:
    """Returns F1, precision and recall of a grouping, in per cent (Bagga and Baldwin 1998).

    Args:
        gold: the gold group of each item.
        found: the group that each item was put into.
    """
    wanted, given = _gather(gold), _gather(found)
    both = [len(wanted[g] & given[f]) for g, f in zip(gold, found, strict=True)]
    precision = sum(n / len(given[f]) for n, f in zip(both, found, strict=True)) / len(gold)
    recall = sum(n / len(wanted[g]) for n, g in zip(both, gold, strict=True)) / len(gold)
    return 200 * precision * recall / (precision + recall), 100 * precision, 100 * recall


def _gather(labels: Sequence[str]) -> dict[str, set[int]]:
    groups: dict[str, set[int]] = defaultdict(set)
    for i, label in enumerate(labels):
        groups[label].add(i)
    return groups


def measure_stories(name: str, labelled: Sequence[Labelled]) -> Measure:
    """Groups articles into stories and compares these with their labels."""
    sketches = [Sketch.of(article) for article, _ in labelled]
    groups = group_stories([sketch.article for sketch in sketches], find_pairs(sketches))
    story = {article: group[0] for group in groups for article in group}
    found = [story[sketch.article] for sketch in sketches]
    f1, precision, recall = measure_bcubed([label for _, label in labelled], found)
    note = f"P {precision:.1f}, R {recall:.1f}; {len(groups)} stories"
    return Measure(f"{name}, stories, B-cubed F1", f1, len(labelled), note=note)


def measure_copies(name: str, articles: Iterable[Article]) -> Iterator[Measure]:
    """Compares the copies that are found by keys with those that a comparison of all pairs finds."""
    sketches = [Sketch.of(article) for article in articles]
    found = {pair for pair, copy in find_copies(sketches).items() if copy.kind != "excerpt"}
    right = {
        (min(a.article, b.article), max(a.article, b.article))
        for a, b in combinations(sketches, 2)
        if measure_jaccard(a.shingles, b.shingles) >= NEAR
    }
    both = len(found & right)
    yield Measure(f"{name}, copies, precision", 100 * both / max(1, len(found)), len(found))
    yield Measure(f"{name}, copies, recall", 100 * both / max(1, len(right)), len(right))


def measure_all(data: Path) -> Iterator[Measure]:
    """Yields the measures of all corpora."""
    yield measure_stories("gva dev", list(read_incidents(data / "gva/dev.jsonl")))
    yield measure_stories("ECB+ 26–35", list(read_topics(data / "ecbplus", TOPICS)))
    yield from measure_copies(
        "gva train", (article for article, _ in read_incidents(data / "gva/train.jsonl"))
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.story", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    options = parser.parse_args()
    rows = [judge(measure, BARS) for measure in measure_all(options.data)]
    print(format_table(({"measure": row["name"], **row} for row in rows), COLUMNS))


if __name__ == "__main__":
    main()
