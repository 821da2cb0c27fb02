"""Credit: who signed an article, where the line has no "By" to say so."""

from __future__ import annotations

import re

from sayso.ingest.date import parse_date
from sayso.ingest.header import has_outlet_word, is_name, is_outlet, read_header, split_date
from sayso.vocab import load_table


def read_credit(line: str) -> dict[str, str] | None:
    """Reads a line of names and the outlet that they write for, with or without a date.

    The outlet ends in a word that outlets go by; without one, names alone may be anything. Null for all
    other lines.

    >>> read_credit("Ada Merle, Merrow Post")
    {'byline': 'Ada Merle', 'publisher': 'Merrow Post'}
    >>> read_credit("9 April 2026 | Ada Merle and Jon Brack | The Merrow Post")
    {'byline': 'Ada Merle and Jon Brack', 'published': '2026-04-09', 'publisher': 'The Merrow Post'}
    """
    facts: dict[str, str] = {}
    for part in _split(line):
        found = _read_part(part)
        if found is None or facts.keys() & found.keys():
            return None
        facts |= found
    return dict(sorted(facts.items())) if facts.keys() >= {"byline", "publisher"} else None


def read_dated(line: str) -> str | None:
    """Returns the date of a line that is a name of whatever kind and a date; null for other lines.

    >>> read_dated("Merrow, 9 April 2026")
    '2026-04-09'
    """
    if len(line) > load_table("header")["header_characters"]:
        return None
    for joint in re.finditer(load_table("header")["joints"], line):
        name = line[: joint.start()].strip()
        if is_outlet(name) and (date := parse_date(line[joint.end() :])):
            return date
    return None


def is_names(line: str) -> bool:
    """Tells whether a line may be the names of persons, with what they do or where they are.

    >>> is_names("Ada Merle and Jon Brack in Merrow"), is_names("Ada Merle, Senior Reporter")
    (True, True)
    """
    table = load_table("header")
    names = re.split(table["names_end"], line.strip())[0]
    first, *others = re.split(table["names_joints"], names)
    return _is_person(first) and all(_is_person(name) or _is_role(name) for name in others)


def has_given_name(line: str) -> bool:
    """Tells whether a line begins with a given name that is known.

    >>> has_given_name("Anna Merle"), has_given_name("Water Rising")
    (True, False)
    """
    table = load_table("speaker_gender")
    return line.split(maxsplit=1)[0].lower() in {*table["she"], *table["he"]}


def _split(line: str) -> list[str]:
    """Cuts a line at its separators, and names from their outlet at the last comma."""
    line = line.strip()
    table = load_table("header")
    if len(line) > table["header_characters"]:
        return []
    parts: list[str] = []
    for part in (piece for whole in re.split(table["separators"], line) for piece in split_date(whole)):
        names, comma, outlet = part.rpartition(", ")
        parts.extend((names, outlet) if comma and _ends_outlet(outlet) and is_names(names) else (part,))
    return parts


def _read_part(part: str) -> dict[str, str] | None:
    part = part.strip()
    if _ends_outlet(part):
        return {"publisher": part}
    return {"byline": part} if is_names(part) else read_header(part)


def _ends_outlet(name: str) -> bool:
    return is_outlet(name) and has_outlet_word(name.rsplit(maxsplit=1)[-1]) and not _is_role(name)


def _is_person(name: str) -> bool:
    """Tells whether a name may be one person's: two or three words but for particles, and no outlet's."""
    table = load_table("header")
    words = [word for word in name.split() if word not in table["person_particles"]]
    return (
        len(words) in table["person_words"]
        and all(word[0].isupper() for word in words)
        and is_name(name)
        and not re.search(table["not_a_person"], name, re.IGNORECASE)
        and not has_outlet_word(name)
        and not _is_role(name)
        and not {word.lower() for word in words} & {*load_table("actor")["government"]}
    )


def _is_role(name: str) -> bool:
    words = name.lower().split()
    return bool(words) and words[-1] in load_table("header")["role_words"]
