"""The facts: a source text, the user's decisions on it, and their history."""
