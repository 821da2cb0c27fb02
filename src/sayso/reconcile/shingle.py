"""Shingles: the runs of words by which copies are known, and the signature that finds them (Broder 1997)."""

from __future__ import annotations

from collections.abc import Iterator, Set
from zlib import crc32

from sayso.reconcile.term import split_words
from sayso.vocab import load_table


def list_shingles(text: str) -> set[int]:
    """Returns the hashes of all runs of words; a shorter text is one run."""
    words, size = split_words(text), load_table("duplicate")["shingle_words"]
    runs = range(max(1, len(words) - size + 1)) if words else ()
    return {crc32(" ".join(words[i : i + size]).encode()) for i in runs}


def list_bands(shingles: Set[int]) -> Iterator[int]:
    """Yields a hash for each band of a MinHash signature; texts of which 80 % is the same share one."""
    from rensa import RMinHash

    if not shingles:
        return
    table = load_table("duplicate")
    signature = RMinHash(num_perm=table["bands"] * table["rows"], seed=table["seed"])
    signature.update([shingle.to_bytes(4, "little") for shingle in sorted(shingles)])
    digest, size = signature.digest(), table["rows"]
    for start in range(0, len(digest), size):
        band = (start, *digest[start : start + size])
        yield crc32(b"".join(row.to_bytes(4, "little") for row in band))


def measure_jaccard(one: Set[int], other: Set[int]) -> float:
    """Returns which share of the shingles of two texts both have, 0 to 1."""
    return len(one & other) / len(one | other) if one or other else 0.0


def measure_containment(one: Set[int], other: Set[int]) -> float:
    """Returns which share of the shorter text's shingles the longer one has, 0 to 1."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
