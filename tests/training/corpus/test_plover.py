from __future__ import annotations

import json
from pathlib import Path

import spacy

from training.corpus.document import Document, Root
from training.corpus.plover import read_plv

MARKED = "<s>The regents</s> of Ostmark freed <t>Ilse Brandt </t>."


def _read(path: Path, marked: list[str], root: str = "YIELD") -> list[list[Document]]:
    rows = [
        {
            "sentence_id": str(i),
            "sentence": m.replace("<s>", "").replace("</s>", "").replace("<t>", "").replace("</t>", ""),
            "marked_sentence": m,
            "gold_root": root,
        }
        for i, m in enumerate(marked)
    ]
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf8")
    nlp = spacy.blank("en")
    return [list(read_plv(path, nlp, held_out=side)) for side in (False, True)]


def test_reads_the_marked_pair_as_tokens(tmp_path: Path) -> None:
    """Tags leave the text and become spans of tokens; an old name of a type becomes the guide's."""
    train, held_out = _read(tmp_path / "plv.jsonl", [MARKED])
    (document,) = train + held_out
    assert document.text == "The regents of Ostmark freed Ilse Brandt ."
    assert document.root == Root("CONCEDE", (0, 2), (5, 7))


def test_a_pair_may_lack_its_half(tmp_path: Path) -> None:
    """A source that is not marked is None."""
    train, held_out = _read(tmp_path / "plv.jsonl", ["<t>Ilse Brandt</t> was jailed."], "COERCE")
    (document,) = train + held_out
    assert document.root == Root("COERCE", None, (0, 2))


def test_one_sentence_is_on_one_side(tmp_path: Path) -> None:
    """Each sentence is either trained on or held out, with all of its pairs."""
    marked = [f"<s>Party {i}</s> met <t>party {j}</t> of party {i}." for i in range(40) for j in (1, 2)]
    marked += [f"Party {i} met <t>party {j}</t> of <s>party {i}</s>." for i in range(40) for j in (1, 2)]
    train, held_out = ({d.text for d in side} for side in _read(tmp_path / "plv.jsonl", marked))
    assert (len(train | held_out), train & held_out) == (80, set())
    assert train
    assert held_out
