"""What the user's glossary and habits teach the context reader."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from unspin_gui.core.glossary.glossary import Glossary

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.reader import NoisyChannelReader


def taught(
    reader: "NoisyChannelReader", glossaries: Iterable[Glossary], kept: Iterable[str] = ()
) -> "NoisyChannelReader":
    """The reader with the user's own fixes as counts in its channel.

    The same substitution is then likelier in other forms and places; phrases of keep entries, and
    those in `kept` that the user left alone more than once, are not told any more.
    """
    entries = [entry for g in glossaries if g.mine for entry in g.entries if entry.enabled]
    pairs = [(entry.phrase, fix) for entry in entries if not entry.keep for fix in entry.fixes]
    silent = [*(entry.phrase for entry in entries if entry.keep), *kept]
    return reader.with_learnt(pairs, silent) if pairs or silent else reader
