"""English as data: files or packages turned into values that core uses."""

from unspin_gui.language.load import load_reader

__all__ = ["load_reader"]
