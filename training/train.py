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
from training.corpus.plover import read_plv
from training.label import collect_labels, save_labels
from training.loss import WEIGHTS, measure_losses
from training.meaning import embed_sentences
from training.net import Net, imitate_integers, pretrained_folder, round_embeddings
from training.window import Coded, Window, code, collate, cut_randomly

SEED = 20
BATCH = 16
POOL = 12
"""Batches are cut from this many times their number of windows, sorted by length."""
WARM_UP = 200
DECAY = 0.998
MASK = 103
HELD_OUT = 20
"""Every so manieth attribution document is kept from training, to tune thresholds and calibration on."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of the training.

    Attributes:
        end: step at which it ends.
        rate: share of the peak learning rate at its begin and at its end; linear in between.
        integers: whether the encoder rounds as the shipped graph will.
    """

    end: int
    rate: tuple[float, float]
    integers: bool = False


STAGES = (Stage(4600, (1.0, 0.16)), Stage(5600, (0.16, 0.01), integers=True))
SHARES = {"polnear": 1.0, "gold": 3.0, "ud": 1.6, "names": 0.8, "plover": 1.0}
"""How often an epoch goes through each corpus."""
DROPOUT = 0.1
HIDDEN = 0.08
"""Share of the word pieces that are hidden."""


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
        "plover": list(read_plv(data / "plv/train.jsonl", nlp)),
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
    """Everything that a checkpoint holds, with the state of the random numbers."""

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
            "random": torch.get_rng_state(),
        }
        torch.save(state, path.with_suffix(".new"))
        path.with_suffix(".new").rename(path)

    def restore(self, path: Path) -> None:
        state = torch.load(path, weights_only=True)
        self.net.load_state_dict(state["net"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step = state["step"]
        torch.set_rng_state(state["random"])


def start_run(labels: Labels) -> Run:
    """Builds the network, its running average and the optimizer; word embeddings stay frozen."""
    net = Net(labels)
    net.encoder.embeddings.requires_grad_(False)
    round_embeddings(net)
    net.set_dropout(DROPOUT)
    encoder = [p for n, p in net.named_parameters() if n.startswith("encoder") and p.requires_grad]
    heads = [p for n, p in net.named_parameters() if not n.startswith("encoder")]
    groups = [{"params": encoder, "lr": 3e-4}, {"params": heads, "lr": 1e-3}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    for group in optimizer.param_groups:
        group["peak"] = group["lr"]
    return Run(net, copy.deepcopy(net), optimizer)


def set_rate(run: Run) -> Stage:
    """Sets the learning rates of the run's next step and returns its stage."""
    begin = 0
    for stage in STAGES:
        if run.step < stage.end:
            done = (run.step - begin) / (stage.end - begin)
            scale = stage.rate[0] + done * (stage.rate[1] - stage.rate[0])
            for group in run.optimizer.param_groups:
                group["lr"] = group["peak"] * scale * min(1.0, (run.step + 1) / WARM_UP)
            return stage
        begin = stage.end
    raise ValueError("the training is over")


def take_step(run: Run, windows: list[Window], teacher: Tensor) -> dict[str, float]:
    """Trains on one batch and returns its losses."""
    set_rate(run)
    batch = collate(windows)
    batch.ids[(torch.rand(batch.ids.shape) < HIDDEN) & (batch.ids > SEP)] = MASK
    with torch.autocast("cpu", torch.bfloat16):
        out = run.net(batch.ids, batch.mask, batch.features, batch.first)
    losses = measure_losses(run.net, out, batch, teacher)
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


def train(data: Path, out: Path) -> None:
    """Trains from scratch, or from the last checkpoint in `out`, and saves the averaged network."""
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    corpora = load_corpora(data)
    labels = collect_labels(corpora)
    save_labels(labels, out / "labels.json")
    tokenizer = load_tokenizer()
    teacher = embed_sentences([d for group in corpora.values() for d in group], tokenizer, out)
    coded = {k: [code(d, tokenizer, labels) for d in group] for k, group in corpora.items()}
    run = start_run(labels)
    if (out / "checkpoint.pt").exists():
        run.restore(out / "checkpoint.pt")
    print(f"{STAGES[-1].end} steps, from {run.step}", flush=True)
    while run.step < STAGES[-1].end:
        run_epoch(run, coded, out, teacher)
    run.save(out / "checkpoint.pt")
    torch.save(run.average.state_dict(), out / "net.pt")


def run_epoch(run: Run, coded: dict[str, list[Coded]], out: Path, teacher: Tensor) -> None:
    """Trains on one draw of the corpora, or to the end of the stage, with a checkpoint every 200 steps."""
    stage = set_rate(run)
    if stage.integers:
        imitate_integers(run.net)
    sums: dict[str, list[float]] = defaultdict(list)
    started = time.monotonic()
    for batch in draw_epoch(coded, random.Random(SEED + run.step)):
        if run.step >= stage.end:
            return
        for key, value in take_step(run, batch, teacher).items():
            sums[key].append(value)
        if run.step % 50 == 0:
            means = {k: round(float(np.mean(v)), 3) for k, v in sums.items()}
            print(run.step, f"{(time.monotonic() - started) / 50:.2f} s/step", json.dumps(means), flush=True)
            sums.clear()
            started = time.monotonic()
        if run.step % 200 == 0:
            run.save(out / "checkpoint.pt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(2)
    train(args.data, args.out)


if __name__ == "__main__":
    main()
