"""Which reader and writer serves a kind of document; each is imported on first use."""

from typing import TYPE_CHECKING

from unspin_gui.store.formats.opened import PackageKind, SourceKind

if TYPE_CHECKING:
    from unspin_gui.store.formats.mapped.source_format import SourceReader
    from unspin_gui.store.formats.office.package import Package


def package_reader(kind: PackageKind) -> "Package":
    """The reader and writer of a kind of zipped document."""
    match kind:
        case "docx":
            from unspin_gui.store.formats.docx.docx_file import DOCX  # noqa: PLC0415

            return DOCX
        case "odt":
            from unspin_gui.store.formats.odt.odt_file import ODT  # noqa: PLC0415

            return ODT
        case "epub":
            from unspin_gui.store.formats.epub.epub_file import EPUB  # noqa: PLC0415

            return EPUB


def source_reader(kind: SourceKind) -> "SourceReader":
    """Return the reader and writer of a kind of text file with markup."""
    match kind:
        case "html":
            from unspin_gui.store.formats.html.html_page import HTML  # noqa: PLC0415

            return HTML
        case "xml":
            from unspin_gui.store.formats.xml.xml_page import XML  # noqa: PLC0415

            return XML
        case "latex":
            from unspin_gui.store.formats.latex.latex_page import LATEX  # noqa: PLC0415

            return LATEX
        case "subtitles":
            from unspin_gui.store.formats.subtitles.subtitle_text import SUBTITLES  # noqa: PLC0415

            return SUBTITLES
