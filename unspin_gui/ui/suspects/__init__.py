"""What the list of suspects is made of."""
