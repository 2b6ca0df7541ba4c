"""The file of the language model that reads a second time: getting it, and removing it."""
