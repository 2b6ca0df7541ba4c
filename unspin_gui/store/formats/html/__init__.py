"""HTML pages, corrected in place."""
