"""Facts of languages."""

from __future__ import annotations

import pytest

from sayso.errors import IngestError
from sayso.ingest import language
from sayso.ingest.language import find_language

ENGLISH = (
    "The ferry office in Varnholm said on Monday that the night boat would not sail before the storm ended, "
    "and that nobody would be asked to pay for a ticket twice."
)


def test_english_is_english() -> None:
    """English text is read."""
    assert find_language(ENGLISH) == "en"


def test_capitals_are_english() -> None:
    """Agencies that send capitals are read."""
    assert find_language(ENGLISH.upper()) == "en"


def test_foreign_names_do_not_matter() -> None:
    """English with more names than words is read."""
    text = (
        "Gulzat Momunova, Nurjan Baialieva, Bakyt Osmonov, Jyldyz Asanbaeva met Melis Kadyrov in Bala; "
        "Aizada Temirbekova, Kanat Sultangaziev and Erlan Duishenov did not come to the meeting."
    )
    assert find_language(text) == "en"


def test_a_clear_text_does_not_load_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Function words settle nearly every article."""
    monkeypatch.setattr(language, "_load_identifier", pytest.fail)
    assert find_language(ENGLISH) == "en"


def test_the_model_is_loaded_once() -> None:
    """The identifier is kept."""
    assert language._load_identifier() is language._load_identifier()


@pytest.mark.parametrize("text", ["Ferry cancelled", "VARNHOLM, Feb 3", "2026 — 14, 67, 81"])
def test_a_short_text_has_no_language(text: str) -> None:
    """What is too short to tell is null and is read."""
    assert find_language(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Die Fähre nach Lund fährt erst wieder, wenn der Sturm vorüber ist, sagte das Amt am Montag.",
            "German",
        ),
        (
            "Le bateau de nuit ne partira pas avant la fin de la tempête, a annoncé lundi le bureau du port.",
            "French",
        ),
        (
            "Ночной паром не выйдет в море, пока не закончится шторм, сообщили в понедельник в порту.",
            "Russian",
        ),
    ],
)
def test_other_languages_are_named(text: str, name: str) -> None:
    """ING005 names the language."""
    with pytest.raises(IngestError, match=name) as caught:
        find_language(text)
    assert caught.value.code == "ING005"


def test_a_declared_language_is_believed() -> None:
    """Whoever sends an article may say that it is English, or that it is not."""
    assert find_language("Nachtfähre " * 20, "en-GB") == "en"
    with pytest.raises(IngestError, match="French"):
        find_language(ENGLISH, "fr")
