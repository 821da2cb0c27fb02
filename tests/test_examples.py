"""The sample corpus: what its README says of it holds, and its reviewed gold is read."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sayso.ingest import ingest
from sayso.model import Article, Reading
from sayso.reader import load_reader
from sayso.vocab import load_table

EXAMPLES = Path(__file__).parent.parent / "examples"
GOLD = sorted((EXAMPLES / "golden").glob("*.json"))
LEAST_FOUND = 0.6
"""Share of the reviewed attributions that must be found: half of the content, and the source."""


@cache
def _articles() -> dict[str, Article]:
    """The articles by the names that the gold gives them: the stem of a file, or the id of a row."""
    found: dict[str, Article] = {}
    for path in sorted((EXAMPLES / "corpus").iterdir()):
        for item in ingest([path]):
            assert isinstance(item, Article), item
            found[item.id if path.suffix == ".jsonl" else path.stem] = item
    return found


@cache
def _read(name: str) -> Reading:
    return load_reader().read(_articles()[name])


def _locate(text: str, mark: Any) -> set[int]:
    if mark is None:
        return set()
    string, n = (mark["t"], mark.get("n", 1)) if isinstance(mark, dict) else (mark, 1)
    at = -1
    for _ in range(n):
        at = text.index(string, at + 1)
    return set(range(at, at + len(string)))


def _is_found(text: str, gold: dict[str, Any], reading: Reading) -> bool:
    content = set().union(*(_locate(text, mark) for mark in gold["content"]))
    source = _locate(text, gold["source"])
    for a in reading.attributions:
        other = {i for span in a.content for i in range(span.start, span.end)}
        words = set(range(a.source.start, a.source.end)) if a.source else set()
        same_source = bool(source & words) or not (source or words)
        if len(content & other) >= len(content | other) / 2 and same_source:
            return True
    return False


def test_every_article_is_taken_in() -> None:
    """Nothing in the corpus is rejected, and the README counts it right."""
    assert len(_articles()) == 22


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_is_read(path: Path) -> None:
    """Most of the attributions that a reviewer found are read."""
    text = _articles()[path.stem].text
    gold = json.loads(path.read_text("utf8"))["attributions"]
    found = [_is_found(text, attribution, _read(path.stem)) for attribution in gold]
    assert sum(found) >= LEAST_FOUND * len(gold)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_spans_stand_in_the_text(path: Path) -> None:
    """Every span of the reviewed gold is a string of the article as ingest gives it."""
    text = _articles()[path.stem].text
    for attribution in json.loads(path.read_text("utf8"))["attributions"]:
        for mark in (
            attribution["source"],
            attribution["cue"],
            attribution["audience"],
            *attribution["content"],
        ):
            _locate(text, mark)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_tells_why_a_speaker_is_unresolved(path: Path) -> None:
    """A speaker of the reviewed gold has one of the reasons if it is unresolved, and none if it is not."""
    reasons = load_table("speaker")["reason"].values()
    for attribution in json.loads(path.read_text("utf8"))["attributions"]:
        reason = attribution.get("speaker_reason")
        assert (reason in reasons) if attribution["speaker_kind"] == "unresolved" else (reason is None)


def test_a_lost_antecedent_has_its_reason() -> None:
    """The centre of the brief is nobody that the article tells of, and the reading says so."""
    speakers = [
        a.speaker for a in _read("monday-brief").attributions if a.source and a.source.text == "The centre"
    ]
    assert [speaker.reason for speaker in speakers] == [load_table("speaker")["reason"]["description"]]


def test_passages_that_the_readme_plants_are_there() -> None:
    """Each planted passage stands in the article that the README names."""
    section = (EXAMPLES / "README.md").read_text("utf8").partition("## What is planted where")[2]
    table = section.partition("\n## ")[0]
    rows = re.findall(r"^\| ([^|]+) \| `([\w.#-]+)` \| `([^`]+)` \|$", table, re.MULTILINE)
    assert len(rows) > 40
    for kind, name, passage in rows:
        if kind.startswith("page furniture"):  # ingest leaves it out of the text
            continue
        article = _articles()[name.partition("#")[2] or Path(name).stem]
        whole = f"{article.title} {article.byline} {article.text}"
        assert " ".join(passage.split()) in " ".join(whole.split()), name


@pytest.mark.parametrize("name", ["chychkan-warnings", "chychkan-live", "monday-brief", "tiworo-manifest"])
def test_readings_are_valid(name: str) -> None:
    """Every span of a reading of the corpus points at its characters."""
    _read(name).validate()
