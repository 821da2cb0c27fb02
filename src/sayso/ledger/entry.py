"""Entry: a reading on its way into a ledger, checked that it can come back as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sayso.errors import LedgerError, ModelError
from sayso.model import Reading
from sayso.vocab import load_table

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# As JSON escapes them, behind an even number of backslashes: U+0000 and halves of surrogate pairs.
_UNHELD = re.compile(r"(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])")


@dataclass(frozen=True, slots=True)
class Entry:
    """A reading that is to be stored.

    Attributes:
        reading: the reading.
        vectors: the meanings of its claims in their order, one after the other, or null.
        reader: the version of the reader that made it.
    """

    reading: Reading
    vectors: bytes | None
    reader: str

    def check(self) -> None:
        """Checks that both stores can give the reading back as it is.

        Raises:
            LedgerError: they cannot (LDG005).
        """
        try:
            self.reading.validate()
            line = self.reading.to_json()
        except ModelError as error:
            raise self._refuse(f"it does not hold together ({error.message})") from error
        except ValueError as error:
            raise self._refuse("a number of it is not finite") from error
        if _UNHELD.search(line):
            raise self._refuse("a text of it holds the character U+0000 or half of a surrogate pair")
        greatest = load_table("ledger")["greatest_number"]
        numbers = [n for figure in self.reading.figures for n in (figure.low, figure.high)]
        numbers += [place.geonames for place in self.reading.places]
        if any(number is not None and abs(number) > greatest for number in numbers):
            raise self._refuse("a number of it is beyond 64 bits")
        if self.vectors is not None and len(self.vectors) % max(len(self.reading.attributions), 1):
            raise self._refuse("there is not one vector for each claim")

    def _refuse(self, why: str) -> LedgerError:
        article = self.reading.article
        return LedgerError(
            "LDG005",
            f"the reading of {article.url or article.id} cannot be stored: {why}",
            "mend the article and read it again",
            article=article.id,
        )


def find_day(published: str | None) -> str | None:
    """Returns the day of an ISO date or datetime, as printed where it was published, or null."""
    match = _DAY.match(published or "")
    if match is None:
        return None
    try:
        return date.fromisoformat(match.group()).isoformat()
    except ValueError:
        return None
