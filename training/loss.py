"""What the heads are trained to minimise; each term is zero where a batch has no label for it."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from sayso.reader.encoder.frame import AFTER, BEFORE
from training.corpus.document import UNLABELLED
from training.net import Net, Scorer
from training.window import Anchors, Batch

WEIGHTS = {
    "sentence": 1.0, "upos": 0.7, "xpos": 0.5, "arc": 1.5, "relation": 1.0, "names": 1.5, "coarse": 1.0,
    "anchor": 0.5, "cover": 0.5, "attribution": 0.15, "act": 0.1, "speaker_kind": 0.1, "measure": 0.3,
    "event_type": 0.5, "event": 0.05, "factuality": 0.1, "root": 0.3, "link": 0.3, "meaning": 3.0,
}  # fmt: skip


def measure_losses(net: Net, out: dict[str, Any], batch: Batch, teacher: Tensor) -> dict[str, Tensor]:
    """Returns the unweighted losses of a batch.

    Args:
        net: the network.
        out: what it gave for the batch.
        batch: the batch.
        teacher: the original model's sentence vectors, shape (sentences, 384), indexed by the batch.
    """
    losses: dict[str, Tensor] = {}
    for key in ("upos", "xpos", "names", "coarse", "measure", "act", "speaker_kind", "factuality"):
        if (batch.tags[key] >= 0).any():
            losses[key] = F.cross_entropy(
                out[key].float().transpose(1, 2), batch.tags[key], ignore_index=UNLABELLED
            )
    known = batch.tags["sentence"] >= 0
    if known.any():
        losses["sentence"] = F.binary_cross_entropy_with_logits(
            out["sentence"][..., 0].float()[known], batch.tags["sentence"][known].float()
        )
    losses |= _measure_syntax(net, out, batch) | _measure_attribution(net, out, batch)
    losses |= _measure_events(net, out, batch)
    if (batch.cluster != UNLABELLED).any():
        losses["link"] = _measure_links(net, out, batch.cluster)
    if batch.vectors:
        losses["meaning"] = _measure_meaning(out["meaning"].float(), batch, teacher)
    return losses


def _measure_syntax(net: Net, out: dict[str, Any], batch: Batch) -> dict[str, Tensor]:
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


def _measure_attribution(net: Net, out: dict[str, Any], batch: Batch) -> dict[str, Tensor]:
    known = ~batch.anchor.isnan()
    if not known.any():
        return {}
    anchors = batch.frames["attribution"]
    anchor = F.binary_cross_entropy_with_logits(
        out["anchor"].float()[known], batch.anchor[known], reduction="sum"
    )
    covered = ~batch.cover.isnan()
    losses = {
        "anchor": anchor / max(1, len(anchors)),
        "cover": F.binary_cross_entropy_with_logits(out["cover"].float()[covered], batch.cover[covered]),
    }
    if len(anchors):
        roles = _measure_roles(net.frames["attribution"], out["attribution_frame"], anchors)
        losses["attribution"] = roles / len(anchors)
    return losses


def _measure_events(net: Net, out: dict[str, Any], batch: Batch) -> dict[str, Tensor]:
    """Types of triggers, their roles, and the type of sentences of which no trigger is known."""
    losses: dict[str, Tensor] = {}
    scores = out["event"].float()
    if (batch.tags["event"] >= 0).any():
        losses["event_type"] = F.cross_entropy(
            scores.transpose(1, 2), batch.tags["event"], ignore_index=UNLABELLED
        )
    anchors = batch.frames["event"]
    if len(anchors):
        losses["event"] = _measure_roles(net.frames["event"], out["event_frame"], anchors) / len(anchors)
    if (batch.root >= 0).any():
        rows = torch.nonzero(batch.root >= 0)[:, 0]
        padded = (batch.first[rows] == 0)[..., None]
        best = torch.logsumexp(scores[rows].masked_fill(padded, -1e4), 1)[:, 1:]
        losses["root"] = F.cross_entropy(best, batch.root[rows] - 1)
    return losses


def _measure_roles(scorer: Scorer, projected: tuple[Tensor, Tensor, Tensor], anchors: Anchors) -> Tensor:
    """Negative log-likelihood of the role sequences, summed: a linear-chain CRF (Lafferty et al. 2001)."""
    at = anchors.at[:, None] + torch.arange(-BEFORE, AFTER + 1)
    near = at.clamp(0, anchors.roles.shape[1] - 1)
    gold = torch.gather(anchors.roles, 1, near)
    known = (at == near) & (gold >= 0)
    gold = torch.where(known, gold, 0)
    gold[:, 0] -= ((gold[:, 0] > 0) & (gold[:, 0] % 2 == 0)).long()
    scores = scorer(projected, anchors.row, anchors.at)
    outside = torch.full_like(scores, -1e4)
    outside[..., 0] = 0
    scores = torch.where(known[..., None], scores, outside)
    steps = scorer.score_steps()
    path = scores.gather(2, gold[..., None]).sum() + steps[gold[:, :-1], gold[:, 1:]].sum()
    total = scores[:, 0]
    for i in range(1, scores.shape[1]):
        total = torch.logsumexp(total[:, :, None] + steps, 1) + scores[:, i]
    return torch.logsumexp(total, 1).sum() - path


def _measure_links(net: Net, out: dict[str, Any], cluster: Tensor) -> Tensor:
    """Negative log-likelihood that a mention has one of its antecedents, or none (Lee et al. 2017)."""
    rows = (cluster != UNLABELLED).any(1)
    cluster = cluster[rows]
    scores = net.score_links(out)[rows]
    earlier = torch.ones(scores.shape[1:], dtype=torch.bool).tril(-1) & (cluster != UNLABELLED)[:, None, :]
    scores = scores.masked_fill(~earlier, -1e4)
    same = (cluster[:, :, None] == cluster[:, None, :]) & (cluster >= 0)[:, :, None] & earlier
    total = torch.logsumexp(F.pad(scores, (1, 0)), -1)
    right = torch.logsumexp(scores.masked_fill(~same, -1e4), -1)
    loss = torch.where(same.any(-1), total - right, total)
    return loss[cluster >= 0].mean() if (cluster >= 0).any() else loss.sum() * 0


def _measure_meaning(vectors: Tensor, batch: Batch, teacher: Tensor) -> Tensor:
    """Cosine distance to the original vectors, and the difference of all pairwise similarities."""
    pooled = torch.stack([vectors[i, a:b].mean(0) for i, a, b, _ in batch.vectors])
    student = F.normalize(pooled, dim=-1)
    target = teacher[[v for *_, v in batch.vectors]]
    apart = (student @ student.T - target @ target.T).pow(2).mean()
    return (1 - (student * target).sum(-1)).mean() + 5 * apart
