"""Writes readings for other programs and rule books, one file per format."""

from sayso.export.exchange.annotation import write_annotations
from sayso.export.exchange.casualty import write_casualties
from sayso.export.exchange.claim import write_claims
from sayso.export.exchange.csv import write_csv
from sayso.export.exchange.exchange import Exchange, write_files, write_stream
from sayso.export.exchange.gkg import write_gkg
from sayso.export.exchange.hxl import write_hxl
from sayso.export.exchange.parquet import write_parquet
from sayso.export.exchange.plover import write_plover

__all__ = [
    "Exchange",
    "write_annotations",
    "write_casualties",
    "write_claims",
    "write_csv",
    "write_files",
    "write_gkg",
    "write_hxl",
    "write_parquet",
    "write_plover",
    "write_stream",
]
