"""What the two panes have in common, and what is seen in and around them."""
