"""The sample corpus: what is planted across its articles is found, and nothing else is linked."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from sayso.ingest import ingest
from sayso.model import Article
from sayso.reader import Embedded, share_reader
from sayso.reconcile.claim import ClaimLink, find_links
from sayso.reconcile.count import list_counts
from sayso.reconcile.duplicate import find_copy
from sayso.reconcile.series import Step, find_series
from sayso.reconcile.sketch import Sketch
from sayso.reconcile.statement import list_statements
from sayso.reconcile.story import find_pairs, group_stories

CORPUS = Path(__file__).parents[2] / "examples" / "corpus"
DAM = ("chychkan-dam-breach", "chychkan-toll-rises", "chychkan-live", "tessera-2026-04-16-chychkan")
LATE = ("chychkan-warnings", "chychkan-sheets", "halyard-2026-04-30-chychkan")
FERRY = ("tiworo-ferry", "halyard-2026-05-19-tiworo", "tiworo-manifest")

PLANTED = {
    (
        "denies",
        "any official of the ministry spoke to any reporter",
        "the investigators had heard from the harbour office",
    ),
    (
        "confirms",
        "the public health institute had received a doctor's report",
        "she had reported the cases to the public health institute",
    ),
}
"""What the first passage does to the second; `docs/claims.md` tells of what is planted but not read."""


@cache
def _read() -> dict[str, Embedded]:
    """The readings by the names that the README gives: the stem of a file, or the id of a row."""
    found: dict[str, Embedded] = {}
    for path in sorted(CORPUS.iterdir()):
        for item in ingest([path]):
            assert isinstance(item, Article), item
            found[item.id if path.suffix == ".jsonl" else path.stem] = share_reader().embed(item)
    return found


@cache
def _link() -> tuple[ClaimLink, ...]:
    """The links within each story, but for those between copies."""
    read = {embedded.reading.article.id: embedded for embedded in _read().values()}
    sketches = {id_: Sketch.of(embedded.reading.article) for id_, embedded in read.items()}
    links: list[ClaimLink] = []
    for story in group_stories(read, find_pairs(sketches.values())):
        links += find_links(s for id_ in story for s in list_statements(read[id_].reading, read[id_].vectors))
    return tuple(link for link in links if not find_copy(sketches[link.from_[0]], sketches[link.to[0]]))


def _follow(names: tuple[str, ...], measure: str) -> list[Step]:
    counts = [count for name in names for count in list_counts(_read()[name].reading)]
    return [step for series in find_series(counts) if series.measure == measure for step in series.steps]


def _matches(link: ClaimLink, planted: tuple[str, str, str]) -> bool:
    texts = [" ".join(span.text for span in spans) for spans in (link.spans, link.to_spans)]
    return link.type == planted[0] and all(a in b for a, b in zip(planted[1:], texts, strict=True))


@pytest.mark.parametrize("planted", sorted(PLANTED), ids=lambda planted: planted[0])
def test_planted_links_are_found(planted: tuple[str, str, str]) -> None:
    """What is planted between claims that are read is found."""
    assert any(_matches(link, planted) for link in _link())


def test_nothing_else_is_linked() -> None:
    """No claims are linked between which nothing is planted."""
    assert [link for link in _link() if not any(_matches(link, planted) for planted in PLANTED)] == []


@pytest.mark.parametrize(
    ("before", "value", "type_"),
    [
        (14, 31, "update"),
        (31, 43, "update"),
        (43, 58, "update"),
        (58, 68, "update"),
        (68, 69, "update"),
        (31, 47, "contradiction"),
        (47, 60, "contradiction"),
        (67, 81, "contradiction"),
        (69, 84, "contradiction"),
    ],
)
def test_the_toll_of_the_dam_moves_as_planted(before: int, value: int, type_: str) -> None:
    """The ministry's toll moves from article to article, and others dispute it."""
    steps = {(step.before.value, step.count.value): step.type for step in _follow((*DAM, *LATE), "killed")}
    assert steps.get((before, value)) == type_


def test_the_missing_of_the_dam_become_fewer() -> None:
    """Numbers of the missing fall from article to article."""
    found = [(step.before.value, step.count.value, step.type) for step in _follow((*DAM, *LATE), "missing")]
    assert found[1:] == [(88, 80, "update"), (80, 47, "update"), (47, 20, "update")]


def test_the_toll_of_the_ferry_moves_as_planted() -> None:
    """The rescue office's toll grows; what sank years ago is not counted with it."""
    steps = _follow(FERRY, "killed")
    assert (steps[0].before.value, steps[0].count.value, steps[0].type) == (9, 19, "update")
    assert 60 not in {step.count.value for step in steps} | {step.before.value for step in steps}
