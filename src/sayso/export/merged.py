"""Merged: what an article mentions once or often, as one thing with all of its mentions."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from sayso.export.number import tell_number
from sayso.model import Span


class Mention(Protocol):
    """A record of one passage: a place or a time."""

    @property
    def span(self) -> Span:
        """Where it stands."""


M = TypeVar("M", bound=Mention)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged(Generic[M]):
    """One thing with all of its mentions.

    Attributes:
        number: from 1, in the order of the text.
        records: its mentions, one at least.
    """

    number: int
    records: tuple[M, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it is mentioned."""
        return tuple(record.span for record in self.records)

    @property
    def mentions(self) -> str:
        """How often it is mentioned."""
        return tell_number(len(self.records), "mention")


def merge(records: Iterable[M], tell_key: Callable[[M], Hashable]) -> Iterator[tuple[int, tuple[M, ...]]]:
    """Yields the records of one key together, numbered in the order of their first mentions."""
    merged: dict[Hashable, list[M]] = {}
    for record in sorted(records, key=lambda record: record.span.start):
        merged.setdefault(tell_key(record), []).append(record)
    for number, each in enumerate(merged.values(), start=1):
        yield number, tuple(each)
