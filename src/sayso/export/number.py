"""Number: so many of something, in words."""

from __future__ import annotations


def tell_number(number: int, noun: str) -> str:
    """Returns the number with its noun: 1 claim, 2 claims."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
