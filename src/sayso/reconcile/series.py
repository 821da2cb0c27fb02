"""Series: how one count moves through the articles of a story, by whoever counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.model import Measure
from sayso.reconcile.cluster import join_all
from sayso.reconcile.count import Count, count_days
from sayso.reconcile.event.scope import compare_places
from sayso.reconcile.group import counts_dead_in_one, holds, is_apart
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
    return _judge_same(before, count) or _judge_conflict(before, count) or _judge_move(before, count)


def _judge_same(before: Count, count: Count) -> Judgement | None:
    if says_same(before, count):
        return Judgement("restatement", "the same number")
    if count.value < before.value and count.high is None and can_both_hold(before, count):
        return Judgement("restatement", "a bound that the number keeps")
    return None


def _judge_conflict(before: Count, count: Count) -> Judgement | None:
    if is_disputed(before, count):
        return Judgement("contradiction", "another counter, the same time, and both cannot hold")
    if before.article == count.article and not can_both_hold(before, count):
        return Judgement("contradiction", "one article gives both, and both cannot hold")
    return None


def _judge_move(before: Count, count: Count) -> Judgement:
    if count.measure in load_table("series")["snapshots"]:
        return Judgement("other_scope", "another gathering")
    if count.value < before.value:
        return _judge_fall(before, count)
    if before.counter.compare(count.counter) == "other":
        return Judgement("update", "a later and higher number, of another counter")
    return Judgement("update", "a later and higher number")


def says_same(one: Count, other: Count) -> bool:
    """Tells whether two counts are the same number, or where neither is exact, may well be."""
    table = load_table("series")
    if one.value == other.value:
        return True
    if one.bound == other.bound == "vague":
        return True
    is_open = one.bound in table["open"] or other.bound in table["open"]
    return bool(is_open) and abs(one.value - other.value) <= table["about"] * max(one.value, other.value)


def is_disputed(one: Count, other: Count) -> bool:
    """Tells whether two counters that are known to differ give numbers that cannot both hold at one time."""
    return (
        one.counter.compare(other.counter) == "other"
        and _is_same_time(one, other)
        and _has_same_people(one, other)
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
    before = _choose(count, alike) if alike else earlier[-1]
    judged = compare_counts(before, count)
    yield Step(count, before, judged.type, judged.rule)
    if judged.type == "restatement":
        return  # what is said again disputes nothing anew
    told = {before.counter.words}
    for other in reversed(alike):
        if other.counter.words not in told and is_disputed(other, count):
            told.add(other.counter.words)
            yield Step(count, other, "contradiction", compare_counts(other, count).rule)


def _choose(count: Count, alike: Sequence[Count]) -> Count:
    """Chooses what a count is compared with: the last of its counter and people, else of anyone."""
    same = [other for other in alike if _has_same_people(other, count)]
    own = [other for other in same or alike if other.counter.compare(count.counter) == "same"]
    return (own or same or alike)[-1]


def _has_same_people(one: Count, other: Count) -> bool:
    return one.value == other.value or not (holds(one.group, other.group) or holds(other.group, one.group))


def _find_scope(one: Count, other: Count) -> str | None:
    """Tells in what two counts do not count the same, or None where they may."""
    if is_apart(one.group, other.group):
        return "other people"
    if is_apart_in_time(one, other):
        return "another time"
    if one.value != other.value and _is_apart_in_place(one, other):
        return "another place"
    is_beside = one.group.others != other.group.others and one.measure in load_table("series")["beside"]
    if is_beside and one.value != other.value:
        return "others beside those who are counted"
    if one.measure == "injured" and _is_other_toll(one, other):
        return "the dead are in one of them"
    return None


def _is_apart_in_place(one: Count, other: Count) -> bool:
    """Tells whether two counts are of places apart: the sentences name such, or they are of two countries."""
    if one.country and other.country and one.country != other.country:
        return True
    return compare_places(one.place, other.place) == "other"


def _is_other_toll(one: Count, other: Count) -> bool:
    """Tells whether one counts all who were struck and the other the living: "four shot", "two others"."""
    if counts_dead_in_one(one.group, other.group):
        return True
    tolls = {"harmed" if count.group.others else count.group.toll for count in (one, other)}
    is_open: bool = one.group.others != other.group.others and "unknown" in tolls
    return one.value != other.value and (tolls == {"struck", "harmed"} or is_open)


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
    reach: int = table["reach_days"]
    return abs(count_days(one.day, other.day)) > reach


def _tells_of_one_time(one: Count, other: Count) -> bool:
    """Tells whether what one tells of another time is what the other does: of that very date, or as much."""
    first, second = (c.as_of or (c.day and (c.day, c.day)) for c in (one, other))
    if not first or not second:
        return False
    if first == second:
        return True
    is_coarse = first[0] != first[1] or second[0] != second[1]
    reach = load_table("series")["coarse_days"] if is_coarse else 0
    apart = max(count_days(first[1], second[0]), count_days(second[1], first[0]))
    return one.value == other.value and apart <= reach


def _starts_anew(before: Count, count: Count) -> bool:
    if before.counter.compare(count.counter) != "same" or count.since is None or len(count.since) < 10:
        return False
    start = before.since or before.day
    return (
        start is not None
        and len(start) >= 10
        and count.value < before.value
        and bool(count_days(start, count.since) > load_table("series")["since_days"])
    )


def _is_same_time(one: Count, other: Count) -> bool:
    if one.day is None or other.day is None:
        return one.article == other.article
    most: int = load_table("series")["moment_days"]
    return abs(count_days(one.day, other.day)) <= most


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
