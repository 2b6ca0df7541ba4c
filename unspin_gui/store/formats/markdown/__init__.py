"""Markdown, corrected in its source."""
