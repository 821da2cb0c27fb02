"""Exchange: the formats that other programs take, each with what writes it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from sayso.export.exchange.annotation import write_annotations
from sayso.export.exchange.casualty import write_casualties
from sayso.export.exchange.claim import write_claims
from sayso.export.exchange.csv import write_csv
from sayso.export.exchange.gkg import write_gkg
from sayso.export.exchange.hxl import write_hxl
from sayso.export.exchange.parquet import write_parquet
from sayso.export.exchange.plover import write_plover
from sayso.model import Reading


class Exchange(StrEnum):
    """A format that other programs take."""

    CSV = "csv"
    PARQUET = "parquet"
    ANNOTATION = "annotation"
    CLAIM = "claim"
    PLOVER = "plover"
    GKG = "gkg"
    UCDP = "ucdp"
    IBC = "ibc"
    ACLED = "acled"
    HXL = "hxl"

    @property
    def makes_folder(self) -> bool:
        """Whether it is a folder of files, a file a table, and not one stream."""
        return self in _FOLDERS


_FOLDERS = {Exchange.CSV: write_csv, Exchange.PARQUET: write_parquet}
_STREAMS = {
    Exchange.ANNOTATION: write_annotations,
    Exchange.CLAIM: write_claims,
    Exchange.PLOVER: write_plover,
    Exchange.GKG: write_gkg,
    Exchange.HXL: write_hxl,
}


def write_files(readings: Iterable[Reading], exchange: Exchange, folder: Path) -> None:
    """Writes a format that makes a folder into one that exists.

    Raises:
        ExportError: a library that the format needs is not installed (EXP001).
    """
    _FOLDERS[exchange](readings, folder)


def write_stream(readings: Iterable[Reading], exchange: Exchange, stream: TextIO) -> None:
    """Writes a format that is one stream."""
    if exchange in _STREAMS:
        _STREAMS[exchange](readings, stream)
    else:
        write_casualties(readings, stream, exchange.value)
