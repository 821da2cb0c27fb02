"""Passage: what the words around a figure say of it."""

from __future__ import annotations

import re

from sayso.model import Figure
from sayso.vocab import load_table


def cut_around(text: str, figure: Figure) -> tuple[str, str]:
    """Returns the words of the sentence right before and right after a figure."""
    table = load_table("series")
    start, end = figure.span.start, figure.span.end
    before = re.split(table["sentence_end"], text[max(0, start - table["window"]) : start])[-1]
    after = re.split(table["sentence_end"], text[end : end + table["window"]])[0]
    return before, after


def is_official(text: str, figure: Figure) -> bool:
    """Tells whether a figure is called a toll, or confirmed."""
    words = " ".join((*cut_around(text, figure), figure.of.text if figure.of else ""))
    return re.search(load_table("series")["official"], words) is not None


def is_counted(text: str, figure: Figure) -> bool:
    """Tells whether a figure counts what it is read to, and now.

    What was counted before is left out ("rose from 31 to 43", "an earlier toll of 27"), and so are numbers of
    pictures and telephones, ages, and whatever no word close by says the measure of.
    """
    table = load_table("series")
    before, after = cut_around(text, figure)
    raw = text[figure.span.end : figure.span.end + 2]
    if re.search(table["superseded"], before):
        return False
    if figure.span.text.isdigit() and (
        re.search(table["no_count_before"], before)
        or re.match(table["no_count_after"], raw)
        or (re.search(table["age_before"], before) and re.match(table["age_after"], raw))
    ):
        return False
    evidence = table["evidence"].get(figure.measure)
    words = " ".join((before, figure.span.text, figure.of.text if figure.of else "", after))
    return evidence is None or re.search(evidence, words, re.IGNORECASE) is not None
