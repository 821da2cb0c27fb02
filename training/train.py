"""Trains the encoder with all its heads: python -m training.train --data DATA --out FOLDER."""

from __future__ import annotations

import argparse
import copy
import json
import random
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import spacy
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from sayso.reader.encoder.session import SEP
from sayso.reader.encoder.weight import Labels
from training.corpus.attribution import read_gold, read_polnear
from training.corpus.conllu import read_conllu
from training.corpus.document import Document
from training.corpus.name import read_uner, read_worldwide
from training.label import collect_labels, name_groups, save_labels
from training.loss import WEIGHTS, measure_losses
from training.meaning import embed_sentences
from training.net import Net, pretrained_folder
from training.window import Coded, Window, code, collate, cut_randomly

SEED = 20
BATCH = 16
POOL = 12
"""Batches are cut from this many times their number of windows, sorted by length."""
WARM_UP = 200
DECAY = 0.998
PLAIN_STEPS = 2400
"""From here on the network is kept from learning the corpora by heart: by dropout, and by hidden words."""
DROPOUT, HIDDEN_WORDS = 0.1, 0.08
MASK = 103
HELD_OUT = 20
"""Every so manieth attribution document is kept from training, to tune thresholds and calibration on."""


SHARES = {"polnear": 1.0, "gold": 4.0, "ud": 1.6, "names": 0.7}
"""How often an epoch goes through each corpus."""


def load_tokenizer() -> Tokenizer:
    """The original model's tokenizer, without truncation or padding."""
    tokenizer = Tokenizer.from_file(str(pretrained_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def load_corpora(data: Path) -> dict[str, list[Document]]:
    """Reads the training documents of each corpus, without those that the decoding is fitted on."""
    nlp = spacy.blank("en")
    uner = read_uner(data / "uner-ewt/train.iob2")
    polnear = read_polnear(data / "polnear/train.jsonl", nlp)
    gold = read_gold(data / "gold/train", nlp)
    return {
        "polnear": [d for i, d in enumerate(polnear) if i % HELD_OUT],
        "gold": [d for i, d in enumerate(gold) if i % HELD_OUT],
        "ud": [*read_conllu(data / "ud-ewt/train.conllu", uner), *read_conllu(data / "gum/train.conllu")],
        "names": list(read_worldwide(data / "worldwide-ner/train.bioes.tsv")),
    }


def draw_epoch(coded: dict[str, list[Coded]], rng: random.Random) -> list[list[Window]]:
    """Draws the batches of one epoch; windows of like length share a batch, so that little is padded."""
    windows: list[Window] = []
    for name, group in coded.items():
        whole, part = divmod(SHARES[name], 1)
        drawn = group * int(whole) + rng.sample(group, round(part * len(group)))
        windows += [w for c in drawn for w in cut_randomly(c, rng)]
    rng.shuffle(windows)
    batches = []
    for at in range(0, len(windows), POOL * BATCH):
        pool = sorted(windows[at : at + POOL * BATCH], key=lambda w: w.end - w.start)
        batches += [pool[i : i + BATCH] for i in range(0, len(pool), BATCH)]
    rng.shuffle(batches)
    return batches


@dataclass(slots=True)
class Run:
    """Everything that a checkpoint holds."""

    net: Net
    average: Net
    optimizer: torch.optim.Optimizer
    step: int = 0

    def save(self, path: Path) -> None:
        state = {
            "net": self.net.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
        }
        torch.save(state, path.with_suffix(".new"))
        path.with_suffix(".new").rename(path)

    def restore(self, path: Path) -> None:
        state = torch.load(path, weights_only=True)
        self.net.load_state_dict(state["net"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step = state["step"]


def start_run(labels: Labels) -> Run:
    """Builds the network, its running average and the optimizer; word embeddings stay frozen."""
    net = Net(labels)
    net.encoder.embeddings.requires_grad_(False)
    encoder = [p for n, p in net.named_parameters() if n.startswith("encoder") and p.requires_grad]
    heads = [p for n, p in net.named_parameters() if not n.startswith("encoder")]
    groups = [{"params": encoder, "lr": 3e-4}, {"params": heads, "lr": 1e-3}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    for group in optimizer.param_groups:
        group["peak"] = group["lr"]
    return Run(net, copy.deepcopy(net), optimizer)


def take_step(
    run: Run, windows: list[Window], total: int, teacher: Tensor, groups: Tensor
) -> dict[str, float]:
    """Trains on one batch and returns its losses."""
    scale = min(1.0, (run.step + 1) / WARM_UP) * max(0.02, 1 - run.step / total)
    for group in run.optimizer.param_groups:
        group["lr"] = group["peak"] * scale
    batch = collate(windows)
    if run.step >= PLAIN_STEPS:
        run.net.set_dropout(DROPOUT)
        batch.ids[(torch.rand(batch.ids.shape) < HIDDEN_WORDS) & (batch.ids > SEP)] = MASK
    with torch.autocast("cpu", torch.bfloat16):
        out = run.net(batch.ids, batch.mask, batch.features, batch.first)
    losses = measure_losses(run.net, out, batch, teacher, groups)
    sum((WEIGHTS[k] * v for k, v in losses.items()), torch.zeros(())).backward()
    nn.utils.clip_grad_norm_(run.net.parameters(), 1.0)
    run.optimizer.step()
    run.optimizer.zero_grad()
    run.step += 1
    decay = min(DECAY, run.step / (run.step + 10))
    with torch.no_grad():
        for mean, value in zip(run.average.parameters(), run.net.parameters(), strict=True):
            if value.requires_grad:
                mean.lerp_(value, 1 - decay)
    return {k: v.item() for k, v in losses.items()}


def train(data: Path, out: Path, epochs: int) -> None:
    """Trains from scratch, or from the last checkpoint in `out`, and saves the averaged network."""
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    np.random.seed(SEED)
    corpora = load_corpora(data)
    labels = collect_labels(corpora["ud"], corpora["names"])
    save_labels(labels, out / "labels.json")
    tokenizer = load_tokenizer()
    teacher = embed_sentences([d for group in corpora.values() for d in group], tokenizer, out)
    coded = {k: [code(d, tokenizer, labels) for d in group] for k, group in corpora.items()}
    groups = torch.zeros(len(name_groups(labels)), len(labels.names))
    for i, members in enumerate(name_groups(labels)):
        groups[i, members] = 1
    run = start_run(labels)
    # Windows are cut at random offsets, so epochs differ a little in their number of batches.
    epoch_steps = len(draw_epoch(coded, random.Random(SEED)))
    total = epochs * epoch_steps
    if (out / "checkpoint.pt").exists():
        run.restore(out / "checkpoint.pt")
    print(f"{total} steps, from {run.step}", flush=True)
    for epoch in range(epochs):
        batches = draw_epoch(coded, random.Random(SEED + epoch))
        sums: dict[str, list[float]] = defaultdict(list)
        started = time.monotonic()
        for i in range(epoch_steps):
            if epoch * epoch_steps + i < run.step or run.step >= total:
                continue
            batch = batches[i % len(batches)]
            for key, value in take_step(run, batch, total, teacher, groups).items():
                sums[key].append(value)
            if run.step % 50 == 0:
                means = {k: round(float(np.mean(v)), 3) for k, v in sums.items()}
                print(
                    run.step, f"{(time.monotonic() - started) / 50:.2f} s/step", json.dumps(means), flush=True
                )
                sums.clear()
                started = time.monotonic()
            if run.step % 200 == 0:
                run.save(out / "checkpoint.pt")
    run.save(out / "checkpoint.pt")
    torch.save(run.average.state_dict(), out / "net.pt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    args = parser.parse_args()
    torch.set_num_threads(2)
    train(args.data, args.out, args.epochs)


if __name__ == "__main__":
    main()
