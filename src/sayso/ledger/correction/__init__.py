"""Corrections: what people say of a reading, kept beside it and laid over it."""
