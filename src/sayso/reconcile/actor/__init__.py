"""Actors: which names in different articles are of the same person, body or group."""

from sayso.reconcile.actor.link import compare_actors, find_links, group_actors, list_keys
from sayso.reconcile.actor.sketch import ActorSketch

__all__ = ["ActorSketch", "compare_actors", "find_links", "group_actors", "list_keys"]
