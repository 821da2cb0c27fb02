"""Page: readings as one HTML page that stands alone, each claim beside its passage."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from importlib.resources import files
from typing import TextIO

from sayso.export.number import tell_number
from sayso.export.sheet import make_sheet
from sayso.model import Reading
from sayso.vocab import load_table


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
    sheets = [make_sheet(number, reading, doubtful_below) for number, reading in enumerate(readings, start=1)]
    style, script = _load("page.css") + "".join(sheet.rules for sheet in sheets), _load("page.js")
    stream.writelines(
        environment.get_template("page.html").generate(
            sheets=sheets,
            total=tell_number(sum(len(sheet.claims) for sheet in sheets), "claim"),
            style=style,
            script=script,
            policy=_write_policy(style, script),
            indents=load_table("view")["page"]["deepest"],
            version=__version__,
        )
    )


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
