"""Readings in the form of the annotation guide."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from sayso.export.gold import annotate, mark, write_gold
from sayso.model import Reading, Span
from tests.export.exchange.sample import make_sample

TEXT = "He said he heard that he was late."


def _read(folder: Path, name: str) -> Any:
    return json.loads((folder / name).read_text("utf-8"))


def test_a_mark_counts_the_places() -> None:
    """Words that stand first are written plainly, and later ones with their number, as they overlap."""
    assert mark(TEXT, Span.of(TEXT, 0, 2)) == "He"
    assert mark(TEXT, Span.of(TEXT, 8, 10)) == "he"
    assert mark(TEXT, Span.of(TEXT, 22, 24)) == {"t": "he", "n": 3}
    assert mark("aaa", Span.of("aaa", 1, 3)) == {"t": "aa", "n": 2}
    assert mark(TEXT, None) is None


def _find(text: str, mark: Any) -> tuple[int, int]:
    words, number = (mark["t"], mark["n"]) if isinstance(mark, dict) else (mark, 1)
    at = -1
    for _ in range(number):
        at = text.index(words, at + 1)
    return at, at + len(words)


def test_every_mark_leads_back_to_its_span() -> None:
    """What is written finds the spans that were read."""
    reading = make_sample()
    text, gold = reading.article.text, annotate(reading)
    for claim, row in zip(reading.attributions, gold["attributions"], strict=True):
        assert [_find(text, m) for m in row["content"]] == [(s.start, s.end) for s in claim.content]
        if claim.cue is not None:
            assert _find(text, row["cue"]) == (claim.cue.start, claim.cue.end)
    for figure, row in zip(reading.figures, gold["figures"], strict=True):
        assert _find(text, row["span"]) == (figure.span.start, figure.span.end)
    for event, row in zip(reading.events, gold["events"], strict=True):
        assert _find(text, row["trigger"]) == (event.trigger.start, event.trigger.end)


def test_has_the_fields_of_the_guide() -> None:
    """Attributions, figures, events and relations have the keys that the guide gives them."""
    gold = annotate(make_sample(), ["A1", "F99"])
    assert list(gold) == ["id", "attributions", "figures", "events", "relations", "reviewed"]
    claim = "id source cue content quotation act speaker speaker_kind audience parent"
    assert gold["attributions"][0].keys() - {"speaker_reason"} == set(claim.split())
    figure = "id span low high bound measure of place as_of since counter attribution"
    assert gold["figures"][0].keys() == set(figure.split())
    event = "id trigger type actors recipients place date factuality attribution"
    assert gold["events"][0].keys() == set(event.split())
    assert gold["reviewed"] == ["A1"]


def test_leaves_out_what_the_form_cannot_hold() -> None:
    """A claim without content is left out, and nothing points at it any more."""
    reading = make_sample()
    first, *others = reading.attributions
    gold = annotate(replace(reading, attributions=(replace(first, content=()), *others)))
    kept = {row["id"] for row in gold["attributions"]}
    assert first.id not in kept
    assert {row["parent"] for row in gold["attributions"]} <= {None, *kept}
    assert {row["attribution"] for row in (*gold["figures"], *gold["events"])} <= {None, *kept}


def test_writes_articles_beside_the_annotations(tmp_path: Path) -> None:
    """Each reading has a file of its own, and its text is in articles.json."""
    reading = make_sample()
    other = replace(reading, article=replace(reading.article, id="a/b c"))
    third = replace(reading, article=replace(reading.article, id="articles"))
    assert write_gold([(other, ()), (other, ()), (third, ("A1",))], tmp_path) == 3
    names = ["a-b-c-2.json", "a-b-c.json", "articles-2.json", "articles.json"]
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    articles = _read(tmp_path, "articles.json")
    assert [article["id"] for article in articles] == ["a/b c", "a/b c", "articles"]
    assert articles[0]["text"] == reading.article.text
    assert _read(tmp_path, "articles-2.json")["reviewed"] == ["A1"]


def test_writes_nothing_of_nothing(tmp_path: Path) -> None:
    """Without readings the articles are an empty list."""
    items: list[tuple[Reading, tuple[str, ...]]] = []
    assert write_gold(items, tmp_path) == 0
    assert _read(tmp_path, "articles.json") == []
