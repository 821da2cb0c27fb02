"""BBC Citron, which cannot be installed: named so that its absence is no oversight."""

from __future__ import annotations

from bench.peers.peer import Absent, Find, Peer


def _load() -> Find:
    raise Absent(
        "it is on no package registry (the package of that name on PyPI is another), and its models are"
        " licensed for non-commercial use"
    )


PEERS = (Peer("BBC Citron", _load),)
