"""LaTeX, corrected in its source."""
