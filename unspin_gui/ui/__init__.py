"""The window: shows core values, and passes the user's actions to the Session."""
