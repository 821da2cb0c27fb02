"""Site: the mentions of one place, merged, as a reader of the views meets them."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.export.merged import Merged, merge
from sayso.export.printable import flatten
from sayso.model import Place, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Site(Merged[Place]):
    """A place with all of its mentions."""

    @property
    def name(self) -> str:
        """What the article calls it."""
        return flatten(self.records[0].name)

    @property
    def words(self) -> str:
        """The words of the first mention."""
        return self.phrases[0]

    @property
    def phrases(self) -> tuple[str, ...]:
        """The words of its mentions, each once whatever its letters' case."""
        words = [flatten(span.text) for span in self.spans]
        return tuple({word.casefold(): word for word in reversed(words)}.values())[::-1]

    @property
    def other_names(self) -> tuple[str, ...]:
        """The words of its mentions that are not its name."""
        return tuple(phrase for phrase in self.phrases if phrase.casefold() != self.name.casefold())

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its mentions."""
        return tuple(place.id for place in self.records)

    @property
    def kind(self) -> str | None:
        """The kind and the country, as far as they are known: city, KG."""
        known = (self.records[0].kind, self.records[0].country)
        return ", ".join(flatten(word) for word in known if word) or None

    @property
    def position(self) -> tuple[float, float] | None:
        """Degrees north and degrees east where they are on earth, else null."""
        lat, lon = self.records[0].lat, self.records[0].lon
        if lat is None or lon is None or not (abs(lat) <= 90 and abs(lon) <= 180):  # not-a-number is neither
            return None
        return lat, lon

    @property
    def coordinates(self) -> str | None:
        """The position as a map prints it, 41.87° N, 72.94° E, or null."""
        if self.position is None:
            return None
        lat, lon = self.position
        return f"{abs(lat):.2f}° {'S' if lat < 0 else 'N'}, {abs(lon):.2f}° {'W' if lon < 0 else 'E'}"

    @property
    def reason(self) -> str | None:
        """Why it has no position, or null where it has one."""
        return None if self.position else flatten(self.records[0].unresolved or "") or "no reason given"

    @property
    def title(self) -> str:
        """What it is in short."""
        return ", ".join(filter(None, (self.name, self.kind))) if self.reason is None else self.reason


def list_sites(reading: Reading) -> list[Site]:
    """Lists the places of a reading in the order of their first mentions.

    Mentions are of one place where name and position are the same, or, of those without a position, where
    name and reason are.
    """
    merged = merge(
        reading.places, lambda place: (place.name.casefold(), place.lat, place.lon, place.unresolved)
    )
    return [Site(number=number, records=places) for number, places in merged]
