"""Quantities: numbers with the words that bound them ("at least ten", "between 36 and 40", "dozens of")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from sayso.model.figure import Bound
from sayso.reader.figure.number import Number, find_numbers, read_number
from sayso.vocab import load_table

_LEFT = 48
_WORD = re.compile(r"[^\s()\[\]\"“”;:]+")
_DASH = re.compile(r"\s?[-–—]\s?(?=\d)")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?![\w]|[,.]\d)|\d+(?![\w]|[,.]\d)")
_OF = re.compile(r"\s+of\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or a range of numbers, with the words that bound it.

    Attributes:
        start: offset of its first character, modifiers included.
        end: offset after its last character, modifiers included.
        core: offset of the number itself.
        core_end: offset after the number itself.
        low: least that it can be, or None.
        high: most that it can be, or None.
        bound: how it is bounded.
        number: the number, or the first of a range.
    """

    start: int
    end: int
    core: int
    core_end: int
    low: int | None
    high: int | None
    bound: Bound
    number: Number


@cache
def _compile(name: str) -> re.Pattern[str]:
    """Compiles a pattern of ranges: what opens one, what joins its numbers, a number with its scale."""
    table, number = load_table("figure_hedge"), load_table("number")
    hedge = rf"(?:(?:{_any(table['range_hedge'])})\s+)?"
    scale = _any([*number["scales"], *number["groups"], "hundred"])
    patterns = {
        "opener": rf"\b(?:{_any(table['range_opener'])})\s+$",
        "joint": rf"\s+({_any(table['range_joint'])})\s+{hedge}",
        "scaled": rf"^(\S+)\s+(?:{scale})\b",
    }
    return re.compile(patterns[name], re.IGNORECASE)


def _any(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def find_quantities(text: str) -> Iterator[Quantity]:
    """Finds the quantities of a text from left to right, whatever it is that they count."""
    numbers = list(find_numbers(text))
    at = 0
    while at < len(numbers):
        number = numbers[at]
        at += 1
        following = numbers[at] if at < len(numbers) else None
        span = _find_range(text, number, following)
        if span is None:
            if not _opens_hedge(text, number):
                yield _bound_number(text, number)
            continue
        low, high, end = span
        start, _ = _look_left(text, number)
        opener = _compile("opener").search(text, max(0, number.start - 12), number.start)
        start = min(start, opener.start()) if opener else start
        while at < len(numbers) and numbers[at].start < end:
            at += 1
        yield Quantity(start, end, number.start, end, low, high, "range", number)


def _opens_hedge(text: str, number: Number) -> bool:
    """Tells whether a "no" belongs to a hedge ("no fewer than") or an idiom and counts nothing by itself."""
    following = _WORD.match(text, number.end + 1)
    after = load_table("figure_hedge")["after_no"]
    return number.kind == "none" and following is not None and following.group().lower() in after


def _bound_number(text: str, number: Number) -> Quantity:
    start, bound = _look_left(text, number)
    end, after = _look_right(text, number.end)
    if bound == "exact":
        bound = after if after != "exact" else bound
    if number.kind == "vague" and bound != "more_than":
        bound = "vague"
        following = _OF.match(text, number.end)
        end = following.end() if following else end
    elif number.kind == "none":
        bound = "exact"
    low, high = _apply(number.value, bound)
    if bound == "more_than" and number.kind == "vague":
        low, bound = number.value, "vague"
    return Quantity(start, end, number.start, number.end, low, high, bound, number)


def _apply(value: int, bound: Bound) -> tuple[int | None, int | None]:
    """Returns the least and the most that a number with its bound allows."""
    low = {"more_than": value + 1, "at_most": None, "less_than": None, "nearly": None}.get(bound, value)
    high = {"exact": value, "about": value, "at_most": value, "nearly": value, "less_than": value - 1}.get(
        bound
    )
    return low, high


def _look_left(text: str, number: Number) -> tuple[int, Bound]:
    """Returns where the modifiers before a number start, and the bound that they set."""
    table = load_table("figure_hedge")
    floor = max(0, number.start - _LEFT, text.rfind("\n", 0, number.start) + 1)
    words = [(floor + m.start(), m.group().lower()) for m in _WORD.finditer(text[floor : number.start])]
    if words and words[-1][0] + len(words[-1][1]) < len(text[: number.start].rstrip()):
        return number.start, "exact"
    start, bound = number.start, "exact"
    while words:
        for size in range(min(4, len(words)), 0, -1):
            phrase = " ".join(word for _, word in words[-size:])
            if phrase in table["before"] and not _is_loose(phrase, number, start):
                break
        else:
            break
        start, words = words[-size][0], words[:-size]
        bound = table["before"][phrase] if bound == "exact" else bound
    if bound == "exact" and words and words[-1][1] in table["surpassing"]:
        bound = "more_than"
    return start, bound  # type: ignore[return-value]


def _is_loose(phrase: str, number: Number, start: int) -> bool:
    """Tells whether a preposition that can also mean a place or a topic stands before a small number."""
    table = load_table("figure_hedge")
    return start == number.start and phrase in table["loose"] and number.value < table["loose_least"]


@cache
def _compile_after() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+|-)?({_any(load_table('figure_hedge')['after'])})(?!\w)", re.IGNORECASE)


def _look_right(text: str, end: int) -> tuple[int, Bound]:
    """Returns where the modifiers after a number end, and the bound that they set."""
    match = _compile_after().match(text, end)
    if match is None or re.match(r"\s+than\b", text[match.end() : match.end() + 6]):
        return end, "exact"
    return match.end(), load_table("figure_hedge")["after"][match.group(1).lower()]


def _find_range(text: str, number: Number, following: Number | None) -> tuple[int, int, int] | None:
    """Returns low, high and end of the range that a number opens ("15,000 or 18,000", "10-12"), or None."""
    if number.kind != "exact":
        return None
    dash = _DASH.match(text, number.end)
    if dash:
        digits = _DIGITS.match(text, dash.end())
        value = read_number(digits.group()) if digits else None
        return _order(number, value, digits.group(), digits.end()) if digits and value is not None else None
    joint = _compile("joint").match(text, number.end)
    if joint is None or following is None or following.start != joint.end() or following.kind != "exact":
        return None
    before = text[max(0, number.start - _LEFT) : number.start].lower().split()
    word = joint.group(1).lower()
    if word == "and" and "between" not in before[-3:]:
        return None
    if word == "to" and not set(before[-8:]).isdisjoint(load_table("figure_hedge")["changing"]):
        return None
    return _order(number, following.value, following.text, following.end)


def _order(number: Number, high: int, words: str, end: int) -> tuple[int, int, int] | None:
    """Returns low, high and end where they rise; "two to three million" lends its scale to both."""
    scaled = _compile("scaled").match(words)
    low = number.value
    first = read_number(scaled.group(1)) if scaled else None
    if first and low < high // first:
        low *= high // first
    return (low, high, end) if low < high else None
