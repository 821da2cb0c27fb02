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
    list(batch.record([BAD, replace(BAD, path="b.jsonl")]))
    assert batch.summarise() == (
        "read 14 articles, 84 claims; rejected 2\n"
        "a.jsonl:7: ING004: there is no text. leave it out\n"
        "b.jsonl:7: ING004: there is no text. leave it out"
    )


def test_rejections_of_one_kind_share_a_line() -> None:
    """Of one file and code the first is told, how many more there are, and the first of their lines."""
    batch = Batch()
    list(batch.record(replace(BAD, line=number) for number in range(3, 12)))
    list(batch.record([replace(BAD, code="ING005"), replace(BAD, code="ING005", line=9)]))
    assert batch.summarise().split("\n")[1:] == [
        "a.jsonl:3: ING004: there is no text. leave it out (and 8 more of ING004: lines 4, 5, 6, 7, 8, …)",
        "a.jsonl:7: ING005: there is no text. leave it out (and 1 more of ING005: line 9)",
    ]
    assert len(batch.rejections) == 11


def test_rejections_without_lines_are_counted() -> None:
    """Items of a JSON list have no lines, and are told by their number alone."""
    batch = Batch()
    list(batch.record([replace(BAD, line=None)] * 3))
    assert batch.summarise().endswith(
        "a.jsonl: ING004: there is no text. leave it out (and 2 more of ING004 in this file)"
    )


def test_a_rejection_is_one_line() -> None:
    """A line break in the name of a file does not break the line."""
    batch = Batch()
    list(batch.record([replace(BAD, path="a\nb.txt", line=None)]))
    assert batch.summarise().split("\n")[1:] == ["a\ufffdb.txt: ING004: there is no text. leave it out"]


def test_summary_knows_one() -> None:
    """One article is one article."""
    batch = Batch()
    list(batch.record([make_reading()]))
    assert batch.summarise() == "read 1 article, 6 claims"
