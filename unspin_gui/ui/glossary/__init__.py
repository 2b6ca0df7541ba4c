"""Glossaries in the window: saved, switched, counted, restored."""
