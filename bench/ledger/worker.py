"""Worker: a process that adds readings one by one: python -m bench.ledger.worker ADDRESS READINGS.

It prints a line for each reading that it has added.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from sayso.ledger import open_ledger
from sayso.model import Reading

READER = "bench"


def main() -> None:
    address, path = sys.argv[1:]
    with open_ledger(address) as ledger, Path(path).open(encoding="utf8") as file:
        for line in file:
            reading = Reading.from_json(line)
            vectors = np.ones((len(reading.attributions), 8), np.int8)
            if ledger.add(reading, vectors, reader=READER):
                print(reading.article.id, flush=True)


if __name__ == "__main__":
    main()
