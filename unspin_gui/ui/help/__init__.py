"""Guidance for the user: start page, hints, manual, and the summary at the end."""
