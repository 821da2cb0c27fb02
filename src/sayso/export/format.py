"""Format: the forms that readings can be written in."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """A form that readings can be written in."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
