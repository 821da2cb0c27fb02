"""How fast the reader is, what memory it takes and how soon it starts: python -m bench.speed."""
