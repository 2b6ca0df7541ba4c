"""Books in the EPUB format, corrected chapter by chapter."""
