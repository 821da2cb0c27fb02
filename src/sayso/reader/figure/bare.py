"""What a number without a noun counts: what the text spoke of just before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.reader.figure.noun import find_counted
from sayso.reader.figure.surface import Surface
from sayso.reader.figure.word import Words, find_kinds
from sayso.vocab import load_table

_FAR = 9
_FINITE = {"VBD", "VBZ", "VBP", "MD"}


class Earlier(Protocol):
    """A count found before."""

    @property
    def node(self) -> int:
        """Its token in the tree."""

    @property
    def low(self) -> int | None:
        """Its least value."""

    @property
    def measure(self) -> str:
        """What happened to those counted."""

    @property
    def of(self) -> tuple[int, int] | None:
        """The tokens of its noun phrase."""


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What a bare number refers back to.

    Attributes:
        measure: the measure that it takes over, or None where it has its own.
        noun: the noun that it counts, a token, or None.
        grade: how it is known: subject, joined or bare.
    """

    measure: str | None
    noun: int | None
    grade: str


def find_antecedent(
    words: Words, counts: Sequence[Earlier], place: tuple[int, int], value: int, hedged: bool
) -> Antecedent | None:
    """Finds what a number without a noun refers back to, or None.

    Args:
        words: the words of the text.
        counts: the counts before it, in the order of the text.
        place: the first token of the quantity, and the token after its last.
        value: the number.
        hedged: whether a modifier stands before it.
    """
    first, after = place
    table = load_table("figure_noun")
    before, following = words.lower[first - 1] if first else "", _read_at(words, after)
    last = next((c for c in reversed(counts) if words.sentence[first] - words.sentence[c.node] <= 1), None)
    told = hedged or before in table["linkers"] or (before, following) == ("from", "to")
    total = _find_total(words, place, told)
    if total is not None:
        return Antecedent(_read_fate(words, total), total, "subject")
    if before == "including":
        noun = _find_harm(words, first, counts)
        known = last is not None or noun is not None
        return Antecedent(last.measure if last else None, noun, "joined") if known else None
    if told and _is_elliptic(words, first):
        return None if last is None else Antecedent(last.measure, None, "joined")
    return (
        _find_label(words, place)
        or _find_last(words, last, place)
        or _find_same(words, counts, place, value, hedged)
    )


def _find_label(words: Words, place: tuple[int, int]) -> Antecedent | None:
    """Finds the noun that a number stands right after ("missing 43"), or that it is put in apposition to."""
    first, after = place
    if not first:
        return None
    before, table = words.lower[first - 1], load_table("figure_noun")
    if _is_closed(words, after) and find_kinds(before) & set(table["kinds"]):
        return Antecedent(None, first - 1, "subject")
    apposed = before == _read_at(words, after) == "," and first > 1 and words.tag[first - 2] == "NNS"
    if apposed and "person" in find_kinds(words.lower[first - 2]):
        return Antecedent(None, first - 2, "subject")
    return None


def _find_last(words: Words, last: Earlier | None, place: tuple[int, int]) -> Antecedent | None:
    """Finds the count just before, whose measure a number takes over."""
    if last is None:
        return None
    (first, after), table = place, load_table("figure_noun")
    following = _read_at(words, after)
    held = first > 0 and words.lower[first - 1] in table["holders"] and _is_closed(words, after)
    if held or following in load_table("figure_grammar")["relative_subject"]:
        return Antecedent(last.measure, None, "bare")
    joined = following in table["told"] or _is_gapped(words, last, place)
    return Antecedent(last.measure, None, "joined") if joined else None


def _is_closed(words: Words, after: int) -> bool:
    """Tells whether nothing that a number could count follows it."""
    return after == len(words) or words.pos[after] in ("PUNCT", "ADP", "SPACE")


def _read_at(words: Words, at: int) -> str:
    return words.lower[at] if 0 <= at < len(words) else ""


def _is_gapped(words: Words, last: Earlier, place: tuple[int, int]) -> bool:
    """Tells whether a clause leaves out what the last one says: "six died in Kilmore, two in Dunmore"."""
    first, after = place
    table = load_table("figure_grammar")
    joined = first > 0 and words.lower[first - 1] in table["gap_joint"]
    placed = _read_at(words, after) in table["gap_preposition"] and after + 1 < len(words)
    same = words.sentence[last.node] == words.sentence[first]
    return joined and placed and same and words.pos[after + 1] not in ("NUM", "PRON")


def _find_same(
    words: Words, counts: Sequence[Earlier], place: tuple[int, int], value: int, hedged: bool
) -> Antecedent | None:
    """Finds the count that the subject of a clause takes up: "All four are in stable condition"."""
    first, after = place
    at = after
    while at < len(words) and words.pos[at] == "ADV":
        at += 1
    if value < 2 or at >= len(words) or words.pos[at] != "AUX":
        return None
    same = next((c for c in reversed(counts) if c.low == value), None)
    if same is not None:
        return Antecedent(same.measure, None, "joined")
    opens = words.sentence[first - 1] != words.sentence[first] or words.pos[first - 1] == "PUNCT"
    return Antecedent(None, None, "bare") if opens or hedged else None


def _find_total(words: Words, place: tuple[int, int], told: bool) -> int | None:
    """Returns the noun whose number is given, or None; `told` tells whether something before may say so."""
    named = _find_named_total(words, place[1])
    if named is not None or not told:
        return named
    sized = find_sized(words, place[0])
    return _find_earlier_total(words, place[0]) if sized is None else sized


def _read_fate(words: Words, noun: int) -> str | None:
    """Reads what befell the people whose total is told: "the number of people killed"."""
    return Surface(words).read_after(noun + 1) if find_kinds(words.lower[noun]) == {"person"} else None


def _find_earlier_total(words: Words, first: int) -> int | None:
    """Returns the noun whose number a sentence gives: "the number of deaths rose to 66"."""
    named = _find_topic(words, first)
    if named is not None:
        return named
    table = load_table("figure_noun")
    kinds, person, at = {*table["kinds"], "casualty"}, None, first - 1
    while at >= 0 and words.sentence[at] == words.sentence[first]:
        if words.pos[at] in ("NOUN", "ADJ", "VERB"):
            found = find_kinds(words.lower[at])
            if found & kinds:
                return at
            if "person" in found and person is None and words.tag[at] == "NNS":
                person = at
            if words.lower[at] in table["totals"] and person is not None:
                return person
        at -= 1
    return None


def _find_topic(words: Words, first: int) -> int | None:
    """Returns the noun of "the number of …" that the only verb before a quantity is said of, or None."""
    totals = load_table("figure_noun")["totals"]
    at, finite = first - 1, 0
    while at >= 0 and words.sentence[at] == words.sentence[first]:
        finite += words.tag[at] in _FINITE
        if finite > 1:
            return None
        if finite and words.lower[at] in totals and words.lower[at + 1] == "of":
            counted = find_counted(words, at + 1, vague=False)
            fitting = {"person", "casualty", *load_table("figure_noun")["kinds"]}
            return counted.head if counted and find_kinds(words.lower[counted.head]) & fitting else None
        at -= 1
    return None


def find_sized(words: Words, first: int) -> int | None:
    """Returns the crowd or toll of which a number gives the size, or None: "put the crowd at 300".

    Args:
        words: the words of the text.
        first: the first token of the quantity.
    """
    nouns, sizing = load_table("figure_noun")["sized"], load_table("figure_grammar")["sizing"]
    for at in range(first - 1, max(-1, first - _FAR), -1):
        if words.sentence[at] != words.sentence[first]:
            return None
        if words.lower[at] in nouns:
            return at if at < first - 1 else None
        if words.lower[at] not in sizing and words.pos[at] not in ("ADV", "AUX"):
            return None
    return None


def _find_named_total(words: Words, after: int) -> int | None:
    """Returns the noun of a total that follows its number: "put at 31 the number of people …"."""
    if (
        _read_at(words, after) != "the"
        or _read_at(words, after + 1) not in load_table("figure_noun")["totals"]
    ):
        return None
    counted = find_counted(words, after + 2, vague=False) if _read_at(words, after + 2) == "of" else None
    return None if counted is None or not find_kinds(words.lower[counted.head]) else counted.head


def _is_elliptic(words: Words, first: int) -> bool:
    """Tells whether a total that names nothing has a number: "the true figure was between 60 and 70"."""
    totals = load_table("figure_noun")["totals"]
    near = range(first - 1, max(-1, first - _FAR), -1)
    at = next((i for i in near if words.lower[i] in totals), -1)
    if at < 0 or words.sentence[at] != words.sentence[first] or words.lower[at + 1] == "of":
        return False
    return words.pos[at - 1] not in ("NOUN", "PROPN") if at else True


def read_harm(words: Words, first: int) -> str | None:
    """Reads the noun of harm of which a quantity is told ("the dead included four boys", "a toll of 22").

    Args:
        words: the words of the text.
        first: the first token of the quantity.
    """
    table = load_table("figure_noun")
    if first < 2 or words.lower[first - 1] not in table["tellers"]:
        return None
    for at in range(first - 2, max(-1, first - _FAR), -1):
        if words.sentence[at] != words.sentence[first] or words.pos[at] in ("NUM", "PUNCT"):
            return None
        kinds = find_kinds(words.lower[at]) & set(load_table("figure_measure")["harm"])
        if kinds:
            return next(iter(sorted(kinds)))
    return None


def _find_harm(words: Words, first: int, counts: Sequence[Earlier]) -> int | None:
    """Returns the last noun of harm in the sentence before a token, unless a count comes after it."""
    kinds = set(load_table("figure_noun")["kinds"])
    low = max((count.node for count in counts), default=-1)
    for at in range(first - 1, low, -1):
        if words.sentence[at] != words.sentence[first]:
            return None
        if words.pos[at] == "NOUN" and find_kinds(words.lower[at]) & kinds:
            return at
    return None
