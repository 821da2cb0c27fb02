"""Printable: text of an article with the characters that could steer a terminal or a browser disarmed."""

from __future__ import annotations

import re

# Control characters other than tab and newline, the two overrides of writing direction, noncharacters that
# HTML forbids, and halves of surrogate pairs, which UTF-8 cannot hold.
_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
# Marks, embeddings and isolates of writing direction: needed in running text, a nuisance in a label.
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def disarm(text: str) -> str:
    """Replaces every harmful character by U+FFFD, so that the length stays and the gap is seen."""
    return _HARMFUL.sub("\ufffd", text)


def flatten(text: str) -> str:
    """Returns the text as one line without direction marks, for a label or a terminal."""
    return disarm(" ".join(_DIRECTIONS.sub("", text).split()))
