"""Adapts the noisy-channel reader to the user's glossary and habits."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from unspin_gui.core.glossary.glossary import Glossary

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.reader import NoisyChannelReader


def taught(
    reader: "NoisyChannelReader", glossaries: Iterable[Glossary], kept: Iterable[str] = ()
) -> "NoisyChannelReader":
    """Return the reader with the user's own fixes counted in its channel.

    That makes the same substitution likelier in other forms and places. Phrases of keep entries,
    and those in `kept` that the user has left alone more than once, are no longer flagged. Ordinary
    words learnt in their context are left out: they are no evidence elsewhere.
    """
    entries = [entry for g in glossaries if g.mine for entry in g.entries if entry.enabled]
    firm = [entry for entry in entries if not (entry.keep or entry.prefer)]
    pairs = [(entry.phrase, fix) for entry in firm for fix in entry.fixes]
    silent = [*(entry.phrase for entry in entries if entry.keep), *kept]
    return reader.with_learnt(pairs, silent) if pairs or silent else reader
