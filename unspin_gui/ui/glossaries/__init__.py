"""Editing, switching, exchanging, learning and keeping glossaries."""
