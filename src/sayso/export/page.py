"""Page: readings as one HTML page that stands alone, each claim beside its passage."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import TextIO

from sayso.export.claim import Claim, list_claims
from sayso.export.head import tell_facts, tell_title
from sayso.export.passage import Mark, cut, find_paragraphs, list_marks
from sayso.export.printable import disarm
from sayso.model import Reading

_MOST_LAYERS = 3  # contents nested deeper look like the third
_MOST_INDENTS = 2
_WEB_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of a paragraph as the page shows it.

    Attributes:
        text: its characters.
        roles: what it is to its claims, as names of CSS classes.
        layer: the CSS class for how many contents it stands in.
        claims: numbers of the claims that it is part of, the innermost first.
        opens: numbers of the claims that begin here.
    """

    text: str
    roles: str
    layer: str
    claims: tuple[int, ...]
    opens: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A paragraph with the claims that begin in it."""

    stretches: tuple[Stretch, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the page shows of one reading; its number tells it from the others of the page."""

    number: int
    reading: Reading
    claims: list[Claim]

    @property
    def title(self) -> str:
        """The headline, or that there is none."""
        return tell_title(self.reading.article)

    @property
    def facts(self) -> tuple[str, ...]:
        """Outlet, date, and the byline where there is one."""
        return tell_facts(self.reading.article)

    @property
    def address(self) -> str | None:
        """The article's address where it is one of the web, else null."""
        url = self.reading.article.url or ""
        return url if _WEB_ADDRESS.fullmatch(url) else None

    @property
    def rows(self) -> Iterator[Row]:
        """The paragraphs, in order."""
        text = self.reading.article.text
        borders = find_paragraphs(text)
        marks = list_marks(self.claims)
        floor = 0
        for index, (start, end) in enumerate(borders):
            ceiling = len(text) + 1 if index + 1 == len(borders) else end
            claims = [claim for claim in self.claims if floor <= claim.start < ceiling]
            claims.sort(key=lambda claim: claim.start)
            yield _make_row(text, (start, end), marks, claims)
            floor = ceiling


def write_page(readings: Iterable[Reading], stream: TextIO, *, doubtful_below: float) -> None:
    """Writes one page for all readings; it needs no network, and no script to be read.

    Args:
        readings: what to show; several get an index at the top.
        stream: where to; anything that UTF-8 holds may be written.
        doubtful_below: claims of a confidence under this one are marked.

    Raises:
        ModelError: the parents of an attribution do not hold together (MDL003, MDL005).
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    from sayso import __version__

    environment = Environment(
        loader=PackageLoader("sayso.export", "template"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    sheets = [
        Sheet(number=number, reading=reading, claims=list_claims(reading, doubtful_below))
        for number, reading in enumerate(readings, start=1)
    ]
    style, script = _load("page.css"), _load("page.js")
    stream.writelines(
        environment.get_template("page.html").generate(
            sheets=sheets,
            count=sum(len(sheet.claims) for sheet in sheets),
            style=style,
            script=script,
            policy=_write_policy(style, script),
            indents=_MOST_INDENTS,
            version=__version__,
        )
    )


def _make_row(text: str, border: tuple[int, int], marks: list[Mark], claims: list[Claim]) -> Row:
    waiting = list(claims)
    stretches: list[Stretch] = []
    for piece in cut(*border, marks):
        opens = [claim for claim in waiting if claim.start <= piece.start or piece.end == border[1]]
        waiting = [claim for claim in waiting if claim not in opens]
        stretch = Stretch(
            text=disarm(text[piece.start : piece.end]),
            roles=" ".join(role for role in ("source", "cue") if role in piece.roles),
            layer=f"content-{min(piece.layers, _MOST_LAYERS)}" if piece.layers else "",
            claims=piece.claims,
            opens=tuple(claim.number for claim in opens),
        )
        stretches.append(stretch)
    return Row(stretches=tuple(stretches), claims=tuple(claims))


def _load(name: str) -> str:
    return (files(__package__) / "template" / name).read_text("utf-8")


def _write_policy(style: str, script: str) -> str:
    """Returns a Content-Security-Policy that allows this style and this script, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(code: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
