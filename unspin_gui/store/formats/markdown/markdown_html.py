"""HTML in Markdown: tags within a paragraph, and HTML blocks."""

import re

_BLOCK_TAGS = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details"
    "|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header"
    "|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param"
    "|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul"
)
_VALUE = r"\s*=\s*(?:[^\s\"'=<>`]+|'[^'\n]*'|\"[^\"\n]*\")"
ATTRIBUTES = rf"(?:\s+[A-Za-z_:][\w.:-]*(?:{_VALUE})?)*"
"""The attributes of an HTML tag."""
HTML_BLOCKS = (
    (re.compile(r"<(?:pre|script|style|textarea)(?=[\s>]|$)", re.IGNORECASE),
     re.compile(r"</(?:pre|script|style|textarea)>", re.IGNORECASE), True),
    (re.compile(r"<!--"), re.compile(r"-->"), True),
    (re.compile(r"<\?"), re.compile(r"\?>"), True),
    (re.compile(r"<![A-Za-z]"), re.compile(r">"), True),
    (re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>"), True),
    (re.compile(rf"</?(?:{_BLOCK_TAGS})(?=\s|/?>|$)", re.IGNORECASE), None, False),
    (re.compile(rf"(?:<[A-Za-z][\w-]*{ATTRIBUTES}\s*/?>|</[A-Za-z][\w-]*\s*>)[ \t]*$"),
     None, False),
)  # fmt: skip
"""How an HTML block begins and ends (by default with a blank line), and whether it is not text."""
