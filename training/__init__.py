"""How the weights were made: corpora, network, training, export and evaluation. Not in the wheel."""
