"""Rounds of timing: contestants take turns, so that what slows the machine down slows all of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds that one contestant took in each round."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.seconds)

    @property
    def spread(self) -> float:
        """The distance from fastest to slowest round as a share of the median, in per cent."""
        return 100 * (max(self.seconds) - min(self.seconds)) / self.median


def time_rounds(contestants: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, Timing]:
    """Lets each contestant time itself once a round, in turn; the first round only warms up.

    Args:
        contestants: functions that return the seconds they took.
        rounds: how many rounds count.
    """
    seconds: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(rounds + 1):
        for name, run in contestants.items():
            taken = run()
            if number:
                seconds[name].append(taken)
    return {name: Timing(tuple(taken)) for name, taken in seconds.items()}


def measure_seconds(run: Callable[[], object]) -> float:
    """Returns how many seconds a call takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start
