"""The two panes, and what is shown in and around them."""
