"""Phrase: words to search for, in the language of each store."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Connection, Select, column, func, select, table, text

from sayso.ledger.question.query import refuse

_ITEM = re.compile(r'(-?)"([^"]*)"?|(-?)(\S+)')


def match_words(connection: Connection, words: str) -> Select[Any]:
    """Selects the keys of the claims that hold words.

    Args:
        connection: tells which store it is.
        words: as people search the web: words that all occur, in any form; "in quotation marks" one after
            the other; `or` between alternatives; `-` before what must not occur.

    Raises:
        LedgerError: there are no words, or only such as must not occur (LDG010).
    """
    match = write_match(words)
    if connection.dialect.name == "sqlite":
        return (
            select(column("rowid"))
            .select_from(table("words"))
            .where(text("words MATCH :match"))
            .params(match=match)
        )
    return (
        select(column("id"))
        .select_from(table("words"))
        .where(column("passage").op("@@")(func.websearch_to_tsquery(text("'english'"), words)))
    )


def write_match(words: str) -> str:
    """Writes words as a query of FTS5.

    Raises:
        LedgerError: there are no words, or only such as must not occur (LDG010).
    """
    groups: list[list[str]] = [[]]
    without: list[str] = []
    for minus, quoted, other_minus, word in _ITEM.findall(words):
        term = quoted or word
        if word.lower() == "or" and not other_minus:
            groups.append([])
        elif any(character.isalnum() for character in term):
            quoted_term = '"' + term.replace('"', '""') + '"'
            (without if minus or other_minus else groups[-1]).append(quoted_term)
    wanted = " OR ".join("(" + " AND ".join(group) + ")" for group in groups if group)
    if not wanted:
        raise refuse(f"{words!r} has no words to search for", "name a word that occurs")
    return wanted if not without else f"({wanted}) NOT ({' OR '.join(without)})"
