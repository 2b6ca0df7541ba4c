"""The window: shows core values, and passes what the user wants to the Session."""
