"""Plot: numbers with their bounds as bars of characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log1p
from typing import TYPE_CHECKING

from sayso.export.printable import flatten
from sayso.vocab import load_table

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_EIGHTHS = " ▏▎▍▌▋▊▉"
_FULL, _OPEN, _BEYOND = "█", "░", "→"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A number between two bounds.

    Attributes:
        label: what it is the number of.
        low: the smallest number that it may be, or null.
        high: the largest number that it may be, or null.
        value: the number in words.
        note: what else is told of it.
    """

    label: str
    low: int | None
    high: int | None
    value: str
    note: str = ""


def print_bars(console: Console, bars: Sequence[Bar]) -> None:
    """Prints a line for each bar: full up to what is sure, light up to what may be, an arrow if open.

    Numbers far apart are drawn on a logarithmic scale, and a line says so.
    """
    from rich.text import Text

    rule = load_table("view")["plot"]
    labels = max((len(bar.label) for bar in bars), default=0)
    values = max((len(bar.value) for bar in bars), default=0)
    room = console.width - labels - values - 2 * rule["gap"]
    width = max(min(room * rule["share"] // 100, rule["widest"]), rule["narrowest"])
    is_logarithmic = _is_far_apart(bars, rule["far_apart"])
    top = _scale(max(map(_find_end, bars), default=0), is_logarithmic)
    gap = " " * rule["gap"]
    for bar in bars:
        line = Text(flatten(bar.label).ljust(labels) + gap, style="dim")
        line.append_text(_draw(bar, width, top, is_logarithmic))
        line.append(gap + bar.value.rjust(values), style="bold not dim")
        line.append(gap + flatten(bar.note), style="not bold not dim")
        line.truncate(console.width, overflow="ellipsis")
        line.rstrip()
        console.print(line, soft_wrap=True)
    if is_logarithmic:
        console.print(Text("logarithmic scale", style="dim"))


def _draw(bar: Bar, width: int, top: float, is_logarithmic: bool) -> Text:
    """Draws a bar, padded to the width and the arrow behind it."""
    from rich.text import Text

    share = width / top if top else 0.0
    cells, eighths = divmod(round(_scale(bar.low or 0, is_logarithmic) * share * 8), 8)
    drawn = Text(_FULL * cells + _EIGHTHS[eighths].strip(), style="cyan")
    if bar.high is not None:
        light = round(_scale(bar.high, is_logarithmic) * share) - len(drawn)
        drawn.append(_OPEN * max(light, 0), style="cyan dim")
    elif bar.low is not None:
        room = load_table("view")["plot"]["open"]
        drawn.append(_OPEN * max(min(width - len(drawn), room), 0) + _BEYOND, style="cyan dim")
    drawn.pad_right(max(width + 1 - len(drawn), 0))
    return drawn


def _find_end(bar: Bar) -> int:
    return max(bar.low or 0, bar.high or 0)


def _is_far_apart(bars: Iterable[Bar], factor: int) -> bool:
    ends = [end for end in map(_find_end, bars) if end > 0]
    return bool(ends) and max(ends) >= factor * min(ends)


def _scale(number: int, is_logarithmic: bool) -> float:
    return log1p(max(number, 0)) if is_logarithmic else float(max(number, 0))
