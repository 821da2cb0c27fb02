from __future__ import annotations

from collections.abc import Callable

from sayso.model import Event, Place, Span, Time
from sayso.model.event import Period
from sayso.reader.event.scope import find_date, find_place, list_dates, list_places
from sayso.reader.figure.word import Words
from sayso.reader.scope import Setting
from tests.reader.figure.sample import claim

Planter = Callable[[str], Words]
PUBLISHED = "2026-05-10"
MET = """
Ministers NOUN NNS 2 nsubj
met VERB VBD 0 root
on ADP IN 4 case
Tuesday PROPN NNP 2 obl
in ADP IN 6 case
Kilmore PROPN NNP 2 obl Location
before ADP IN 8 case
talks NOUN NNS 2 obl
on ADP IN 10 case
Friday PROPN NNP 8 nmod
. PUNCT . 2 punct
They PRON PRP 13 nsubj
agreed VERB VBD 0 root
. PUNCT . 13 punct
"""


def cut(words: Words, text: str) -> Span:
    start = words.text.index(text)
    return Span.of(words.text, start, start + len(text))


def tell(words: Words, text: str, *, factuality: str = "happened", date: Period | None = None) -> Event:
    return Event(
        id="E1",
        trigger=cut(words, text),
        type="CONSULT",
        actors=(),
        recipients=(),
        place=None,
        date=date,
        factuality=factuality,  # type: ignore[arg-type]
        attribution=None,
        confidence=1.0,
    )


def say_when(words: Words, text: str, value: str, *, end: str | None = None) -> Time:
    span = cut(words, text)
    return Time(
        id="T1", span=span, type="DATE", value=value, start=value, end=end or value, anchor="published"
    )


def test_the_nearest_date_in_the_tree_is_taken(plant: Planter) -> None:
    """A verb has the date that hangs on it, a noun the one that hangs on the noun."""
    words = plant(MET)
    times = [say_when(words, "Tuesday", "2026-05-05"), say_when(words, "Friday", "2026-05-08")]
    dates = list_dates(words, times)
    found = [find_date(words, tell(words, word), dates, (), PUBLISHED) for word in ("met", "talks")]
    assert [date and date.start for date in found] == ["2026-05-05", "2026-05-08"]


def test_what_happened_has_no_date_to_come(plant: Planter) -> None:
    """A date after publication is that of something else, unless the happening is planned."""
    words = plant(MET)
    dates = list_dates(words, [say_when(words, "Friday", "2026-05-15")])
    told = [tell(words, "met", factuality=kind) for kind in ("happened", "planned")]
    found = [find_date(words, event, dates, (), PUBLISHED) for event in told]
    assert [date and date.start for date in found] == [None, "2026-05-15"]


def test_a_sentence_without_a_date_takes_the_last_one_of_its_paragraph(plant: Planter) -> None:
    """The date of the sentence before holds on."""
    words = plant(MET)
    dates = list_dates(words, [say_when(words, "Tuesday", "2026-05-05")])
    assert find_date(words, tell(words, "agreed"), dates, (), PUBLISHED) == Period(
        start="2026-05-05", end="2026-05-05"
    )


def test_a_happening_has_the_date_of_an_earlier_one_of_its_type(plant: Planter) -> None:
    """Where no date is near, what was told before of the same type says when."""
    words = plant(MET)
    earlier = tell(words, "met", date=Period(start="2026-05", end="2026-05"))
    assert find_date(words, tell(words, "agreed"), (), (earlier,), PUBLISHED) == earlier.date


def test_nothing_is_guessed(plant: Planter) -> None:
    """Without a date in the text a happening has none."""
    words = plant(MET)
    assert find_date(words, tell(words, "met"), (), (), PUBLISHED) is None


def test_a_week_has_two_ends(plant: Planter) -> None:
    """A time that is no day, month or year keeps its first and last day."""
    words = plant(MET)
    week = Time(
        id="T1",
        span=cut(words, "Tuesday"),
        type="DATE",
        value="2026-W19",
        start="2026-05-04",
        end="2026-05-10",
        anchor="published",
    )
    assert [date.period for date in list_dates(words, [week])] == [
        Period(start="2026-05-04", end="2026-05-10")
    ]


def test_a_decade_dates_nothing(plant: Planter) -> None:
    """What is longer than a year is no date."""
    words = plant(MET)
    assert list_dates(words, [say_when(words, "Tuesday", "194", end="1949-12-31")]) == []


def place(words: Words) -> Place:
    return Place(
        id="P1", span=cut(words, "Kilmore"), name="Kilmore", kind=None, country="IE", lat=None, lon=None,
        geonames=None, unresolved=None,
    )  # fmt: skip


def test_a_place_of_the_sentence_is_where_it_happens(plant: Planter) -> None:
    """A preposition of place ties a happening to a place of its sentence."""
    words = plant(MET)
    assert find_place(words, tell(words, "met"), list_places(words, Setting(places=[place(words)]))) == place(
        words
    )


def test_a_place_of_another_sentence_is_not(plant: Planter) -> None:
    """A happening does not inherit a place."""
    words = plant(MET)
    assert (
        find_place(words, tell(words, "agreed"), list_places(words, Setting(places=[place(words)]))) is None
    )


def test_the_place_of_a_source_is_not(plant: Planter) -> None:
    """Where a speaker is from does not say where what is told of happens."""
    words = plant(MET)
    said = claim(words, "A1", "Ministers met", "Kilmore")
    assert (
        find_place(words, tell(words, "met"), list_places(words, Setting([said], (), [place(words)]))) is None
    )
