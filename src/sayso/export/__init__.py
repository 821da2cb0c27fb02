"""Writes readings for people and programs, one file per format."""

from sayso.export.format import Format
from sayso.export.jsonl import write_jsonl
from sayso.export.page import write_page
from sayso.export.terminal import write_terminal

__all__ = ["Format", "write_jsonl", "write_page", "write_terminal"]
