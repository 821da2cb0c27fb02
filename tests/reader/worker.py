"""What stands for the reading in a process where a test is about the processes."""

from __future__ import annotations

import time

from sayso.model import Article, Reading


def work(article: Article) -> Reading:
    """Gives a reading without anything in it; an article that is titled "slow" takes two seconds."""
    if article.title == "slow":
        time.sleep(2)
    return Reading(article=article)
