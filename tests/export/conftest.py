"""What the tests of the views share."""

from __future__ import annotations

import pytest

from sayso.model import Reading
from tests.export.sample import make_denial, make_reading, make_toll


@pytest.fixture
def reading() -> Reading:
    """A reading made by hand of an invented article."""
    reading = make_reading()
    reading.validate()
    return reading


@pytest.fixture
def toll() -> Reading:
    """A reading with figures, places and times, made by hand of an invented article."""
    toll = make_toll()
    toll.validate()
    return toll


@pytest.fixture
def denial() -> Reading:
    """A reading with a denial, actors and events, made by hand of an invented article."""
    denial = make_denial()
    denial.validate()
    return denial
