"""Terminal: readings as text for the eye, coloured where the stream can show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from sayso.export.actor import list_voices
from sayso.export.claim import Claim, list_claims
from sayso.export.event import list_happenings
from sayso.export.figure import list_counts
from sayso.export.head import tell_facts, tell_title
from sayso.export.line import print_wrapped
from sayso.export.place import list_sites
from sayso.export.relation import Side, list_sides, list_ties
from sayso.export.section import (
    print_counts,
    print_happenings,
    print_moments,
    print_sites,
    print_voices,
    tell_sides,
)
from sayso.export.time import list_moments
from sayso.model import Reading
from sayso.vocab import load_table

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


def write_terminal(readings: Iterable[Reading], stream: TextIO, *, doubtful_below: float) -> None:
    """Prints each reading as soon as it comes: its head, a block for each claim, tables of facts.

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
    claims, sites = list_claims(reading, doubtful_below), list_sites(reading)
    counts = list_counts(reading, claims, sites, doubtful_below)
    happenings = list_happenings(reading, claims, sites, doubtful_below)
    sides = list_sides(list_ties(reading, claims, counts, happenings))
    hang = len(str(len(claims))) + 2
    for claim in claims:
        console.print()
        _print_claim(console, claim, hang, sides.get(("claim", claim.number), []))
    if not claims:
        console.print("\nno claims found")
    print_counts(console, counts, sides)
    print_happenings(console, happenings, sides)
    print_voices(console, list_voices(reading, claims))
    print_sites(console, sites)
    print_moments(console, list_moments(reading))


def _print_claim(console: Console, claim: Claim, hang: int, sides: Sequence[Side]) -> None:
    """Prints a claim, its number at the indent of its depth and its words `hang` columns further in.

    Claims that stand deeper than some depth are indented no further, so that a narrow terminal has room for
    their words.
    """
    from rich.text import Text

    table = load_table("view")["terminal"]
    indent = " " * table["indent"] * min(claim.depth, table["deepest"])
    first = Text(f"{indent}{claim.number:>{hang - 2}}  ", style="dim")
    rest = Text(indent + " " * hang)
    for line in (_tell_who(claim), _tell_how(claim), _tell_what(claim), *tell_sides(sides)):
        print_wrapped(console, line, first, rest)
        first = rest


def _tell_who(claim: Claim) -> Text:
    from rich.text import Text

    line = Text(claim.who, style="bold cyan")
    if claim.phrase is not None:
        line.append(f" “{claim.phrase}”", style="not bold cyan")
    kind = claim.attribution.speaker.kind
    told = [kind, claim.reason] if kind != claim.who else [claim.reason]
    if why := ": ".join(filter(None, told)):
        line.append(f" ({why})", style="not bold dim default")
    return line


def _tell_how(claim: Claim) -> Text:
    from rich.text import Text

    line = Text(claim.cue, style="red")
    via = " → ".join(step.name for step in claim.via)
    facts = [*claim.manner, f"via {via}"] if via else claim.manner
    line.append(f" · {' · '.join(facts)}", style="dim default")
    if claim.is_doubtful:
        line.append(f" · low confidence {claim.attribution.confidence:.2f}", style="yellow")
    return line


def _tell_what(claim: Claim) -> Text:
    from rich.text import Text

    return Text(claim.words or "content not found", style="" if claim.words else "dim")
