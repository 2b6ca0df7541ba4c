"""unspin_gui: repair spun text, source and corrected version side by side."""

__version__ = "0.1.0"
