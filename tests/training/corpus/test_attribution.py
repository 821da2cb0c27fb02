from __future__ import annotations

import json
from pathlib import Path

import spacy

from training.corpus.attribution import read_gold, read_polnear
from training.corpus.document import Count, Event

TEXT = "The dyke broke, Ilse Brandt said. “We ran.”"


def test_reads_character_spans_as_tokens(tmp_path: Path) -> None:
    """Spans of characters become spans of tokens, the anchor the first token of the cue."""
    row = {
        "id": "p1",
        "text": TEXT,
        "attributions": [{"source": [[16, 27]], "cue": [[28, 32]], "content": [[0, 14]]}],
    }
    path = tmp_path / "train.jsonl"
    path.write_text(json.dumps(row) + "\n", "utf8")
    (document,) = read_polnear(path, spacy.blank("en"))
    (frame,) = document.frames or []
    assert (frame.source, frame.cue, frame.content) == (((4, 6),), ((6, 7),), ((0, 3),))
    assert (frame.anchor, frame.bare) == (6, False)


def test_a_content_without_a_cue_hangs_on_itself(tmp_path: Path) -> None:
    """Gold without a cue is anchored at the first token of its content."""
    (tmp_path / "articles.json").write_text(json.dumps([{"id": "g1", "text": TEXT}]), "utf8")
    gold = {"id": "g1", "attributions": [{"source": None, "cue": None, "content": ["“We ran.”"]}]}
    (tmp_path / "g1.json").write_text(json.dumps(gold), "utf8")
    (document,) = read_gold(tmp_path, spacy.blank("en"))
    (frame,) = document.frames or []
    assert (frame.bare, TEXT[document.tokens[frame.anchor, 0] :]) == (True, "“We ran.”")


def test_gold_says_act_and_kind_of_speaker(tmp_path: Path) -> None:
    """Gold labels each attribution with its act and the kind of its speaker."""
    (tmp_path / "articles.json").write_text(json.dumps([{"id": "g1", "text": TEXT}]), "utf8")
    roles = {"source": "Ilse Brandt", "cue": "said", "content": ["The dyke broke"]}
    labels = {"act": "state", "speaker_kind": "named"}
    (tmp_path / "g1.json").write_text(json.dumps({"id": "g1", "attributions": [{**roles, **labels}]}), "utf8")
    (document,) = read_gold(tmp_path, spacy.blank("en"))
    (frame,) = document.frames or []
    assert (frame.act, frame.speaker_kind) == ("state", "named")


def test_gold_has_events_and_counts(tmp_path: Path) -> None:
    """Gold gives an article's events and figures."""
    (tmp_path / "articles.json").write_text(json.dumps([{"id": "g1", "text": "Two men drowned."}]), "utf8")
    event = {"trigger": "drowned", "type": "DISASTER", "factuality": "happened"}
    gold = {
        "id": "g1",
        "attributions": [],
        "events": [{**event, "actors": [], "recipients": ["Two men"]}],
        "figures": [{"span": "Two", "measure": "killed"}],
    }
    (tmp_path / "g1.json").write_text(json.dumps(gold), "utf8")
    (document,) = read_gold(tmp_path, spacy.blank("en"))
    assert document.events == [Event((2, 3), "DISASTER", "happened", (), ((0, 2),))]
    assert document.counts == [Count((0, 1), "killed")]
