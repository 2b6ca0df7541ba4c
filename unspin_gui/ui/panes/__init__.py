"""The two panes, and what is seen in and around them."""
