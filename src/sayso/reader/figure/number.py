"""Numbers of news: words, digits and mixtures of them, with the vague ones ("dozens", "a few thousand")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal

from sayso.vocab import load_table

Kind = Literal["exact", "vague", "none"]
_KINDS: dict[str, Kind] = {
    "number": "exact",
    "plural": "vague",
    "few": "vague",
    "alone": "exact",
    "none": "none",
}
_WORD = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text.

    Attributes:
        start: offset of its first character.
        end: offset after its last character.
        value: what it is, or the least that it can be where it is vague.
        kind: exact, vague ("dozens"), or none ("no", which counts only where harm is spoken of).
        text: its characters.
    """

    start: int
    end: int
    value: int
    kind: Kind
    text: str


def find_numbers(text: str) -> Iterator[Number]:
    """Finds the numbers of a text from left to right; parts of a whole ("a third") and ordinals are none."""
    pattern, openers, end = _compile(), _list_openers(), 0
    for word in _WORD.finditer(text):
        # The whole grammar is tried only where a word can open a number: it is slow everywhere else.
        if word.start() < end or not (word.group()[0].isdigit() or word.group().lower() in openers):
            continue
        match = pattern.match(text, word.start())
        number = _read(match) if match else None
        if number is not None:
            end = number.end
            yield number


def read_number(words: str) -> int | None:
    """Returns the value of a number in words, digits or both, or None where the words are not one number."""
    match = _compile().fullmatch(words.strip())
    number = _read(match) if match else None
    return None if number is None else number.value


def _read(match: re.Match[str]) -> Number | None:
    words, group = match.group(), match.lastgroup or ""
    kind = _KINDS[group]
    if group == "number":
        value = _add_up(words)
        kind = "vague" if value is not None and _is_few(words) else kind
    elif group == "plural":
        value = _read_plural(words)
    else:
        value = load_table("number")[group][" ".join(words.lower().split())]
    return None if value is None else Number(match.start(), match.end(), value, kind, words)


def _is_few(words: str) -> bool:
    """Tells whether a number is counted by a few: "several hundred", "a couple of thousand"."""
    return not set(words.lower().split()).isdisjoint(load_table("number")["heads"])


def _read_plural(words: str) -> int:
    """Reads "hundreds of thousands", also as the lesser of two: "thousands if not tens of thousands"."""
    table = load_table("number")
    parts = words.lower().removeprefix("many ").split(" if not ")[0].split()
    value: int = table["plurals"][parts[0]]
    return value * int(table["plural_units"][parts[-1]]) if parts[-1] in parts[1:] else value


def _add_up(words: str) -> int | None:
    """Adds up the groups of a number: "1.2 million", "two hundred and five thousand", "half a dozen"."""
    values, scales, parts = _weigh()
    total, group, scale = Fraction(0), Fraction(0), 1
    follows = False
    for part in re.findall(parts, words.lower()):
        if part[0].isdigit():
            group += Fraction(re.sub(r"[^\d.]", "", part))
        elif part in scales:
            value = scales[part]
            if part == "hundred":
                group = (group or 1) * Fraction(100)
            elif follows:
                total *= value
            else:
                total, group, scale, follows = total + (group or 1) * value, Fraction(0), value, True
            continue
        elif part == "quarters":
            group /= 4
        elif values[part] < 1 and total and not group:
            total += values[part] * scale
        else:
            group += values[part]
        follows = False
    return int(total + group) if (total + group).denominator == 1 else None


@cache
def _weigh() -> tuple[dict[str, Fraction], dict[str, int], str]:
    """Returns what words add, what they multiply by, and the pattern that cuts a number into its parts."""
    table = load_table("number")
    values = {
        word: Fraction(n) for key in ("units", "teens", "tens", "heads") for word, n in table[key].items()
    }
    values |= {word: Fraction(*pair) for word, pair in table["fractions"].items()}
    scales = {"hundred": 100} | table["scales"] | table["groups"] | table["suffixes"]
    return values, scales, rf"\d[\d,.\u00a0\u202f ]*|{_any([*values, *scales])}"


@cache
def _list_openers() -> frozenset[str]:
    """Returns the words that can open a number."""
    table = load_table("number")
    keys = ("units", "teens", "tens", "heads", "fractions", "plurals", "few", "alone", "none")
    joined = {one + two for one in table["tens"] for two in table["units"]}
    return frozenset({word.split()[0] for key in keys for word in table[key]} | {"a", "an", "many"} | joined)


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})".replace(" ", r"\s")


@cache
def _compile() -> re.Pattern[str]:
    table = load_table("number")
    gap, scale = r"(?:\s|-|‐)", _any(table["scales"])
    unit, teen, ten = (_any(table[key]) for key in ("units", "teens", "tens"))
    digits = r"(?:\d{1,3}(?:[,\u00a0\u202f]\d{2,4})+|\d{1,3}(?:\s000)+(?!\d)|\d+)(?:\.\d+)?"
    tidy = rf"(?:{ten}(?:{gap}?{unit})?(?![a-z])|{teen}|{unit})"
    below = rf"(?:(?:{tidy}|an?|\d{{1,2}}){gap}hundred(?:{gap}(?:and{gap})?{tidy})?|{tidy})"
    head = rf"(?:a{gap}few|several|a{gap}couple(?:{gap}of)?|couple|few)"
    half = rf"(?:{gap}and{gap}a{gap}(?:half|quarter))"
    quarter = rf"a{gap}quarter(?:{gap}of)?(?:{gap}an?)?|three{gap}quarters{gap}of{gap}a"
    part = rf"(?:half{gap}an?|an?{gap}half|{quarter})"
    first = rf"(?:{part}|{head}(?:{gap}hundred)?|(?:{below}|{digits}){half}?|an?)"
    more = rf"(?:,?{gap}(?:and{gap})?(?:{below}|{digits}){gap}{scale}|,{gap}{below}{gap}hundred)"
    rest = rf"(?:,?{gap}and{gap}{below}|,?{gap}{tidy}{gap}hundred(?:{gap}(?:and{gap})?{tidy})?|{gap}{below})"
    number = rf"""{first}(?:{gap}{scale})+{half}?(?:{more})*(?:{rest}(?!{gap}(?:{scale}|hundred)))?
        |{digits}(?:{_any(table["suffixes"])}\b)
        |(?:{part}|{head}|{tidy}|{digits}|an?){gap}{_any(table["groups"])}
        |(?:{part}|{head}){gap}hundred
        |{below}|{digits}"""
    plurals = _any(table["plurals"])
    some = rf"{plurals}(?:\sor\s{plurals})?(?:\sof\s{plurals})?"
    plural = rf"(?:many\s)?{some}(?:\sif\snot\s{some})?"
    named = [("number", number), ("plural", plural)]
    named += [(key, _any(table[key])) for key in ("few", "alone", "none")]
    pattern = "|".join(f"(?P<{name}>{body})" for name, body in named)
    return re.compile(
        rf"(?<![\w.,:/$€£#@&])(?<![\w][-–/’'])(?:{pattern})(?![\w]|[.,:/]\d|[’']s\b)",
        re.IGNORECASE | re.VERBOSE,
    )
