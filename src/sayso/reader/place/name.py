"""Names of places: what the article calls each, spelt out."""

from __future__ import annotations

from collections import Counter

from sayso.vocab.gazetteer import fold_name, load_gazetteer


def choose_name(spellings: list[str], row: int | None) -> str:
    """Returns the name of a place: the article's commonest spelling of it, the first of equals.

    An abbreviation or a name in capitals gives way to one that is spelt out; where the article has none, the
    gazetteer's name stands.

    Args:
        spellings: the mentions of the place as they stand, in the order of the text.
        row: its row in the gazetteer, or None where it is unresolved.
    """
    known = spellings if row is None else [name for name in spellings if _is_name(name, row)]
    if known:
        return " ".join(Counter(known).most_common(1)[0][0].split())
    return spellings[0] if row is None else load_gazetteer().get(row).name


def _is_name(spelling: str, row: int) -> bool:
    """Tells whether the gazetteer knows the place by this spelling, and it is no abbreviation."""
    if "." in spelling or spelling.isupper():
        return False
    return any(post >> 1 == row for post in load_gazetteer().find_posts(fold_name(spelling)))
