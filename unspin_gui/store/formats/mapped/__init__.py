"""Text displayed from a source with markup, mapped to it, and written back into it."""
