"""Across articles: which are copies, which tell one story, and what their claims and figures do to each other."""
