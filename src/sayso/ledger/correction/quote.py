"""Quote: words of an article, told by what they are, what stands around them, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Self

from sayso.model import Span
from sayso.model.record import Record
from sayso.vocab import load_table

_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Record):
    """The TextQuoteSelector and the TextPositionSelector of the W3C Web Annotation Data Model in one.

    Attributes:
        exact: the words.
        prefix: the characters before them.
        suffix: the characters after them.
        start: offset of their first character in the text that they were taken from.
        end: offset after their last one.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int

    @classmethod
    def of(cls, text: str, span: Span) -> Self:
        """Quotes a span of a text."""
        reach: int = load_table("correction")["context"]
        return cls(
            exact=span.text,
            prefix=text[max(0, span.start - reach) : span.start],
            suffix=text[span.end : span.end + reach],
            start=span.start,
            end=span.end,
        )

    def find(self, text: str) -> Span | None:
        """Finds the words in a text, the same or a later one; null where they are gone.

        The words as they were come before words that are like them; among several, those with the likest
        surroundings, then the nearest. What is found must share enough characters with the quotation: few
        words need what stood around them, many do not.
        """
        if self._stands(text):
            return Span.of(text, self.start, self.end)
        folded = fold(text)
        found = list(list_occurrences(folded, fold(self.exact))) or list(self._list_alike(folded))
        if not found:
            return None
        likeness, best = max(
            ((self._liken(folded, at), at) for at in found),
            key=lambda pair: (pair[0], -abs(pair[1][0] - self.start)),
        )
        if likeness[0] < load_table("correction")["found"]:
            return None
        return Span.of(text, *best[:2])

    def _stands(self, text: str) -> bool:
        """Tells whether the words and their surroundings stand where they stood."""
        around = self.prefix + self.exact + self.suffix
        first = self.start - len(self.prefix)
        return text[first : first + len(around)] == around

    def _list_alike(self, folded: str) -> Iterator[tuple[int, int, float]]:
        """Gives the words that are likest to a quotation of several (approximate matching, Sellers 1980)."""
        table = load_table("correction")
        pattern = [word.casefold() for word in _WORD.findall(fold(self.exact))]
        if len(pattern) < table["fewest_words"]:
            return
        words = list(_WORD.finditer(folded))
        cost, first, last = align(pattern, [word[0].casefold() for word in words])
        if first <= last and 1 - cost / len(pattern) >= table["likeness"]:
            yield words[first].start(), words[last].end(), 1 - cost / len(pattern)

    def _liken(self, folded: str, at: tuple[int, int, float]) -> tuple[float, float]:
        """Returns how much of a quotation is there: by its likest side, and by both sides."""
        start, end, likeness = at
        sides = [
            _compare(fold(self.prefix)[::-1], folded[max(0, start - len(self.prefix)) : start][::-1]),
            _compare(fold(self.suffix), folded[end : end + len(self.suffix)]),
        ]
        length = len(self.exact)
        same = likeness * length
        need = max(0.0, load_table("correction")["evidence"] - same)
        one, both = (
            (same + share * need) / (length + need) for share in (max(sides), sum(sides) / len(sides))
        )
        return one, both


def fold(text: str) -> str:
    """Makes marks that are typed in several ways one; the length stays."""
    return text.translate(str.maketrans(load_table("correction")["fold"]))


def list_occurrences(text: str, words: str) -> Iterator[tuple[int, int, float]]:
    """Gives every place at which words stand in a text, also where they overlap, each with a likeness of 1.

    Words that begin or end inside of longer ones are given only where there are no others.
    """
    inside = []
    at = text.find(words) if words else -1
    is_whole = False
    while at >= 0:
        end = at + len(words)
        if _is_cut(text, at) or _is_cut(text, end):
            inside.append((at, end, 1.0))
        else:
            is_whole = True
            yield at, end, 1.0
        at = text.find(words, at + 1)
    if not is_whole:
        yield from inside


def _is_cut(text: str, at: int) -> bool:
    """Tells whether a word goes on over an offset."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def align(pattern: list[str], words: list[str]) -> tuple[int, int, int]:
    """Finds the run of words that takes the fewest changes to become a pattern.

    Returns:
        How many words are changed, added or left out, and the first and the last word of the run.
    """
    costs = list(range(len(pattern) + 1))
    starts = [0] * (len(pattern) + 1)
    best = (len(pattern), 0, -1)
    for number, word in enumerate(words):
        above, before = 0, number
        costs[0], starts[0] = 0, number + 1
        for row, wanted in enumerate(pattern, 1):
            cost, start = min(
                (above + (word != wanted), before),
                (costs[row] + 1, starts[row]),
                (costs[row - 1] + 1, starts[row - 1]),
            )
            above, before = costs[row], starts[row]
            costs[row], starts[row] = cost, start
        best = min(best, (costs[-1], starts[-1], number))
    return best


def _compare(one: str, other: str) -> float:
    """Returns how like two stretches of text are, 0 to 1; the end of a text is like the end of another."""
    if not one and not other:
        return 1.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
