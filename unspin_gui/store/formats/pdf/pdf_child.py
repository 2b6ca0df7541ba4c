"""Reads the characters of a PDF with PDFium, as a program of its own: it imports nothing of ours.

PDFium is written in C++ and is fed untrusted files; whatever a damaged one does to it ends this
process, not the window. `pdf_process` starts it.

It reads the file from standard input and writes a JSON line for each page: `{"size": [width,
height], "runs": [[text, x0, x1, y, size, flags], ...]}` in the order of the page's content; or
`{"error": WHY}` for a page or, at the start, for the file. Lengths are in points (1/72 inch); y is
the distance of the baseline from the upper edge of the page as displayed. A run lies on one
baseline and spans no gap wider than a space may be; `flags` are those below.
"""

import ctypes
import json
import math
import sys
from typing import Any

FIXED, TURNED, BROKEN, ENDS = 1, 2, 4, 8
"""Set in a typewriter face; not horizontal; ends with a hyphen at the end of its line, which the
text does not contain; ends its line."""
PASSWORD = "password"  # noqa: S105 - the name of an error
MOST_SIGNS = 30_000_000
"""The most characters that are read."""
_WIDE = 1.15
"""Ems from one origin to the next that no single character takes."""
_GAP = 0.8
"""Ems of a gap that may separate columns."""
_SHIFT = 0.12
"""Ems by which a baseline is moved for raised or lowered characters."""
_HYPHENS = {2, 0xAD, 0xFFFE}
_TYPEWRITERS = (
    b"mono",
    b"courier",
    b"cmtt",
    b"consol",
    b"txtt",
    b"typewriter",
    b"sftt",
    b"inconsol",
)
_MEMORY, _SECONDS = 3 << 30, 60
"""Bytes, and seconds of computing, that are enough for some thousand pages."""
_WRONG_PASSWORD, _SECURITY = 4, 5

_Pdfium = Any
"""The functions of PDFium, whose types ctypes does not know."""


class _Page:
    """One page: where things are on it, as displayed."""

    def __init__(self, pdf: _Pdfium, page: object) -> None:
        self._pdf, self._page = pdf, page
        self.text = pdf.FPDFText_LoadPage(page)
        self._turn = pdf.FPDFPage_GetRotation(page)
        box = [ctypes.c_float() for _ in range(4)]
        sides = [ctypes.byref(side) for side in box]
        if not (pdf.FPDFPage_GetCropBox(page, *sides) or pdf.FPDFPage_GetMediaBox(page, *sides)):
            box = [ctypes.c_float(side) for side in (0, 0, *self.size)]
        self._left, self._bottom, self._right, self._top = (side.value for side in box)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._at = (ctypes.byref(self._x), ctypes.byref(self._y))
        self._box = pdf.FS_RECTF()
        self._name = ctypes.create_string_buffer(200)
        self._style = ctypes.c_int()

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        return self._pdf.FPDF_GetPageWidthF(self._page), self._pdf.FPDF_GetPageHeightF(self._page)

    def close(self) -> None:
        """Free what PDFium keeps of it."""
        self._pdf.FPDFText_ClosePage(self.text)
        self._pdf.FPDF_ClosePage(self._page)

    def origin(self, at: int) -> tuple[float, float]:
        """Return where a character is on its baseline."""
        self._pdf.FPDFText_GetCharOrigin(self.text, at, *self._at)
        return self._shown(self._x.value, self._y.value)

    def right(self, at: int) -> float:
        """The right edge of a character."""
        return self._corners(at)[2]

    def tall(self, at: int) -> float:
        """The height of a character's line, whatever the character; about the size of the type."""
        _left, upper, _right, lower = self._corners(at)
        return max(lower - upper, 0.1)

    def is_turned(self, at: int) -> bool:
        """Whether a character is not upright on the page as displayed."""
        angle = self._pdf.FPDFText_GetCharAngle(self.text, at)
        return angle >= 0 and math.cos(angle - self._turn * math.pi / 2) < 0.99

    def is_fixed(self, at: int) -> bool:
        """Whether a character is set in a typewriter face."""
        name, style = self._name, ctypes.byref(self._style)
        size = self._pdf.FPDFText_GetFontInfo(self.text, at, name, len(name), style)
        words = name.value.lower() if 0 < size <= len(name) else b""
        return any(part in words for part in _TYPEWRITERS)

    def _corners(self, at: int) -> tuple[float, float, float, float]:
        box = self._box
        self._pdf.FPDFText_GetLooseCharBox(self.text, at, ctypes.byref(box))
        one, other = self._shown(box.left, box.top), self._shown(box.right, box.bottom)
        (left, right), (upper, lower) = (sorted(pair) for pair in zip(one, other))  # noqa: B905
        return left, upper, right, lower

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        """A point as seen on the page, which may be displayed turned by quarters."""
        if self._turn == 1:
            return y - self._bottom, x - self._left
        if self._turn == 2:
            return self._right - x, y - self._bottom
        if self._turn == 3:
            return self._top - y, self._right - x
        return x - self._left, self._top - y


class _Runs:
    """Collects the runs of one page."""

    def __init__(self, page: _Page) -> None:
        self._page = page
        self.found: list[list[Any]] = []
        self._signs: list[str] = []
        self._first = self._last = -1
        self._start = self._end = (0.0, 0.0)
        self._em = 1.0
        self._turned = False

    def add(self, at: int, code: int) -> None:
        """Take the next character."""
        if code in (10, 13):
            self.cut(ENDS)
        elif code in _HYPHENS:
            self.cut(ENDS | BROKEN)
        elif code in (9, 32, 0xA0):
            if self._signs:
                self._signs.append(" ")
        elif code >= 32:
            self._place(at)
            self._signs.append(chr(code) if code <= 0x10FFFF else "\ufffd")

    def _place(self, at: int) -> None:
        here = self._page.origin(at)
        if self._signs and self._is_apart(here):
            self.cut()
        if not self._signs:
            self._first, self._start = at, here
            self._em = self._page.tall(at)
            self._turned = self._page.is_turned(at)
        self._last, self._end = at, here

    def _is_apart(self, here: tuple[float, float]) -> bool:
        step, drop, em = here[0] - self._end[0], abs(here[1] - self._start[1]), self._em
        if self._turned:
            return math.hypot(step, here[1] - self._end[1]) > 5 * em
        if drop > _SHIFT * em:
            return True
        if step < -2 * em:
            return True
        return step > _WIDE * em and here[0] - self._page.right(self._last) > _GAP * em

    def cut(self, flags: int = 0) -> None:
        """End the run."""
        if not self._signs:
            if flags and self.found:
                self.found[-1][5] |= flags
            return
        page, (x, y) = self._page, self._start
        if self._turned:
            flags |= TURNED
        step = max(1, (self._last - self._first) // 4)
        samples = range(self._first, self._last + 1, step)
        if sum(map(page.is_fixed, samples)) > len(samples) / 2:
            flags |= FIXED
        tall = sorted(em for em in map(page.tall, samples) if em > 0.2) or [self._em]
        em = tall[len(tall) // 2]  # some are generated by PDFium and have no height
        place = [round(value, 2) for value in (x, max(page.right(self._last), x), y, em)]
        self.found.append(["".join(self._signs), *place, flags])
        self._signs = []


def _read(pdf: _Pdfium, document: object, number: int) -> dict[str, Any]:
    handle = pdf.FPDF_LoadPage(document, number)
    if not handle:
        return {"error": "unreadable"}
    page = _Page(pdf, handle)
    runs = _Runs(page)
    for at in range(pdf.FPDFText_CountChars(page.text)):
        runs.add(at, pdf.FPDFText_GetUnicode(page.text, at))
    runs.cut()
    size = page.size
    page.close()
    return {"size": size, "runs": runs.found}


def _limit() -> None:
    """Limit the memory and time of this process, even if nobody is waiting for it any more."""
    try:
        import resource  # noqa: PLC0415 - only Unix has it
    except ImportError:
        return
    limits = ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CPU, _SECONDS))
    for kind, most in (*limits, (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):
            continue  # a lower limit is in force


def main() -> int:
    """Read the PDF on standard input."""
    _limit()
    import pypdfium2_raw as pdf  # noqa: PLC0415 - an extra; the parent has looked for it

    data = sys.stdin.buffer.read()
    pdf.FPDF_InitLibrary()
    document = pdf.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        code = pdf.FPDF_GetLastError()
        error = PASSWORD if code in (_WRONG_PASSWORD, _SECURITY) else "damaged"
        print(json.dumps({"error": error}))
        return 0
    signs = 0
    for number in range(pdf.FPDF_GetPageCount(document)):
        page = _read(pdf, document, number)
        signs += sum(len(run[0]) for run in page.get("runs", ()))
        if signs > MOST_SIGNS:
            break
        print(json.dumps(page), flush=True)
    return 0


if __name__ == "__main__":
    sys.path += sys.argv[1:]
    sys.exit(main())
