"""Shared by Word and OpenDocument files: archive, XML, stories of text."""
