"""OpenDocument texts, corrected in place."""
