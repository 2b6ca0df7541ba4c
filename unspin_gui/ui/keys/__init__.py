"""Shortcuts: shown, and changed."""
