"""Series: how one count moves through the articles of a story, by whoever counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.model import Measure
from sayso.reconcile.cluster import join_all
from sayso.reconcile.count import Count, count_days
from sayso.reconcile.event.evidence import compare_places
from sayso.reconcile.group import holds, is_apart
from sayso.vocab import load_table

StepType = Literal["update", "restatement", "other_scope", "counter_reset", "contradiction"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a count does to an earlier one, and by which rule."""

    type: StepType
    rule: str


@dataclass(frozen=True, slots=True)
class Step:
    """A count that follows another.

    Attributes:
        count: the later one.
        before: the one that it is compared with.
        type: what it does to it.
        rule: why, in words that stay the same.
    """

    count: Count
    before: Count
    type: StepType
    rule: str


@dataclass(frozen=True, slots=True)
class Series:
    """All that the articles of a story count of one measure.

    Attributes:
        measure: what happened to those counted.
        counts: in the order of time.
        steps: what each does to those before it; the first has none.
    """

    measure: Measure
    counts: tuple[Count, ...]
    steps: tuple[Step, ...]


def find_series(counts: Iterable[Count]) -> tuple[Series, ...]:
    """Finds the series of the articles of one story, the same in whatever order these came.

    What an article tells of another time is in a series of its own with what others tell of that time. Each
    count is compared with the last one of its own counter before it, else with the last one of anyone that
    counts the same, and with the last one of each other counter where the two cannot both hold.
    """
    ordered = sorted(counts, key=order)
    found = []
    for measure in load_table("series")["measures"]:
        for own in _part_times([count for count in ordered if count.measure == measure]):
            steps = tuple(step for i, count in enumerate(own) for step in _find_steps(count, own[:i]))
            found.append(Series(measure, tuple(own), steps))
    return tuple(found)


def _part_times(counts: Sequence[Count]) -> list[list[Count]]:
    """Parts counts into those of one time each, in the order of their first ones."""
    names = [str(i) for i in range(len(counts))]
    pairs = [
        (names[i], names[k])
        for i, one in enumerate(counts)
        for k, other in enumerate(counts[:i])
        if not is_apart_in_time(one, other)
    ]
    parts: dict[str, list[Count]] = {}
    for name, least in join_all(names, pairs).items():
        parts.setdefault(least, []).append(counts[int(name)])
    return list(parts.values())


def order(count: Count) -> tuple[str, str, int, str, int]:
    """Returns what counts are ordered by: day, publication, a number that only grows, article and passage."""
    grows = count.measure in load_table("series")["growing"]
    return (
        count.day or "9999",
        count.published or "9999",
        count.value if grows else 0,
        count.article,
        count.spans[0].start,
    )


def compare_counts(before: Count, count: Count) -> Judgement:
    """Judges what a count does to an earlier one of the same measure, by these two alone."""
    scope = _find_scope(before, count)
    if scope is not None:
        return Judgement("other_scope", scope)
    if _starts_anew(before, count):
        return Judgement("counter_reset", "the same counter counts from a later day on")
    if says_same(before, count):
        return Judgement("restatement", "the same number")
    if is_disputed(before, count):
        return Judgement("contradiction", "another counter, the same time, and both cannot hold")
    if count.value > before.value:
        return Judgement("update", "a later and higher number")
    return _judge_fall(before, count)


def says_same(one: Count, other: Count) -> bool:
    """Tells whether two counts are the same number, or where neither is exact, may well be."""
    table = load_table("series")
    if one.value == other.value:
        return True
    if one.bound == other.bound == "vague":
        return True
    is_open = one.bound in table["open"] or other.bound in table["open"]
    return is_open and abs(one.value - other.value) <= table["about"] * max(one.value, other.value)


def is_disputed(one: Count, other: Count) -> bool:
    """Tells whether two counters that are known to differ give numbers that cannot both hold at one time."""
    return (
        one.counter.compare(other.counter) == "other"
        and _is_same_time(one, other)
        and not (holds(one.group, other.group) or holds(other.group, one.group))
        and not can_both_hold(one, other)
    )


def can_both_hold(one: Count, other: Count) -> bool:
    """Tells whether some number is allowed by both: "at least 20" and "25"."""
    lows = [count.low or 0 for count in (one, other)]
    highs = [count.high for count in (one, other) if count.high is not None]
    return not highs or max(lows) <= min(highs)


def _find_steps(count: Count, earlier: Sequence[Count]) -> Iterator[Step]:
    if not earlier:
        return
    alike = [other for other in earlier if _find_scope(other, count) is None]
    own = [other for other in alike if other.counter.compare(count.counter) == "same"]
    before = (own or alike or list(earlier))[-1]
    judged = compare_counts(before, count)
    yield Step(count, before, judged.type, judged.rule)
    told = {before.counter.words}
    for other in reversed(alike):
        if other.counter.words not in told and is_disputed(other, count):
            told.add(other.counter.words)
            yield Step(count, other, "contradiction", compare_counts(other, count).rule)


def _find_scope(one: Count, other: Count) -> str | None:
    """Tells in what two counts do not count the same, or None where they may."""
    if is_apart(one.group, other.group):
        return "other people"
    if is_apart_in_time(one, other):
        return "another time"
    if compare_places(one.place, other.place) == "other" and one.value != other.value:
        return "another place"
    if _counts_dead_in_one(one, other):
        return "the dead are in one of them"
    return None


def _counts_dead_in_one(one: Count, other: Count) -> bool:
    """Tells whether one counts all who were struck and the other those who live: "four shot", "three others"."""
    for a, b in ((one.group, other.group), (other.group, one.group)):
        if (
            a.toll == "struck"
            and not a.others
            and (b.others or (b.toll == "harmed" and one.value != other.value))
        ):
            return True
    return False


def is_apart_in_time(one: Count, other: Count) -> bool:
    """Tells whether two counts are of different times, and not of one that goes on."""
    table = load_table("series")
    if one.aside or other.aside:
        return not _tells_of_one_time(one, other)
    if one.whole or other.whole:
        return False
    said = [count.as_of[0] for count in (one, other) if count.as_of and count.as_of[0] == count.as_of[1]]
    if len(said) == 2 and abs(count_days(*said)) > table["incident_days"]:
        return one.value != other.value
    if one.day is None or other.day is None or one.value == other.value:
        return False
    return abs(count_days(one.day, other.day)) > table["reach_days"]


def _tells_of_one_time(one: Count, other: Count) -> bool:
    """Tells whether what an article tells of another time is what another tells: of that very date, or as much."""
    first, second = (c.as_of or (c.day and (c.day, c.day)) for c in (one, other))
    if not first or not second:
        return False
    return first == second or (one.value == other.value and first[0] <= second[1] and second[0] <= first[1])


def _starts_anew(before: Count, count: Count) -> bool:
    if before.counter.compare(count.counter) != "same" or count.since is None or len(count.since) < 10:
        return False
    start = before.since or before.day
    return (
        start is not None
        and len(start) >= 10
        and count_days(start, count.since) > load_table("series")["since_days"]
        and count.value < before.value
    )


def _is_same_time(one: Count, other: Count) -> bool:
    if one.day is None or other.day is None:
        return one.article == other.article
    return abs(count_days(one.day, other.day)) <= load_table("series")["moment_days"]


def _judge_fall(before: Count, count: Count) -> Judgement:
    if count.value == 1 or holds(before.group, count.group):
        return Judgement("other_scope", "some of those who are counted")
    if count.measure not in load_table("series")["growing"]:
        return Judgement("update", "a later and lower number")
    if before.counter.compare(count.counter) == "same":
        return Judgement("update", "the counter revises the number")
    if before.day and count.day and count_days(before.day, count.day) > load_table("series")["dispute_days"]:
        return Judgement("other_scope", "fewer than are known for long")
    return Judgement("contradiction", "lower than what is known, and not of the same counter")
