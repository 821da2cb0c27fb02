"""Events: which happenings that articles report are one and the same."""

from sayso.reconcile.event.link import compare_events, find_links, group_events
from sayso.reconcile.event.sketch import EventSketch, Meaning, embed_events

__all__ = ["EventSketch", "Meaning", "compare_events", "embed_events", "find_links", "group_events"]
