"""Small widgets, colours and table models that know nothing of the session."""
