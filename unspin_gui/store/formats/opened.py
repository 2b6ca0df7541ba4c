"""An opened document of any format, and the edits that can be made to it."""

from pathlib import Path
from typing import Literal, NamedTuple, TypeGuard, get_args

from unspin_gui.core.document.places import Place
from unspin_gui.core.document.roles import Role
from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.spans import Span
from unspin_gui.store.files.text_file import TextFile

NOT_TRACKED = "Corrections made without tracking:"
"""The start of the notice that says where changes are not tracked."""
HIDDEN = Message("hidden passages")
"""What a document contains but its own program does not show; it is neither shown nor examined
here.
"""
DELETIONS = Message("tracked deletions")
"""Tracked deletions, which are treated likewise."""
BREAK = "\u2028"
"""How a line break within a paragraph appears in the displayed text."""

PlainKind = Literal["text", "markdown"]
"""Shown literally, including the markup characters."""
SourceKind = Literal["html", "xml", "latex", "subtitles"]
"""Text files with markup, shown as the text that they represent."""
PackageKind = Literal["docx", "odt", "epub"]
"""Zipped documents."""
OnlyReadKind = Literal["pdf", "rtf"]
"""Read but never written: their text is saved in another format."""
Kind = Literal[PlainKind, SourceKind, PackageKind, OnlyReadKind]
_PLAIN, _SOURCES, _PACKAGES, _ONLY_READ = (
    frozenset(get_args(kinds)) for kinds in (PlainKind, SourceKind, PackageKind, OnlyReadKind)
)


def is_shown_as_written(kind: str) -> bool:
    """Whether the panes show the content of the file literally."""
    return kind in _PLAIN


def is_source(kind: Kind) -> TypeGuard[SourceKind]:
    """Whether this is a text file with markup, shown as the text that it represents."""
    return kind in _SOURCES


def is_package(kind: Kind) -> TypeGuard[PackageKind]:
    """Whether this is a zipped document."""
    return kind in _PACKAGES


def is_read_only(kind: Kind) -> TypeGuard[OnlyReadKind]:
    """Whether documents of this kind are read but never written."""
    return kind in _ONLY_READ


class Edit(NamedTuple):
    """New wording for a span of the displayed text; `note` says where the wording comes from."""

    span: Span
    text: str
    note: str = ""


class MisfitError(StoreError):
    """Edits that the format cannot hold: `spans` are their places, empty if that is not known."""

    def __init__(self, path: object, reason: str, spans: tuple[Span, ...]) -> None:
        super().__init__(path, reason)
        self.spans = spans


class PackageFile(NamedTuple):
    """A document of another program as read: zipped, or of a format that is only read.

    Writing a zipped one back copies everything unedited from these bytes.
    """

    path: Path
    data: bytes
    token: str


class Opened(NamedTuple):
    r"""A document as opened.

    `text` is what the panes show and what is examined, with "\n" between paragraphs; `skip` lists
    its spans that are not examined (code, addresses, markup), ordered and disjoint; `notices` are
    plain sentences about content that is not shown; `file` is what writing back needs, its `token`
    the content token of the bytes on disk; `markup` says what kind of non-prose a text is (empty
    for prose); `places` are its pages, cues or chapters, ordered, `roles` what its paragraphs are.
    """

    path: Path
    kind: Kind
    text: str
    skip: tuple[Span, ...]
    notices: tuple[str, ...]
    file: TextFile | PackageFile
    markup: str = ""
    places: tuple[Place, ...] = ()
    roles: tuple[Role, ...] = ()

    @property
    def source(self) -> Path | None:
        """The file it was read from; None for a text that was never in one."""
        return self.path if self.path.name else None


class Shown(NamedTuple):
    """What a format's reader finds in a document; fields as in Opened."""

    text: str
    skip: tuple[Span, ...]
    notices: tuple[str, ...]
    places: tuple[Place, ...] = ()
    roles: tuple[Role, ...] = ()
