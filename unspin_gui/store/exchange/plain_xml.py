"""Reads XML without entities or external references; its elements know their lines."""

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from xml.etree import ElementTree as ET
from xml.parsers import expat

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LARGEST = 32_000_000
"""Documents larger than this many bytes are refused."""

_LINE = ":line"  # no attribute of a document can have such a name


def parse(path: Path, data: bytes) -> "Element":
    """Parse a document; entities, external references and oversized files are refused.

    A document type that defines nothing is accepted (term bases have one) and never fetched.
    """
    if len(data) > LARGEST:
        raise StoreError(path, Message("the file is larger than {0} MB", LARGEST // 10**6))
    builder = ET.TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        named = {_clark(key): value for key, value in attributes.items()}
        builder.start(_clark(name), {**named, _LINE: str(parser.CurrentLineNumber)})

    def refuse(*_told: object) -> NoReturn:
        raise StoreError(path, Message("the file defines or uses entities, which are not read"))

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: builder.end(_clark(name))
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = parser.SkippedEntityHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes it by place
    except expat.ExpatError as error:
        raise StoreError(
            path, Message("this is not valid XML ({0})", error), line=error.lineno
        ) from error
    except (ValueError, LookupError) as error:
        raise StoreError(path, Message("this is not valid XML ({0})", error)) from error
    return builder.close()


def document(root: "Element") -> bytes:
    """Serialise a document with its XML declaration, in UTF-8."""
    body: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def line_of(element: "Element") -> int:
    """The line, from 1, on which an element of a parsed document starts."""
    return int(element.get(_LINE, "0"))


def local_name(element: "Element") -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def text_of(element: "Element") -> str:
    """All text inside an element, stripped of surrounding white space."""
    return "".join(element.itertext()).strip()


def _clark(name: str) -> str:
    """A name in ElementTree's notation, with its namespace in braces."""
    return f"{{{name}" if "}" in name else name
