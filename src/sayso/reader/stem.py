"""Stems: which words a word may be an inflection of, and the entries of a lexicon under them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from sayso.vocab import load_table

Entry = TypeVar("Entry")


@lru_cache(maxsize=20_000)
def list_stems(word: str) -> tuple[str, ...]:
    """Returns what a lower-case word may be an inflection of, the word itself first."""
    stems = [word]
    if word in load_table("stem")["irregular"]:
        stems.append(load_table("stem")["irregular"][word])
    for ending, replacements in load_table("stem")["endings"].items():
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            stems += [stem + replacement for replacement in replacements]
            if len(stem) > 2 and stem[-1] == stem[-2]:
                stems.append(stem[:-1])
    return tuple(stems)


def look_up(words: Sequence[str], at: int, lexicon: Mapping[str, Entry]) -> Entry | None:
    """Returns the entry of a word in a lexicon of stems, that of it and the next word together first.

    Args:
        words: lower-case words of a text.
        at: index of the word.
        lexicon: entries by stem ("call"), or by stem and the word after it ("call for").
    """
    stems = list_stems(words[at])
    if at + 1 < len(words):
        for stem in stems:
            if (entry := lexicon.get(f"{stem} {words[at + 1]}")) is not None:
                return entry
    return next((lexicon[stem] for stem in stems if stem in lexicon), None)
