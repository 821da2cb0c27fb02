"""Turns bytes into articles, one file per form; what does not become one is a rejection with its reason."""

from sayso.ingest.walk import ingest, ingest_located, ingest_one

__all__ = ["ingest", "ingest_located", "ingest_one"]
