"""GKG rows against an independent parser, and against the codebook where that parser does not follow it."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from py_gdelt.models.gkg import GKGRecord
from py_gdelt.parsers.gkg import GKGParser

from sayso.export.exchange import write_gkg
from sayso.export.exchange.gkg import code_row
from sayso.model import Reading
from sayso.vocab import load_table

FIELDS = load_table("gkg")["fields"]


def code(reading: Reading) -> dict[str, str]:
    row = code_row(reading, 0)
    assert len(row) == 27
    return dict(zip(FIELDS, row, strict=True))


def split(field: str, blocks: str = ";", parts: str = "#") -> list[list[str]]:
    return [block.split(parts) for block in field.split(blocks) if block]


def parse(*readings: Reading) -> list[GKGRecord]:
    stream = io.StringIO()
    write_gkg(readings, stream)
    return [GKGRecord.from_raw(raw) for raw in GKGParser().parse(stream.getvalue().encode("utf-8"))]


def test_another_parser_reads_the_row(sample: Reading) -> None:
    """A parser of GDELT's own files reads date, source, address, people, places and amounts back."""
    (record,) = parse(sample)
    assert record.date.strftime("%Y-%m-%dT%H:%M") == "2026-03-01T23:30"
    assert (record.source_name, record.source_url) == ("news.example", sample.article.url)
    assert [(e.name, e.offset) for e in record.persons] == [("Marit Solheim", 252), ("Marit Solheim", 289)]
    assert [e.name for e in record.organizations] == ["Rotterdam police"]
    assert [(p.geo_type, p.name, p.country_code) for p in record.locations] == [
        (3, "Austin", "US"), (4, "Rotterdam", "NL"), (2, "Texas", "US"),
    ]  # fmt: skip
    assert record.locations[0].lat == pytest.approx(30.27)
    assert [amount.amount for amount in record.amounts][:2] == [9, 12]


def test_corpus_has_a_row_an_article(corpus: tuple[Reading, ...]) -> None:
    """Every article is a line of 27 fields, with an id of its own, and a date only where it has one."""
    stream = io.StringIO()
    write_gkg(corpus, stream)
    rows = [line.split("\t") for line in stream.getvalue().split("\n")[:-1]]
    assert {len(row) for row in rows} == {27}
    assert len({row[0] for row in rows}) == len(rows) == len(corpus)
    assert [bool(row[1]) for row in rows] == [reading.article.published is not None for reading in corpus]


def test_blocks_have_their_parts(corpus: tuple[Reading, ...], sample: Reading) -> None:
    """Each block of each field has as many parts as the codebook says, whatever stands in the names."""
    parts = {
        "V1COUNTS": 10, "V2.1COUNTS": 11, "V1LOCATIONS": 7, "V2ENHANCEDLOCATIONS": 9,
    }  # fmt: skip
    listed = {
        "V2ENHANCEDPERSONS": 2, "V2ENHANCEDORGANIZATIONS": 2, "V2.1ENHANCEDDATES": 5, "V2.1ALLNAMES": 2,
        "V2.1AMOUNTS": 3,
    }  # fmt: skip
    for row in map(code, (*corpus, sample)):
        assert all(len(block) == count for field, count in parts.items() for block in split(row[field]))
        assert all(
            len(block) == count for field, count in listed.items() for block in split(row[field], ";", ",")
        )
        assert all(len(block) == 4 for block in split(row["V2.1QUOTATIONS"], "#", "|"))


def test_offsets_point_into_the_text(corpus: tuple[Reading, ...], sample: Reading) -> None:
    """Offsets are those of the reading: of figures, places, times, mentions and quotations."""
    for reading in (*corpus, sample):
        row, text = code(reading), reading.article.text
        figures = {figure.span.start for figure in reading.figures}
        assert {int(block[-1]) for block in split(row["V2.1AMOUNTS"], ";", ",")} <= figures
        assert {int(block[-1]) for block in split(row["V2.1COUNTS"])} <= figures
        places = {place.span.start for place in reading.places}
        assert {int(block[-1]) for block in split(row["V2ENHANCEDLOCATIONS"])} <= places
        times = {time.span.start for time in reading.times}
        assert {int(block[-1]) for block in split(row["V2.1ENHANCEDDATES"], ";", ",")} <= times
        for offset, length, _, words in split(row["V2.1QUOTATIONS"], "#", "|"):
            said = text[int(offset) : int(offset) + int(length)]
            assert len(said) == len(words)
            assert said.translate(dict.fromkeys(map(ord, "#|\n"), " ")) == words


def test_quotation_has_no_marks(sample: Reading) -> None:
    """A quotation begins after its opening mark; characters that part blocks are blanks in it."""
    assert code(sample)["V2.1QUOTATIONS"] == "215|35|told|Nobody panicked; we  sang   hummed,"


def test_date_has_its_resolution(sample: Reading) -> None:
    """A day is of resolution 3, a day of an unknown year of resolution 4."""
    assert code(sample)["V2.1ENHANCEDDATES"] == "3,3,1,2026,34;4,10,7,0,374"


@pytest.mark.parametrize(
    ("value", "coded"),
    [
        ("2026", "1,0,0,2026"),
        ("2026-03", "2,3,0,2026"),
        ("2026-03-01", "3,3,1,2026"),
        ("2026-03-01T12:00", "3,3,1,2026"),
        ("P3D", ""),
    ],
)
def test_dates(sample: Reading, value: str, coded: str) -> None:
    """Years and months are coded by their resolution; what is no date is left out."""
    time = replace(sample.times[0], value=value)
    assert code(replace(sample, times=(time,)))["V2.1ENHANCEDDATES"] == (coded and f"{coded},34")


def test_without_an_address_it_is_a_citation(sample: Reading) -> None:
    """An article that is not on the web is cited by its id, with the outlet as its source."""
    row = code(replace(sample, article=replace(sample.article, url=None)))
    assert row["V2SOURCECOLLECTIONIDENTIFIER"] == "2"
    assert (row["V2SOURCECOMMONNAME"], row["V2DOCUMENTIDENTIFIER"]) == ("Northern Wire; Evening", "sample 1")


def test_what_is_not_read_is_empty(sample: Reading) -> None:
    """Themes, tone, GCAM and images are not read."""
    row = code(sample)
    assert not any(row[field] for field in ("V1THEMES", "V2ENHANCEDTHEMES", "V1.5TONE", "V2GCAM"))
