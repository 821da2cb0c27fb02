"""Patterns: the notation of the rules, and how it becomes a regular expression over symbols.

A pattern is words apart by spaces: CLASS stands for any word of that class and keeps its value, a small word
or a mark for itself, {MACRO} for the pattern of that name; ( | ) ? * and the lookarounds of `re` are those of
regular expressions. The second MONTH of a pattern is kept as MONTH2.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NoReturn

_PIECE = re.compile(
    r"(?P<macro>\{[A-Z_]+\})|(?P<operator>\(\?<?[=!:]|[()|?*])|(?P<name>[A-Z][A-Z_]+)|(?P<word>[^\s(){}|?*]+)"
)


def find_literals(table: Mapping[str, Any]) -> frozenset[str]:
    """Finds the words that the patterns of a table of rules name themselves."""
    patterns = [*table["macros"].values(), *(rule["pattern"] for rule in table["rules"])]
    patterns += [pattern for compound in table["compounds"] for pattern in compound["gaps"]]
    return frozenset(piece["word"] for pattern in patterns for piece in _cut(pattern) if piece["word"])


def translate(pattern: str, macros: Mapping[str, str], charset: Callable[[str], str]) -> str:
    """Translates a pattern to a regular expression over symbols, with a named group for each class."""
    written: list[str] = []
    seen: dict[str, int] = {}
    for piece in _cut(_expand(pattern, macros)):
        if name := piece["name"]:
            seen[name] = seen.get(name, 0) + 1
            group = name if seen[name] == 1 else f"{name}{seen[name]}"
            written.append(f"(?P<{group}>[{charset(name) or _fail(name, pattern)}])")
        elif word := piece["word"]:
            written.append(f"[{charset(word) or _fail(word, pattern)}]")
        else:
            written.append("(?:" if piece["operator"] == "(" else piece["operator"])
    return "".join(written)


def find_starts(pattern: str, macros: Mapping[str, str], charset: Callable[[str], str]) -> frozenset[str]:
    """Finds the symbols with which a match of a pattern can begin."""
    starts, _, _ = _start([*_cut(_expand(pattern, macros))], 0, charset)
    return frozenset(starts)


def _start(pieces: list[re.Match[str]], at: int, charset: Callable[[str], str]) -> tuple[set[str], bool, int]:
    """Returns the first symbols of a group, whether it may be empty, and where it ends."""
    starts: set[str] = set()
    may_be_empty, is_open = False, True
    while at < len(pieces) and pieces[at]["operator"] != ")":
        operator = pieces[at]["operator"]
        if operator == "|":
            may_be_empty, is_open = may_be_empty or is_open, True
            at += 1
            continue
        if operator is None:
            firsts, is_optional, at = set(charset(pieces[at]["name"] or pieces[at]["word"])), False, at + 1
        else:
            firsts, is_optional, at = _start(pieces, at + 1, charset)
            at += 1
            if operator != "(":
                firsts, is_optional = set(), True
        if at < len(pieces) and pieces[at]["operator"] in ("?", "*"):
            is_optional, at = True, at + 1
        if is_open:
            starts |= firsts
        is_open = is_open and is_optional
    return starts, may_be_empty or is_open, at


def _fail(name: str, pattern: str) -> NoReturn:
    raise ValueError(f"no word is {name} in the pattern {pattern}")


def _expand(pattern: str, macros: Mapping[str, str]) -> str:
    while "{" in pattern:
        pattern = re.sub(r"\{([A-Z_]+)\}", lambda name: f"({macros[name[1]]})", pattern)
    return pattern


def _cut(pattern: str) -> Iterator[re.Match[str]]:
    return _PIECE.finditer(pattern)
