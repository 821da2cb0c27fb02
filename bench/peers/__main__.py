"""Prints how well others find quotations in the same articles: python -m bench.peers --data DATA."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.corpus import GOLD, POLNEAR, Sample, read_samples
from bench.measure import format_table
from bench.peers import citron, sayswho, textacy
from bench.peers.peer import Absent, Claim, Find, GaveUp
from bench.scorer import Scorer
from sayso.reader.quotation import find_passages

if TYPE_CHECKING:
    from spacy.tokens import Doc

CORPORA = {"PolNeAR dev": POLNEAR, "gold dev": GOLD}
PEERS = (*textacy.PEERS, *sayswho.PEERS, *citron.PEERS)
COLUMNS = ("corpus", "system", "claims", "P", "R", "soft F1", "gold", "note")
OWN = "sayso"


def load_finders() -> tuple[dict[str, Find], dict[str, str]]:
    """Loads the peers that can run, and says of the others why not."""
    finders: dict[str, Find] = {}
    absent: dict[str, str] = {}
    for peer in PEERS:
        try:
            finders[peer.name] = peer.load()
        except Absent as error:
            absent[peer.name] = str(error)
    return finders, absent


def find_own(doc: Doc, scorer: Any, *, nested: bool) -> list[Claim]:
    """Returns what the reader wrote onto the Doc, as the scorer takes it."""
    rows = [a.to_dict() for a in doc._.attributions if nested or a.parent is None]
    claims: list[Claim] = scorer.pred_attributions({"attributions": rows}, 0)
    return claims


def is_direct(text: str, claim: Claim) -> bool:
    """Tells whether all of a claim's content stands in quotation marks; punctuation at its ends may not."""
    quoted = {i for q in find_passages(text) for i in range(q.start, q.end)}
    inside = [i in quoted for a, b in claim["C"] for i in range(a, b) if text[i].isalnum()]
    return bool(inside) and all(inside)


def read_corpus(
    samples: list[Sample], finders: dict[str, Find], scorer: Any, *, nested: bool
) -> tuple[dict[str, list[list[Claim]]], dict[str, int]]:
    """Parses each article once and lets everybody find claims in it; counts where they gave up."""
    from sayso.reader import load

    nlp = load()
    found: dict[str, list[list[Claim]]] = {OWN: [], **{name: [] for name in finders}}
    refused = dict.fromkeys(finders, 0)
    for sample in samples:
        doc = nlp(sample.article.text)
        found[OWN].append(find_own(doc, scorer, nested=nested))
        for name, find in finders.items():
            try:
                found[name].append(find(doc))
            except GaveUp:
                found[name].append([])
                refused[name] += 1
    return found, refused


def score_softly(
    samples: list[Sample], found: list[list[Claim]], scorer: Any, *, direct: bool
) -> dict[str, Any]:
    """Scores claims softly, all or only the direct quotations on both sides."""
    docs = []
    for sample, claims in zip(samples, found, strict=True):
        text = sample.article.text
        sides = (sample.gold, claims)
        kept = [[dict(c) for c in side if not direct or is_direct(text, c)] for side in sides]
        docs.append((text, *kept))
    scores: dict[str, Any] = scorer.score_attributions(docs)[0]["soft F1"]
    return scores


def compare(data: Path, scorer: Any) -> Iterator[dict[str, Any]]:
    """Yields a row for each corpus, kind of claims and system."""
    finders, absent = load_finders()
    for corpus, name in CORPORA.items():
        path = data / name
        if not path.exists():
            yield {"corpus": corpus, "note": f"skipped: {path} is not there"}
            continue
        samples = list(read_samples(path, scorer))
        found, refused = read_corpus(samples, finders, scorer, nested=path.is_dir())
        for claims in ("direct", "all"):
            for system in found:
                score = score_softly(samples, found[system], scorer, direct=claims == "direct")
                row = {"corpus": corpus, "system": system, "claims": claims, **score, "soft F1": score["F1"]}
                gave_up = refused.get(system, 0)
                note = f"gave up on {gave_up} of {len(samples)} articles" if gave_up else ""
                yield {**row, "note": note}
    for system, reason in absent.items():
        yield {"system": system, "note": f"not run: {reason}"}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.peers", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder of the corpora")
    parser.add_argument("--score", type=Path, help="the scorer; DATA/../score/score.py if not given")
    parser.add_argument("--json", type=Path, help="file to write the table to")
    options = parser.parse_args()
    score = options.score or (options.data and options.data.parent / "score" / "score.py")
    for path, what in ((options.data, "folder of the corpora (--data)"), (score, "scorer (--score)")):
        if path is None or not path.exists():
            print(f"skipped: there is no {what}; it is not part of the project")
            return
    rows = list(compare(options.data, Scorer(score).load()))
    print(format_table(rows, COLUMNS))
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", "utf8")


if __name__ == "__main__":
    main()
