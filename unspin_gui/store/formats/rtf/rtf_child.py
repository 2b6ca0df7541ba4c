"""Reads rich text with striprtf, as a program of its own: it imports nothing of ours.

The regular expressions of striprtf may take very long on a hostile text, so it must be possible to
kill it. It reads the file from standard input and writes its text in UTF-8.
"""

import re
import sys
from typing import Any

_FIELD = re.compile(r"(?=\{\\field\b)")


def text_of(data: bytes) -> str:
    """The text of a file, with line ends between paragraphs."""
    from striprtf import striprtf  # noqa: PLC0415 - the parent says where it is

    convert: Any = striprtf.rtf_to_text  # striprtf has no types

    source = data.decode("latin-1")
    # Only the text of links is shown; if this word stayed, striprtf would add their addresses.
    source = _FIELD.sub("\n", source.replace("HYPERLINK", "LINK"))
    text: str = convert(source, errors="replace")
    # characters beyond 16 bits are written as two surrogates
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def main() -> int:
    """Read the rich text on standard input."""
    text = text_of(sys.stdin.buffer.read())
    sys.stdout.buffer.write(text.encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.path += sys.argv[1:]
    sys.exit(main())
