"""Settings: what the environment may preset for the command line and the desk."""

from __future__ import annotations

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from sayso.export import Format


class Settings(BaseSettings):
    """Presets, each from the variable `SAYSO_` + its name in capitals; an option of a command goes before it.

    Attributes:
        format: how readings are printed.
        processes: how many processes read.
        doubtful_below: claims of a confidence under this one are marked as doubtful.
    """

    model_config = SettingsConfigDict(env_prefix="SAYSO_", frozen=True)

    format: Format = Format.TEXT
    processes: int = Field(default=1, ge=1)
    doubtful_below: float = Field(default=0.5, ge=0, le=1)
