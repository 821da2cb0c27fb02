"""Passage: what the words around a figure say of it."""

from __future__ import annotations

import re

from sayso.model import Figure
from sayso.vocab import load_table


def cut_around(text: str, figure: Figure, reach: str = "window") -> tuple[str, str]:
    """Returns the words of the sentence right before and right after a figure."""
    table = load_table("series")
    start, end, far = figure.span.start, figure.span.end, table[reach]
    before = re.split(table["sentence_end"], text[max(0, start - far) : start])[-1]
    after = re.split(table["sentence_end"], text[end : end + far])[0]
    return before, after


def is_official(text: str, figure: Figure) -> bool:
    """Tells whether a figure is called a toll, or confirmed: by words that no number parts from it."""
    table = load_table("series")
    before = re.split(r"\d", cut_around(text, figure, "sentence")[0])[-1]
    after = re.split(r"\d", cut_around(text, figure)[1])[0]
    words = " ".join((before, after, figure.of.text if figure.of else ""))
    return re.search(table["official"], words) is not None


def is_counted(text: str, figure: Figure) -> bool:
    """Tells whether a figure counts what it is read to, and now.

    What was counted before is left out ("rose from 31 to 43", "an earlier toll of 27"), and so are those to
    whom it did not happen ("three who were not hurt"), the one that makes a number full ("a fifth victim"),
    numbers of pictures, telephones and children, ages, and whatever no word close by says the measure of.
    """
    table = load_table("series")
    before, after = cut_around(text, figure)
    raw = text[figure.span.end : figure.span.end + table["window"]]
    if re.search(table["superseded"], before) or re.match(table["denied_after"], after):
        return False
    if re.search(table["kin"], f"{before}{figure.span.text}") or re.search(
        table["ordinal"], figure.span.text
    ):
        return False
    if figure.span.text.split()[-1].isdigit() and (
        re.search(table["no_count_before"], before)
        or re.match(table["no_count_after"], raw)
        or (re.search(table["age_before"], before) and re.match(table["age_after"], raw))
    ):
        return False
    evidence = table["evidence"].get(figure.measure)
    before = cut_around(text, figure, "sentence")[0]
    words = " ".join((before, figure.span.text, figure.of.text if figure.of else "", after))
    return evidence is None or any(re.search(p, words, re.IGNORECASE) for p in (evidence, table["tallied"]))
