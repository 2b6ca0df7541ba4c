"""Colours, drawing and small widgets that all parts of the window share."""
