"""Guards: whether words that look like an expression of time are one, by what stands around them."""

from __future__ import annotations

from collections.abc import Callable

from sayso.reader.time.lexeme import Lexemes
from sayso.reader.time.rule import Expression
from sayso.reader.time.tense import tell_tense
from sayso.reader.time.word import Word, Words
from sayso.vocab import load_table


def make_guard(lexemes: Lexemes, words: Words) -> Callable[[Expression], bool]:
    """Makes the guard of one text; it answers by the name that the rule gives."""
    text = words.text

    def guard(expression: Expression) -> bool:
        start, end = lexemes.starts[expression.first], lexemes.ends[expression.stop - 1]
        return _GUARDS[expression.rule["guard"]](_Place(expression, words, text, start, end))

    return guard


class _Place:
    """An expression with what stands around it."""

    def __init__(self, expression: Expression, words: Words, text: str, start: int, end: int) -> None:
        self.expression = expression
        self.words = words
        self.start = start
        self.end = end
        self.text = text[start:end]
        before, after = words.before(start), words.after(end)
        last = words.find(end - 1)
        if last is not None and last.text == ".":
            last = words.word(last.at - 1)
        self.before = before.lower if before is not None else ""
        self.before_tag = before.tag if before is not None else ""
        self.after = after.lower if after is not None else ""
        self.after_text = after.text if after is not None else ""
        self.after_tag = after.tag if after is not None else ""
        self.last = last if last is not None else Word(0, "", "", "")

    @property
    def table(self) -> dict[str, list[str]]:
        """The words that guards ask for."""
        guards: dict[str, list[str]] = load_table("time")["guards"]
        return guards


def _is_month(place: _Place) -> bool:
    """Tells whether a month's name is no person, no verb and no part of another name ("Mr. May")."""
    last = place.last
    if last.lower.rstrip(".") not in place.table["names"]:
        return last.entity not in place.table["people"]
    if last.entity in place.table["people"] or last.tag in ("MD", "VB", "VBP", "VBD"):
        return False
    is_led = place.before in place.table["before_month"] or len(place.text.split()) > 1
    is_led = is_led or (last.lower in place.table["before_noun"] and place.after_tag in ("NN", "NNS"))
    is_first_name = not last.tag and place.after_text.istitle()
    return is_led and not is_first_name and place.after != "of"


def _is_year(place: _Place) -> bool:
    """Tells whether four digits are a year and no count, price, number of a flight or model of a car."""
    year = place.expression.get("YEAR")
    if place.before in place.table["money"] or place.after in place.table["places"]:
        return False
    if place.after in place.table["makes"] and place.before_tag != "IN":
        return False
    if place.before in place.table["before_year"]:
        return place.after_tag != "NNS" or place.before not in place.table["before_count"]
    first, last = load_table("time")["limits"]["bare_years"]
    return first <= year <= last and place.after_tag not in ("NNS", "CD") and place.before not in "./:-"


def _is_short_year(place: _Place) -> bool:
    return place.before in place.table["apostrophes"] and place.after_tag not in ("NNS", "NN")


def _is_name(place: _Place) -> bool:
    """Tells whether the last word of a holiday has its capital."""
    return place.text.split()[-1][:1].isupper()


def _is_season(place: _Place) -> bool:
    """Tells whether a season is no verb, and "the fall" is not one of a government or from a roof."""
    no_seasons: dict[str, list[str]] = load_table("time")["no_seasons"]
    if place.after in no_seasons.get(place.last.lower, ()):
        return False
    is_verb = place.last.tag.startswith("V")
    return not is_verb and place.after_tag not in ("NN", "NNS") and place.after != "of"


def _is_duration(place: _Place) -> bool:
    """Tells whether an amount of a unit is a stretch of time, and no rate ("$5 a year") and no fraction."""
    if place.expression.get("UNIT", "UNITS") == "quarter":
        return place.expression.get("UNITS") is not None and "-" not in place.text
    if len(place.text.split()) == 2 and place.text[:1].lower() == "a" and "-" not in place.text:
        return not (place.before_tag in ("CD", "NNS", "NN") or place.before in place.table["before_rate"])
    return True


def _is_vague(place: _Place) -> bool:
    """Tells whether a bare plural of a unit is a stretch of time ("60 Minutes" is a show)."""
    is_title = place.last.text.istitle() and place.before_tag
    return place.last.lower not in place.table["fractions"] and not is_title


def _is_adjective(place: _Place) -> bool:
    return place.after_tag.startswith(("NN", "JJ", "CD", "VBG", "HYPH")) and place.before != "-"


def _is_part(place: _Place) -> bool:
    return not place.after_tag.startswith("NN") or place.after in load_table("time")["words"]["DAYWORD"]


def _is_small(place: _Place) -> bool:
    """Tells whether a unit has no capital of its own, as a name has ("This Week")."""
    return not place.last.text.istitle()


def _is_rhythm(place: _Place) -> bool:
    """Tells whether "daily" is no newspaper and no rate, and "quarterly" no kind of dividend or report."""
    if _is_counted(place):
        return False
    if place.expression.get("FREQUENCY") == "P3M":
        return not place.after_tag.startswith(("NN", "JJ"))
    return place.before_tag != "DT" or place.after_tag.startswith(("NN", "JJ"))


def _is_counted(place: _Place) -> bool:
    """Tells whether an amount stands before an expression, with or without what it counts."""
    near = place.words.before(place.start)
    if near is None:
        return False
    ahead = place.words.word(near.at - 1)
    is_noun_counted = near.tag == "NNS" and ahead is not None and ahead.tag == "CD"
    return near.tag == "CD" or near.lower in place.table["before_rate"] or is_noun_counted


def _is_future(place: _Place) -> bool:
    """Tells whether "future" is the time and qualifies nothing ("future earnings")."""
    if place.expression.get("FUTURE") is not None and tell_tense(place.words, place.start, place.end) < 0:
        return False
    if place.last.lower in place.table["adjectives"]:
        return not place.after_tag.startswith(("NN", "JJ", "VBG", "HYPH"))
    return place.after not in place.table["after_soon"]


def _is_day(place: _Place) -> bool:
    """Tells whether a number after a day is a day as well, and counts nothing ("on May 14 and 12 people")."""
    return not place.after_tag.startswith(("NN", "JJ", "CD"))


_GUARDS: dict[str, Callable[[_Place], bool]] = {
    "month": _is_month,
    "year": _is_year,
    "short_year": _is_short_year,
    "day": _is_day,
    "name": _is_name,
    "season": _is_season,
    "duration": _is_duration,
    "units": _is_vague,
    "adjective": _is_adjective,
    "part": _is_part,
    "small": _is_small,
    "rhythm": _is_rhythm,
    "future": _is_future,
}
