"""Use cases shared by the window and the commands; no Qt."""
