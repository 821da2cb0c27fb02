"""Exports the trained net as the folder that ships: python -m training.export --net FOLDER --out FOLDER.

Heads that score pairs of tokens leave the graph as factors; their last layers are matrices in `heads.npz`.
"""

from __future__ import annotations

import argparse
import json
import logging
import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import Tensor, nn

from sayso.reader.encoder.session import OUTPUTS
from sayso.reader.encoder.weight import DECODING, GRAPH, HEADS, LABELS, SHIPPED, TOKENIZER
from training.label import load_labels
from training.net import Net, measure_step
from training.train import load_tokenizer
from training.tune import NEUTRAL

INPUTS = ("ids", "mask", "features", "first")
OPSET = 17
KEPT = ("relation", "meaning", "act", "speaker_kind", "factuality", "link_distance")
"""Heads whose layers are computed outside of the graph, only where they are asked for."""


class Graph(nn.Module):
    """The part of the net that runs over every token, its outputs joined to few tensors."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, mask: Tensor, features: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        net = self.net
        h = net.encode(ids, mask, features, first)
        tags = [net.sentence(h), net.upos(h), net.xpos(h), net.names(h), net.coarse(h)]
        tags += [net.event(h), net.measure(h), net.anchor(h), net.cover(h)]
        arcs = [net.arc_dependent(h), net.arc_head(h), net.arc_bias(h)]
        relations = [net.relation_dependent(h), net.relation_head(h)]
        roles = [part for scorer in net.frames.values() for part in (scorer.key(h), scorer.bias(h))]
        links = [net.link_mention(h), net.link_antecedent(h), net.link_bias(h)]
        return (h, *(torch.cat(group, dim=-1) for group in (tags, arcs, relations, roles, links)))


class IntegerEmbedding(nn.Module):
    """Word embeddings in the 8-bit steps that the net was trained on, exactly."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        self.step = measure_step(weight).item()
        self.register_buffer("table", (weight / self.step).round().to(torch.int8))
        self.table: Tensor

    def forward(self, ids: Tensor) -> Tensor:
        return self.table[ids].float() * self.step


def load_net(folder: Path) -> Net:
    """Loads the trained net of a folder, ready to be exported or scored."""
    net = Net(load_labels(folder / "labels.json"))
    net.load_state_dict(torch.load(folder / "net.pt", weights_only=True))
    net.encoder.set_attn_implementation("eager")
    embeddings = net.encoder.embeddings
    embeddings.word_embeddings = IntegerEmbedding(embeddings.word_embeddings.weight.data)
    return net.eval()


def trace_graph(net: Net, path: Path) -> None:
    """Writes the graph in 32-bit floats, its batch, pieces and tokens free to vary."""
    ids = torch.randint(1000, 2000, (2, 16))
    arguments = (
        ids,
        torch.ones_like(ids),
        torch.zeros(2, 16, 3, dtype=torch.long),
        torch.arange(1, 11).expand(2, -1).contiguous(),
    )
    axes = {"ids": {0: "batch", 1: "pieces"}, "mask": {0: "batch", 1: "pieces"}}
    axes |= {"features": {0: "batch", 1: "pieces"}, "first": {0: "batch", 1: "tokens"}}
    axes |= {name: {0: "batch", 1: "tokens"} for name in OUTPUTS}
    torch.onnx.export(
        Graph(net),
        arguments,
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )


def quantise(source: Path, target: Path) -> None:
    """Fuses the graph's operators and keeps its weights as 8-bit integers, one scale for each channel.

    The heads stay in floats: they are small, and what they say is final.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.transformers.fusion_options import FusionOptions
    from onnxruntime.transformers.optimizer import optimize_model

    options = FusionOptions("bert")
    options.enable_embed_layer_norm = False
    fused = optimize_model(
        str(source), model_type="bert", num_heads=12, hidden_size=384, optimization_options=options
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fused.onnx"
        fused.save_model_to_file(str(path))
        # Fused operators carry no shapes, so their outputs must be declared as floats.
        extra = {"DefaultTensorType": onnx.TensorProto.FLOAT}
        nodes = onnx.load(path).graph.node
        heads = [n.name for n in nodes if n.op_type == "MatMul" and not n.name.startswith("/encoder/")]
        quantize_dynamic(
            path,
            target,
            weight_type=QuantType.QInt8,
            per_channel=True,
            nodes_to_exclude=heads,
            extra_options=extra,
        )


def save_heads(net: Net, path: Path) -> None:
    """Writes the layers that are computed outside of the graph, in 16-bit floats."""
    arrays = {}
    for name, value in net.state_dict().items():
        head, _, rest = name.partition(".")
        if head in KEPT:
            arrays[f"{head}_{rest}"] = value
        elif head == "frames" and rest.split(".")[1] not in ("key", "bias"):
            arrays[rest.replace(".", "_")] = value
    np.savez(path, **{key: value.numpy().astype(np.float16) for key, value in arrays.items()})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--net", type=Path, required=True, help="folder of net.pt and labels.json")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="folder of weights to write")
    parser.add_argument("--float", action="store_true", help="leave the graph in 32-bit floats")
    options = parser.parse_args()
    logging.getLogger().setLevel(logging.ERROR)
    options.out.mkdir(parents=True, exist_ok=True)
    net = load_net(options.net)
    with tempfile.TemporaryDirectory() as folder:
        traced = Path(folder) / GRAPH
        trace_graph(net, traced)
        if options.float:
            shutil.copy(traced, options.out / GRAPH)
        else:
            quantise(traced, options.out / GRAPH)
    save_heads(net, options.out / HEADS)
    shutil.copy(options.net / "labels.json", options.out / LABELS)
    load_tokenizer().save(str(options.out / TOKENIZER))
    # What was fitted to other weights does not hold for these: `training.tune` comes next.
    (options.out / DECODING).write_text(json.dumps(asdict(NEUTRAL)) + "\n", "utf8")


if __name__ == "__main__":
    main()
