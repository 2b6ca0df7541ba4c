"""Reads and writes whole files safely: atomically, under locks, decoded."""
