"""The suggestion popup."""
