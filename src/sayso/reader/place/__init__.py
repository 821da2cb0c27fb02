"""Finds the places that an article names, on the map or unresolved with a reason."""

from sayso.reader.place.find import find_places

__all__ = ["find_places"]
