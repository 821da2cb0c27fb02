"""Meaning: the vectors of all claims, searched exactly in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from sayso.ledger.question.query import Query
from sayso.ledger.question.selection import Selection, count_few, keep_claims, list_claims
from sayso.ledger.schema import meaning, reader, reading
from sayso.vocab import load_table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.int8]
    Keys = NDArray[np.int64]
    Scores = NDArray[np.float32]

UNIT = 256
"""The length of a vector: a unit vector was multiplied by it and rounded."""


def embed_text(text: str) -> tuple[Vectors, str]:
    """Returns the vector of a text by the installed reader, shape (width,), and the reader's version."""
    from sayso.reader import share_reader
    from sayso.reader.version import name_version

    return share_reader().embed_text(text), name_version()


class Meanings:
    """The vectors of the claims of a ledger that are comparable with those of the installed reader.

    They are loaded by the first question by meaning; later ones load what was added since.

    Args:
        embed: gives the vector of a text and the version of the reader that made it, as `embed_text` does.
    """

    def __init__(self, embed: Callable[[str], tuple[Vectors, str]] = embed_text) -> None:
        self._embed = embed
        self._lock = Lock()
        self._last = 0
        self._blocks: list[tuple[Keys, Vectors]] = []

    @property
    def is_empty(self) -> bool:
        """Whether no vectors were found."""
        return not self._blocks

    def rank(self, connection: Connection, query: Query, selection: Selection) -> Mapping[int, float]:
        """Ranks the claims of a selection by how near their meaning is to the one that is sought.

        Returns:
            The cosines of the nearest claims by their keys, the nearest first: as many as the page needs,
            with the one behind it.
        """
        import numpy as np

        wanted = query.offset + query.limit + 1
        keys, scores = self._score(connection, query.meaning or "")
        for many in _list_sizes(connection, selection, wanted):
            if many < len(keys):
                near, near_scores = _take_nearest(keys, scores, many)
                held = sorted(keep_claims(connection, selection, near.tolist()))
                if len(held) >= wanted:
                    keys, scores = _pick(*_sort(near, near_scores), held)
                    break
        else:
            keys, scores = _pick(keys, scores, sorted(list_claims(connection, selection, None)))
        keys, scores = _take_nearest(keys, scores, wanted)
        cosines = np.clip(scores.astype(np.float64) / UNIT**2, -1, 1).round(4)
        return dict(zip(keys.tolist(), cosines.tolist(), strict=True))

    def _score(self, connection: Connection, text: str) -> tuple[Keys, Scores]:
        """Returns the keys of all comparable claims, ascending, and their products with a text."""
        import numpy as np

        vector, version = self._embed(text)
        with self._lock:
            self._load(connection, version, len(vector))
            blocks = tuple(self._blocks)
        keys = [np.zeros(0, np.int64), *(keys for keys, _ in blocks)]
        scores = [np.zeros(0, np.float32), *(_multiply(rows, vector) for _, rows in blocks)]
        return np.concatenate(keys), np.concatenate(scores)

    def _load(self, connection: Connection, version: str, width: int) -> None:
        """Loads what was added since the last time."""
        import numpy as np

        weights = version.rpartition("+")[2]
        readers = [
            key for key, other in connection.execute(select(reader)) if other.rpartition("+")[2] == weights
        ]
        columns = reading.c.id, reading.c.first_attribution, reading.c.claims, meaning.c.vectors
        query = (
            select(*columns).join(meaning).where(reading.c.id > self._last, reading.c.reader_id.in_(readers))
        )
        rows = connection.execute(query.order_by(reading.c.id)).all()
        rows = [row for row in rows if len(row.vectors) == row.claims * width]
        if rows:
            self._last = rows[-1].id
            keys = np.concatenate([np.arange(first, first + count) for _, first, count, _ in rows])
            vectors = np.frombuffer(b"".join(row.vectors for row in rows), np.int8)
            self._blocks.append((keys, vectors.reshape(-1, width)))


def _multiply(rows: Vectors, vector: Vectors) -> Scores:
    """Returns the product of each row with a vector; it is exact, for the sums are small whole numbers.

    NumPy multiplies floats far faster than integers, so that block after block is turned into floats, as many
    as stay in the cache. More threads than one are slower where others work as well.
    """
    import numpy as np
    from threadpoolctl import threadpool_limits

    size: int = load_table("question")["block"]
    wanted = vector.astype(np.float32)
    block = np.empty((size, len(vector)), np.float32)
    products = np.empty(len(rows), np.float32)
    with threadpool_limits(1, user_api="blas"):
        for start in range(0, len(rows), size):
            part = rows[start : start + size]
            np.copyto(block[: len(part)], part)
            np.dot(block[: len(part)], wanted, out=products[start : start + size])
    return products


def _list_sizes(connection: Connection, selection: Selection, wanted: int) -> Iterator[int]:
    """Lists how many of the nearest claims are looked at; none where the selection itself is small.

    Most selections hold enough of the very nearest ones; whatever does not is listed as a whole.
    """
    if not count_few(connection, selection):
        yield 4 * wanted
        yield max(load_table("question")["candidates"], 8 * wanted)


def _take_nearest(keys: Keys, scores: Scores, many: int) -> tuple[Keys, Scores]:
    """Returns the claims with the largest products, the largest first, the older of equals first."""
    import numpy as np

    if many < len(keys):
        chosen = np.argpartition(-scores, many)[:many]
        keys, scores = keys[chosen], scores[chosen]
    order = np.lexsort((keys, -scores))
    return keys[order], scores[order]


def _sort(keys: Keys, scores: Scores) -> tuple[Keys, Scores]:
    """Puts claims in the order of their keys."""
    import numpy as np

    order = np.argsort(keys)
    return keys[order], scores[order]


def _pick(keys: Keys, scores: Scores, wanted: Sequence[int]) -> tuple[Keys, Scores]:
    """Returns those of some claims that are wanted; both in the order of their keys."""
    import numpy as np

    own = np.array(wanted, np.int64)
    places = np.searchsorted(keys, own)
    places = places[places < len(keys)] if len(keys) else places[:0]
    places = places[keys[places] == own[: len(places)]]
    return keys[places], scores[places]
