"""Facts about what an expression of time is reckoned from: publication, the text, or nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Time

PUBLISHED = "2024-05-15"

Find = Callable[..., tuple[Time, ...]]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He left on Tuesday.", "XXXX-WXX-2"),
        ("He left yesterday.", "XXXX-XX-XX"),
        ("He left last week.", "XXXX-WXX"),
        ("He left last month.", "XXXX-XX"),
        ("He left a year ago.", "XXXX"),
        ("Since October 7 he waits.", "XXXX-10-07"),
        ("He left in October.", "XXXX-10"),
        ("He left two weeks later.", "XXXX-WXX"),
        ("He left the night before.", "XXXX-XX-XXTNI"),
        ("He left the year before.", "XXXX"),
        ("He left in '89.", "XX89"),
        ("He left at 10 p.m. Tuesday.", "XXXX-XX-XXT22:00"),
        ("He left in the third quarter.", "XXXX-Q3"),
        ("He left last Christmas.", "XXXX-12-25"),
    ],
)
def test_unpublished(find: Find, text: str, value: str) -> None:
    """Without a date of publication relative times stay unanchored, and no year is guessed."""
    (time,) = find(text, None)
    assert (time.value, time.start, time.end, time.anchor) == (value, None, None, "none")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The dam broke on March 3, 2019. Two days later it was mended.", "2019-03-05"),
        ("The dam broke on March 3, 2019. Three weeks earlier it had been tested.", "2019-02-10"),
        ("The dam broke in March 2019. The following month it was mended.", "2019-04"),
        ("The dam broke on March 3, 2019. On Tuesday of the following week it was mended.", "2019-03-05"),
        ("The dam broke in 2019. It was mended that year.", "2019"),
        ("The dam broke on March 3, 2019. It was mended the next day.", "2019-03-04"),
        ("The dam broke on March 3, 2019. It had been tested two days before.", "2019-03-01"),
        ("The dam broke on March 3, 2019. It had leaked the night before.", "2019-03-02TNI"),
        ("The dam broke on March 3, 2019. It had leaked the year before.", "2018"),
        ("The dam broke on March 3, 2019. It was tested the previous Friday.", "2019-03-01"),
        ("It made a loss in the third quarter of 2019, after a profit a year earlier.", "2018-Q3"),
    ],
)
@pytest.mark.parametrize("published", [PUBLISHED, None])
def test_text_anchor(find: Find, text: str, value: str, published: str | None) -> None:
    """What is earlier or later than a date of the text is reckoned from it."""
    time = find(text, published)[-1]
    assert (time.value, time.anchor) == (value, "text")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It burned that night.", "XXXX-XX-XXTNI"),
        ("It was tested the following Friday.", "XXXX-WXX-5"),
        ("It was tested the previous Friday.", "XXXX-WXX-5"),
        ("It was tested two days before.", "XXXX-XX-XX"),
    ],
)
def test_no_text_anchor(find: Find, text: str, value: str) -> None:
    """What leans on a date of the text is not told where the text has none, whenever it was published."""
    (time,) = find(text)
    assert (time.value, time.start, time.anchor) == (value, None, "none")
