"""The list of files to work through, and what is done in all of them."""
