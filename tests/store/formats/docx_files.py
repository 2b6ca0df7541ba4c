"""Word files made for tests."""

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PR = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{_R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def part(kind: str, content: str) -> bytes:
    return f"{_HEAD}<w:{kind} {_SPACES}>{content}</w:{kind}>".encode()


def docx(body: str, more: Mapping[str, str] | None = None) -> bytes:
    """A Word file with this body and other parts, by kind ("footnotes", "header")."""
    parts = {f"word/{kind}.xml": part(_root(kind), xml) for kind, xml in (more or {}).items()}
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{_R}/{kind}" Target="{kind}.xml"/>'
        for n, kind in enumerate(more or {}, 1)
    )
    types = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{_MAIN}.{kind}+xml"/>'
        for kind in ["document.main", *(more or {})]
    ).replace("/word/document.main.xml", "/word/document.xml")
    members = {
        "[Content_Types].xml": (
            f'{_HEAD}<Types xmlns="{_PR.replace("relationships", "content-types")}">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
            '.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="png" ContentType="image/png"/>{types}</Types>'
        ).encode(),
        "_rels/.rels": (
            f'{_HEAD}<Relationships xmlns="{_PR}"><Relationship Id="rId1" '
            f'Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>'
        ).encode(),
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": (
            f'{_HEAD}<Relationships xmlns="{_PR}">{relations}</Relationships>'
        ).encode(),
        **parts,
        "word/media/image1.png": bytes(range(256)) * 9,
    }
    return zipped(members)


def zipped(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            how = (
                zipfile.ZIP_STORED if name.endswith((".png", "mimetype")) else zipfile.ZIP_DEFLATED
            )
            info = zipfile.ZipInfo(name, (2024, 5, 6, 7, 8, 10))
            info.compress_type = how
            info.comment = b"kept" if name.endswith(".png") else b""
            archive.writestr(info, data)
        archive.comment = b"a comment"
    return out.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def r(text: str, formatting: str = "") -> str:
    shown = f"<w:rPr>{formatting}</w:rPr>" if formatting else ""
    return f'<w:r>{shown}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _root(kind: str) -> str:
    return {"header": "hdr", "footer": "ftr"}.get(kind.rstrip("0123456789"), kind)
