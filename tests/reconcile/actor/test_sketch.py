"""Sketches of actors."""

from __future__ import annotations

from sayso.model import Actor, Article, Place, Reading, Span
from sayso.reconcile.actor import ActorSketch
from sayso.reconcile.actor.sketch import split_name

TEXT = "The National Storm Fund (NSF) met Mayor Ines Kubiak in Lund. The fund thanked her."


def find(words: str) -> Span:
    at = TEXT.index(words)
    return Span.of(TEXT, at, at + len(words))


def read() -> Reading:
    fund = Actor(
        id="N1",
        name="National Storm Fund",
        kind="organisation",
        mentions=(find("National Storm Fund"), find("NSF"), find("The fund")),
        role=None,
    )
    mayor = Actor(
        id="N2", name="Ines Kubiak", kind="person", mentions=(find("Ines Kubiak"), find("her")), role="Mayor"
    )
    place = Place(
        id="P1", span=find("Lund"), name="Lund", kind="city", country="SE", lat=55.7, lon=13.2,
        geonames=1, unresolved=None,
    )  # fmt: skip
    return Reading(article=Article.of(TEXT, id="a1"), actors=(fund, mayor), places=(place,))


def test_a_body_keeps_its_short_form_and_nouns() -> None:
    """Short forms in capitals and descriptions are told apart from the name."""
    sketch = ActorSketch.of(read(), read().actors[0])
    assert (sketch.name, sketch.acronyms, sketch.nouns) == (
        ("national", "storm", "fund"),
        {"nsf"},
        frozenset(),
    )


def test_a_person_keeps_role_company_and_places() -> None:
    """The role counts whatever its case; a pronoun is no description."""
    sketch = ActorSketch.of(read(), read().actors[1])
    assert (sketch.nouns, sketch.company, sketch.places) == ({"mayor"}, {"national storm fund"}, {"lund"})


def test_the_id_names_article_and_actor() -> None:
    """Ids are unique in the whole ledger."""
    assert ActorSketch.of(read(), read().actors[1]).id == "a1#N2"


def test_titles_and_legal_forms_are_no_part_of_a_name() -> None:
    """A person's title and a company's form are left out, unless nothing else is left."""
    assert split_name("President Ines Kubiak Jr.", "person") == ("ines", "kubiak")
    assert split_name("Brackmoor Inc", "organisation") == ("brackmoor",)
    assert split_name("The Company", "organisation") == ("company",)
