"""PLOVER records and CAMEO codes."""

from __future__ import annotations

import io
import json
from typing import get_args

import pytest

from sayso.export.exchange import write_plover
from sayso.export.exchange.plover import find_root, list_events
from sayso.model import EventType, Reading
from sayso.vocab import load_table


def test_record_is_a_line(corpus: tuple[Reading, ...]) -> None:
    """Each event is one line of JSON with an id of its own."""
    stream = io.StringIO()
    write_plover(corpus, stream)
    records = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert len({record["id"] for record in records}) == sum(len(reading.events) for reading in corpus)


def test_offsets_point_into_the_text(corpus: tuple[Reading, ...], sample: Reading) -> None:
    """Trigger, parties and passage are the characters that their offsets cut out."""
    for reading in (*corpus, sample):
        for record in list_events(reading):
            for span in (record["text"], record["passage"], *record["source"], *record["target"]):
                assert reading.article.text[span["start"] : span["end"]] == span["text"]
            assert record["text"]["text"] in record["passage"]["text"]


def test_party_is_told_as_an_actor(sample: Reading) -> None:
    """A party that is an actor of the article is named by it; another is null."""
    record = list(list_events(sample))[1]
    assert record["source"][0]["actor"]["name"] == "Rotterdam police"
    assert record["target"][0]["actor"] is None


def test_mode_and_context_are_absent(sample: Reading) -> None:
    """What is not read is not there."""
    assert all(not {"mode", "context"} & record.keys() for record in list_events(sample))


def test_every_type_has_an_entry() -> None:
    """The table knows all types of the model, and no other."""
    assert load_table("cameo").keys() == set(get_args(EventType))


@pytest.mark.parametrize(
    ("type", "root"),
    [("AGREE", "03"), ("ACCUSE", "11"), ("COERCE", "17"), ("ASSAULT", "18"), ("DISASTER", None)],
)
def test_root_is_that_of_most_codes(type: str, root: str | None) -> None:
    """Of several roots that a type merges the one with most codes stands for it; a disaster has none."""
    assert find_root(type) == root
