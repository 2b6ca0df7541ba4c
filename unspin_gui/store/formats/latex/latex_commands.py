"""What the commands and environments of LaTeX mean for a reader of the text.

Arguments are described by characters: "[" an optional one, "{" one in braces. Commands that are not
listed are taken to contain text if they have an argument in braces, and otherwise shown as written.
"""

import re

from unspin_gui.core.text.messages import Message
from unspin_gui.store.formats.tags import tags

SIGNS = {
    "LaTeX": "LaTeX", "LaTeXe": "LaTeX2e", "TeX": "TeX", "BibTeX": "BibTeX", "XeLaTeX": "XeLaTeX",
    "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—",
    "S": "§", "P": "¶", "copyright": "©", "textcopyright": "©", "pounds": "£", "euro": "€",
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
    "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dag": "†", "ddag": "‡", "textdegree": "°",
    "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“", "textquotedblright": "”",
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_",
    "textless": "<", "textgreater": ">", "textbar": "|", "textregistered": "®",
    "texttrademark": "™", "textbullet": "•", "textdollar": "$", "slash": "/",
}  # fmt: skip
"""Commands that represent characters."""
ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328",
    "r": "\u030a", "d": "\u0323", "b": "\u0331",
}  # fmt: skip
"""Accents, as combining characters."""
BLANKS = tags("quad qquad enspace thinspace space hspace hfill dotfill hrulefill nobreakspace")
"""Commands that separate words."""
DEFINITIONS = {
    **dict.fromkeys(("def", "gdef", "edef", "xdef", "let", "newif", "iffalse"), ""),
    "makeatletter": "\\makeatother",
}
"""Commands that define others, or keep text from being typeset, and what ends that."""
SILENT = tags(
    "bf it rm sf tt sc em sl bfseries itshape rmfamily sffamily ttfamily scshape slshape upshape",
    "mdseries normalfont tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge",
    "centering raggedright raggedleft noindent indent protect xspace relax selectfont leavevmode",
    "ignorespaces unskip null strut allowbreak nobreak sloppy fussy boldmath unboldmath smash",
    "nopagebreak nolinebreak linebreak pagebreak expandafter noexpand nonumber flushleft",
    "begingroup endgroup bgroup egroup frenchspacing nonfrenchspacing ignorespacesafterend",
    "displaystyle textstyle onehalfspacing doublespacing singlespacing makeatother unprotect",
    "DIFaddbegin DIFaddend DIFdelbegin DIFdelend DIFmodbegin DIFmodend",
    "DIFaddbeginFL DIFaddendFL DIFdelbeginFL DIFdelendFL",
)
"""Commands without arguments that leave no trace in the text."""
ENDS = tags(
    "par newpage clearpage cleardoublepage smallskip medskip bigskip vfill vfil hrule hline",
    "toprule midrule bottomrule maketitle tableofcontents listoffigures listoftables appendix",
    "frontmatter mainmatter backmatter printbibliography printindex onecolumn twocolumn filbreak",
    "goodbreak endfirsthead endhead endfoot endlastfoot pause titlepage newline break cr",
    "tabularnewline",
)
"""Commands without arguments at which a paragraph ends."""
HEADS = tags(
    "part chapter section subsection subsubsection paragraph subparagraph title subtitle caption",
    "frametitle framesubtitle captionof minisec addchap addsec keywords abstract subcaption",
    "shorttitle dedication epigraph",
)
"""Commands whose argument is a paragraph of its own."""
INLINE = re.compile(
    r"(?:text[a-z]{2}|text(?:normal|super|sub)script|textnormal|emph|[mhf]box|underline|uline"
    r"|alert|enquote|(?:Make)?[uU]ppercase|(?:Make)?[lL]owercase|hl|textls|textmd|bm|mbox"
    r"|added|highlight|DIFadd(?:FL)?)\Z"
)
"""Commands whose argument is part of the word that it touches."""
NOTES = tags("footnote footnotetext marginpar marginnote sidenote endnote thanks todo")
"""Commands whose argument is in the middle of a sentence, but not part of it."""
_REVISED = {"deleted": "-", "replaced": "+-", "DIFdel": "-", "DIFdelFL": "-"}
_REVISED_BY = {
    "trackchanges": {"remove": "-", "change": "-+"},
    "easyReview": {"remove": "-", "replace": "-+"},
}
"""Commands of the packages changes, latexdiff and others: which arguments are still text ("+")."""
_PACKAGES = re.compile(r"\\usepackage[ \t]*(?:\[[^\]]{0,400}\])?\{([^{}]{1,400})\}")
KEYS = re.compile(
    r"(?:[a-zA-Z]*[cC]ite[a-zA-Z]*|[a-zA-Z]*[rR]ef|[a-zA-Z]*refrange|gls[a-z]*|Gls[a-z]*|ac[lsfp]*"
    r"|Ac[lsfp]*|[aA]cr(?:short|long|full)(?:pl)?|url|path|nolinkurl|email|SI|si|num|qty|unit|ang"
    r"|ce|texttt|code|lstinline|file|cmd|ensuremath|mathrm|sout|xout|st)\Z"
)
"""Commands that are shown literally with their arguments: keys, names, quantities, and struck-out
text.
"""
TWO_KEYS = tags("SI qty")
HIDDEN = {
    **dict.fromkeys(
        ("label", "index", "input", "include", "includeonly", "bibliography", "pagestyle", "date"),
        "{",
    ),
    **dict.fromkeys(
        ("bibliographystyle", "thispagestyle", "pagenumbering", "nocite", "vspace", "hspace"), "{"
    ),
    **dict.fromkeys(BLANKS - {"hspace"}, ""),
    **dict.fromkeys(("author", "affiliation", "address", "institute", "ead", "orcid"), "[{"),
    **dict.fromkeys(("affil", "authorrunning", "titlerunning", "institution", "pacs"), "[{"),
    **dict.fromkeys(("usepackage", "RequirePackage", "documentclass", "usetikzlibrary"), "[{["),
    **dict.fromkeys(("newcommand", "renewcommand", "providecommand"), "{[[{"),
    **dict.fromkeys(("DeclareMathOperator", "newcolumntype", "setlength", "addtolength"), "{{"),
    **dict.fromkeys(("setcounter", "addtocounter", "newtheorem", "theoremstyle"), "{[{["),
    **dict.fromkeys(("newenvironment", "renewenvironment"), "{[[{{"),
    **dict.fromkeys(("hypersetup", "lstset", "sisetup", "graphicspath", "definecolor"), "{{{"),
    **dict.fromkeys(("newlength", "newcounter", "stepcounter", "refstepcounter"), "{"),
    **dict.fromkeys(("color", "fontsize", "phantom", "hphantom", "vphantom", "linespread"), "[{"),
    **dict.fromkeys(("fontfamily", "setstretch", "DOI", "doi", "hyphenation", "glossary"), "{"),
    **dict.fromkeys(("addcontentsline", "rule", "cline", "cmidrule", "bookmarksetup"), "[{{{"),
    **dict.fromkeys(("markboth", "addbibresource", "markright", "selectlanguage"), "[{{"),
    **dict.fromkeys(("href", "textcolor", "colorbox", "foreignlanguage", "hyperref"), "[{"),
    **dict.fromkeys(("parbox", "makebox", "framebox", "raisebox", "resizebox"), "[["),
    **dict.fromkeys(("newglossaryentry", "DeclareAcronym"), "{{"),
    **dict.fromkeys(("newacronym", "newabbreviation"), "[{{{"),
    **dict.fromkeys(("footnotemark", "item", "and", "And"), ""),
    "multicolumn": "{{",
    "multirow": "[{[{",
    "hypertarget": "{",
    "hyperlink": "{",
    "includegraphics": "[[{",
}
"""Commands that are not shown, and their arguments that are not shown either."""
_INDEX = re.compile(r"(?:index[a-z]+|[a-z]+index)\Z")
"""Commands for entries of an index, which documents define in many ways."""
ENVIRONMENTS = {
    **dict.fromkeys(("tabular", "longtable", "array", "wrapfigure", "minipage"), "[{"),
    **dict.fromkeys(("tabular*", "tabularx", "tabulary"), "{[{"),
    **dict.fromkeys(("multicols", "adjustbox", "spacing", "textblock", "column"), "{"),
}
"""Environments with arguments that are not shown."""
TABLES = tags("tabular tabular* tabularx tabulary longtable")
_FORMULAS = tags(
    "equation align gather multline eqnarray displaymath math flalign alignat split dmath",
    "IEEEeqnarray subequations array",
)
_CODE = tags(
    "verbatim Verbatim lstlisting minted alltt comment filecontents algorithm algorithmic",
    "algorithmicx BVerbatim LVerbatim code chunk Sinput Soutput Schunk",
)
_PICTURES = tags("tikzpicture pspicture picture asy forest circuitikz axis pgfpicture feynman")
FORMULAS = Message("formulas")
LEFT_OUT = {
    **dict.fromkeys(_FORMULAS, FORMULAS),
    **dict.fromkeys(_CODE, Message("code")),
    **dict.fromkeys(_PICTURES, Message("pictures")),
    "thebibliography": Message("reference lists"),
}
"""Environments that are not shown, and what they are called."""
KEY_LIKE = re.compile(
    r"[^\s{}]*[:_/=@\d#\\][^\s{}]*|[^{}]*=[^{}]*|[lcrpXmb|@!><*. ]{1,12}|\s*|[htbpH!]{1,5}"
    r"|[\d.,+-]*\s*(?:pt|cm|mm|in|em|ex|bp|pc|sp|px)"
)
"""The content of an argument that is not text."""


def hidden_arguments(name: str) -> str | None:
    """The arguments of a command that, like the command, is not shown; None if it is shown."""
    if name in HIDDEN or not _INDEX.match(name):
        return HIDDEN.get(name)
    return "[{{" if name.endswith(("see", "seealso")) else "[{"


def revisions(source: str) -> dict[str, str]:
    """Return the commands that record authors' changes, with characters for their arguments."""
    found = dict(_REVISED)
    for match in _PACKAGES.finditer(source):
        for package in match[1].split(","):
            found |= _REVISED_BY.get(package.strip(), {})
    return found
