"""What the table behind Accept All is made of."""
