"""What stands for the reading in a process where a test is about the processes."""

from __future__ import annotations

import time

import numpy as np

from sayso.model import Article, Reading
from sayso.reader import Embedded


def work(article: Article) -> Embedded:
    """Gives a reading without anything in it; an article that is titled "slow" takes two seconds."""
    if article.title == "slow":
        time.sleep(2)
    return Embedded(Reading(article=article), np.zeros((0, 1), np.int8))
