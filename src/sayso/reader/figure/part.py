"""Wholes and their parts: "eight dead, three of them children"; and whether the parts make the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model import Figure, Reading
from sayso.reader.figure.count import Count
from sayso.reader.figure.word import Words
from sayso.vocab import load_table


def find_wholes(words: Words, counts: Sequence[Count]) -> list[int | None]:
    """Returns for each count of a text the index of the count that it is stated to be a part of, or None."""
    tie = Tie(words, counts)
    return [tie.find(at) for at in range(len(counts))]


class Tie:
    """Ties parts to their wholes, from left to right over one text, by the words between them.

    Attributes:
        words: the words of the text.
        counts: its counts, in the order of the text.
        wholes: the wholes of the parts found so far, both as indices.
    """

    def __init__(self, words: Words, counts: Sequence[Count]) -> None:
        self.words = words
        self.counts = counts
        self.wholes: dict[int, int] = dict(self._list_sums())

    def find(self, at: int) -> int | None:
        """Returns the whole of a count, or None where it is a part of nothing."""
        rules = (self.wholes.get, self._find_inside, self._find_named, self._find_opened, self._find_joined)
        whole = next((whole for rule in rules if (whole := rule(at)) is not None), None)
        if whole is not None:
            self.wholes[at] = whole
        return whole

    def _find_inside(self, at: int) -> int | None:
        """Finds the whole after a part: "two of the six victims", "a boy was among four people hurt"."""
        words, of = self.words, self.counts[at].of
        if of is None or at + 1 == len(self.counts):
            return None
        start = self.counts[at + 1].start
        among = [words.pos[i] == "AUX" or words.lower[i] == "among" for i in self._list_between(at + 1) or ()]
        inside = words.starts[of[0]] < start < words.ends[of[1] - 1]
        return at + 1 if inside or (len(among) > 1 and all(among)) else None

    def _find_named(self, at: int) -> int | None:
        """Finds the whole before a part that is told as one: "three of them", "including three children"."""
        words, part, table = self.words, self.counts[at], load_table("figure_part")
        first = words.find(part.start)
        here = words.sentence[first]
        before = [i for i in range(at) if here - words.sentence[self.counts[i].node] <= 1]
        if not self._is_partitive(part, first):
            if first == 0 or words.lower[first - 1] not in table["include"]:
                return None
            before = [i for i in before if part.measure in (self.counts[i].measure, "other")]
        tops = [self.wholes.get(i, i) for i in reversed(before)]
        return next((top for top in tops if _fits(part, self.counts[top])), tops[0] if tops else None)

    def _is_partitive(self, part: Count, first: int) -> bool:
        """Tells whether a count is a part by its pronoun: "three of them", "of whom three"."""
        words, table = self.words, load_table("figure_part")
        if part.of and words.lower[part.of[0]] == "of" and words.lower[part.of[1] - 1] in table["pronoun"]:
            return True
        before = words.lower[max(0, first - 2) : first]
        return len(before) == 2 and before[0] in table["partitive"] and before[1] in table["pronoun"]

    def _find_opened(self, at: int) -> int | None:
        """Finds the whole that opens the clause of a part: "Of the 40 passengers, 22 were local"."""
        words, part = self.words, self.counts[at]
        between = self._list_between(at)
        if between is None or part.of is not None or not _fits(part, self.counts[at - 1]):
            return None
        opener = words.find(self.counts[at - 1].start) - 1
        if opener >= 0 and words.lower[opener] in load_table("figure_part")["determiner"]:
            opener -= 1
        if opener < 0 or words.lower[opener] != "of" or "," not in [words.lower[i] for i in between]:
            return None
        is_first = opener == 0 or words.sentence[opener - 1] != words.sentence[opener]
        return at - 1 if is_first or words.lower[opener - 1] == "," else None

    def _find_joined(self, at: int) -> int | None:
        """Finds the whole of a part that is joined to another one, or that a colon or a dash lists."""
        words, part, table = self.words, self.counts[at], load_table("figure_part")
        between = self._list_between(at)
        if not between or len(between) > table["farthest"]:
            return None
        if any(words.pos[i] in ("VERB", "AUX") for i in between):
            return None
        last, top = words.lower[between[-1]], self.wholes.get(at - 1)
        if top is None and last in table["enumeration"] and _fits(part, self.counts[at - 1]):
            top = at - 1
        elif top is not None and last not in table["joint"]:
            top = None
        same = top is not None and part.measure in (self.counts[top].measure, "other")
        return top if same else None

    def _list_between(self, at: int) -> range | None:
        """Returns the tokens between a count and the one before it in its sentence, or None without one."""
        words = self.words
        first = words.find(self.counts[at].start)
        if not at or words.sentence[self.counts[at - 1].node] != words.sentence[first]:
            return None
        last = self.counts[at - 1]
        end = words.find(last.end - 1) + 1
        return range(max(end, last.of[1]) if last.of else end, first)

    def _list_sums(self) -> Iterator[tuple[int, int]]:
        """Yields parts and the whole that they add up to in one sentence: "20 bodies, 11 women and 9 men"."""
        sentence, counts = self.words.sentence, self.counts
        for i, whole in enumerate(counts):
            total = 0
            parts: list[int] = []
            for j in range(i + 1, min(i + 1 + load_table("figure_part")["most"], len(counts))):
                part = counts[j]
                same = sentence[part.node] == sentence[whole.node] and part.measure == whole.measure
                if not same or part.bound != "exact" or whole.bound != "exact":
                    break
                total, parts = total + (part.low or 0), [*parts, j]
                if total == whole.low and len(parts) > 1:
                    yield from ((part, i) for part in parts)


def _fits(part: Count, whole: Count) -> bool:
    """Tells whether a count can be a part of another by its size."""
    least = part.low if part.low is not None else part.high
    return least is None or whole.high is None or least <= whole.high


@dataclass(frozen=True, slots=True)
class Discord:
    """A whole that its stated parts do not make.

    Attributes:
        whole: id of the figure of the whole.
        parts: ids of its parts, in the order of the text.
        low: least that the parts add up to.
        high: most that they add up to, or None.
    """

    whole: str
    parts: tuple[str, ...]
    low: int
    high: int | None


def check_parts(reading: Reading) -> tuple[Discord, ...]:
    """Returns the wholes of an article that are smaller than their parts, or greater than a list of them all.

    Parts that are told as some of a whole ("three of them women, five of them local") may overlap and are
    compared one by one; others are added up. A list is of all parts where a colon or a dash opens it.
    """
    discords = []
    for whole in reading.figures:
        parts = [f for f in reading.figures if f.part_of == whole.id and f.measure == whole.measure]
        apart = [part for part in parts if _may_overlap(part)]
        together = [part for part in parts if part not in apart]
        for group in (*([part] for part in apart), together):
            discord = _compare(reading, whole, group) if group else None
            if discord is not None:
                discords.append(discord)
    return tuple(discords)


def _may_overlap(part: Figure) -> bool:
    """Tells whether a part is told as some of a whole: "five of them", "two of the victims"."""
    return part.of is not None and part.of.text.lower().startswith("of ")


def _compare(reading: Reading, whole: Figure, parts: Sequence[Figure]) -> Discord | None:
    """Compares a whole with the sum of its parts."""
    highs = [part.high for part in parts]
    low = sum(part.low or 0 for part in parts)
    high = None if None in highs else sum(h for h in highs if h is not None)
    discord = Discord(whole.id, tuple(part.id for part in parts), low, high)
    if whole.high is not None and low > whole.high:
        return discord
    between = reading.article.text[whole.span.end : parts[0].span.start].rstrip()
    is_list = len(parts) > 1 and between.endswith(tuple(load_table("figure_part")["enumeration"]))
    return discord if is_list and high is not None and whole.low is not None and high < whole.low else None
