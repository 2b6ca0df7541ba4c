"""The facts: a source, the user's decisions on it, and their history."""
