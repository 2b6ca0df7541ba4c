"""Mines phrase pairs from a spun text and its original."""
