"""Writing predictions and matching them, with a stand-in for the scorer."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from bench.accuracy.attribution import match_softly, write_predictions
from bench.corpus import Sample
from sayso.model import Article, Attribution, Reading, Span, Speaker

TEXT = "Olga Brandt said the pumps had failed."


def make_reading() -> tuple[Sample, Reading]:
    article = Article.of(TEXT, id="pumps")
    speaker = Speaker(name=None, kind="unresolved", actor=None, mention=None)
    common: dict[str, Any] = {
        "source": None,
        "cue": None,
        "quotation": "indirect",
        "act": None,
        "audience": None,
    }
    content = (Span.of(TEXT, 17, 37),)
    rows = [
        Attribution(id=i, parent=p, content=content, speaker=speaker, confidence=0.5, **common)
        for i, p in (("A1", None), ("A2", "A1"))
    ]
    return Sample(article, [{"S": [], "Q": [], "C": [[17, 37]]}]), Reading(
        article=article, attributions=tuple(rows)
    )


SCORER = SimpleNamespace(
    pred_attributions=lambda reading, shift: [dict(a) for a in reading["attributions"]],
    score_attributions=lambda docs: (
        {},
        [(t, g, p) for t, gold, predicted in docs for g in gold for p in predicted],
    ),
)


def test_a_refused_article_has_no_line(tmp_path: Path) -> None:
    """The scorer counts it as not predicted."""
    sample, reading = make_reading()
    path = write_predictions([(sample, reading), (sample, None)], tmp_path)
    lines = path.read_text("utf8").splitlines()
    assert [json.loads(line)["article"]["id"] for line in lines] == ["pumps"]


def test_nested_predictions_take_part_only_where_gold_nests() -> None:
    """PolNeAR marks no nesting, so there a nested prediction is neither right nor wrong."""
    sample, reading = make_reading()
    found = [[p["id"] for p in match_softly(sample, reading, SCORER, nested=n)] for n in (True, False)]
    assert found == [["A1", "A2"], ["A1"]]


def test_matching_leaves_the_gold_as_it_was() -> None:
    """The scorer writes onto what it is given; the sample is read by several measures."""
    sample, reading = make_reading()
    before = [dict(g) for g in sample.gold]
    match_softly(sample, reading, SCORER)
    assert sample.gold == before
