"""Nouns: their singulars, and which of them call a person, for figures and speakers alike."""

from __future__ import annotations

from functools import cache, lru_cache

from sayso.vocab import load_table


@lru_cache(maxsize=20_000)
def find_singular(word: str) -> str:
    """Returns the singular of a lower-case noun, or the word itself."""
    table = load_table("noun")
    if word in table["irregular"]:
        return str(table["irregular"][word])
    for ending, singular in table["singular"]:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return f"{word[: -len(ending)]}{singular}"
    if word.endswith(tuple(table["singular_es"])):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(tuple(table["singular_s"])) else word


@cache
def list_persons() -> frozenset[str]:
    """Returns the nouns that call a person, in the singular."""
    return frozenset(load_table("noun")["person"])


def is_plural_noun(word: str) -> bool:
    """Tells whether a lower-case noun is plural whatever its form: "people", "police"."""
    return word in load_table("noun")["plural"]
