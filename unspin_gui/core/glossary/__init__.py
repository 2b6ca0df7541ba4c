"""Spun phrases with their fixes, and the indexes that find them in a text."""
