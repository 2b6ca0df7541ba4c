"""Import, export, and learning from an original."""
