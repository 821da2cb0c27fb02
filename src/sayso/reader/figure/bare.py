"""What a number without a noun counts: what the text spoke of just before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.reader.figure.word import Words, find_kinds
from sayso.vocab import load_table

_FAR = 9


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
    if first == 0 or after >= len(words):
        return None
    table = load_table("figure_noun")
    before, following = words.lower[first - 1], words.lower[after]
    sentence = words.sentence[first]
    last = next((c for c in reversed(counts) if sentence - words.sentence[c.node] <= 1), None)
    noun = _find_total(words, first) if hedged or before in table["linkers"] else None
    if noun is not None:
        return Antecedent(None, noun, "subject")
    if before == "including":
        noun = _find_harm(words, first, counts)
        return (
            Antecedent(last.measure if last else None, noun, "joined") if last or noun is not None else None
        )
    held = before in table["holders"] and words.pos[after] in ("PUNCT", "ADP", "SPACE")
    held = held or following in load_table("figure_grammar")["relative_subject"]
    if last and (held or following in table["told"]):
        return Antecedent(last.measure, None, "bare" if held else "joined")
    if before == following == "," and first > 1 and "person" in find_kinds(words.lower[first - 2]):
        return Antecedent(None, first - 2, "subject") if words.tag[first - 2] == "NNS" else None
    return _find_same(words, counts, place, value, hedged)


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


def _find_total(words: Words, first: int) -> int | None:
    """Returns the noun whose number a sentence gives: "the number of deaths rose to 66"."""
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
