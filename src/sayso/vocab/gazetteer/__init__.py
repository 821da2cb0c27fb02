"""The gazetteer: where the places of the world lie, by every name that news gives them."""

from sayso.vocab.gazetteer.gazetteer import KINDS, Entry, Gazetteer, load_gazetteer
from sayso.vocab.gazetteer.name import fold_name

__all__ = ["KINDS", "Entry", "Gazetteer", "fold_name", "load_gazetteer"]
