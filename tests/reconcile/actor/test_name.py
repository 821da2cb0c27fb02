"""Names: how two of them stand to each other."""

from __future__ import annotations

import pytest

from sayso.model import ActorKind, Span
from sayso.reconcile.actor import ActorSketch
from sayso.reconcile.actor.name import match_names, sound_out
from sayso.reconcile.actor.sketch import split_name


def sketch(name: str, kind: ActorKind = "person", acronyms: str = "", nouns: str = "") -> ActorSketch:
    span = Span(start=0, end=max(1, len(name)), text=name or "x")
    return ActorSketch(
        name, "N1", span, kind, split_name(name, kind), frozenset(acronyms.split()), frozenset(nouns.split())
    )


@pytest.mark.parametrize(
    ("one", "other", "match"),
    [
        ("Inés Kubiak", "Ines Kubiak", "full"),
        ("Ines M. Kubiak", "Ines Kubiak", "full"),
        ("Ines M. Kubiak", "Ines Marta Kubiak", "full"),
        ("Kubiak", "Kubiak", "single"),
        ("Kubiak", "Ines Kubiak", "part"),
        ("Yuliia Marchenko", "Yulia Marchenko", "spelling"),
        ("Mohammed Daoud", "Muhammad Daud", "spelling"),
        ("Ines A. Kubiak", "Ines M. Kubiak", None),
        ("Ines Kubiak", "Jan Kubiak", None),
        ("Ines Kubiak", "Ines Kral", None),
        ("Ines", "Ines Kubiak", None),
        ("Maria Kral", "Mario Kral", None),
        ("Gabriel Kral", "Gabriela Kral", None),
    ],
)
def test_people(one: str, other: str, match: str | None) -> None:
    """Two full names that differ are never one; a surname, a middle name and a spelling may be."""
    assert match_names(sketch(one), sketch(other)) == match


@pytest.mark.parametrize(
    ("one", "other", "match"),
    [
        ("National Storm Fund", "The National Storm Fund", "full"),
        ("Brackmoor Ltd", "Brackmoor", "single"),
        ("Brackmoor", "Brackmoor Motors", "part"),
        ("National Storm Fund", "National Flood Fund", None),
        ("Commission", "Commission on Roads", None),
        ("Police", "Police", "noun"),
        ("Kiev Opera", "Kyiv Opera", "spelling"),
        ("Kharkiv Opera", "Kharkov Opera", "spelling"),
    ],
)
def test_bodies(one: str, other: str, match: str | None) -> None:
    """A body goes by the head of its name, but not by a word that many bodies have."""
    assert match_names(sketch(one, "organisation"), sketch(other, "government")) == match


def test_initials() -> None:
    """A short form in capitals may stand for the name whose initials it is."""
    fund = sketch("National Storm Fund", "organisation")
    assert match_names(sketch("NSF", "organisation", "nsf"), fund) == "initials"


def test_a_gloss_is_more_than_initials() -> None:
    """The article itself gives the short form."""
    fund = sketch("Fund for Storms", "organisation", "nsf")
    assert match_names(sketch("NSF", "organisation", "nsf"), fund) == "gloss"


def test_a_person_is_no_body() -> None:
    """A person and a company of one name are two."""
    assert match_names(sketch("Brackmoor"), sketch("Brackmoor", "organisation")) is None


def test_a_role_stands_for_a_name_that_is_called_so() -> None:
    """Somebody without a name is matched by what the other is called."""
    assert match_names(sketch("", nouns="pilot"), sketch("Ines Kubiak", nouns="pilot")) == "role"


def test_spellings_sound_alike() -> None:
    """What stands for each other in transliterations is one sound."""
    assert {sound_out("gaddafi"), sound_out("qaddafi"), sound_out("kadafi")} == {"kdf"}
