"""English as data: turns files or packages into values that core uses."""

from pathlib import Path
from typing import TYPE_CHECKING

from unspin_gui.core.text.indefinite_article import take_sounds_from
from unspin_gui.language.first_sounds import first_sounds

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.reader import NoisyChannelReader

__all__ = ["load_reader"]

take_sounds_from(first_sounds)


def load_reader(resources: Path, cache: Path | None = None) -> "NoisyChannelReader":
    """`load.load_reader`, imported with the first call: glossary phrases alone do without it."""
    from unspin_gui.language import load  # noqa: PLC0415

    return load.load_reader(resources, cache)
