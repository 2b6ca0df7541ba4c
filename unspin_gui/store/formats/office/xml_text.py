"""Text as bytes of XML."""

import re

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def escaped(path: object, text: str) -> bytes:
    """Escape text for XML; raises StoreError for characters that XML cannot hold."""
    if match := _ILLEGAL.search(text):
        reason = Message(
            "this format cannot hold the character U+{0:04X}; remove it", ord(match[0])
        )
        raise StoreError(path, reason)
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return plain.replace("\r", "&#13;").encode("utf-8")


def quoted(path: object, text: str) -> bytes:
    """Escape text for an attribute in double quotes."""
    return escaped(path, text).replace(b'"', b"&quot;").replace(b"\n", b"&#10;")
