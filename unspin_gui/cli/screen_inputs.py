"""The files that `screen` reads."""

import argparse
import os
import sys
from collections.abc import Iterator
from typing import BinaryIO

from unspin_gui.application.screening.corpus import READ_OF_FOLDERS
from unspin_gui.application.screening.plan import Folder, Names
from unspin_gui.cli import inputs
from unspin_gui.core.errors import StoreError
from unspin_gui.store.files import atomic
from unspin_gui.store.files.failures import store_error
from unspin_gui.store.files.streamed import write_chunks

_CHUNK = 1 << 20
_OTHER = (
    "it contains a screening of another standard input; add --restart to discard it, or "
    "name another --out"
)


def names_of(flags: argparse.Namespace, folder: Folder) -> Names:
    """A function that lists the files; raises StoreError if something named is not there.

    The results are left out where they lie in an input. Standard input is kept in the results'
    folder, so that workers and later runs can read it; another one never takes its place unasked.
    """
    for name in flags.inputs:
        if not (name == "-" or os.path.lexists(name) or any(sign in name for sign in "*?[")):
            raise StoreError(name, "there is no such file or folder")
    stdin = _kept_stdin(folder, restart=flags.restart) if "-" in flags.inputs else None

    def names() -> Iterator[str]:
        seen = set[str]()
        for name in flags.inputs:
            found = [stdin] if name == "-" and stdin else _files(name, flags)
            for each in found:
                known = len(flags.inputs) > 1 and each in seen
                if each == stdin or not (known or folder.is_result(each)):
                    if len(flags.inputs) > 1:
                        seen.add(each)
                    yield each

    return names


def _files(name: str, flags: argparse.Namespace) -> Iterator[str]:
    yield from inputs.expanded(name, flags.include, flags.exclude, more=READ_OF_FOLDERS)


def _kept_stdin(folder: Folder, *, restart: bool) -> str:
    if sys.stdin is None:
        raise StoreError("-", "standard input is closed, so there is nothing to read")
    stream = sys.stdin.buffer
    first = _read(stream)
    ending = ".jsonl" if first.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else ".txt"
    path = folder.stdin_file.with_suffix(ending)
    fresh = path.with_name("incoming" + ending)
    write_chunks(fresh, _chunks(first, stream))
    try:
        is_other = not restart and any(
            atomic.token_on_disk(kept) != atomic.token_on_disk(fresh)
            for kept in atomic.files_in(path.parent, "stdin.*")
        )
        if is_other:
            fresh.unlink()
            raise StoreError(folder.path, _OTHER)
        fresh.replace(path)
    except OSError as error:
        raise store_error(path, "keep standard input", error) from error
    return str(path)


def _chunks(first: bytes, stream: BinaryIO) -> Iterator[bytes]:
    while first:
        yield first
        first = _read(stream)


def _read(stream: BinaryIO) -> bytes:
    try:
        return stream.read(_CHUNK)
    except OSError as error:
        raise store_error("-", "read standard input", error) from error
