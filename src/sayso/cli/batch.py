"""Batch: the articles of one run, counted on their way."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.model import Article, Reading, Rejection
from sayso.vocab import load_table


class Batch:
    """Counts what passes through a run and sets aside what was rejected.

    Attributes:
        found: articles that were found so far.
        is_complete: whether all have been found.
        read: articles that were read.
        claims: claims in them.
        rejections: what did not become an article or a reading, with the reasons.
    """

    def __init__(self) -> None:
        self.found = 0
        self.is_complete = False
        self.read = 0
        self.claims = 0
        self.rejections: list[Rejection] = []
        self._places: deque[tuple[str, int | None]] = deque()

    def admit(self, items: Iterable[tuple[str, int | None, Article | Rejection]]) -> Iterator[Article]:
        """Passes on the articles; path and line of each are kept until its reading is recorded."""
        for path, line, item in items:
            if isinstance(item, Rejection):
                self.rejections.append(item)
            else:
                self.found += 1
                self._places.append((path, line))
                yield item
        self.is_complete = True

    def record(self, items: Iterable[Reading | Rejection]) -> Iterator[Reading]:
        """Passes on the readings; a rejection gets the path and line that its article came from.

        Args:
            items: what became of each admitted article, in their order.
        """
        for item in items:
            place = self._places.popleft() if self._places else None
            if isinstance(item, Rejection):
                path, line = place or (item.path, item.line)
                self.rejections.append(replace(item, path=path, line=line))
            else:
                self.read += 1
                self.claims += len(item.attributions)
                yield item

    def summarise(self) -> str:
        """Tells in a line what was read, and in one more for each file and code of rejections why."""
        line = f"read {_count(self.read, 'article')}, {_count(self.claims, 'claim')}"
        if self.rejections:
            line += f"; rejected {len(self.rejections)}"
        groups: dict[tuple[str, str], list[Rejection]] = {}
        for rejection in self.rejections:
            groups.setdefault((rejection.path, rejection.code), []).append(rejection)
        return "\n".join([line, *map(_describe, groups.values())])


def _describe(rejections: Sequence[Rejection]) -> str:
    """Tells in a line the first of some rejections of one file and code, and where the others are."""
    first, *others = rejections
    line = str(first).replace("\n", "\ufffd")  # a name may hold one
    if not others:
        return line
    most: int = load_table("limit")["lines_named"]
    numbers = [f"{rejection.line}" for rejection in others if rejection.line is not None]
    named = ", ".join(numbers[:most]) + (", …" if len(numbers) > most else "")
    where = f": {'line' if len(numbers) == 1 else 'lines'} {named}" if numbers else " in this file"
    return f"{line} (and {len(others)} more of {first.code}{where})"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
