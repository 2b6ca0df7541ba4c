"""The owner of document and knowledge, and what runs in the background for it."""
