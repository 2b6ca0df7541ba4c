"""Detection: suspects in a passage, and ranked suggestions for each."""
