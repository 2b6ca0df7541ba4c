"""English as data: turns files or packages into values that core uses."""

from unspin_gui.core.text.indefinite_article import take_sounds_from
from unspin_gui.language.first_sounds import first_sounds
from unspin_gui.language.load import load_reader

__all__ = ["load_reader"]

take_sounds_from(first_sounds)
