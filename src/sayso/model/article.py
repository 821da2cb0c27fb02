"""Article: a piece of news with its text kept as it came."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import blake2b

from sayso.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Record):
    """A piece of news; everything read from it points into `text` by offset.

    Attributes:
        id: stable identifier, see `Article.of`.
        url: where it was published, or null.
        publisher: the outlet that published it, or null.
        title: its headline, or null.
        byline: who signed it, as printed without "By", or null.
        published: ISO date, or datetime with offset, or null where the source does not give it.
        retrieved: when it was fetched, likewise.
        language: ISO 639-1 code, or null where the text is too short to tell.
        text: what was read; never changed after ingest.
    """

    id: str
    url: str | None
    publisher: str | None
    title: str | None
    byline: str | None
    published: str | None
    retrieved: str | None
    language: str | None
    text: str

    @classmethod
    def of(cls, text: str, *, id: str | None = None, **facts: str | None) -> Article:
        """Makes an article; facts that are not given are null.

        Args:
            text: the text, kept character for character.
            id: an identifier of the caller. Without one it is a hash of url, publisher, title, published
                and text, 20 hexadecimal digits, equal for equal articles on every machine.
            facts: any of url, publisher, title, byline, published, retrieved, language.
        """
        known = dict.fromkeys(("url", "publisher", "title", "byline", "published", "retrieved", "language"))
        if unknown := facts.keys() - known.keys():
            raise TypeError(f"Article.of() got unexpected keyword arguments: {', '.join(sorted(unknown))}")
        values: dict[str, str | None] = known | facts
        return cls(id=id or _hash(values, text), text=text, **values)


def _hash(facts: dict[str, str | None], text: str) -> str:
    identity = [facts["url"], facts["publisher"], facts["title"], facts["published"], text]
    return blake2b(json.dumps(identity).encode("ascii"), digest_size=10).hexdigest()
