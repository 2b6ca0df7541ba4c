"""Word documents, corrected in place."""
