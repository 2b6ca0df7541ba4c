"""What Word and OpenDocument share: archive, XML, stories of text."""
