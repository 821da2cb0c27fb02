"""The dates of counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Doc

from sayso.model import Attribution, Time
from sayso.reader.figure.count import find_counts
from sayso.reader.figure.date import Calendar
from sayso.reader.figure.figure import count_text
from sayso.reader.figure.quantity import find_quantities
from sayso.reader.figure.word import Words
from tests.reader.figure.sample import claim, cut, day

Planter = Callable[[str], Words]
Tagger = Callable[[str], Doc]
FLOOD = "The/DET/DT flood/NOUN/NN came/VERB/VBD on/ADP/IN Monday/PROPN/NNP ./PUNCT/. "
BUILT = """
The DET DT 3 det
1973 NUM CD 3 nummod
building NOUN NN 4 nsubj
held VERB VBD 0 root
40 NUM CD 6 nummod
people NOUN NNS 4 obj
. PUNCT . 4 punct
"""
DIED = "Two/NUM/CD people/NOUN/NNS died/VERB/VBD ./PUNCT/."


def find(
    doc: Doc, times: Sequence[Time], attributions: Sequence[Attribution] = ()
) -> tuple[str | None, str | None]:
    words, counts = count_text(doc, times)
    return Calendar(words, times, attributions, "2021-03-09").find(counts[0])


def test_the_date_of_the_sentence_comes_first(tagged: Tagger) -> None:
    """A date in the count's own sentence is nearer than one before it."""
    doc = tagged(f"{FLOOD} Two/NUM/CD people/NOUN/NNS died/VERB/VBD Tuesday/PROPN/NNP ./PUNCT/.")
    times = [day(doc, "Monday", "2021-03-01"), day(doc, "Tuesday", "2021-03-02")]
    assert find(doc, times) == ("2021-03-02", None)


def test_since_before_a_date_starts_the_count(tagged: Tagger) -> None:
    """The date after "since" is where a count starts, not as of when it held."""
    doc = tagged("Two/NUM/CD people/NOUN/NNS died/VERB/VBD since/SCONJ/IN Monday/PROPN/NNP ./PUNCT/.")
    assert find(doc, [day(doc, "Monday", "2021-03-01")]) == (None, "2021-03-01")


def test_since_alone_looks_back_to_the_last_date(tagged: Tagger) -> None:
    """What has "since" happened counts from the date that was named before."""
    doc = tagged(f"{FLOOD} Two/NUM/CD people/NOUN/NNS have/AUX/VBP since/ADV/RB died/VERB/VBN ./PUNCT/.")
    assert find(doc, [day(doc, "Monday", "2021-03-01")]) == (None, "2021-03-01")


def test_a_day_after_the_count_is_not_its_own(tagged: Tagger) -> None:
    """A sentence without a date takes none from further on."""
    doc = tagged(f"{DIED} Rain/NOUN/NN fell/VERB/VBD on/ADP/IN Monday/PROPN/NNP ./PUNCT/.")
    assert find(doc, [day(doc, "Monday", "2021-03-01")]) == (None, None)


def test_the_day_on_which_somebody_spoke_is_not_that_of_the_count(tagged: Tagger) -> None:
    """A date that hangs on a source, outside of what it says, tells when that was said."""
    doc = tagged(
        "Rain/NOUN/NN fell/VERB/VBD ,/PUNCT/, said/VERB/VBD Orla/PROPN/NNP Monday/PROPN/NNP ./PUNCT/. " + DIED
    )
    said = claim(doc, "A1", "Rain fell", "Orla Monday")
    times = [day(doc, "Monday", "2021-03-01")]
    assert (find(doc, times), find(doc, times, [said])) == (("2021-03-01", None), (None, None))


def test_a_day_after_publication_is_not_taken_over(tagged: Tagger) -> None:
    """What is planned dates nothing that happened."""
    doc = tagged(f"{FLOOD} {DIED}")
    assert find(doc, [day(doc, "Monday", "2021-03-15")]) == (None, None)


def test_the_year_of_a_thing_is_not_that_of_the_count(plant: Planter) -> None:
    """A year that says which building is meant does not say when it was counted."""
    words = plant(BUILT)
    (count,) = find_counts(words, list(find_quantities(words.text)), range(4, 8))
    year = Time(
        id="T1", span=cut(words, "1973"), type="DATE", value="1973", start=None, end=None, anchor="none"
    )
    assert Calendar(words, [year], (), "2021-03-09").find(count) == (None, None)
