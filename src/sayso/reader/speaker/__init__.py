"""Speakers: from the words of a source to whom the article means by them."""
