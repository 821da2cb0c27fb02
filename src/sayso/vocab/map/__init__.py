"""The map: coasts and borders of the world, to draw places on."""

from sayso.vocab.map.outline import STEPS, Lines, Outline, load_outline

__all__ = ["STEPS", "Lines", "Outline", "load_outline"]
