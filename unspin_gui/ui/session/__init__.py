"""The owner of document and knowledge, and what runs beside it."""
