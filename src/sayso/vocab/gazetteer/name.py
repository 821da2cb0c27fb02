"""Names of places in the one form in which they are compared."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
        "ə": "a", "ŋ": "n", "&": " and ", "-": " ", "–": " ", "‐": " ", "/": " ", ",": " ", "(": " ",
        ")": " ", ".": None, "'": None, "’": None, "‘": None, "`": None, "ʻ": None, "ʼ": None, "ʿ": None,
        "ʾ": None, "´": None,
    }
)  # fmt: skip
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_DOTTED = re.compile(r"\.(?=\w\w)")


def fold_name(name: str) -> str:
    """Folds a name: lower case, no accents, apostrophes or dots, hyphens as spaces, "saint" as "st".

    Names that differ only in such things are one: "Saint-Denis" and "St. Denis", "Sana'a" and "Sanaa".
    """
    if name.isascii():
        text = name.lower()
    else:
        # Some letters have a lower case only once decomposed ("𝐀"), others decompose once they have it.
        folded = unicodedata.normalize("NFKD", name).casefold()
        decomposed = unicodedata.normalize("NFKD", folded)
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    if "." in text:
        text = _DOTTED.sub(" ", text)
    words = text.translate(_LETTERS).split()
    return " ".join([_SHORT.get(word, word) for word in words])
