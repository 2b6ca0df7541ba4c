"""The file of the language model for the second reading: downloading and removing it."""
