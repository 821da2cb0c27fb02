"""Resolution: which place each sense means, by renown, by what holds it and by the article's other places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.reader.place.sense import Sense
from sayso.vocab import load_table
from sayso.vocab.gazetteer import KINDS, fold_name, load_gazetteer
from sayso.vocab.gazetteer.gazetteer import NONE

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
LEVELS = ("country", "state", "county")
CITIES = [KINDS.index(kind) for kind in ("city", "capital")]
POINTS = [*CITIES, *(KINDS.index(kind) for kind in ("county", "camp", "district"))]
EARTH_KM = 6371.0


class Field:
    """All candidates of all senses of an article, side by side; arrays have shape (candidates,).

    Attributes:
        sense: number of the sense that each is a candidate of.
        row: its row in the gazetteer.
        score: how likely it is, so far; higher is likelier.
        within: for each level, the row of what holds it there, itself included, or -1.
        numbers: for each level, the rows in `within` without repetition, and the number of each candidate's.
        group: number of its sense among those that have candidates.
    """

    def __init__(self, senses: list[Sense]) -> None:
        table, gazetteer = load_table("place"), load_gazetteer()
        pairs = [
            (i, post) for i, sense in enumerate(senses) for post in _trim(sense, table["most_candidates"])
        ]
        posts = np.array([post for _, post in pairs], dtype=np.int64)
        self.sense: Ints = np.array([i for i, _ in pairs], dtype=np.int64)
        self.row: Ints = posts >> 1
        self.starts: Ints = np.searchsorted(self.sense, np.unique(self.sense))
        kind = gazetteer.kind[self.row]
        self.kind = kind
        population = gazetteer.population[self.row]
        bonus = np.array([table["kind_bonus"][name] for name in KINDS])[kind]
        bonus[(kind == KINDS.index("state")) & (population < table["small_state"])] = 0
        self.score: Floats = np.log10(population + 1.0) + bonus
        self.score -= table["spelling_cost"] * (posts & 1)
        self.score += _read_hints(senses, self.sense, self.row, kind)
        self.within = _climb(self.row, kind)
        self.numbers = {level: np.unique(rows, return_inverse=True) for level, rows in self.within.items()}
        self.group: Ints = np.searchsorted(self.starts, np.arange(len(posts)), side="right") - 1
        self.lat: Floats = np.radians(gazetteer.lat[self.row] / 1e5)
        self.lon: Floats = np.radians(gazetteer.lon[self.row] / 1e5)
        shares = [1.0 if any(m.shown for m in sense.mentions) else table["part_share"] for sense in senses]
        counts = [len(sense.mentions) ** 0.5 for sense in senses]
        self.share: Floats = np.array([s * c for s, c in zip(shares, counts, strict=True)])
        self.context: Floats = np.zeros(len(self.row))
        self._lower_namesakes(senses)

    def _lower_namesakes(self, senses: list[Sense]) -> None:
        """Lowers states and counties with the name of a city in their middle, unless they are asked for."""
        table, gazetteer = load_table("place"), load_gazetteer()
        for start, end in self.bounds():
            sense = senses[int(self.sense[start])]
            asked = frozenset().union(*(mention.kinds for mention in sense.mentions))
            cities = np.flatnonzero(np.isin(self.kind[start:end], CITIES)) + start
            for i in range(start, end) if len(cities) else ():
                kind = KINDS[self.kind[i]]
                if kind not in {"state", "county"} or kind in asked:
                    continue
                inside = cities[self.within[kind][cities] == self.row[i]]
                km = measure_km(self.lat[inside], self.lon[inside], self.lat[i], self.lon[i])
                name = fold_name(gazetteer.get(int(self.row[i])).name)
                if (km <= table["one_place_km"]).any() and name == sense.mentions[0].key:
                    self.score[i] -= table["namesake_cost"]

    def believe(self) -> Floats:
        """Returns the probability of each candidate among those of its sense."""
        total = self.score + self.context
        best = np.maximum.reduceat(total, self.starts)
        odds = np.exp(np.clip((total - best[self.group]) * 1.5, -40, 0))
        belief: Floats = odds / np.add.reduceat(odds, self.starts)[self.group]
        return belief

    def weigh(self, known: list[tuple[int, float]]) -> None:
        """Weighs each candidate by the article's other senses, and by demonyms.

        Args:
            known: rows that demonyms name, with their weights.
        """
        table = load_table("place")
        belief = self.believe()
        self.context = np.zeros(len(self.row))
        for level in LEVELS:
            votes = self._vote(level, belief, known)
            self.context += table[f"{level}_gain"] * votes / (votes + 1.0)
        self.context += table["near_gain"] * self._measure_nearness(belief, table["near_km"])

    def _vote(self, level: str, belief: Floats, known: list[tuple[int, float]]) -> Floats:
        """Returns how much the other senses speak for the country, state or county of each candidate."""
        table = load_table("place")
        holder = self.within[level]
        named = np.where(holder == self.row, table["named_share"], 1.0)
        names, number = self.numbers[level]
        own = np.zeros((len(self.share), len(names)))
        np.maximum.at(own, (self.sense, number), belief * named)
        own = np.minimum(own, 2.0) * np.minimum(self.share, 2.0)[:, None]
        total = own.sum(0)
        for row, weight in known:
            total[names == row] += weight
        votes: Floats = total[number] - own[self.sense, number]
        votes[holder < 0] = 0
        return votes

    def _measure_nearness(self, belief: Floats, scale: float) -> Floats:
        """Returns how near each candidate is to the likeliest places of other senses, from 0 to 1."""
        best = np.array([s + int(belief[s:e].argmax()) for s, e in self.bounds()])
        best = best[
            np.isin(self.kind[best], [KINDS.index(k) for k in ("city", "county", "camp", "district")])
        ]
        if not len(best):
            return np.zeros(len(self.row))
        km = measure_km(self.lat[:, None], self.lon[:, None], self.lat[best], self.lon[best])
        near = np.exp(-km / scale) * belief[best]
        near[self.sense[:, None] == self.sense[best]] = 0
        total: Floats = near.sum(1)
        return np.minimum(total, 2.0) / 2.0

    def bounds(self) -> list[tuple[int, int]]:
        """Returns the first and past-the-last candidate of each sense that has any."""
        ends = [*self.starts[1:].tolist(), len(self.row)]
        return list(zip(self.starts.tolist(), ends, strict=True))


def resolve(senses: list[Sense], known: Iterable[tuple[int, float]]) -> list[tuple[int | None, str | None]]:
    """Returns for each sense the row of its place, or why it has none.

    Args:
        senses: the senses of one article.
        known: rows that demonyms name, with their weights.
    """
    answers: list[tuple[int | None, str | None]] = [(None, "not in the gazetteer")] * len(senses)
    if not any(sense.posts for sense in senses):
        return answers
    field, table, known = Field(senses), load_table("place"), list(known)
    for _ in range(table["rounds"]):
        field.weigh(known)
    belief = field.believe()
    for start, end in field.bounds():
        best = start + int((field.score + field.context)[start:end].argmax())
        answers[int(field.sense[start])] = _decide(field, belief, best, (start, end))
    return answers


def _decide(
    field: Field, belief: Floats, best: int, bounds: tuple[int, int]
) -> tuple[int | None, str | None]:
    """Returns the best candidate's row, or why the evidence is too thin for it."""
    table = load_table("place")
    start, end = bounds
    km = measure_km(field.lat[start:end], field.lon[start:end], field.lat[best], field.lon[best])
    trust = float(belief[start:end][km <= table["one_place_km"]].sum())
    if trust < table["least_belief"]:
        return None, f"ambiguous: {int((km > table['one_place_km']).sum()) + 1} places have this name"
    if field.score[best] + field.context[best] < table["least_score"]:
        return None, "thin evidence: the only place known by this name is small and nothing points to it"
    return int(field.row[best]), None


def measure_km(lat: Any, lon: Any, other_lat: Any, other_lon: Any) -> Any:
    """Returns great-circle distances in kilometres between points in radians."""
    part = np.sin((other_lat - lat) / 2) ** 2
    part = part + np.cos(lat) * np.cos(other_lat) * np.sin((other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(part, 0, 1)))


def _trim(sense: Sense, most: int) -> list[int]:
    """Returns the most populous candidates, and all that the words beside the mentions speak for."""
    if len(sense.posts) <= most:
        return list(sense.posts)
    return [post for i, post in enumerate(sense.posts) if i < most or post >> 1 in sense.gains]


def _read_hints(senses: list[Sense], number: Ints, rows: Ints, kind: NDArray[Any]) -> Floats:
    """Returns what the words beside the mentions add: containers, and the kinds that they ask for."""
    table, gazetteer = load_table("place"), load_gazetteer()
    gain = table["hint_gain"]
    usual = [table["usual"].get(sense.mentions[0].key) for sense in senses]
    kinds = [frozenset().union(*(m.kinds for m in sense.mentions)) for sense in senses]
    hints = [
        senses[i].gains.get(row, 0.0)
        + (gain if kinds[i] and KINDS[k] in kinds[i] else 0.0)
        + (table["usual_gain"] if usual[i] and gazetteer.geonames[row] == usual[i] else 0.0)
        for i, row, k in zip(number.tolist(), rows.tolist(), kind.tolist(), strict=True)
    ]
    return np.array(hints, dtype=np.float64)


def _climb(rows: Ints, kind: NDArray[Any]) -> dict[str, Ints]:
    """Returns the country, state and county that hold each row or that it is, -1 for none."""
    gazetteer = load_gazetteer()
    within = {level: np.where(kind == KINDS.index(level), rows, -1) for level in LEVELS}
    up = rows
    for _ in LEVELS:
        up = np.where(up >= 0, gazetteer.parent[np.maximum(up, 0)].astype(np.int64), -1)
        up = np.where(up == NONE, -1, up)
        for level in LEVELS:
            is_level = (up >= 0) & (gazetteer.kind[np.maximum(up, 0)] == KINDS.index(level))
            within[level] = np.where(is_level, up, within[level])
    return within
