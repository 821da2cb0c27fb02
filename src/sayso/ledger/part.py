"""Part: the words of a name, folded, by which it is looked up."""

from __future__ import annotations

import re

from sayso.vocab import load_table
from sayso.vocab.gazetteer import fold_name

_WORD = re.compile(r"\w+")


def split_name(name: str) -> tuple[str, ...]:
    """Splits a name into its words without case, accents and marks, each once."""
    longest: int = load_table("ledger")["longest_part"]
    return tuple(dict.fromkeys(word[:longest] for word in _WORD.findall(fold_name(name))))
