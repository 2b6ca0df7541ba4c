"""The commands, which need no window."""
