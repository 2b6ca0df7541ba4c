"""Preferences and shortcuts."""
