"""Remark: a correction as the command line tells it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.export.printable import flatten
from sayso.vocab import load_table

if TYPE_CHECKING:
    from sayso.ledger import Remark

_INDENT = "    "
_NONE = "—"


def describe_remark(remark: Remark) -> str:
    """Tells a correction in a few lines: what is said of which words, by whom, and what it changes."""
    return "\n".join(_list_lines(remark))


def _list_lines(remark: Remark) -> Iterator[str]:
    correction = remark.correction
    label = remark.record or correction.label
    named = f"{correction.kind} {label}" if label else correction.kind
    head = f"{correction.id}  {named} is {correction.verdict}, says {correction.creator} {correction.created}"
    yield flatten(head) + ("" if remark.state == "holds" else f" [{remark.state}]")
    if correction.withdrawal is not None:
        withdrawal = correction.withdrawal
        yield _INDENT + _add_note(f"withdrawn by {withdrawal.creator} {withdrawal.created}", withdrawal.note)
    yield _INDENT + _cut(remark.words)
    if (quoted := correction.anchor[0].value) not in (None, remark.words):
        yield _INDENT + f"then: {_cut(quoted)}"
    if correction.note is not None:
        yield _INDENT + f"note: {flatten(correction.note)}"
    for contrast in remark.contrasts:
        machine, corrected = (_NONE if v is None else _cut(v) for v in (contrast.machine, contrast.corrected))
        yield _INDENT + f"{contrast.field}: {machine} → {corrected}"
    if remark.lost:
        yield _INDENT + f"no longer in the text: {', '.join(remark.lost)}"


def _add_note(line: str, note: str | None) -> str:
    return flatten(line if note is None else f"{line}: {note}")


def _cut(words: str) -> str:
    """Returns words as one line of a bearable length."""
    most: int = load_table("correction")["words_shown"]
    line = flatten(words)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
