"""PDF as it is shown, or one sentence that says why it cannot be read."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.formats.child_process import answer, is_readable
from unspin_gui.store.formats.opened import Shown
from unspin_gui.store.formats.pdf.pdf_child import PASSWORD
from unspin_gui.store.formats.pdf.pdf_lines import PdfRun
from unspin_gui.store.formats.pdf.pdf_text import PdfPage, text_of

_HEAD = 1024
"""The first bytes of a PDF, within which it must say that it is one."""
_READABLE = 0.4
"""The least share of letters and digits in a text whose fonts say what they show."""
_FEW = 3
"""A page with fewer words has hardly any text."""
_MISSING = Message(
    'reading PDF needs the extra "pdf"; run: "{0}" -m pip install pypdfium2', sys.executable
)
_REASONS = {
    PASSWORD: Message(
        "this PDF is password-protected; save a copy without a password, and open that"
    ),
    "damaged": Message("this PDF is damaged or incomplete; get a new copy"),
}
_SCANNED = Message(
    "this PDF consists of pictures of its pages and has no text; run text recognition "
    "(OCR) on it first"
)
_UNREADABLE = Message(
    "the fonts of this PDF do not say which letters they show; run text recognition "
    "(OCR) on it first"
)


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are those of a PDF."""
    return b"%PDF-" in data[:_HEAD]


def shown(path: Path, data: bytes) -> Shown:
    """The text of a PDF, with its pages. Raises StoreError."""
    if not is_pdf(data):
        reason = (
            Message("this is not a PDF, despite its name")
            if data
            else Message("this file is empty")
        )
        raise StoreError(path, reason)
    if not is_readable("pdf"):
        raise StoreError(path, _MISSING)
    pages = _pages(path, answer("pdf", path, data))
    text, skip, places = text_of(pages)
    if len(text.split()) <= _FEW * len(pages) // 2:
        raise StoreError(path, _SCANNED)
    if sum(map(str.isalnum, text)) < _READABLE * len("".join(text.split())):
        raise StoreError(path, _UNREADABLE)
    return Shown(text, skip, _notices(pages), places)


def _pages(path: Path, answered: bytes) -> list[PdfPage]:
    pages = list[PdfPage]()
    for line in answered.decode("utf-8", "replace").split("\n"):
        if not line:
            continue
        page = json.loads(line)
        if "error" in page and page["error"] in _REASONS:
            raise StoreError(path, _REASONS[page["error"]])
        if "error" in page:
            pages.append(PdfPage(0.0, None))
        else:
            runs = tuple(PdfRun(*run) for run in page["runs"])
            pages.append(PdfPage(page["size"][1], runs))
    if not pages:
        raise StoreError(path, _REASONS["damaged"])
    return pages


def _notices(pages: Sequence[PdfPage]) -> tuple[str, ...]:
    """Return notices about pages that are not shown."""
    broken = [n for n, page in enumerate(pages, 1) if page.runs is None]
    empty = [n for n, page in enumerate(pages, 1) if page.runs == ()]
    notices = list[str]()
    if broken:
        notices.append(Message("Damaged and not shown: {0}.", _listed(broken)))
    if empty:
        notices.append(Message("Without text (pictures only, or empty): {0}.", _listed(empty)))
    return tuple(notices)


def _listed(numbers: Sequence[int]) -> Message:
    """Pages as a reader lists them: "page 3", "pages 2-4, 9"."""
    parts, at = list[str](), 0
    while at < len(numbers):
        end = at
        while end + 1 < len(numbers) and numbers[end + 1] == numbers[end] + 1:
            end += 1
        first, last = numbers[at], numbers[end]
        parts.append(str(first) if first == last else f"{first}-{last}")
        at = end + 1
    listed = ", ".join(parts)
    return Message("pages {0}", listed) if len(numbers) > 1 else Message("page {0}", listed)
