"""Settings: what the environment may preset for the command line and the desk."""

from __future__ import annotations

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from sayso.export import Format


class Settings(BaseSettings):
    """Presets, each from the variable `SAYSO_` + its name in capitals; an option of a command goes before it.

    An empty variable presets nothing.

    Attributes:
        format: how readings are printed.
        processes: how many processes read.
        ledger: address of the ledger that keeps what is read, or null.
        doubtful_below: claims of a confidence under this one are marked as doubtful.
    """

    model_config = SettingsConfigDict(env_prefix="SAYSO_", env_ignore_empty=True, frozen=True)

    format: Format = Format.TEXT
    processes: int = Field(default=1, ge=1)
    ledger: str | None = None
    doubtful_below: float = Field(default=0.5, ge=0, le=1)
