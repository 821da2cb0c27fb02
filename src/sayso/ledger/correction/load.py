"""Load: a reading with the corrections of its article, out of a ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.ledger.correction.correction import Correction
from sayso.ledger.correction.overlay import Overlay, lay
from sayso.ledger.correction.row import find_origin, load_corrections
from sayso.ledger.record import load_reading
from sayso.ledger.revision import find_article
from sayso.model import Reading

if TYPE_CHECKING:
    from sqlalchemy import Connection


def load_overlay(connection: Connection, reading: Reading) -> Overlay:
    """Lays over a reading what people said of its article; nothing where the ledger does not know it."""

    def recall(correction: Correction) -> Reading:
        return load_reading(connection, find_origin(connection, correction.id))

    home = find_article(connection, reading.article)
    return lay(reading, () if home is None else load_corrections(connection, home), recall)
