from __future__ import annotations

from sayso.model import Article, Reading
from sayso.reader import Reader

TEXT = """\
Officers arrested Marta Okello in Kilmore on Tuesday, said Orla Devane, a spokeswoman of the county court.

The court may release her on Friday. An earthquake killed twelve people in the region in March.
""".strip()


def read(reader: Reader, text: str = TEXT) -> Reading:
    return reader.read(Article.of(text, published="2026-05-10"))


def test_a_reading_has_events(reader: Reader) -> None:
    """Events have their type, and those who take part in them."""
    (arrest,) = [event for event in read(reader).events if event.trigger.text == "arrested"]
    assert arrest.type == "COERCE"
    assert [span.text for span in arrest.actors] == ["Officers"]
    assert [span.text[:12] for span in arrest.recipients] == ["Marta Okello"]


def test_the_tree_names_whom_the_encoder_does_not(reader: Reader) -> None:
    """Where the frame of a trigger is empty its object takes part in it."""
    (quake,) = [event for event in read(reader).events if "killed" in event.trigger.text]
    assert [span.text for span in quake.recipients] == ["twelve people"]


def test_an_event_is_tied_to_its_place_and_date(reader: Reader) -> None:
    """Place and date are those of its sentence."""
    reading = read(reader)
    (arrest,) = [event for event in reading.events if event.trigger.text == "arrested"]
    assert arrest.date is not None
    assert arrest.date.start == "2026-05-05"
    assert [place.span.text for place in reading.places if place.id == arrest.place] == ["Kilmore"]


def test_an_event_is_tied_to_the_attribution_that_holds_it(reader: Reader) -> None:
    """What somebody says to have happened stands on their word."""
    reading = read(reader)
    (arrest,) = [event for event in reading.events if event.trigger.text == "arrested"]
    (held,) = [a for a in reading.attributions if a.id == arrest.attribution]
    assert held.source is not None
    assert held.source.text.startswith("Orla Devane")


def test_what_may_happen_is_possible(reader: Reader) -> None:
    """Factuality follows the words around the trigger."""
    found = {event.trigger.text: event.factuality for event in read(reader).events}
    assert found.get("release", "possible") == "possible"
    assert found["arrested"] == "happened"


def test_a_reading_with_events_holds_together(reader: Reader) -> None:
    """Spans, ids and confidences are in order."""
    read(reader).validate()


def test_a_text_without_words_has_no_events(reader: Reader) -> None:
    """Nothing happens in white space."""
    assert read(reader, " \n ").events == ()
