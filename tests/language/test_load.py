"""Opening the language data: the cache, and what is said when something is missing."""

import json
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.text.spans import Span
from unspin_gui.language import arrays, load_reader

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Array

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(RESOURCES / "language", tmp_path / "resources" / "language")
    return tmp_path / "resources"


def fixes(resources: Path, cache: Path) -> list[float]:
    reader = load_reader(resources, cache)
    return reader.score_fixes("They came under rocket hearth.", Span(24, 30), ["fire", "stove"])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache as it is made, which no test changes."""
    folder = tmp_path_factory.mktemp("made")
    load_reader(RESOURCES)
    shutil.copy(Path(os.environ["UNSPIN_CACHE"]) / "language.cache", folder)
    load_reader(RESOURCES, folder)  # which another checkout, with other data, may have made
    return folder / "language.cache"


def test_a_damaged_cache_is_made_anew(made: Path, tmp_path: Path) -> None:
    first = fixes(RESOURCES, made.parent)
    path = Path(shutil.copy(made, tmp_path))
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 400_000] = bytes(400_000)
    path.write_bytes(data[:-77])
    assert fixes(RESOURCES, tmp_path) == first
    assert path.stat().st_size == len(data)


def test_of_several_programs_one_builds_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unpacked = list[int]()

    def note(data: bytes) -> "dict[str, Array]":
        unpacked.append(len(data))
        return unpack(data)

    unpack = arrays.unpack
    monkeypatch.setattr(arrays, "unpack", note)
    with ThreadPoolExecutor(2) as programs:
        first, second = programs.map(lambda _: fixes(RESOURCES, tmp_path), range(2))
    assert first == second
    assert len(unpacked) == len(set(unpacked)) > 1


def test_a_cache_folder_that_cannot_be_written_is_no_matter(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    assert fixes(RESOURCES, blocked / "cache")[0] > 0


@pytest.mark.parametrize(
    "name",
    [
        *("ngrams.bin", "thesaurus.bin", "company.bin", "weights.json", "unwanted.txt"),
        "spellings.txt",
    ],
)
def test_a_missing_file_is_named(made: Path, copied: Path, tmp_path: Path, name: str) -> None:
    """Even where what was in it is in the cache."""
    shutil.copy(made, tmp_path)
    (copied / "language" / name).unlink()
    with pytest.raises(LanguageDataError, match=name):
        load_reader(copied, tmp_path)


def test_a_damaged_list_of_spellings_is_told(copied: Path, tmp_path: Path) -> None:
    (copied / "language" / "spellings.txt").write_text("colour color\nthree words here\n")
    with pytest.raises(LanguageDataError, match="damaged"):
        load_reader(copied, tmp_path)


@pytest.mark.parametrize("name", ["ngrams.bin", "thesaurus.bin", "company.bin"])
def test_a_damaged_file_is_told(copied: Path, tmp_path: Path, name: str) -> None:
    path = copied / "language" / name
    path.write_bytes(path.read_bytes()[:-1000] + bytes(1000))
    with pytest.raises(LanguageDataError, match="damaged"):
        load_reader(copied, tmp_path)


@pytest.mark.parametrize("text", ["", "{}", "[1]", "nonsense"])
def test_damaged_weights_are_told(copied: Path, tmp_path: Path, text: str) -> None:
    (copied / "language" / "weights.json").write_text(text)
    with pytest.raises(LanguageDataError, match="damaged"):
        load_reader(copied, tmp_path)


def test_weights_of_another_shape_are_told(copied: Path, tmp_path: Path) -> None:
    path = copied / "language" / "weights.json"
    data = json.loads(path.read_text())
    data["candidate"]["weight"].pop()
    path.write_text(json.dumps(data))
    with pytest.raises(LanguageDataError, match="damaged"):
        load_reader(copied, tmp_path)


def test_a_model_whose_parts_do_not_fit_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the files held that, whose packing takes seconds."""

    def shortened(data: bytes) -> "dict[str, Array]":
        return {
            name: array[:, :-1] if name == "lm.two_count" else array
            for name, array in unpack(data).items()
        }

    unpack = arrays.unpack
    monkeypatch.setattr(arrays, "unpack", shortened)
    with pytest.raises(LanguageDataError, match="damaged"):
        load_reader(RESOURCES, tmp_path)


def test_new_data_are_not_answered_from_the_old_cache(
    made: Path, copied: Path, tmp_path: Path
) -> None:
    shutil.copy2(made, tmp_path)
    assert fixes(copied, tmp_path)[0] > fixes(copied, tmp_path)[1]
    before = (tmp_path / "language.cache").stat()
    assert fixes(copied, tmp_path)
    assert (tmp_path / "language.cache").stat().st_mtime_ns == before.st_mtime_ns
    path = copied / "language" / "company.bin"
    data = arrays.unpack(path.read_bytes())
    path.write_bytes(arrays.pack(data | {"co.vectors": data["co.vectors"][:, ::-1]}, "x", preset=0))
    fixes(copied, tmp_path)
    assert (tmp_path / "language.cache").stat().st_mtime_ns != before.st_mtime_ns
