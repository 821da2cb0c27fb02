"""Figures: quantities with their hedges, what they count, and where, when and on whose word they do."""

from sayso.reader.figure.figure import find_figures

__all__ = ["find_figures"]
