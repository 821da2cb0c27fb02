"""Events: happenings of PLOVER types and disasters: who, to whom, when, where, and whether they happened."""

from sayso.reader.event.event import draft_events, find_events

__all__ = ["draft_events", "find_events"]
