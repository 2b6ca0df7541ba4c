"""Small widgets, colours and table models that know no session."""
