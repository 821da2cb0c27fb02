"""Roles: what the text calls those whom it names, from titles, appositions and what they are said to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.reader.figure.word import Words
from sayso.reader.speaker.mention import find_head
from sayso.reader.speaker.name import Name
from sayso.reader.speaker.noun import is_body_noun, is_person_noun
from sayso.reader.speaker.party import Party
from sayso.vocab import load_table


@dataclass(frozen=True, slots=True)
class Role:
    """A noun phrase that says what somebody is: tokens [start, end), its head noun among them."""

    start: int
    end: int
    head: int


def find_roles(words: Words, party: Party) -> Iterator[Role]:
    """Yields the roles that the text gives to a party at its names."""
    fits = is_person_noun if party.kind == "person" else is_body_noun
    for name in party.names:
        head = find_head(words, name.start, name.end)
        nouns = {*_find_title(words, name), *_find_beside(words, name), *_find_nouns(words, head)}
        for noun in sorted(nouns - {*range(name.start, name.end)}):
            if words.pos[noun] not in ("NOUN", "PROPN") or not fits(words.lower[noun]):
                continue
            start = noun
            while (
                start > 0
                and start != name.end
                and (
                    words.pos[start - 1] in ("ADJ", "NOUN", "PROPN")
                    or words.tag[start - 1] in ("HYPH", "POS")
                )
            ):
                start -= 1
            end = _find_end(words, noun)
            yield Role(start, min(end, name.start) if noun < name.start else end, noun)


def _find_title(words: Words, name: Name) -> Iterator[int]:
    """Yields the noun right before a name, or before its place: "Finance Minister", "mayor of Lund"."""
    end = name.start
    start = end - 1
    while start > 0 and words.label[start] and words.label[start - 1] == words.label[start]:
        start -= 1
    start -= start > 0 and words.lower[start - 1] == "the"
    if start > 1 and words.lower[start - 1] in load_table("speaker")["of"]:
        yield start - 2
    elif end:
        yield end - 1


def _find_beside(words: Words, name: Name) -> Iterator[int]:
    """Yields the noun that a comma parts from a name: "the mayor, Ewa Kral", "Ewa Kral, a retired nurse"."""
    if words.lower[name.start - 1 : name.start] == [","] and name.start > 1:
        yield name.start - 2
    if words.lower[name.end : name.end + 1] == [","]:
        last = None
        for at in range(name.end + 1, min(name.end + 8, len(words))):
            if words.pos[at] not in ("DET", "ADJ", "NOUN", "PROPN", "ADV", "NUM") and words.tag[at] not in (
                "HYPH",
                "POS",
            ):
                break
            last = at
        if last is not None:
            yield last


def _find_nouns(words: Words, head: int) -> Iterator[int]:
    """Yields the nouns that stand in apposition to a name's head, or are its predicate."""
    above = words.head[head]
    if words.dep[head] == "appos":
        yield above
    yield from (child for child in words.children[head] if words.dep[child] == "appos")
    if words.dep[head] == "nsubj" and any(words.dep[child] == "cop" for child in words.children[above]):
        yield above


def _find_end(words: Words, noun: int) -> int:
    """Returns the token after the complement of a noun: "minister of justice"."""
    end = noun + 1
    if end + 1 < len(words) and words.lower[end] in load_table("speaker")["of"]:
        last = end + 1
        while last < len(words) and (
            words.pos[last] in ("DET", "ADJ", "NOUN", "PROPN") or words.tag[last] in ("HYPH", "POS")
        ):
            last += 1
        end = last if last > end + 1 else end
    return end


def tell_gender(words: Words, names: Sequence[Name], roles: Sequence[str]) -> str:
    """Tells by titles, nouns and given names whether somebody is "he" or "she"; "" where nothing tells."""
    table = load_table("speaker_gender")
    before = [words.lower[name.start - 1] for name in names if name.start]
    for gender in ("he", "she"):
        if any(word in table[f"{gender}_noun"] for word in (*before, *roles)):
            return gender
    given = [words.lower[name.start] for name in names if name.end - name.start > 1]
    found = [gender for gender in ("he", "she") if any(word in table[gender] for word in given)]
    return found[0] if len(found) == 1 else ""
