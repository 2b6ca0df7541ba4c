"""Phrase pairs mined from a spun text and its original."""
