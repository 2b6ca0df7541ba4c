"""OpenDocument texts made for tests."""

from collections.abc import Mapping

from docx_files import zipped

MIME = b"application/vnd.oasis.opendocument.text"
_N = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{short}="{_N}{long}:1.0"'
    for short, long in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("draw", "drawing"), ("svg", "svg-compatible"), ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip
STYLES = (
    '<style:style style:name="B" style:family="text">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
)


def odt(body: str, header: str = "", more: Mapping[str, bytes] | None = None) -> bytes:
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {SPACES} '
        f'office:version="1.3"><office:automatic-styles>{STYLES}</office:automatic-styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    master = (
        '<office:automatic-styles><style:page-layout style:name="PL"><style:header-style/>'
        "</style:page-layout></office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Standard" style:page-layout-name="PL">'
        f"<style:header>{header}</style:header></style:master-page></office:master-styles>"
    )
    styles = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-styles {SPACES} '
        f'office:version="1.3">{master}</office:document-styles>'
    )
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in (
            ("/", MIME.decode()),
            ("content.xml", "text/xml"),
            ("styles.xml", "text/xml"),
            ("Pictures/1.png", "image/png"),
        )
    )
    manifest = f'<manifest:manifest xmlns:manifest="{_N}manifest:1.0">{entries}</manifest:manifest>'
    return zipped(
        {
            "mimetype": MIME,
            "content.xml": content.encode(),
            "Pictures/1.png": bytes(range(256)),
            "styles.xml": styles.encode(),
            "META-INF/manifest.xml": manifest.encode(),
            **(more or {}),
        }
    )


def p(*parts: str, style: str = "") -> str:
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:p{named}>{''.join(parts)}</text:p>"


def bold(text: str) -> str:
    return f'<text:span text:style-name="B">{text}</text:span>'
