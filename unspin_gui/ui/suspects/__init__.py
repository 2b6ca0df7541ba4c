"""The list of suspects."""
