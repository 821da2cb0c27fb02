"""Derive: any number of readings from some real ones, as unlike each other as articles of one newsroom are.

Each derived reading is a real one with another id, address, outlet, day and cast:

- the letters of its persons' names are exchanged, vowels for vowels and consonants for consonants, wherever
  they stand. The exchange keeps lengths, so that each span still lies where it lay. A source has `CASTS` of
  them: a name comes back, as it does in the news, but not in every article. Offices, groups and places keep
  their names;
- all its years are moved by one number of years, which keeps the times consistent with one another;
- the outlet is one of `OUTLETS`, the first ones far more often than the last (Zipf);
- the vectors are turned a little, so that no two are equal.

The same sources, number and seed give the same readings.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Any, NamedTuple

import numpy as np

from sayso.model import Article, Reading, Span
from sayso.model.record import Record
from sayso.reader.vector import Vectors

CASTS = 20
"""How many casts each source is given."""
OUTLETS = 200
YEARS = range(-12, 9)
NOISE = 2
"""Largest number that is added to a number of a vector."""

_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"
_YEAR = re.compile(r"^\d{4}(?=$|-)")


class Source(NamedTuple):
    """A real reading, with the vectors of its claims."""

    reading: Reading
    vectors: Vectors


def derive(sources: Sequence[Source], count: int, seed: int = 0) -> Iterator[Source]:
    """Derives readings from real ones."""
    for number in range(count):
        source = sources[number % len(sources)]
        dice = random.Random(f"{seed} {number}")
        cast = f"{seed} {number % len(sources)} {dice.randrange(CASTS)}"
        yield Source(
            derive_reading(source.reading, number, dice, _make_cipher(cast)), _turn(source.vectors, number)
        )


def derive_reading(
    reading: Reading, number: int, dice: random.Random, cipher: Callable[[str], str]
) -> Reading:
    """Derives one reading: its cast, years, outlet and address."""
    people = [actor for actor in reading.actors if actor.kind == "person"]
    names = {actor.name for actor in people}
    text = list(reading.article.text)
    for span in {mention for actor in people for mention in actor.mentions}:
        text[span.start : span.end] = cipher(span.text)
    article = _derive_article(reading.article, number, dice, "".join(text))
    years = dice.choice(YEARS)

    def change(value: Any) -> Any:
        if isinstance(value, Span):
            return Span.of(article.text, value.start, value.end)
        if isinstance(value, tuple):
            return tuple(change(item) for item in value)
        if isinstance(value, Record):
            return type(value)(**{f.name: change(getattr(value, f.name)) for f in fields(value)})  # type: ignore[arg-type]
        if isinstance(value, str):
            return cipher(value) if value in names else move_years(value, years)
        return value

    lists = {f.name: change(getattr(reading, f.name)) for f in fields(reading) if f.name != "article"}
    return Reading(article=replace(article, published=move_years(article.published, years)), **lists)


def move_years(value: str | None, years: int) -> str | None:
    """Moves the year that an ISO date or a TIMEX3 value begins with."""
    return value and _YEAR.sub(lambda match: f"{int(match.group()) + years:04}", value)


def _derive_article(article: Article, number: int, dice: random.Random, text: str) -> Article:
    rank = min(int(dice.paretovariate(0.7)), OUTLETS)
    facts = {name: getattr(article, name) for name in ("title", "byline", "language")}
    day = f"2018-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    return Article.of(
        text,
        url=f"https://outlet-{rank}.example/news/{day}/{number:07}-{dice.getrandbits(32):08x}",
        publisher=f"Outlet {rank}",
        published=day,
        **facts,
    )


def _make_cipher(seed: str) -> Callable[[str], str]:
    """Makes an exchange of letters that keeps the length, the case and the sound of names."""
    dice = random.Random(seed)
    table: dict[int, str] = {}
    for letters in (_VOWELS, _CONSONANTS):
        others = "".join(dice.sample(letters, len(letters)))
        table |= str.maketrans(letters + letters.upper(), others + others.upper())
    return lambda name: name.translate(table)


def _turn(vectors: Vectors, number: int) -> Vectors:
    noise = np.random.default_rng(number).integers(-NOISE, NOISE, vectors.shape, endpoint=True)
    turned: Vectors = np.clip(vectors.astype(np.int16) + noise, -127, 127).astype(np.int8)
    return turned
