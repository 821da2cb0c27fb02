"""Universal Dependencies: one document per corpus document, its text rebuilt from the tokens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np

from training.corpus.coreference import Mention, mark_clusters, read_mentions
from training.corpus.document import Document


@dataclass(slots=True)
class _Builder:
    """What has been read of a document so far."""

    text: str = ""
    offsets: list[tuple[int, int]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    head: list[int] = field(default_factory=list)
    relation: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def add_sentence(self, rows: list[list[str]], names: list[str] | None) -> None:
        base = len(self.offsets)
        words = [r for r in rows if r[0].isdigit()]
        for i, row in enumerate(words):
            head = int(row[6])
            self.starts.append(int(i == 0))
            self.upos.append(row[3])
            self.xpos.append(row[4])
            self.head.append(base + (head - 1 if head else i))
            self.relation.append(row[7])
        same = names is not None and len(names) == len(words)
        self.names.extend(names if names and same else ["?"] * len(words))
        self.mentions.extend(read_mentions([r[9] for r in words], base))
        self._add_text(rows)

    def _add_text(self, rows: list[list[str]]) -> None:
        last_of_multiword, glue = 0, False
        surface, parts = "", list[str]()
        for row in rows:
            if "." in row[0]:
                continue
            space_after = "" if "SpaceAfter=No" in row[9].split("|") else " "
            if "-" in row[0]:
                last_of_multiword = int(row[0].split("-")[1])
                surface, parts, glue = row[1] + space_after, [], True
                continue
            if glue:
                parts.append(row[1])
                if int(row[0]) == last_of_multiword:
                    self._add_multiword(surface, parts)
                    glue = False
                continue
            start = len(self.text)
            self.text += row[1] + space_after
            self.offsets.append((start, start + len(row[1])))
        if not self.text.endswith(" "):
            self.text += " "

    def _add_multiword(self, surface: str, parts: list[str]) -> None:
        """Splits a multiword token by its parts where they spell it, else evenly."""
        word, at = surface.rstrip(), len(self.text)
        if "".join(parts) != word:
            cuts = [round(i * len(word) / len(parts)) for i in range(len(parts) + 1)]
            parts = [word[a:b] or word[-1:] for a, b in pairwise(cuts)]
        for part in parts:
            self.offsets.append((at, at + len(part)))
            at += len(part)
        self.text += surface

    def build(self, doc_id: str, has_names: bool) -> Document:
        head = np.array(self.head, dtype=np.int64)
        return Document(
            self.text,
            np.array(self.offsets, dtype=np.int64),
            sentence_start=np.array(self.starts, dtype=np.int64),
            upos=self.upos,
            xpos=self.xpos,
            head=head,
            relation=self.relation,
            names=self.names if has_names else None,
            names_scheme=1,
            cluster=mark_clusters(self.mentions, head) if self.mentions else None,
            id=doc_id,
            genre=doc_id.removeprefix("GUM_").replace("-", "_").partition("_")[0],
        )


def read_conllu(path: Path, names: dict[str, list[str]] | None = None) -> Iterator[Document]:
    """Yields the documents of a CoNLL-U file, with names by sentence id where given."""
    builder, doc_id, sent_id, rows = _Builder(), "", "", list[list[str]]()
    for line in [*path.read_text("utf8").split("\n"), "# newdoc id = "]:
        if line.startswith("# newdoc"):
            if builder.offsets:
                yield builder.build(doc_id, names is not None)
            builder, doc_id = _Builder(), line.partition("= ")[2]
        elif line.startswith("# newpar") and builder.text and not line.startswith("# newpar_block"):
            builder.text = builder.text.rstrip(" ") + "\n\n"
        elif line.startswith("# sent_id"):
            sent_id = line.partition("= ")[2]
        elif not line and rows:
            builder.add_sentence(rows, names.get(sent_id) if names else None)
            rows = []
        elif line and line[0] != "#":
            rows.append(line.split("\t"))
