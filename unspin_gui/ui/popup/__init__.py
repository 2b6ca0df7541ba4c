"""What the suggestion popup is made of."""
