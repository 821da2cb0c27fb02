"""Misuse: what is told of an option or a variable that cannot be taken, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import typer
from typer.core import TyperGroup

_WORDS = {
    "enum": "{input!r} is not one of {expected}",
    "value_error": "{error}",
    "int_parsing": "{input!r} is not a whole number",
    "float_parsing": "{input!r} is not a number",
    "greater_than_equal": "{input} is less than {ge:g}",
    "less_than_equal": "{input} is more than {le:g}",
}


class PlainGroup(TyperGroup):
    """A group of commands that tells in its own words what is wrong with an option, and not in pydantic's."""

    def invoke(self, ctx: Any) -> Any:
        """Runs the command."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            from pydantic import ValidationError

            if isinstance(error.__cause__, ValidationError):
                error.message = explain(error.__cause__.errors()[0])
            raise


def explain(fault: Mapping[str, Any]) -> str:
    """Tells what is wrong with a value, without a full stop.

    Args:
        fault: one item of what pydantic lists as `errors()`.
    """
    words = _WORDS.get(fault["type"], "{msg}")
    return words.format(**{**fault.get("ctx", {}), "input": fault["input"], "msg": fault["msg"]}).rstrip(".")
