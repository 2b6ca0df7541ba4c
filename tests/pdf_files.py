"""Small PDFs for tests, written by hand: text at places, in the fonts that every reader has."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 612, 792
_FONTS = {"F1": "Helvetica", "F2": "Courier"}
# 0x80 is the ligature fi
_ENCODING = "<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [128 /fi /fl] >>"


class At(NamedTuple):
    """A line of text at a place: y is counted from the lower edge, as PDF does."""

    x: float
    y: float
    text: str
    size: float = 10
    font: str = "F1"


def column(
    x: float, top: float, lines: Iterable[str], *, size: float = 10, indent: bool = False
) -> list[At]:
    """Lines below each other, the first of them perhaps indented."""
    return [
        At(x + 12 * (indent and number == 0), top - 1.2 * size * number, line, size)
        for number, line in enumerate(lines)
    ]


def pdf(*pages: Sequence[At], trailer: str = "", more: Sequence[str] = ()) -> bytes:
    """A PDF with these pages; `more` are further objects, `trailer` is added to its trailer."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    fonts = " ".join(
        f"/{name} << /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding {_ENCODING} >>"
        for name, font in _FONTS.items()
    )
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        f"<< /Font << {fonts} >> >>".encode(),
    ]
    for number, page in enumerate(pages):
        content = _content(page)
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources 3 0 R "
            f"/Contents {5 + 2 * number} 0 R >>".encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        ]
    return _file([*objects, *(one.encode() for one in more)], trailer)


def _content(page: Sequence[At]) -> bytes:
    return b"\n".join(
        b"BT /%s %g Tf %g %g Td (%s) Tj ET"
        % (at.font.encode(), at.size, at.x, at.y, _escaped(at.text))
        for at in page
    )


def _escaped(text: str) -> bytes:
    data = text.replace("ﬁ", "\x80").replace("ﬂ", "\x81").encode("latin-1")
    return data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), list[int]()
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    entries = f"/Size {len(objects) + 1} /Root 1 0 R {trailer}"
    end = f"trailer\n<< {entries} >>\nstartxref\n{start}\n%%EOF\n"
    return bytes(out) + end.encode()


def protected() -> bytes:
    """A PDF that opens only with a password, which nobody knows."""
    codes = "".join(f"{number:02x}" for number in range(32))
    encrypt = f"<< /Filter /Standard /V 1 /R 2 /O <{codes}> /U <{codes}> /P -4 >>"
    page = [At(72, 700, "bosom peril")]
    return pdf(page, more=[encrypt], trailer=f"/Encrypt 6 0 R /ID [<{codes}> <{codes}>]")
