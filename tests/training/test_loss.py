from __future__ import annotations

import itertools

import pytest

torch = pytest.importorskip("torch", reason="torch is needed for training only")

from training import loss  # noqa: E402
from training.window import Anchors  # noqa: E402


class _Scorer:
    """Scores three roles at random."""

    def __init__(self) -> None:
        generator = torch.Generator().manual_seed(5)
        self.scores = torch.randn(1, loss.BEFORE + 1 + loss.AFTER, 3, generator=generator)

    def __call__(self, *_: object) -> torch.Tensor:
        return self.scores

    def score_steps(self) -> torch.Tensor:
        return torch.tensor([[0.0, 0.5, -1e4], [0.0, 0.0, 0.3], [0.1, 0.0, 0.0]])


def test_is_the_negative_log_likelihood_of_the_gold_path() -> None:
    """The loss equals what enumerating every sequence of roles gives."""
    scorer, roles = _Scorer(), torch.tensor([[0, 1, 2, 0]])
    anchors = Anchors(row=torch.tensor([0]), at=torch.tensor([1]), roles=roles)
    found = loss._measure_roles(scorer, (), anchors)  # type: ignore[arg-type]
    scores, steps = scorer.scores[0, loss.BEFORE - 1 : loss.BEFORE + 3], scorer.score_steps()

    def weigh(path: tuple[int, ...]) -> torch.Tensor:
        # The padding around the window is outside: one step leads in from it and one out to it.
        whole = (0, *path, 0)
        return sum(scores[i, r] for i, r in enumerate(path)) + sum(
            steps[a, b] for a, b in itertools.pairwise(whole)
        )

    total = torch.logsumexp(torch.stack([weigh(p) for p in itertools.product(range(3), repeat=4)]), 0)
    assert found.item() == pytest.approx((total - weigh((0, 1, 2, 0))).item(), abs=1e-3)
