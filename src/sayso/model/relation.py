"""Relation: what one claim or figure of an article does to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.record import Record

RelationType = Literal["denies", "confirms", "contradicts", "updates", "restates"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Record):
    """A directed relation between two attributions, figures or events of one reading.

    Attributes:
        from_: id of the one that denies, confirms, contradicts, updates or restates; its key is `from`.
        to: id of the other.
        type: what it does.
    """

    from_: str
    to: str
    type: RelationType
