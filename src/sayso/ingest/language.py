"""Language: which one a text is written in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from sayso.errors import IngestError
from sayso.vocab import load_table

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_WORD = re.compile(r"[^\W\d_]+")


def find_language(text: str, declared: str | None = None) -> str | None:
    """Tells that a text is English ("en"), or null where it is too short to tell.

    English function words settle nearly every article at once; only where they are rare is the model of
    py3langid asked, and its answer is taken where it is certain enough for the length of the text.

    Args:
        text: the text of an article.
        declared: the language that whoever sends the article gives it; it is believed.

    Raises:
        IngestError: the text is in another language, which the message names (ING005).
    """
    table = load_table("language")
    if declared is not None:
        tag = re.split("[-_]", declared.strip().lower())[0]
        if tag in table["english_tags"]:
            return "en"
        raise foreign(tag)
    sample = _take_sample(text, table["sample_characters"])
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    if letters < table["letters_to_tell"]:
        return None
    share = _measure_english(words)
    if share >= table["share_to_trust"] and len(words) >= table["words_to_trust"]:
        return "en"
    language, certainty = _classify(sample)
    if language == "en" or share >= table["share_to_keep"]:
        return "en"
    is_long = letters >= table["letters_of_long"]
    if not is_long and language in table["near_english"]:
        return None
    if certainty >= table["certainty_of_long" if is_long else "certainty"]:
        raise foreign(language)
    return None


def foreign(language: str) -> IngestError:
    """Makes the error of a text that is not English (ING005)."""
    name = load_table("language")["names"].get(language, language)
    return IngestError(
        "ING005",
        f"the text is in {name}, not in English",
        'give English text; if it is English, say so in JSONL: "language": "en"',
        language=language,
    )


def _take_sample(text: str, size: int) -> str:
    """Cuts pieces out of the beginning, middle and end, so that one foreign quotation does not decide."""
    if len(text) <= 3 * size:
        return text
    middle = (len(text) - size) // 2
    return " ".join((text[:size], text[middle : middle + size], text[-size:]))


def _measure_english(words: Sequence[str]) -> float:
    """Returns the share of English function words among the words."""
    known = _function_words()
    return sum(word.lower() in known for word in words) / max(len(words), 1)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(load_table("language")["function_words"])


def _classify(sample: str) -> tuple[str, float]:
    letters = [letter for letter in sample if letter.isalpha()]
    if sum(map(str.isupper, letters)) > len(letters) / 2:
        sample = sample.lower()
    language, certainty = _load_identifier().classify(sample)
    return str(language), float(certainty)


@cache
def _load_identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
