"""The command `article`."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.failure import report_failures
from sayso.cli.ledger import choose_ledger, open_known
from sayso.cli.output import open_output
from sayso.export.format import Format

Address = Annotated[
    str, typer.Argument(metavar="ARTICLE", help="URL of the article, or the id of a revision.")
]
Number = Annotated[
    int | None, typer.Option("--revision", min=1, help="Which text of it; the newest, if not given.")
]
Form = Annotated[
    Format, typer.Option("--format", "-f", help="text for the eye, json for the reading, html for a page.")
]
Keeper = Annotated[
    str | None,
    typer.Option(
        "--ledger", "-l", help="An SQLite file or postgresql:// URL. [or: SAYSO_LEDGER]", show_default=False
    ),
]


def article(
    address: Address, revision: Number = None, format: Form = Format.TEXT, ledger: Keeper = None
) -> None:
    """Gives back the reading of an article, byte for byte as it was stored."""
    from sayso import export
    from sayso.settings import Settings

    where = choose_ledger(ledger)
    with report_failures():
        with open_known(where) as opened:
            reading = opened.read(address, revision=revision)
        doubtful_below = Settings().doubtful_below
        with open_output(None) as stream:
            match format:
                case Format.JSON:
                    export.write_jsonl([reading], stream)
                case Format.HTML:
                    export.write_page([reading], stream, doubtful_below=doubtful_below)
                case Format.TEXT:
                    export.write_terminal([reading], stream, doubtful_below=doubtful_below)
