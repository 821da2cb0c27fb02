"""Options gathered in one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer
from typer.testing import CliRunner

from sayso.cli.option import gather


@dataclass(frozen=True, kw_only=True)
class Order:
    """What is wanted."""

    name: Annotated[str, typer.Argument()]
    count: Annotated[int, typer.Option("--count", "-c")] = 1
    word: list[str] | None = None


def _run(*arguments: str) -> str:
    app = typer.Typer()

    @gather
    def show(order: Order) -> None:
        """Shows what is wanted."""
        typer.echo(f"{order.name} {order.count} {order.word}")

    app.command()(show)
    return CliRunner().invoke(app, list(arguments)).output


def test_fields_are_options() -> None:
    """Each field of the dataclass is an argument or option with the default of the field."""
    assert _run("mill").split() == ["mill", "1", "None"]
    assert _run("mill", "-c", "3", "--word", "a", "--word", "b") == "mill 3 ['a', 'b']\n"


def test_what_is_needed_is_missed() -> None:
    """A field without a default must be given."""
    assert "Missing argument" in _run()


def test_the_docstring_is_the_help() -> None:
    """The help is that of the function."""
    assert "Shows what is wanted." in _run("--help")
