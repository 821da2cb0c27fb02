"""Terminal: readings as text for the eye, coloured where the stream can show it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from sayso.export.claim import Claim, list_claims
from sayso.export.head import tell_facts, tell_title
from sayso.export.printable import flatten
from sayso.model import Reading

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_INDENT = 3
_NARROWEST = 16
_DEEPEST = 4  # deeper claims are indented no further, so that a narrow terminal has room for their words


def write_terminal(readings: Iterable[Reading], stream: TextIO, *, doubtful_below: float) -> None:
    """Prints each reading as soon as it comes: its head, then a block for each claim.

    Args:
        readings: what to print.
        stream: where to; colour and width follow the terminal, and the variables NO_COLOR and COLUMNS.
        doubtful_below: claims of a confidence under this one are marked.
    """
    from rich.console import Console

    console = Console(file=stream, markup=False, highlight=False, emoji=False)
    for index, reading in enumerate(readings):
        if index:
            console.print()
        _print_reading(console, reading, doubtful_below)


def _print_reading(console: Console, reading: Reading, doubtful_below: float) -> None:
    from rich.text import Text

    _print_wrapped(console, Text(tell_title(reading.article), style="bold"))
    _print_wrapped(console, Text(" · ".join(tell_facts(reading.article)), style="dim"))
    claims = list_claims(reading, doubtful_below)
    for claim in claims:
        console.print()
        _print_claim(console, claim, len(str(len(claims))) + 2)
    if not claims:
        console.print("\nno claims found")


def _print_claim(console: Console, claim: Claim, hang: int) -> None:
    """Prints a claim, its number at the indent of its depth and its words `hang` columns further in."""
    from rich.text import Text

    indent = " " * _INDENT * min(claim.depth, _DEEPEST)
    number = Text(f"{indent}{claim.number:>{hang - 2}}  ", style="dim")
    rest = Text(indent + " " * hang)
    _print_wrapped(console, _tell_who(claim), number, rest)
    _print_wrapped(console, _tell_how(claim), rest, rest)
    _print_wrapped(console, _tell_what(claim), rest, rest)


def _print_wrapped(console: Console, text: Text, first: Text | None = None, rest: Text | None = None) -> None:
    """Prints a text in lines that fit, without blanks at their ends; `first` and `rest` go before them."""
    from rich.text import Text

    width = max(console.width - (0 if first is None else len(first)), _NARROWEST)
    for index, line in enumerate(text.wrap(console, width, overflow="fold")):
        line.rstrip()
        before = rest if index else first
        console.print(line if before is None else Text.assemble(before, line), soft_wrap=True)


def _tell_who(claim: Claim) -> Text:
    from rich.text import Text

    line = Text(claim.who, style="bold cyan")
    if claim.phrase is not None:
        line.append(f" “{claim.phrase}”", style="not bold cyan")
    if claim.who != claim.attribution.speaker.kind:
        line.append(f" ({claim.attribution.speaker.kind})", style="not bold dim default")
    return line


def _tell_how(claim: Claim) -> Text:
    from rich.text import Text

    line = Text(claim.cue, style="red")
    line.append(f" · {' · '.join(claim.manner)} · via {' → '.join(claim.chain[:-1])}", style="dim default")
    if claim.is_doubtful:
        line.append(f" · low confidence {claim.attribution.confidence:.2f}", style="yellow")
    return line


def _tell_what(claim: Claim) -> Text:
    from rich.text import Text

    words = " … ".join(flatten(span.text) for span in claim.attribution.content)
    return Text(words or "content not found", style="" if words else "dim")
