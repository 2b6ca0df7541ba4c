"""PDF: pages of placed characters, read as the text that a person would read off them."""
