"""One file per corpus: each turns its form into `Document`s with the labels that the corpus has."""
