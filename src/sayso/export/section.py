"""Section: the figures, events, actors, places and times of a reading as tables for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.export.actor import Voice
from sayso.export.claim import Claim
from sayso.export.event import Happening
from sayso.export.figure import Count
from sayso.export.line import print_wrapped
from sayso.export.place import Site
from sayso.export.relation import Side, Sides
from sayso.export.time import Moment
from sayso.vocab import load_table

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_SIDE_STYLES = {
    "denies": "red",
    "contradicts": "red",
    "confirms": "green",
    "restates": "green",
    "updates": "magenta",
}
_FACTUALITY_STYLES = {"happened": "dim", "denied": "red", "not_happened": "red"}


def print_counts(console: Console, counts: Sequence[Count], sides: Sides) -> None:
    """Prints a row for each figure: its value and what it counts, then its words and who carries it."""
    from rich.text import Text

    rows = [
        [_tell_scope(count), _tell_origin(count), *tell_sides(sides.get(("figure", count.number), []))]
        for count in counts
    ]
    _print_section(console, "Figures", [Text(count.value, style="bold") for count in counts], rows)


def print_happenings(console: Console, happenings: Sequence[Happening], sides: Sides) -> None:
    """Prints a row for each event: type, words, who did it to whom, if; then where, when, who says so."""
    from rich.text import Text

    rows = [
        [_tell_happening(each), _tell_setting(each), *tell_sides(sides.get(("event", each.number), []))]
        for each in happenings
    ]
    _print_section(console, "Events", [Text(each.event.type, style="bold") for each in happenings], rows)


def print_voices(console: Console, voices: Sequence[Voice]) -> None:
    """Prints a row for each actor: what it is, its role, how often it is mentioned, and its claims."""
    from rich.text import Text

    rows = [[_tell_voice(voice)] for voice in voices]
    _print_section(console, "Actors", [Text(voice.name) for voice in voices], rows)


def tell_sides(sides: Sequence[Side]) -> list[Text]:
    """Returns a line for each tie: denied by claim 9, the coastguard."""
    from rich.text import Text

    return [
        Text(side.words, style=_SIDE_STYLES[side.tie.type]).append(
            f" ({side.other.name})" if side.other.role == "claim" else "", style="dim default"
        )
        for side in sides
    ]


def print_sites(console: Console, sites: Sequence[Site]) -> None:
    """Prints a row for each place, with its position or the reason why it has none."""
    from rich.text import Text

    rows = [[_tell_site(site)] for site in sites]
    _print_section(console, "Places", [Text(site.name) for site in sites], rows)


def print_moments(console: Console, moments: Sequence[Moment]) -> None:
    """Prints a row for each time, with its value and what it was reckoned from."""
    from rich.text import Text

    rows = [[_tell_moment(moment)] for moment in moments]
    _print_section(console, "Times", [Text(moment.words) for moment in moments], rows)


def _print_section(
    console: Console, title: str, keys: Sequence[Text], rows: Sequence[Sequence[Text]]
) -> None:
    """Prints a heading and rows of two columns; nothing where there are no rows."""
    from rich.text import Text

    if not keys:
        return
    console.print()
    console.print(Text(title, style="bold"))
    table = load_table("view")["terminal"]
    gap = table["gap"]
    width = max((len(key) for key in keys if len(key) <= table["widest_key"]), default=0)
    is_wide = console.width - width - 2 * gap >= table["least_rest"]
    hang = Text(" " * (width + 2 * gap if is_wide else 2 * gap))
    for key, lines in zip(keys, rows, strict=True):
        first = Text.assemble(" " * gap, key)
        if is_wide and len(key) <= width:
            first.pad_right(len(hang) - len(first))
        else:
            print_wrapped(console, key, Text(" " * gap), hang)
            first = hang
        for line in lines:
            print_wrapped(console, line, first, hang)
            first = hang


def _tell_scope(count: Count) -> Text:
    from rich.text import Text

    line = Text.assemble((count.of, ""), " ") if count.of else Text()
    line.append(f"({', '.join(filter(None, (count.figure.measure, count.note)))})", style="dim")
    for fact in filter(None, (count.place, *count.dates)):
        line.append(f" · {fact}")
    return line


def _tell_origin(count: Count) -> Text:
    counter = f"counted by {count.counter}" if count.counter else None
    line = _tell_source(f"“{count.words}”", counter, _tell_carrier(count.claim))
    return _add_doubt(line, count.figure.confidence) if count.is_doubtful else line


def _tell_happening(happening: Happening) -> Text:
    from rich.text import Text

    line = Text(" · ".join(filter(None, (f"“{happening.words}”", happening.parties))))
    style = _FACTUALITY_STYLES.get(happening.event.factuality, "yellow")
    return line.append(f" · {happening.factuality}", style=style)


def _tell_setting(happening: Happening) -> Text:
    line = _tell_source(happening.place, happening.date, _tell_carrier(happening.claim))
    return _add_doubt(line, happening.event.confidence) if happening.is_doubtful else line


def _tell_source(*facts: str | None) -> Text:
    from rich.text import Text

    return Text(" · ".join(filter(None, facts)), style="dim")


def _tell_carrier(claim: Claim | None) -> str:
    return "the article itself" if claim is None else f"claim {claim.number}"


def _add_doubt(line: Text, confidence: float) -> Text:
    return line.append(f" · low confidence {confidence:.2f}", style="not dim yellow")


def _tell_voice(voice: Voice) -> Text:
    from rich.text import Text

    line = Text(" · ".join(filter(None, (voice.actor.kind, voice.role, voice.mentions))))
    if voice.claims:
        noun = "claim" if len(voice.claims) == 1 else "claims"
        line.append(f" · {noun} {', '.join(map(str, voice.claims))}", style="dim")
    return line


def _tell_site(site: Site) -> Text:
    from rich.text import Text

    names = " ".join(f"“{name}”" for name in site.other_names)
    facts = [names, site.kind, site.coordinates, None if len(site.records) == 1 else site.mentions]
    line = Text(" · ".join(filter(None, facts)))
    if site.reason:
        line = Text.assemble((f"unresolved: {site.reason}", "yellow"), " · " if line else "", line)
    return line


def _tell_moment(moment: Moment) -> Text:
    from rich.text import Text

    line = Text(" · ".join(filter(None, (moment.value, moment.interval))))
    line.append(f" · {moment.anchor}", style="yellow" if moment.anchor == "unanchored" else "dim")
    if len(moment.records) > 1:
        line.append(f" · {moment.mentions}", style="dim")
    return line
