"""Name: how two names stand to each other, whatever else is known of those who bear them."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from sayso.reader.speaker.acronym import take_initials
from sayso.reconcile.actor.sketch import ActorSketch, Name
from sayso.vocab import load_table

Match = Literal["full", "single", "part", "gloss", "initials", "spelling", "role", "noun"]
"""How two actors can be one by what they are called:

    full      the same name of several words, middle names apart: "Ines Kubiak", "Ines M. Kubiak"
    single    the same name of one word: "Kubiak"
    part      one is the surname, or the head or tail of a body's name, of the other: "Kubiak", "Ines Kubiak"
    gloss     one is a short form that an article gives the other's name itself: "National Storm Fund (NSF)"
    initials  one is made of the other's initials: "NSF", "National Storm Fund"
    spelling  they differ as two transliterations do: "Yulia Marchenko", "Yuliia Marchenko"
    role      one has no name, and is called what the other is: "the pilot", "pilot Ines Kubiak"
    noun      neither has a name of its own, and the articles call them the same: "the coastguard", "Police"
"""


def match_names(one: ActorSketch, other: ActorSketch) -> Match | None:
    """Tells how two actors can be one by what they are called; None where they cannot."""
    if not one.name or not other.name:
        if not one.nouns & other.nouns:
            return None
        return "role" if one.name or other.name else "noun"
    if is_person(one) != is_person(other):
        return None
    if one.name == other.name:
        if not is_person(one) and is_common(one.name):
            return "noun"
        return "full" if len(one.name) > 1 else "single"
    short, full = sorted((one, other), key=lambda sketch: (len(sketch.name), sketch.name))
    return _match_people(short.name, full.name) if is_person(one) else _match_bodies(short, full)


def is_person(sketch: ActorSketch) -> bool:
    """Tells whether an actor is a person; an article may call a body what another calls a government."""
    return sketch.kind == "person"


def _match_people(short: Name, full: Name) -> Match | None:
    """A surname stands for a full name; two full names may drop a middle name, or differ in spelling."""
    if len(short) == 1 and len(full) > 1:
        return "part" if is_like(short[0], full[-1]) else None
    if short[0] == full[0] and short[-1] == full[-1] and _fits_between(short[1:-1], full[1:-1]):
        return "full"
    return "spelling" if is_spelling(short, full) else None


def _fits_between(few: Name, many: Name) -> bool:
    """Tells whether the middle names of one are all the other's, or their initials, in that order."""
    left = iter(many)
    return all(any(b == a or (1 in (len(a), len(b)) and b[0] == a[0]) for b in left) for a in few)


def _match_bodies(short: ActorSketch, full: ActorSketch) -> Match | None:
    """A body goes by a short form or by a part of its name."""
    if len(short.name) == 1:
        if short.name[0] in full.acronyms or (short.acronyms & full.acronyms):
            return "gloss"
        if short.name[0] in short.acronyms and spells(short.name[0], full.name):
            return "initials"
    if is_part(short.name, full.name):
        return "part"
    return "spelling" if is_spelling(short.name, full.name) else None


def spells(short: str, name: Name) -> bool:
    """Tells whether a short form is made of the initials of a name, its small words left out or not."""
    if len(short) < load_table("actor_link")["acronym_letters"] or len(name) < 2:
        return False
    return short in ("".join(word[0] for word in name), take_initials(list(name)).lower())


def is_part(short: Name, full: Name) -> bool:
    """Tells whether a body's name is the head or tail of a longer one, but no word that many bodies have."""
    if len(short) >= len(full) or is_common(short):
        return False
    return full[: len(short)] == short or (len(short) > 1 and full[-len(short) :] == short)


def is_common(name: Name) -> bool:
    """Tells whether a body's name is made of words that many bodies have: "Police Department"."""
    table = load_table("speaker")
    return all(any(word in table[key] for key in ("generic", "small", "body", "office")) for word in name)


def is_spelling(one: Name, other: Name) -> bool:
    """Tells whether two names have as many words, and each is the other's in another spelling."""
    return len(one) == len(other) and all(is_like(a, b) for a, b in zip(one, other, strict=True))


def is_like(one: str, other: str) -> bool:
    """Tells whether two words are the same or as near in letters as transliterations are.

    They sound alike by their consonants, end alike where an ending tells women from men, and their normalised
    Indel similarity is not too small.
    """
    from rapidfuzz.fuzz import ratio

    table = load_table("actor_link")
    if one == other:
        return True
    if min(len(one), len(other)) < table["spelling_letters"] or sound_out(one) != sound_out(other):
        return False
    ends = [word.rstrip("h")[-1:] for word in (one, other)]
    if ends[0] != ends[1] and {*ends} & {*table["endings"]}:
        return False
    return ratio(one, other) >= float(table["spelling"])


@lru_cache(maxsize=20_000)
def sound_out(word: str) -> str:
    """Returns the consonants of a folded word, those alike that stand for each other in transliterations."""
    table = load_table("actor_link")
    for letters, sound in table["sounds"]:
        word = word.replace(letters, sound)
    kept = [letter for letter in word if letter not in table["silent"]]
    return "".join(a for a, b in zip(kept, ["", *kept], strict=False) if a != b) or word
