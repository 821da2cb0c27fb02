"""Option: the options of a command as one value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from inspect import Parameter, Signature
from typing import Any, get_type_hints


def gather(function: Callable[[Any], None]) -> Callable[..., None]:
    """Makes a command of a function whose one argument is a dataclass with a field for each option.

    A command with many options stays a function of one argument. What typer is to know of a field stands in
    its type: `Annotated[str, typer.Option("--by")]`.
    """
    hints = get_type_hints(function)
    hints.pop("return", None)
    (kind,) = hints.values()
    types = get_type_hints(kind, include_extras=True)

    def command(**given: Any) -> None:
        function(kind(**given))

    command.__name__, command.__doc__ = function.__name__, function.__doc__
    command.__signature__ = Signature(  # type: ignore[attr-defined]
        [
            Parameter(
                field.name,
                Parameter.KEYWORD_ONLY,
                default=_find_default(field),
                annotation=types[field.name],
            )
            for field in fields(kind)
        ]
    )
    return command


def _find_default(field: Field[Any]) -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return Parameter.empty if field.default is MISSING else field.default
