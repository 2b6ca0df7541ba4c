"""Rich text: read as the text in it."""
