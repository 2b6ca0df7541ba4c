"""Use cases that the window and the commands share; no Qt."""
