"""Markdown, corrected as its source."""
