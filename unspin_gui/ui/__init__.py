"""The window: shows core values and hands what the user wants to the Session."""
