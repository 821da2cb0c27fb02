"""Prints the peak memory in MB of a process that reads: python -m bench.speed.memory ARTICLES WEIGHTS."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def measure_memory(texts: Path, weights: Path | None) -> float:
    """Measures the peak memory in MB of a process of its own that reads texts.

    Call it before anything large is loaded: on Linux a child's peak starts from the memory of its parent.

    Args:
        texts: file of a JSON list of texts.
        weights: folder of weights, or None for the shipped ones.
    """
    command = [sys.executable, "-m", "bench.speed.memory", str(texts), str(weights or "")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return float(done.stdout)


def main() -> None:
    from sayso.model import Article
    from sayso.reader import load_reader

    texts, weights = Path(sys.argv[1]), sys.argv[2]
    reader = load_reader(Path(weights) if weights else None)
    for text in json.loads(texts.read_text("utf8")):
        reader.read(Article.of(text))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    bytes_a_unit = 1 if sys.platform == "darwin" else 1024
    print(peak * bytes_a_unit / 1e6)


if __name__ == "__main__":
    main()
