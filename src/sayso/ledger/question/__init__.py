"""Answers questions about what a ledger holds, one file a question; each row cites where it was read."""
