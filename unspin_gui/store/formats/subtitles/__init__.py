"""Subtitles, corrected in place."""
