"""What the heads are trained to minimise; each term is zero where a batch has no label for it."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from sayso.reader.encoder.frame import AFTER, BEFORE
from training.corpus.document import UNLABELLED
from training.net import Net
from training.window import Batch

WEIGHTS = {
    "sentence": 1.0, "upos": 0.7, "xpos": 0.5, "arc": 1.0, "relation": 0.7,
    "names": 1.5, "anchor": 0.5, "roles": 0.15, "meaning": 3.0,
}  # fmt: skip


def measure_losses(
    net: Net, out: dict[str, Tensor], batch: Batch, teacher: Tensor, groups: Tensor
) -> dict[str, Tensor]:
    """Returns the unweighted losses of a batch.

    Args:
        net: the network.
        out: what it gave for the batch.
        batch: the batch.
        teacher: the original model's sentence vectors, shape (sentences, 384), indexed by the batch.
        groups: which name labels make up each label of the coarse guideline, shape (coarse, fine), 0 or 1.
    """
    losses: dict[str, Tensor] = {}
    for key in ("upos", "xpos"):
        if (batch.tags[key] >= 0).any():
            losses[key] = F.cross_entropy(
                out[key].float().transpose(1, 2), batch.tags[key], ignore_index=UNLABELLED
            )
    known = batch.tags["sentence"] >= 0
    if known.any():
        losses["sentence"] = F.binary_cross_entropy_with_logits(
            out["sentence"][..., 0].float()[known], batch.tags["sentence"][known].float()
        )
    losses |= _measure_names(out["names"].float(), batch, groups) | _measure_syntax(net, out, batch)
    losses |= _measure_attribution(net, out, batch)
    if batch.vectors:
        losses["meaning"] = _measure_meaning(out["meaning"].float(), batch, teacher)
    return losses


def _measure_syntax(net: Net, out: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
    if not (batch.head >= 0).any():
        return {}
    rows = (batch.head >= 0).any(1)
    starts = torch.where(batch.tags["sentence"] >= 0, batch.tags["sentence"], 0).cumsum(1)
    apart = (starts[:, :, None] != starts[:, None, :]) | (batch.tags["sentence"] < 0)[:, None, :]
    arcs = net.score_arcs(out).masked_fill(apart, -1e4)[rows]
    labelled = torch.where(batch.head >= 0, batch.tags["relation"], UNLABELLED)
    return {
        "arc": F.cross_entropy(arcs.transpose(1, 2), batch.head[rows], ignore_index=UNLABELLED),
        "relation": F.cross_entropy(
            net.score_relations(out, batch.head).transpose(1, 2), labelled, ignore_index=UNLABELLED
        ),
    }


def _measure_names(logits: Tensor, batch: Batch, groups: Tensor) -> dict[str, Tensor]:
    """Fine labels directly; coarse ones by the summed probability of the fine labels that make them up."""
    labelled = batch.tags["names"] >= 0
    if not labelled.any():
        return {}
    coarse = batch.names_scheme[:, None].bool() & labelled
    fine = ~batch.names_scheme[:, None].bool() & labelled
    log = torch.log_softmax(logits, -1)
    total = -log[fine].gather(1, batch.tags["names"][fine][:, None]).sum()
    member = groups[batch.tags["names"][coarse]]
    total = total - torch.logsumexp(log[coarse].masked_fill(member == 0, -1e4), -1).sum()
    return {"names": total / labelled.sum()}


def _measure_attribution(net: Net, out: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
    known = ~batch.anchor.isnan()
    if not known.any():
        return {}
    count = max(1, len(batch.row))
    anchor = F.binary_cross_entropy_with_logits(
        out["anchor"].float()[known], batch.anchor[known], reduction="sum"
    )
    losses = {"anchor": anchor / count}
    if len(batch.row):
        losses["roles"] = _measure_roles(net, out, batch) / count
    return losses


def _measure_roles(net: Net, out: dict[str, Tensor], batch: Batch) -> Tensor:
    """Negative log-likelihood of the role sequences, summed: a linear-chain CRF (Lafferty et al. 2001)."""
    at = batch.at[:, None] + torch.arange(-BEFORE, AFTER + 1)
    near = at.clamp(0, batch.roles.shape[1] - 1)
    gold = torch.gather(batch.roles, 1, near)
    known = (at == near) & (gold >= 0)
    gold = torch.where(known, gold, 0)
    gold[:, 0] -= ((gold[:, 0] > 0) & (gold[:, 0] % 2 == 0)).long()
    scores = net.score_roles(out, batch.row, batch.at)
    outside = torch.full_like(scores, -1e4)
    outside[..., 0] = 0
    scores = torch.where(known[..., None], scores, outside)
    steps = net.score_steps()
    path = scores.gather(2, gold[..., None]).sum() + steps[gold[:, :-1], gold[:, 1:]].sum()
    total = scores[:, 0]
    for i in range(1, scores.shape[1]):
        total = torch.logsumexp(total[:, :, None] + steps, 1) + scores[:, i]
    return torch.logsumexp(total, 1).sum() - path


def _measure_meaning(vectors: Tensor, batch: Batch, teacher: Tensor) -> Tensor:
    """Cosine distance to the original vectors, and the difference of all pairwise similarities."""
    pooled = torch.stack([vectors[i, a:b].mean(0) for i, a, b, _ in batch.vectors])
    student = F.normalize(pooled, dim=-1)
    target = teacher[[v for *_, v in batch.vectors]]
    apart = (student @ student.T - target @ target.T).pow(2).mean()
    return (1 - (student * target).sum(-1)).mean() + 5 * apart
