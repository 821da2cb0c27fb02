"""The gazetteer's table of places and the search by name in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.vocab.gazetteer.name import fold_name

if TYPE_CHECKING:
    from numpy.typing import NDArray

KINDS = (
    "continent", "region", "country", "state", "county", "capital", "city", "district", "camp", "island",
    "water", "land", "historical",
)  # fmt: skip
"""What a place can be; the data file holds the index into this."""
NONE = 0xFFFFFFFF
"""The parent of a place that nothing holds."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer.

    Attributes:
        row: its number in the table.
        name: its name in English, or else the name that GeoNames gives.
        kind: one of `KINDS`; a state is a first-order division of a country, a county a second-order
            one, a capital the capital city of a country.
        country: ISO 3166-1 alpha-2 code, or null where it lies in none or in several, or is disputed.
        lat: degrees north.
        lon: degrees east.
        population: how many live there; for places that nobody counts, a figure of about their renown.
        geonames: GeoNames id, or null.
        within: rows of the county, state and country that hold it, the smallest first.
    """

    row: int
    name: str
    kind: str
    country: str | None
    lat: float
    lon: float
    population: int
    geonames: int | None
    within: tuple[int, ...]


class Gazetteer:
    """A table of places that finds them by name; made by `load_gazetteer`.

    The folded names stand sorted in one block of bytes, each followed by a line break; `posts` holds the rows
    of each name, the most populous first, shifted left by one, the lowest bit set where it is not a main name
    but one of the spellings that GeoNames lists.

    Attributes:
        kind: index into `KINDS` of each place, shape (places,).
        country: number of its country; 0 is none.
        population: as in `Entry`.
        geonames: GeoNames id; 0 is none.
        parent: row of the smallest place that holds it, or `NONE`.
        lat: degrees north, times 100,000.
        lon: degrees east, likewise.
    """

    def __init__(self, arrays: dict[str, Any]) -> None:
        import numpy as np

        self.kind: NDArray[Any] = arrays["kind"]
        self.country: NDArray[Any] = arrays["country"]
        self.population: NDArray[Any] = arrays["population"]
        self.geonames: NDArray[Any] = arrays["geonames"]
        self.parent: NDArray[Any] = arrays["parent"]
        self.lat: NDArray[Any] = arrays["lat"].cumsum(dtype=np.int32)
        self.lon: NDArray[Any] = arrays["lon"].cumsum(dtype=np.int32)
        self._codes: list[str] = arrays["codes"].tobytes().decode("ascii").split("\n")
        self._keys: bytes = arrays["keys"].tobytes()
        self._ends = _find_breaks(arrays["keys"])
        stops = arrays["counts"].cumsum(dtype=np.int32)
        self._starts = np.concatenate([np.zeros(1, np.int32), stops]).data
        self._posts = memoryview(arrays["posts"])
        self._names: bytes = arrays["names"].tobytes()
        self._name_ends = _find_breaks(arrays["names"])

    def __len__(self) -> int:
        return len(self.kind)

    def __iter__(self) -> Iterator[Entry]:
        return (self.get(row) for row in range(len(self)))

    def find(self, name: str) -> list[tuple[Entry, bool]]:
        """Returns the places of a name, in any spelling that folds to the same, the most populous first.

        Returns:
            Each with whether it is a main name of the place, not only a spelling that GeoNames lists.
        """
        return [(self.get(post >> 1), not post & 1) for post in self.find_posts(fold_name(name))]

    def find_posts(self, key: str) -> list[int]:
        """Returns the posts of a folded name."""
        at = self._search(key.encode())
        return [] if at is None else self._posts[self._starts[at] : self._starts[at + 1]].tolist()

    def get(self, row: int) -> Entry:
        """Returns the place of a row."""
        start = self._name_ends[row - 1] + 1 if row else 0
        return Entry(
            row=row,
            name=self._names[start : self._name_ends[row]].decode(),
            kind=KINDS[self.kind[row]],
            country=self._codes[self.country[row]] or None,
            lat=int(self.lat[row]) / 1e5,
            lon=int(self.lon[row]) / 1e5,
            population=int(self.population[row]),
            geonames=int(self.geonames[row]) or None,
            within=tuple(self._climb(row)),
        )

    def _climb(self, row: int) -> Iterator[int]:
        while (row := int(self.parent[row])) != NONE:
            yield row

    def _search(self, key: bytes) -> int | None:
        """Returns the number of a key among the sorted ones."""
        keys, ends = self._keys, self._ends
        low, high = 0, len(ends)
        while low < high:
            middle = (low + high) >> 1
            here = keys[ends[middle - 1] + 1 if middle else 0 : ends[middle]]
            if here < key:
                low = middle + 1
            elif here == key:
                return middle
            else:
                high = middle
        return None


def _find_breaks(letters: NDArray[Any]) -> memoryview:
    import numpy as np

    return np.flatnonzero(letters == ord("\n")).astype(np.int32).data


@cache
def load_gazetteer() -> Gazetteer:
    """Loads the gazetteer that the package holds, once: GeoNames (CC BY 4.0) and the overlay."""
    with as_file(files(__package__) / "place.npz") as path:
        return read_gazetteer(path)


def read_gazetteer(path: Path) -> Gazetteer:
    """Reads a gazetteer from the file that `training/gazetteer.py` writes."""
    import numpy as np

    with np.load(path) as arrays:
        return Gazetteer({name: arrays[name] for name in arrays.files})
