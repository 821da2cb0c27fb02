"""Section: the figures, places and times of a reading as tables for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.export.figure import Count
from sayso.export.line import print_wrapped
from sayso.export.place import Site
from sayso.export.time import Moment

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_GAP = 2
_WIDEST = 24  # a longer entry of the first column stands on a line of its own
_LEAST_REST = 40  # columns for the rest of a row; where there are fewer, it goes under the first column


def print_counts(console: Console, counts: Sequence[Count]) -> None:
    """Prints a row for each figure: its value and what it counts, then its words and who carries it."""
    from rich.text import Text

    rows = [[_tell_scope(count), _tell_origin(count)] for count in counts]
    _print_section(console, "Figures", [Text(count.value, style="bold") for count in counts], rows)


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
    width = max((len(key) for key in keys if len(key) <= _WIDEST), default=0)
    is_wide = console.width - width - 2 * _GAP >= _LEAST_REST
    hang = Text(" " * (width + 2 * _GAP if is_wide else 2 * _GAP))
    for key, lines in zip(keys, rows, strict=True):
        first = Text.assemble(" " * _GAP, key)
        if is_wide and len(key) <= width:
            first.pad_right(len(hang) - len(first))
        else:
            print_wrapped(console, key, Text(" " * _GAP), hang)
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
    from rich.text import Text

    carrier = "the article itself" if count.claim is None else f"claim {count.claim.number}"
    counter = f"counted by {count.counter}" if count.counter else None
    line = Text(" · ".join(filter(None, (f"“{count.words}”", counter, carrier))), style="dim")
    if count.is_doubtful:
        line.append(f" · low confidence {count.figure.confidence:.2f}", style="not dim yellow")
    return line


def _tell_site(site: Site) -> Text:
    from rich.text import Text

    names = " ".join(f"“{name}”" for name in site.other_names)
    facts = [names, site.kind, site.coordinates, None if len(site.places) == 1 else site.mentions]
    line = Text(" · ".join(filter(None, facts)))
    if site.reason:
        line = Text.assemble((f"unresolved: {site.reason}", "yellow"), " · " if line else "", line)
    return line


def _tell_moment(moment: Moment) -> Text:
    from rich.text import Text

    line = Text(" · ".join(filter(None, (moment.value, moment.interval))))
    line.append(f" · {moment.anchor}", style="yellow" if moment.anchor == "unanchored" else "dim")
    if len(moment.times) > 1:
        line.append(f" · {moment.mentions}", style="dim")
    return line
