"""The table behind Accept All."""
