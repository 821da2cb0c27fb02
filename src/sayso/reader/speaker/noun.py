"""Nouns: which of them call a person, a body of people, or several."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sayso.reader.noun import find_singular, list_persons
from sayso.vocab import load_table


@cache
def is_person_noun(word: str) -> bool:
    """Tells whether a noun in lower case is one for a person, or for several."""
    return to_person(word) is not None


@cache
def to_person(word: str) -> str | None:
    """Returns the singular of a noun for people, or None where it is not one."""
    own = load_table("speaker")
    single = find_singular(word)
    for form in (single, word):
        if form in own["not_person"]:
            return None
        if form in own["title"] or form in own["person"] or form in list_persons():
            return form
    return single if len(single) > 5 and single.endswith(tuple(own["person_ending"])) else None


def read_noun(lower: Sequence[str], at: int) -> str:
    """Returns the noun at a token in the singular, with what ranks it: "deputy governor"."""
    noun = to_person(lower[at]) or lower[at]
    rank = lower[at - 1] if at else ""
    return f"{rank} {noun}" if rank in load_table("speaker")["ranking"] else noun


@cache
def is_body_noun(word: str) -> bool:
    """Tells whether a noun in lower case is one for an organisation."""
    table = load_table("speaker")
    forms = (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y")
    return any(form in table[key] for key in ("office", "outlet", "body") for form in forms)


@cache
def tell_noun_gender(word: str) -> str:
    """Returns "he" or "she" where a noun is one for men or for women alone, else ""."""
    table = load_table("speaker_gender")
    return next((gender for gender in ("he", "she") if word in table[f"{gender}_noun"]), "")
