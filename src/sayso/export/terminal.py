"""Terminal: readings as text for the eye, coloured where the stream can show it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from sayso.export.claim import Claim, list_claims
from sayso.export.figure import list_counts
from sayso.export.head import tell_facts, tell_title
from sayso.export.line import print_wrapped
from sayso.export.place import list_sites
from sayso.export.printable import flatten
from sayso.export.section import print_counts, print_moments, print_sites
from sayso.export.time import list_moments
from sayso.model import Reading

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_INDENT = 3
_DEEPEST = 4  # deeper claims are indented no further, so that a narrow terminal has room for their words


def write_terminal(readings: Iterable[Reading], stream: TextIO, *, doubtful_below: float) -> None:
    """Prints each reading as soon as it comes: its head, a block for each claim, figures, places and times.

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

    print_wrapped(console, Text(tell_title(reading.article), style="bold"))
    print_wrapped(console, Text(" · ".join(tell_facts(reading.article)), style="dim"))
    claims = list_claims(reading, doubtful_below)
    for claim in claims:
        console.print()
        _print_claim(console, claim, len(str(len(claims))) + 2)
    if not claims:
        console.print("\nno claims found")
    sites = list_sites(reading)
    print_counts(console, list_counts(reading, claims, sites, doubtful_below))
    print_sites(console, sites)
    print_moments(console, list_moments(reading))


def _print_claim(console: Console, claim: Claim, hang: int) -> None:
    """Prints a claim, its number at the indent of its depth and its words `hang` columns further in."""
    from rich.text import Text

    indent = " " * _INDENT * min(claim.depth, _DEEPEST)
    number = Text(f"{indent}{claim.number:>{hang - 2}}  ", style="dim")
    rest = Text(indent + " " * hang)
    print_wrapped(console, _tell_who(claim), number, rest)
    print_wrapped(console, _tell_how(claim), rest, rest)
    print_wrapped(console, _tell_what(claim), rest, rest)


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
