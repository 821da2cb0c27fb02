"""Other tools on the same articles and the same parse: python -m bench.peers --data DATA."""
