"""Screens a corpus: many documents, in parts, by processes that may die, into rows to look at."""
