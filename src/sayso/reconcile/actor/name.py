"""Name: how two names stand to each other, whatever else is known of those who bear them."""

from __future__ import annotations

from typing import Literal

from sayso.reader.speaker.acronym import take_initials
from sayso.reconcile.actor.sketch import ActorSketch, Name
from sayso.vocab import load_table

Match = Literal["full", "single", "part", "gloss", "initials", "spelling", "noun"]
"""How two actors can be one by what they are called:

    full      the same name of several words: "Ines Kubiak"
    single    the same name of one word: "Kubiak"
    part      one is the surname, or the head or tail of a body's name, of the other: "Kubiak", "Ines Kubiak"
    gloss     one is an acronym that the other's article itself gives: "NSF (National Storm Fund)"
    initials  one is made of the other's initials: "NSF", "National Storm Fund"
    spelling  they differ as two transliterations do: "Yulia Marchenko", "Iuliia Marchenko"
    noun      at least one has no name, and the articles call them the same: "the coastguard"
"""


def match_names(one: ActorSketch, other: ActorSketch) -> Match | None:
    """Tells how two actors can be one by what they are called; None where they cannot."""
    if not one.name or not other.name:
        return "noun" if one.nouns & other.nouns and not (one.name or other.name) else None
    if is_person(one) != is_person(other):
        return None
    if one.name == other.name:
        return "full" if len(one.name) > 1 else "single"
    short, full = sorted((one, other), key=lambda sketch: (len(sketch.name), sketch.name))
    if is_person(one):
        return _match_people(short.name, full.name)
    if len(short.name) == 1:
        if short.name[0] in full.acronyms:
            return "gloss"
        if is_short_form(short) and spells(short.name[0], full.name):
            return "gloss" if full.name[0] in short.acronyms else "initials"
    if is_part(short.name, full.name):
        return "part"
    return "spelling" if is_spelling(short.name, full.name) else None


def is_person(sketch: ActorSketch) -> bool:
    """Tells whether an actor is a person; all others may be called each other's kind."""
    return sketch.kind == "person"


def is_short_form(sketch: ActorSketch) -> bool:
    """Tells whether the name is a short form in capitals."""
    return sketch.name[0] in sketch.acronyms


def spells(short: str, name: Name) -> bool:
    """Tells whether a short form is made of the initials of a name, its small words left out or not."""
    if len(short) < load_table("actor_link")["gloss_letters"] or len(name) < 2:
        return False
    every = "".join(word[0] for word in name)
    return short in (every, take_initials(list(name)).lower())


def _match_people(short: Name, full: Name) -> Match | None:
    """A surname stands for a full name; two full names may drop a middle name, or differ in spelling."""
    if len(short) == 1:
        return "part" if short[0] == full[-1] or _is_near(short[0], full[-1]) else None
    if len(short) < len(full) and short[0] == full[0] and short[-1] == full[-1]:
        return "full"
    if len(short) < len(full) and full[-len(short) :] == short:
        return "full"
    return "spelling" if is_spelling(short, full) else None


def is_part(short: Name, full: Name) -> bool:
    """Tells whether a body's name is the head or the tail of a longer one, and no word that many bodies have."""
    table = load_table("speaker")
    if len(short) >= len(full) or {*short} <= {*table["generic"], *table["small"]}:
        return False
    return full[: len(short)] == short or (len(short) > 1 and full[-len(short) :] == short)


def is_spelling(one: Name, other: Name) -> bool:
    """Tells whether each word of a name is the other's in another spelling, and one at least the same."""
    if len(one) != len(other) or one[0][0] != other[0][0] and one[-1] != other[-1]:
        return False
    same = sum(a == b for a, b in zip(one, other, strict=True))
    return (same > 0 or len(one) == 1) and all(_is_near(a, b) for a, b in zip(one, other, strict=True))


def _is_near(one: str, other: str) -> bool:
    """Tells whether two words are near in letters (normalised Indel similarity), as transliterations are."""
    from rapidfuzz.fuzz import ratio

    table = load_table("actor_link")
    if one == other:
        return True
    if min(len(one), len(other)) < table["spelling_letters"]:
        return False
    return ratio(one, other) >= table["spelling"]
