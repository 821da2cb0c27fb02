"""What a ledger of a million claims costs, and whether it keeps what it is given."""
