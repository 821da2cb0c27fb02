"""Demonyms: words such as "Lebanese" and "Texan", which say where the article's other places may lie."""

from __future__ import annotations

from functools import cache

from sayso.vocab import load_table
from sayso.vocab.gazetteer import KINDS, load_gazetteer


def find_demonyms(words: list[str]) -> dict[int, float]:
    """Returns the rows of the places whose demonyms the words hold, with their weights."""
    rows = _load_rows()
    share = load_table("place")["demonym_share"]
    counts: dict[int, int] = {}
    for i, word in enumerate(words):
        if not word[:1].isupper():
            continue
        pair = f"{word} {words[i + 1]}" if i + 1 < len(words) else word
        for row in rows.get(pair) or rows.get(word) or ():
            counts[row] = counts.get(row, 0) + 1
    return {row: share * min(count, 4) ** 0.5 for row, count in counts.items()}


def is_demonym(name: str) -> bool:
    """Tells whether a name is that of the people of a place, not of the place."""
    return name in _load_rows()


@cache
def _load_rows() -> dict[str, tuple[int, ...]]:
    """Returns the rows of each demonym, and of its plural."""
    table, gazetteer = load_table("demonym"), load_gazetteer()
    rows: dict[str, tuple[int, ...]] = {}
    found = (gazetteer.kind == KINDS.index("country")).nonzero()[0].tolist()
    countries = {gazetteer.get(row).country: row for row in found}
    for code, words in table["countries"].items():
        for word in words:
            rows[word] = (*rows.get(word, ()), countries[code])
    for word, name in table["places"].items():
        broad = [entry for entry, main in gazetteer.find(name) if main]
        best = max(broad, key=lambda entry: (entry.kind in {"state", "region", "country"}, entry.population))
        rows[word] = (*rows.get(word, ()), best.row)
    return rows | {f"{word}s": held for word, held in rows.items()}
