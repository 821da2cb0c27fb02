"""Expressions of time: what in a text says when, as TIMEX3 with its interval of the calendar."""

from sayso.reader.time.reading import find_times

__all__ = ["find_times"]
