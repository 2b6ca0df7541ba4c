"""Glossaries in the window: saving, switching, counting, restoring."""
