"""How right the readings are, one file for each thing measured: python -m bench.accuracy --data DATA."""
