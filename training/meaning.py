"""The teacher of the meaning head: the original model's vector of every training sentence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from sayso.reader.encoder.session import CLS, SEP
from training.corpus.document import Document
from training.net import pretrained_folder

LONGEST = 128


def embed_sentences(documents: list[Document], tokenizer: Tokenizer, cache: Path) -> Tensor:
    """Embeds all sentences and notes in each document which vector belongs to which tokens.

    Returns:
        Unit vectors, shape (sentences, 384).
    """
    texts: list[str] = []
    for document in documents:
        for low, high in _find_sentences(document):
            document.vectors.append((low, high, len(texts)))
            texts.append(document.text[document.tokens[low, 0] : document.tokens[high - 1, 1]])
    path = cache / "teacher.pt"
    if path.exists():
        vectors: Tensor = torch.load(path, weights_only=True)
        if len(vectors) == len(texts):
            return vectors.float()
    vectors = embed_texts(texts, tokenizer)
    torch.save(vectors.bfloat16(), path)
    return vectors


def embed_texts(texts: list[str], tokenizer: Tokenizer) -> Tensor:
    """The original model's unit vectors of some texts: the mean over pieces, normalised."""
    from transformers import AutoModel

    model = AutoModel.from_pretrained(pretrained_folder(), add_pooling_layer=False).eval()
    coded = [e.ids[: LONGEST - 2] for e in tokenizer.encode_batch(texts, add_special_tokens=False)]
    order = sorted(range(len(texts)), key=lambda i: len(coded[i]))
    vectors = torch.zeros(len(texts), model.config.hidden_size)
    for at in range(0, len(order), 64):
        chosen = order[at : at + 64]
        n = max(len(coded[i]) for i in chosen) + 2
        ids, mask = (
            torch.zeros(len(chosen), n, dtype=torch.long),
            torch.zeros(len(chosen), n, dtype=torch.long),
        )
        for row, i in enumerate(chosen):
            ids[row, : len(coded[i]) + 2] = torch.tensor([CLS, *coded[i], SEP])
            mask[row, : len(coded[i]) + 2] = 1
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            hidden = model(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        mean = (hidden * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        vectors[chosen] = F.normalize(mean, dim=-1)
    return vectors


def _find_sentences(document: Document) -> list[tuple[int, int]]:
    """Sentences by their labels where the corpus has them, paragraphs elsewhere; very long ones left out."""
    if document.sentence_start is not None:
        starts = np.flatnonzero(document.sentence_start)
    else:
        newlines = [
            "\n" in document.text[a:b]
            for a, b in zip(document.tokens[:-1, 1], document.tokens[1:, 0], strict=True)
        ]
        starts = np.flatnonzero([True, *newlines])
    ends = [*starts[1:], len(document.tokens)]
    return [(int(a), int(b)) for a, b in zip(starts, ends, strict=True) if 3 <= b - a <= LONGEST]
