"""The encoder: pieces of a text in, what every head says of every token out."""
