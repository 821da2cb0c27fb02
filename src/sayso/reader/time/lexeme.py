"""Lexemes: the words of a text as symbols, one character each, so that rules are plain patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from sayso.reader.time.pattern import find_literals
from sayso.vocab import load_table

Classes = Mapping[str, Any]
"""The classes that a word belongs to (MONTH, UNIT, NUMBER …), each with its value there."""

OTHER = "·"
"""The symbol of a word that no rule names."""

_LEXEME = re.compile(
    r"\n\s*\n|[0-9]{4}([-/])[0-9][0-9]\1[0-9][0-9](?![0-9])|[0-9][0-9]?/[0-9][0-9]?/(?:[0-9]{4}|[0-9][0-9])(?![0-9/])|9/11|[0-9][0-9]?[:.][0-9][0-9](?![0-9.:])"
    r"|[0-9][0-9,]*\s[0-9]/[0-9]|[0-9]+(?:,[0-9]{3})+|[0-9]+\.[0-9]+|['’‘][0-9]0s\b|[0-9]+(?:st|nd|rd|th|s)\b|[0-9]+"
    r"|[ap]\.m\.?|[ap]m\b|['’‘]s\b|[^\W\d_]+|[^\w\s]",
    re.IGNORECASE,
)
_DIGITS = "0123456789"
_DASHES = "-–—‑"
_APOSTROPHES = "'’‘"
_FOLDS = str.maketrans({**dict.fromkeys(_DASHES, "-"), **dict.fromkeys(_APOSTROPHES, "'")})
_LONGEST_NUMBER = 15
"""Of how many characters a number may be, which no time is longer than."""
_MULTIPLIERS = (100, 1000)


@dataclass(slots=True)
class Lexemes:
    """The lexemes of a text.

    Attributes:
        symbols: one character for each.
        starts: the offset of the first character of each.
        ends: the offset after the last character of each.
        values: the classes of each that has some, by its number.
    """

    symbols: str
    starts: list[int]
    ends: list[int]
    values: dict[int, Classes]


def lex(text: str) -> Lexemes:
    """Cuts a text into lexemes; number words that make one number are one lexeme.

    >>> [text[a:b] for text in ["twenty-four hours"] for a, b in zip(lex(text).starts, lex(text).ends)]
    ['twenty-four', 'hours']
    """
    lexicon = load_lexicon()
    found: list[tuple[int, int, Classes]] = []
    for match in _LEXEME.finditer(text):
        word = match.group()
        found.append((match.start(), match.end(), lexicon.classify(word)))
    found = _join_numbers(text, found)
    symbols = "".join([lexicon.symbol(classes) if classes else OTHER for _, _, classes in found])
    values = {i: classes for i, (_, _, classes) in enumerate(found) if classes}
    return Lexemes(symbols, [start for start, _, _ in found], [end for _, end, _ in found], values)


class Lexicon:
    """The classes of words and their symbols.

    Attributes:
        lower: classes of words in any case.
        proper: classes of words that count only with a capital.
    """

    def __init__(self, table: Mapping[str, Any], literals: frozenset[str]) -> None:
        self.lower = _invert(table["words"], literals)
        self.proper = _invert(table["names"], frozenset())
        self._symbols: dict[frozenset[str], str] = {}
        for classes in [*self.lower.values(), *self.proper.values(), *_SAMPLES]:
            self.symbol(classes)
        for name in self.proper.keys() & self.lower.keys():
            self.symbol({**self.lower[name], **self.proper[name]})

    def classify(self, word: str) -> Classes:
        """Returns the classes of a word."""
        first = word[0]
        if first in _DIGITS or (first in _APOSTROPHES and word[1:2].isdigit()):
            return _classify_digits(word) if len(word) <= _LONGEST_NUMBER else _NONE
        low = word.lower().translate(_FOLDS)
        classes = self.lower.get(low, _NONE)
        if first.isupper() and low in self.proper:
            return {**classes, **self.proper[low]} if classes else self.proper[low]
        return classes

    def symbol(self, classes: Classes) -> str:
        """Returns the character that stands for words of exactly these classes."""
        key = frozenset(classes)
        if key not in self._symbols:
            self._symbols[key] = chr(0xE000 + len(self._symbols))
        return self._symbols[key]

    def charset(self, name: str) -> str:
        """Returns the symbols of all words that belong to a class."""
        return "".join(sorted(symbol for key, symbol in self._symbols.items() if name in key))


_NONE: Classes = {}


def _invert(table: Mapping[str, Mapping[str, Any]], literals: frozenset[str]) -> dict[str, dict[str, Any]]:
    """Turns class → word → value into word → class → value; a word that rules name is a class of its own."""
    words: dict[str, dict[str, Any]] = {}
    for name, members in table.items():
        for word, value in members.items():
            words.setdefault(word, {})[name] = value
    for literal in literals:
        words.setdefault(literal, {})[literal] = literal
    return words


@cache
def load_lexicon() -> Lexicon:
    """Loads the lexicon, once."""
    return Lexicon(load_table("time"), find_literals(load_table("time_rule")))


@lru_cache(maxsize=4096)
def _classify_digits(word: str) -> Classes:
    """Returns the classes of a lexeme that begins with a digit, or with an apostrophe and a digit."""
    if len(word) == 10 and word[4] in "-/":
        return {"ISO": word.replace("/", "-")}
    if "/" in word and " " not in word and "\n" not in word:
        return {"NINE_ELEVEN": word} if word == "9/11" else {"SLASHED": word}
    if word[-2:].lower() in ("st", "nd", "rd", "th"):
        return _classify_ordinal(int(word[:-2]))
    if word[-1] in "sS":
        return _classify_decade(word)
    if ":" in word or re.fullmatch(r"\d\d?\.\d\d", word):
        return _classify_clock(word)
    return _classify_integer(word) if word.isdecimal() else {"NUMBER": _read_broken(word)}


def _classify_ordinal(number: int) -> Classes:
    days = {"DAYTH": number} if number <= 31 else {}
    return {"ORDINAL": number, **days} if number else _NONE


def _read_broken(word: str) -> float:
    """Reads "2 1/2", "2.5" and "2,500"."""
    whole, *fraction = word.replace(",", "").split()
    if not fraction:
        return float(whole) if "." in whole else int(whole)
    top, bottom = fraction[0].split("/")
    return int(whole) + (int(top) / int(bottom) if int(bottom) else 0)


def _classify_decade(word: str) -> Classes:
    digits = word.strip(f"{_APOSTROPHES}sS")
    if not digits.endswith("0") or len(digits) not in (2, 4):
        return {"NUMBER": int(digits)}
    return {"DECADE": int(digits) // 10 if len(digits) == 4 else 190 + int(digits) // 10}


def _classify_clock(word: str) -> Classes:
    hour, minute = (int(part) for part in re.split("[:.]", word))
    number: Classes = {} if ":" in word else {"NUMBER": float(word)}
    if hour > 24 or minute > 59:
        return number
    return {**number, ("CLOCK" if ":" in word else "DOTTED"): (hour, minute)}


def _classify_integer(word: str) -> Classes:
    number = int(word)
    classes: dict[str, Any] = {"NUMBER": number}
    if 1 <= number <= 31 and len(word) <= 2:
        classes["DAY"] = number
    if number <= 24 and len(word) <= 2:
        classes["HOUR"] = number
    if len(word) == 4 and number // 100 <= 24 and number % 100 <= 59:
        classes["HHMM"] = (number // 100, number % 100)
    if len(word) == 4 and 1000 <= number <= 2199:
        classes["YEAR"] = number
    if len(word) == 2:
        classes["YY"] = number
    return classes


_SAMPLES: list[Classes] = [
    *(_classify_integer(str(number)) for number in range(2500)),
    *(_classify_integer(f"{number:02}") for number in range(100)),
    *(_classify_integer(f"{number:04}") for number in range(1000)),
    *map(
        _classify_digits,
        (
            "1st",
            "99th",
            "90s",
            "5s",
            "1.5",
            "9.50",
            "9.75",
            "25.30",
            "9:30",
            "99:99",
            "9/11",
            "1/1/99",
            "2000-01-01",
        ),
    ),
    {"NUMBER": 1},
    {"YEAR": 1999},
    {"NUMBER": 1999, "YEAR": 1999},
]
"""Digits of every kind, so that the symbols of all their classes are known before patterns are made."""


def _join_numbers(text: str, found: list[tuple[int, int, Classes]]) -> list[tuple[int, int, Classes]]:
    """Makes one lexeme of the words of one number, such as "two hundred" or "nineteen ninety-seven"."""
    joined: list[tuple[int, int, Classes]] = []
    at = 0
    while at < len(found):
        start, end, classes = found[at]
        if "WORDED" not in classes:
            joined.append(found[at])
            at += 1
            continue
        numbers, stop = [classes["WORDED"]], at + 1
        while stop < len(found) and (step := _next_number(text, found, stop)):
            numbers.append(found[stop + step - 1][2]["WORDED"])
            stop += step
        count, value = _add_up(numbers)
        while count < len(numbers):
            stop -= 1
            if "WORDED" in found[stop][2]:
                numbers.pop()
        while "WORDED" not in found[stop - 1][2]:
            stop -= 1
        end = found[stop - 1][1]
        joined.append((start, end, value if stop > at + 1 else classes))
        at = stop
    return joined


def _next_number(text: str, found: list[tuple[int, int, Classes]], at: int) -> int:
    """Returns how many lexemes on the next word of the same number stands: 0, 1, or 2 over a hyphen."""
    if "WORDED" in found[at][2]:
        return 1
    linked = text[found[at][0]] in _DASHES or text[found[at][0] : found[at][1]].lower() == "and"
    return 2 if linked and at + 1 < len(found) and "WORDED" in found[at + 1][2] else 0


def _add_up(numbers: list[int]) -> tuple[int, Classes]:
    """Returns how many of the number words belong together, and what they make."""
    if len(numbers) > 1 and 15 <= numbers[0] <= 20 and 10 <= numbers[1] <= 99:
        last = numbers[2] if len(numbers) > 2 and numbers[1] >= 20 and numbers[2] < 10 else 0
        return 3 if last else 2, {"YEAR": numbers[0] * 100 + numbers[1] + last}
    total, part, room = 0, numbers[0], numbers[0]
    for count, number in enumerate(numbers[1:], 1):
        if number in _MULTIPLIERS and part and part < number:
            part *= number
            if number == _MULTIPLIERS[-1]:
                total, part = total + part, 0
            room = number
        elif (number < 10 and room >= 20) or number < 100 <= room:
            part, room = part + number, number
        else:
            return count, {"NUMBER": total + part}
    value = total + part
    years = {"YEAR": value} if 1900 <= value <= 2100 and len(numbers) > 1 else {}
    return len(numbers), {"NUMBER": value, **years}
