"""Text displayed from a source of another form, mapped to it, and written back into it."""
