"""Across articles: which are copies, which tell one story, what their claims do to each other."""
