"""Header: the lines between a headline and the first paragraph, and what each of them says."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from sayso.ingest.date import fill_names, parse_date
from sayso.vocab import load_table

_WORD = re.compile(r"[^\W\d_]+")
_URL = re.compile(r"https?://\S+")


def read_header(line: str) -> dict[str, str] | None:
    """Reads a line that is a byline, a date, an outlet, an address, or several of them.

    Returns:
        Values for `byline`, `published`, `updated`, `publisher` and `url`, whichever the line gives; null
        where any part of it is something else.

    >>> read_header("By Ada Merle and Jon Brack | 9 April 2026")
    {'byline': 'Ada Merle and Jon Brack', 'published': '2026-04-09'}
    """
    line = line.strip()
    if not line or len(line) > load_table("header")["header_characters"]:
        return None
    if whole := _read_part(line):
        return whole
    parts = _pattern("separators").split(line)
    return _merge(parts if len(parts) > 1 else split_date(line))


def split_date(line: str) -> list[str]:
    """Cuts a line where a date and something else meet, at a comma or before "by"; whole where none do.

    >>> split_date("Merrow Post, April 9, 2026"), split_date("Published 9 April 2026 by Ada Merle")
    (['Merrow Post', 'April 9, 2026'], ['Published 9 April 2026', 'by Ada Merle'])
    """
    joints = [*_pattern("byline_joint").finditer(line), *re.finditer(r",\s+", line)]
    for joint in joints:
        before, after = line[: joint.start()], line[joint.end() :]
        if _read_date(after) or _read_date(before):
            return [before, after]
    return [line]


def _merge(parts: list[str]) -> dict[str, str] | None:
    """Puts the facts of all parts together; null where one says nothing that is known, or all are fillers."""
    facts: dict[str, str] = {}
    for part in parts if len(parts) > 1 else ():
        found = {} if _pattern("filler").match(part.strip()) else read_header(part)
        if found is None:
            return None
        facts = found | facts
    return dict(sorted(facts.items())) or None


def _read_part(part: str) -> dict[str, str] | None:
    part = part.strip()
    if date := _read_date(part):
        return date
    if byline := read_byline(part):
        return {"byline": byline}
    if _URL.fullmatch(part):
        return {"url": part}
    label = _pattern("publisher_label").match(part)
    outlet = part[label.end() :] if label else part
    if is_outlet(outlet) and (label or has_outlet_word(outlet)):
        return {"publisher": outlet}
    return None


def _read_date(part: str) -> dict[str, str] | None:
    later = _pattern("later_label").match(part) is not None
    date = parse_date(_pattern("date_label").sub("", part))
    return {"updated" if later else "published": date} if date else None


def read_byline(line: str) -> str | None:
    """Returns the names behind "By", as printed; null where the line is no byline.

    >>> read_byline("By Friday the water had gone")
    """
    opening = _pattern("byline_opening").match(line)
    if opening is None or ends_sentence(line):
        return None
    names = line[opening.end() :].strip()
    return names if is_name(names) else None


def is_name(line: str) -> bool:
    """Tells whether a line may be names: few words, each with a capital but for particles and titles."""
    table = load_table("header")
    if len(line.split()) > table["byline_words_at_most"] or _pattern("not_a_name").search(line):
        return False
    weekdays_and_months = {*load_table("month")["weekdays"], *load_table("month")["months"]}
    words = _WORD.findall(line)
    if not words or words[0].lower() in weekdays_and_months:
        return False
    return any(word[0].isupper() for word in words) and all(
        word[0].isupper() or not word[0].islower() or word in table["name_particles"] for word in words
    )


def is_outlet(line: str) -> bool:
    """Tells whether a line may be the name of an outlet: a few capitalised words and no sentence."""
    most: int = load_table("header")["outlet_words_at_most"]
    return (
        len(line.split()) <= most
        and "," not in line
        and not ends_sentence(line)
        and line[:1].isupper()
        and is_name(line.removeprefix("The ").removeprefix("A "))
    )


def has_outlet_word(line: str) -> bool:
    """Tells whether a word of the line is one that outlets go by, such as Times or Agency."""
    return any(word.lower() in load_table("header")["outlet_words"] for word in _WORD.findall(line))


def ends_sentence(line: str) -> bool:
    """Tells whether a line ends in a full stop, perhaps inside of quotation marks or brackets."""
    return _pattern("full_stop").search(line.rstrip()) is not None


def find_dateline(text: str) -> str | None:
    """Returns the dateline that the first paragraph opens with, up to its dash; null where it has none.

    A dateline is a place in capitals, and nothing else but its region or country, a date and an agency in
    brackets; any other opening with a dash is the beginning of a sentence.

    >>> find_dateline("MERROW, April 9, 2026 (Lantern) — The bridge was closed.")
    'MERROW, April 9, 2026 (Lantern)'
    """
    table = load_table("header")
    opening = text.lstrip()[: table["dateline_characters"]].split("\n")[0]
    ends = [end for dash in table["dateline_dashes"] if (end := opening.find(dash)) > 0]
    if not ends:
        return None
    dateline = " ".join(opening[: min(ends)].split())
    found = _dateline_pattern().fullmatch(dateline)
    return dateline if found and found["place"].isupper() else None


@cache
def _dateline_pattern() -> re.Pattern[str]:
    table = load_table("header")
    pattern: str = table["dateline"]
    for name, part in table["dateline_parts"].items():
        pattern = pattern.replace(name, f"(?:{part})")
    return re.compile(fill_names(pattern))


@cache
def _pattern(name: str) -> re.Pattern[Any]:
    return re.compile(load_table("header")[name], re.IGNORECASE)
