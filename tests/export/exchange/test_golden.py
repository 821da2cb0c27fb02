"""Each stream as it is written for the reading made by hand, reviewed once; and its shape for the corpus."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from sayso.export.exchange import Exchange, write_stream
from sayso.model import Reading

GOLDEN = Path(__file__).parent / "golden"
STREAMS = [exchange for exchange in Exchange if not exchange.makes_folder]


def write(exchange: Exchange, *readings: Reading) -> str:
    stream = io.StringIO()
    write_stream(readings, exchange, stream)
    return stream.getvalue()


@pytest.mark.parametrize("exchange", STREAMS)
def test_stream_is_the_golden_one(exchange: Exchange, sample: Reading) -> None:
    """The sample is written character for character as it was reviewed."""
    assert write(exchange, sample) == (GOLDEN / f"sample.{exchange}").read_text("utf-8")


@pytest.mark.parametrize("exchange", STREAMS)
def test_writing_is_deterministic(exchange: Exchange, sample: Reading) -> None:
    """The same readings give the same characters."""
    assert write(exchange, sample, sample) == write(exchange, sample, sample)


@pytest.mark.parametrize("exchange", STREAMS)
def test_nothing_read_is_still_a_file(exchange: Exchange) -> None:
    """Without readings what is written has its head, if the format has one, and no row."""
    assert len(write(exchange).splitlines()) <= 2
