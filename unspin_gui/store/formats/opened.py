"""What an opened document is, whatever its format, and what may be changed in it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from unspin_gui.core.text.spans import Span
from unspin_gui.store.files.text_file import TextFile

BREAK = "\u2028"
"""What a line break within a paragraph is in the shown text."""

Kind = Literal["text", "markdown", "html", "docx", "odt"]


class Edit(NamedTuple):
    """New wording for a span of the shown text; `note` says where the wording comes from."""

    span: Span
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PackageFile:
    """A zipped document as read: writing back copies from these bytes what was not edited."""

    path: Path
    data: bytes = field(repr=False)
    token: str


@dataclass(frozen=True, slots=True)
class Opened:
    r"""A document as opened.

    `text` is what the panes show and what is judged, "\n" between paragraphs; `skip` holds its
    spans that are not judged (code, addresses, markup), in order, apart; `notices` are plain
    sentences about what the document has that is not shown; `file` is what writing back needs,
    its `token` the content token of the bytes on disk; `markup` says what a text is that is not
    prose (empty for prose).
    """

    path: Path
    kind: Kind
    text: str
    skip: tuple[Span, ...]
    notices: tuple[str, ...]
    file: TextFile | PackageFile
    markup: str = ""


class Shown(NamedTuple):
    """What a format's reader finds in a document: as in Opened."""

    text: str
    skip: tuple[Span, ...]
    notices: tuple[str, ...]
