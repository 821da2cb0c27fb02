"""App: the commands put together."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.article import article
from sayso.cli.claims import claims
from sayso.cli.correct import correct
from sayso.cli.corrections import create_group
from sayso.cli.export import export
from sayso.cli.figures import figures
from sayso.cli.misuse import PlainGroup
from sayso.cli.option import gather
from sayso.cli.read import read
from sayso.cli.sources import sources
from sayso.cli.stats import stats
from sayso.cli.version import version
from sayso.cli.who import who


def create_app() -> typer.Typer:
    """Makes the application; its help is plain text, which needs no further imports and suits every pipe."""
    app = typer.Typer(
        name="sayso",
        cls=PlainGroup,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_introduce)
    app.command()(read)
    for question in (claims, who, figures, sources, stats):
        app.command()(gather(question))
    app.command()(article)
    app.command()(gather(export))
    app.command()(gather(correct))
    app.add_typer(create_group(), name="corrections")
    app.command()(version)
    return app


def _print_version(is_wanted: bool) -> None:
    if is_wanted:
        version()
        raise typer.Exit


def _introduce(
    show_version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit."),
    ] = False,
) -> None:
    """Reads news and tells who said what, on whose word.

    It runs on this machine alone and sends nothing anywhere.
    """
