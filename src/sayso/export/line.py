"""Line: text in lines that fit a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.vocab import load_table

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


def print_wrapped(console: Console, text: Text, first: Text | None = None, rest: Text | None = None) -> None:
    """Prints a text in lines that fit, without blanks at their ends; `first` and `rest` go before them."""
    from rich.text import Text

    narrowest: int = load_table("view")["terminal"]["narrowest"]
    width = max(console.width - (0 if first is None else len(first)), narrowest)
    for index, line in enumerate(text.wrap(console, width, overflow="fold")):
        line.rstrip()
        before = rest if index else first
        console.print(line if before is None else Text.assemble(before, line), soft_wrap=True)
