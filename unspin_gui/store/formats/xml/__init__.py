"""XML documents, corrected in place."""
