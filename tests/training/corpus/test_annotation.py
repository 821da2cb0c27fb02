"""The project's own annotations, which stand apart from the texts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy

from training.corpus.annotation import FOLDER, read_annotations
from training.corpus.document import Event, Frame

EVENT = {"type": "COERCE", "factuality": "happened"}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Corpora of one article each."""
    for name, text in {
        "worldwide-ner/train.bioes.tsv": "# doc wire\nRangers\tB-Organization\narrested\tO\nmen\tO\n",
        "wikinews/articles.jsonl": json.dumps({"url": "page", "text": "Rangers said they left."}) + "\n",
    }.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, "utf8")
    return tmp_path


def write(folder: Path, **row: object) -> Path:
    """Writes an annotation of one article."""
    (folder / "own").mkdir()
    (folder / "own/wire.jsonl").write_text(json.dumps(row) + "\n", "utf8")
    return folder / "own"


def test_events_join_the_names_of_a_wire(data: Path) -> None:
    """An article of Worldwide newswire teaches its names and its events."""
    event = EVENT | {"trigger": [8, 16], "actors": [[0, 7]], "recipients": [[17, 20]]}
    folder = write(data, corpus="worldwide-ner", id="wire", events=[event])
    (document,) = read_annotations(data, spacy.blank("en"), folder)
    assert document.names == ["B-Organization", "O", "O"]
    assert document.events == [Event((1, 2), "COERCE", "happened", ((0, 1),), ((2, 3),))]


def test_events_alone_say_nothing_of_attributions(data: Path) -> None:
    """Where attributions were not annotated, none are taught to be absent."""
    folder = write(data, corpus="worldwide-ner", id="wire", events=[])
    (document,) = read_annotations(data, spacy.blank("en"), folder)
    assert document.frames is None


def test_attributions_become_frames(data: Path) -> None:
    """Spans of source, cue and content are spans of tokens, the cue's first the anchor."""
    marks = {"source": [[0, 7]], "cue": [[8, 12]], "content": [[13, 22]]}
    marks |= {"act": "state", "speaker_kind": "role"}
    folder = write(data, corpus="wikinews", id="page", events=[], attributions=[marks])
    (document,) = read_annotations(data, spacy.blank("en"), folder)
    assert document.frames == [Frame(1, False, ((0, 1),), ((1, 2),), ((2, 4),), "state", "role")]


def test_the_files_hold_no_text() -> None:
    """The shipped annotations are ids, labels and offsets."""
    row = json.loads((FOLDER / "worldwide.jsonl").read_text("utf8").splitlines()[0])
    assert set(row) == {"corpus", "id", "events"}
