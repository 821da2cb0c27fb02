"""Acronyms: which words before a bracket the letters in it stand for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.reader.figure.word import Words
from sayso.vocab import load_table


@dataclass(frozen=True, slots=True)
class Acronym:
    """An acronym at token `at` that is explained by tokens [start, end)."""

    at: int
    start: int
    end: int


def find_acronyms(words: Words, texts: list[str]) -> Iterator[Acronym]:
    """Yields the acronyms in brackets whose letters the capitals of the words before them spell.

    The long form is the shortest one whose initials are the letters in their order (after Schwartz and Hearst
    2003, for initials alone), or else what begins as the short form does.
    """
    titles = load_table("speaker")["title"]
    for at in range(2, len(texts) - 1):
        short = texts[at - 1] == "(" and texts[at + 1] == ")" and words.lower[at] not in titles
        if short and (is_acronym(texts[at]) or texts[at][0].isupper()):
            start = _find_start(words, texts, at - 1, texts[at]) if is_acronym(texts[at]) else None
            start = _find_opening(words, texts[at], at) if start is None else start
            if start is not None:
                yield Acronym(at, start, at - 1)


def is_acronym(text: str) -> bool:
    """Tells whether a word is made of capitals mostly: "FSB", "TfL", "U.N."."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 2 and sum(c.isupper() for c in letters) * 2 > len(letters)


def take_initials(parts: list[str]) -> str:
    """Returns the initials of the words of a name, in capitals, small words apart."""
    small = load_table("speaker")["small"]
    return "".join(part[0] for part in parts if part and part not in small).upper()


def _find_opening(words: Words, text: str, at: int) -> int | None:
    """Finds the start of the entity before a bracket whose first word the short form begins like."""
    end, label = at - 1, words.label[at - 2]
    start = end
    while start > 0 and words.label[start - 1] == label != "":
        start -= 1
    shared = 1 if text.isupper() else 2
    short = words.lower[at][:shared]
    starts = [i for i in range(start, end) if words.lower[i][:shared] == short and words.tag[i] == "NNP"]
    return starts[0] if starts and end - starts[0] > 1 else None


def _find_start(words: Words, texts: list[str], end: int, short: str) -> int | None:
    wanted = [c.lower() for c in short if c.isalpha()]
    small, longest = load_table("speaker")["small"], 2 * len(wanted) + 4
    left = len(wanted)
    for at in range(end - 1, max(end - longest, -1), -1):
        text = texts[at]
        if "\n" in text or text in "().;:":
            return None
        if words.lower[at] in small or not text[0].isalpha():
            if left and words.lower[at][0] == wanted[left - 1] and text[0] == short[left - 1]:
                left -= 1
            continue
        if not text[0].isupper() and words.lower[at][0] != wanted[left - 1]:
            return None
        capitals = [c.lower() for c in text if c.isupper()] or [words.lower[at][0]]
        while capitals and left and capitals[-1] == wanted[left - 1]:
            capitals.pop()
            left -= 1
        if capitals:
            return None
        if not left:
            return at
    return None
