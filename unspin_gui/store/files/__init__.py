"""Reading and writing whole files safely: atomic, locked, decoded."""
