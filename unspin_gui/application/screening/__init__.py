"""Screens a corpus: many documents, in parts, in processes that may die, into rows for review."""
