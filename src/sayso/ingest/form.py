"""Form: whether a file is plain text, a page, JSONL or JSON, by its name or by its first characters."""

from __future__ import annotations

import codecs
import json
import re
from pathlib import Path
from typing import Literal

from sayso.errors import IngestError
from sayso.ingest.encoding import show
from sayso.vocab import load_table

Form = Literal["text", "html", "jsonl", "json"]
FORMS: tuple[Form, ...] = ("text", "html", "jsonl", "json")


def find_form(path: Path) -> Form:
    """Tells the form of a file by the ending of its name.

    Raises:
        IngestError: the ending is not known (ING009).
    """
    ending = show(path.suffix.lower())
    for form in FORMS:
        if ending in load_table("form")[form]:
            return form
    known = ", ".join(ending for form in FORMS for ending in load_table("form")[form])
    what = f"files that end in {ending}" if ending else "files without an ending"
    raise IngestError(
        "ING009",
        f"{what} are not supported",
        f"give one of {known}, or pipe the file in and read -",
        path=show(path),
    )


def is_page(text: str) -> bool:
    """Tells whether characters begin like an HTML page."""
    opening = text[: load_table("limit")["sniff_characters"]].lstrip().lower()
    if opening.startswith(("<?xml", "<!--")):
        return "<html" in opening
    return opening.startswith(tuple(load_table("form")["page_openings"]))


def opens_object(line: bytes) -> bool:
    """Tells whether the first filled line of a stream begins a JSON object, whole or broken, with its key."""
    opening = line.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
    return _opens(opening, "object_opening") or opening.split() == ["{}"]


def sniff(text: str) -> Form:
    """Tells the form of characters that come without a name."""
    if is_page(text):
        return "html"
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if lines and all(line.startswith("{") and line.endswith("}") for line in lines):
        return "jsonl"
    if not lines or lines[0][0] not in "{[":
        return "text"
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return _sniff_broken(text, lines)
    is_record = isinstance(value, dict) or (
        isinstance(value, list) and all(isinstance(v, dict) for v in value)
    )
    return "json" if is_record else "text"


def _sniff_broken(text: str, lines: list[str]) -> Form:
    """Tells broken JSON, which is to be named as such, from a text that begins with a bracket."""
    if not _opens(text, "json_opening"):
        return "text"
    objects = sum(_opens(line, "object_opening") for line in lines)
    return "jsonl" if objects > 1 or objects == len(lines) else "json"


def _opens(text: str, name: str) -> bool:
    return re.match(load_table("form")[name], text) is not None
