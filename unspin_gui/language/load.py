"""English opened: all that a `NoisyChannelReader` rests on.

All but the weights are decoded once into a cache file that is then mapped; when the cache
is damaged it is made anew, when it cannot be written everything is kept in memory.
"""

import json
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.paths import user_paths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unspin_gui.core.noisy_channel.arrays import Array
    from unspin_gui.core.noisy_channel.channel import Channel
    from unspin_gui.core.noisy_channel.reader import NoisyChannelReader
    from unspin_gui.language.ngrams import NgramModel

_VERSION = "1"
THESAURUS, COMPANY = "thesaurus.bin", "company.bin"


def load_reader(resources: Path, cache: Path | None = None) -> "NoisyChannelReader":
    """The reader, from the folder `resources`; `cache` is the folder for the decoded data.

    By default that is the user's cache folder (the variable UNSPIN_CACHE names another). Where it
    cannot be written all is kept in memory and opening takes about a second.

    Raises:
        LanguageDataError: something is missing or damaged; the message says what.
    """
    from unspin_gui.core.noisy_channel.embeddings import WordVectors  # noqa: PLC0415 - numpy
    from unspin_gui.core.noisy_channel.parameters import parse_parameters  # noqa: PLC0415
    from unspin_gui.core.noisy_channel.reader import NoisyChannelReader  # noqa: PLC0415

    try:
        parameters = parse_parameters(json.loads(_bytes(resources / "language" / "weights.json")))
    except ValueError as error:
        raise LanguageDataError("the detector's weights are damaged") from error
    model, channel, data = load_words(resources, cache, more=(COMPANY,))
    try:
        vectors = WordVectors(data, model, channel.common)
        return NoisyChannelReader(model, channel, vectors, parameters)
    except (KeyError, ValueError, IndexError) as error:
        raise LanguageDataError("the language data are damaged") from error


def load_words(
    resources: Path, cache: Path | None = None, *, more: "Sequence[str]" = ()
) -> "tuple[NgramModel, Channel, dict[str, Array]]":
    """Language model and thesaurus, and their arrays with those of `more` files.

    Raises:
        LanguageDataError: as load_reader.
    """
    from unspin_gui.core.noisy_channel.channel import Channel  # noqa: PLC0415
    from unspin_gui.language.ngrams import NgramModel, model_file  # noqa: PLC0415

    folder = resources / "language"
    packed = [_bytes(folder / name) for name in (THESAURUS, *more)]
    data = _arrays(model_file(), packed, cache or user_paths().cache)
    try:
        model = NgramModel(data)
        return model, Channel(data, model.words, _lines(folder / "unwanted.txt")), data
    except (KeyError, ValueError, IndexError) as error:
        raise LanguageDataError("the language data are damaged") from error


def _arrays(source: Path, packed: "Sequence[bytes]", cache: Path) -> "dict[str, Array]":
    """The arrays of the language model and of packed files: mapped from the cache, or decoded."""
    from unspin_gui.language import arrays, ngrams  # noqa: PLC0415

    check = " ".join(f"{zlib.crc32(data):08x}" for data in packed)
    key = f"{_VERSION} {source.stat().st_size} {_wheel()} {check}"
    path = cache / "language.cache"
    try:
        return arrays.open_mapped(path, key)
    except LanguageDataError:
        pass  # missing, damaged or of another version: made anew below
    try:
        decoded = ngrams.decode(source)
        for data in packed:
            decoded |= arrays.unpack(data)
    except LanguageDataError as error:
        raise LanguageDataError(f"{error}; installing the program again helps") from error
    if arrays.write(path, arrays.dump(decoded, key)):
        return arrays.open_mapped(path, key)
    return decoded


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise LanguageDataError(f"the language data file {path.name} is missing") from error


def _lines(path: Path) -> list[str]:
    """The lines of a list, without remarks."""
    lines = _bytes(path).decode("utf-8", "replace").replace("\r", "").split("\n")
    return [line for line in lines if line and not line.startswith("#")]


def _wheel() -> str:
    from importlib import metadata  # noqa: PLC0415 - slow to import

    try:
        return metadata.version("pocketsphinx")
    except metadata.PackageNotFoundError:
        return "?"
