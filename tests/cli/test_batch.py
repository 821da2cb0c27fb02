"""A run's articles, counted."""

from __future__ import annotations

from dataclasses import replace

from sayso.cli.batch import Batch
from sayso.model import Rejection
from tests.export.sample import make_reading

BAD = Rejection(path="a.jsonl", line=7, code="ING004", message="there is no text", hint="leave it out")


def test_rejections_do_not_stop_articles() -> None:
    """Articles pass, rejections of ingest are kept."""
    batch, article = Batch(), make_reading().article
    items = [("a.txt", None, article), ("a.jsonl", 7, BAD), ("b.txt", None, article)]
    assert list(batch.admit(items)) == [article, article]
    assert (batch.found, batch.is_complete, batch.rejections) == (2, True, [BAD])


def test_readings_pass_and_are_counted() -> None:
    """Readings pass, and their claims are counted; rejections of the reader are kept."""
    batch, reading = Batch(), make_reading()
    assert list(batch.record([reading, BAD, reading])) == [reading, reading]
    assert (batch.read, batch.claims, batch.rejections) == (2, 12, [BAD])


def test_rejections_of_the_reader_name_the_file() -> None:
    """What the reader rejects gets the path and line of its article, also where articles are equal."""
    batch, reading = Batch(), make_reading()
    places: list[tuple[str, int | None]] = [("a.txt", None), ("b.jsonl", 2), ("b.jsonl", 3), ("c.txt", None)]
    list(batch.admit((path, line, reading.article) for path, line in places))
    list(batch.record([reading, replace(BAD, path="9c0f", line=None), reading, replace(BAD, path="9c0f")]))
    assert [(bad.path, bad.line) for bad in batch.rejections] == [places[1], places[3]]


def test_articles_are_not_taken_ahead() -> None:
    """An article is asked for only when the reader wants it."""
    batch = Batch()
    admitted = batch.admit([("a.txt", None, make_reading().article)] * 3)
    next(admitted)
    assert (batch.found, batch.is_complete) == (1, False)


def test_summary_counts_and_gives_reasons() -> None:
    """The summary is a line, and a line with place, code, message and hint for each rejection."""
    batch = Batch()
    list(batch.record([make_reading()] * 14))
    assert batch.summarise() == "read 14 articles, 84 claims"
    list(batch.record([BAD, BAD]))
    assert batch.summarise() == (
        "read 14 articles, 84 claims; rejected 2\n"
        "a.jsonl:7: ING004: there is no text. leave it out\n"
        "a.jsonl:7: ING004: there is no text. leave it out"
    )


def test_summary_knows_one() -> None:
    """One article is one article."""
    batch = Batch()
    list(batch.record([make_reading()]))
    assert batch.summarise() == "read 1 article, 6 claims"
