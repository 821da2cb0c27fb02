"""Actors: which names in different articles are of the same person, body or group."""
