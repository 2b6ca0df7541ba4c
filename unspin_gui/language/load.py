"""Loads English: everything that a `NoisyChannelReader` needs.

All but the weights are unpacked once into a cache file, which is then memory-mapped; a damaged
cache is rebuilt, and if none can be written everything is kept in memory.
"""

import hashlib
import json
import zlib
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.text.messages import Message
from unspin_gui.paths import user_paths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unspin_gui.core.noisy_channel.arrays import Array
    from unspin_gui.core.noisy_channel.channel import Channel
    from unspin_gui.core.noisy_channel.reader import NoisyChannelReader
    from unspin_gui.core.noisy_channel.sketch.documents import Sketch
    from unspin_gui.core.text.spellings import Spellings
    from unspin_gui.language.ngrams import NgramModel

_VERSION = "5"
_PATIENCE = 60.0
"""Seconds to wait for another program that is building the cache."""
_PACKED = NGRAMS, THESAURUS, COMPANY = "ngrams.bin", "thesaurus.bin", "company.bin"


def load_reader(resources: Path, cache: Path | None = None) -> "NoisyChannelReader":
    """Load the reader from the folder `resources`; `cache` is the folder for decoded data.

    The default is the user's cache folder (the environment variable UNSPIN_CACHE names another). If
    it cannot be written, everything is kept in memory and loading takes about a second.

    Raises:
        LanguageDataError: something is missing or damaged; the message says what.
    """
    from unspin_gui.core.noisy_channel.calibration import parse_calibration  # noqa: PLC0415 - numpy
    from unspin_gui.core.noisy_channel.embeddings import WordVectors  # noqa: PLC0415 - numpy
    from unspin_gui.core.noisy_channel.parameters import parse_parameters  # noqa: PLC0415
    from unspin_gui.core.noisy_channel.reader import NoisyChannelReader  # noqa: PLC0415

    try:
        parameters = parse_parameters(json.loads(_bytes(resources / "language" / "weights.json")))
        data = json.loads(_bytes(resources / "language" / "calibration.json"))
        calibration = parse_calibration(data)
    except (KeyError, TypeError, ValueError) as error:
        raise LanguageDataError(Message("the detector's weights are damaged")) from error
    spellings = load_spellings(resources)
    model, channel, data = load_words(resources, cache, more=(COMPANY,), spellings=spellings)
    try:
        vectors = WordVectors(data, model, channel.common)
        return NoisyChannelReader(
            *(model, channel, vectors, parameters),
            calibration=calibration,
            spellings=spellings,
        )
    except (KeyError, ValueError, IndexError) as error:
        raise LanguageDataError(Message("the language data is damaged")) from error


def fingerprint(resources: Path) -> str:
    """Return a digest of the weights and data to which calibration and sketch were fitted.

    Raises:
        LanguageDataError: a file is missing.
    """
    folder = resources / "language"
    whole = hashlib.sha256(_bytes(folder / "weights.json") + _bytes(folder / "unwanted.txt"))
    whole.update(" ".join(_checksum(folder / name) for name in _PACKED).encode())
    return whole.hexdigest()[:16]


def is_calibrated(resources: Path) -> bool:
    """Whether the probabilities of documents were fitted to the installed detector.

    Raises:
        LanguageDataError: a file is missing or damaged.
    """
    try:
        made_for = json.loads(_bytes(resources / "language" / "calibration.json"))["made for"]
    except (KeyError, TypeError, ValueError) as error:
        raise LanguageDataError(Message("the detector's weights are damaged")) from error
    return bool(made_for == fingerprint(resources))


def load_sketch(resources: Path, reader: "NoisyChannelReader") -> "Sketch":
    """Load the sketch of documents, which shares the reader's vocabulary.

    Raises:
        LanguageDataError: as in `load_reader`.
    """
    from unspin_gui.core.noisy_channel.sketch.documents import parse_sketch  # noqa: PLC0415 - numpy

    try:
        data = json.loads(_bytes(resources / "language" / "sketch.json"))
        return parse_sketch(data, reader)
    except (KeyError, TypeError, ValueError) as error:
        raise LanguageDataError(Message("the weights of the sketch are damaged")) from error


def load_model(resources: Path) -> "NgramModel":
    """Load the language model alone, without a cache (about a second).

    Raises:
        LanguageDataError: as in `load_reader`.
    """
    from unspin_gui.language import arrays  # noqa: PLC0415
    from unspin_gui.language.ngrams import NgramModel  # noqa: PLC0415

    return NgramModel(_expanded(arrays.unpack(_bytes(resources / "language" / NGRAMS))))


def load_words(
    resources: Path,
    cache: Path | None = None,
    *,
    more: "Sequence[str]" = (),
    spellings: "Spellings | None" = None,
) -> "tuple[NgramModel, Channel, dict[str, Array]]":
    """Load the language model and the thesaurus; return their arrays with those of `more` files.

    Raises:
        LanguageDataError: as in `load_reader`.
    """
    from unspin_gui.core.noisy_channel.channel import Channel  # noqa: PLC0415
    from unspin_gui.language.ngrams import NgramModel  # noqa: PLC0415

    folder = resources / "language"
    data = _arrays(folder, (NGRAMS, THESAURUS, *more), cache or user_paths().cache)
    spellings = spellings or load_spellings(resources)
    try:
        model = NgramModel(data, spellings)
        twins = spellings.twins(model.words)
        return model, Channel(data, model.words, _lines(folder / "unwanted.txt"), twins), data
    except (KeyError, ValueError, IndexError) as error:
        raise LanguageDataError(Message("the language data is damaged")) from error


def load_spellings(resources: Path) -> "Spellings":
    """Load the British and American spellings of words.

    Raises:
        LanguageDataError: as in `load_reader`.
    """
    from unspin_gui.core.text.spellings import Spellings  # noqa: PLC0415

    lines = _lines(resources / "language" / "spellings.txt")
    try:
        return Spellings(dict(line.split() for line in lines))
    except ValueError as error:
        raise LanguageDataError(Message("the language data is damaged")) from error


def _arrays(folder: Path, names: "Sequence[str]", cache: Path) -> "dict[str, Array]":
    """Return the arrays of packed files, memory-mapped from the cache or else unpacked."""
    from unspin_gui.language import arrays  # noqa: PLC0415

    key = " ".join([_VERSION, *(_checksum(folder / name) for name in names)])
    path = cache / "language.cache"
    with suppress(LanguageDataError):  # missing, damaged or of another version
        return arrays.open_mapped(path, key)
    with _alone(path):
        with suppress(LanguageDataError):  # unless another program has rebuilt it in the meantime
            return arrays.open_mapped(path, key)
        decoded = _unpacked(folder, names)
        if arrays.write(path, arrays.dump(decoded, key)):
            return arrays.open_mapped(path, key)
    return decoded


@contextmanager
def _alone(path: Path) -> "Iterator[None]":
    """Keep other programs from building the same cache, which takes 550 MB each.

    Where locks are not supported, or after a while, the block runs regardless.
    """
    from filelock import FileLock  # noqa: PLC0415 - once after installing

    lock = FileLock(path.with_suffix(".lock"))
    with suppress(OSError):  # a timeout is an OSError, too
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=_PATIENCE)
    try:
        yield
    finally:
        lock.release()


def _unpacked(folder: Path, names: "Sequence[str]") -> "dict[str, Array]":
    from unspin_gui.language import arrays  # noqa: PLC0415

    decoded: dict[str, Array] = {}
    try:
        for name in names:
            decoded |= arrays.unpack(_bytes(folder / name))
        return _expanded(decoded)
    except LanguageDataError as error:
        raise LanguageDataError(Message("{0}; reinstall the program", error)) from error


def _expanded(coded: "dict[str, Array]") -> "dict[str, Array]":
    """Convert the arrays to the form that `NgramModel` and `WordVectors` take."""
    from unspin_gui.core.noisy_channel import embeddings  # noqa: PLC0415 - once after installing
    from unspin_gui.language import (  # noqa: PLC0415 - same
        ngram_coding,
        ngram_tables,
        thesaurus_coding,
        word_numbers,
    )

    lists = [coded[name] for name in ("lm.names", "ex.names") if name in coded]
    ready = ngram_tables.hashed(ngram_coding.expand(coded)) | word_numbers.numbered(lists)
    if "co.vectors" in coded:
        ready |= embeddings.unpacked(coded)
    kept = {name: array for name, array in coded.items() if name.startswith(("th.", "fm."))}
    if kept:
        kept = thesaurus_coding.expand(kept)
    return {**kept, **ready, **{name: coded[name] for name in ("ex.zipf",) if name in coded}}


def _checksum(path: Path) -> str:
    """Return the end of a packed file, which contains its checksum."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - 64))
            return f"{zlib.crc32(file.read()):08x}"
    except OSError as error:
        raise LanguageDataError(
            Message("the language data file {0} is missing", path.name)
        ) from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise LanguageDataError(
            Message("the language data file {0} is missing", path.name)
        ) from error


def _lines(path: Path) -> list[str]:
    """Return the lines of a list, without comments."""
    lines = _bytes(path).decode("utf-8", "replace").replace("\r", "").split("\n")
    return [line for line in lines if line and not line.startswith("#")]
