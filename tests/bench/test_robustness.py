from __future__ import annotations

import random

import pytest

from bench.robustness import mutate, try_mutation
from sayso.reader import Reader, load_reader

TEXT = (
    "“The lock gates are sound,” said Pim Achterberg, the keeper. He denied that a barge had struck them.\n\n"
    "Two skippers told the Canal Courier that they had heard a bang."
) * 3


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader()


def test_the_same_seed_makes_the_same_mutation() -> None:
    """A finding can be made again from its number."""
    assert mutate(TEXT, random.Random("7")) == mutate(TEXT, random.Random("7"))


@pytest.mark.parametrize("seed", range(60))
def test_a_mutation_is_read_or_refused(reader: Reader, seed: int) -> None:
    """Whatever is done to a text gives valid spans or a coded error."""
    rng = random.Random(f"test-{seed}")
    assert try_mutation(reader, mutate(TEXT, rng))
