"""What the elements of well-known kinds of XML mean for a reader."""

import re
from dataclasses import dataclass

from unspin_gui.store.formats.tags import tags

_NONE = tags()
_MATH = tags(
    "equation informalequation formula disp-formula disp-formula-group tex-math annotation",
    "annotation-xml",
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Elements by how they are treated.

    `hidden` are not shown, `unjudged` shown but not examined (code, names of things, citations),
    `blocks` paragraphs of their own even within text, `inline` never; others are paragraphs unless
    there is text beside them. `notes` are in the middle of a sentence; `breaks` are line breaks,
    `alternatives` elements of whose children only one is shown, with the children hidden there.
    """

    hidden: frozenset[str] = _NONE
    unjudged: frozenset[str] = _NONE
    blocks: frozenset[str] = _NONE
    inline: frozenset[str] = _NONE
    notes: frozenset[str] = _NONE
    breaks: frozenset[str] = _NONE
    verbatim: frozenset[str] = _NONE
    alternatives: frozenset[str] = _NONE


_JATS = Vocabulary(
    hidden=_MATH
    | tags(
        "journal-meta article-id article-categories contrib-group contrib aff aff-alternatives",
        "author-notes pub-date pub-history volume issue fpage lpage elocation-id history",
        "permissions self-uri related-article related-object funding-group counts page-count",
        "custom-meta-group object-id ref-list graphic inline-graphic media processing-meta",
        "book-id isbn publisher collection-meta conference issn string-date product",
        "sig-block alt-text supplement custom-meta book-volume-number",
    ),
    unjudged=tags(
        "code preformat monospace xref ext-link uri email inline-formula label",
        "chem-struct mixed-citation element-citation citation nlm-citation strike",
    ),
    blocks=tags(
        "p title sec list list-item def-list def-item term def disp-quote table-wrap fig fig-group",
        "caption table thead tbody tr td th boxed-text abstract article-title subtitle alt-title",
        "kwd verse-group verse-line attrib statement array supplementary-material speech speaker",
        "preformat code trans-title",
    ),
    inline=tags(
        "italic bold sub sup sc underline monospace xref ext-link named-content styled-content",
        "email uri roman sans-serif strike overline abbrev inline-formula inline-supplementary",
    ),
    notes=tags("fn"),
    breaks=tags("break"),
    verbatim=tags("code preformat"),
)
_TEI = Vocabulary(
    hidden=_MATH
    | tags(
        "teiHeader facsimile sourceDoc standOff listBibl biblStruct biblFull graphic notatedMusic",
        "fw figDesc specGrp schemaSpec binaryObject",
    ),
    unjudged=tags(
        "code eg egXML gi att val ident bibl ref ptr idno formula foreign tag specDesc specList",
        "del",
    ),
    blocks=tags(
        "div div1 div2 div3 div4 p head l lg ab sp speaker stage list item table row cell epigraph",
        "opener closer salute signed dateline byline trailer argument eg egXML titlePart docAuthor",
        "castItem figure",
    ),
    inline=tags(
        "hi emph title name persName placeName orgName date num term mentioned soCalled gloss",
        "seg w c pc s choice sic corr orig reg abbr expan add del unclear supplied foreign ref q",
        "lb pb cb milestone rs said code gi att val ident",
    ),
    notes=tags("note"),
    verbatim=tags("eg egXML"),
    alternatives=tags("sic orig abbr"),
)
_DOCBOOK = Vocabulary(
    hidden=_MATH
    | tags(
        "author authorgroup editor othercredit collab copyright legalnotice date pubdate edition",
        "releaseinfo keywordset subjectset revhistory productname productnumber volumenum issuenum",
        "publisher address isbn issn confgroup printhistory indexterm index toc bibliography",
        "bibliolist bibliomixed biblioentry mediaobject inlinemediaobject imageobject screenshot",
        "graphic inlinegraphic inlineequation titleabbrev refmeta refmiscinfo primary secondary",
        "cmdsynopsis funcsynopsis classsynopsis biblioid pubsnumber othername",
    ),
    unjudged=tags(
        "programlisting screen literallayout synopsis code literal command filename option",
        "varname envar userinput computeroutput systemitem email uri constant function classname",
        "methodname parameter replaceable type symbol prompt keycap keycombo menuchoice guilabel",
        "guimenu guimenuitem guisubmenu guibutton guiicon shortcut application property",
        "returnvalue markup sgmltag tag token errorname errorcode structname interface refname",
        "package link ulink xref citetitle citation citerefentry",
    ),
    blocks=tags(
        "para simpara formalpara title subtitle itemizedlist orderedlist variablelist listitem",
        "varlistentry term table informaltable row entry note warning tip caution important",
        "figure example informalexample blockquote procedure step programlisting screen",
        "literallayout synopsis refpurpose simplelist member qandaset question answer glossentry",
        "glossdef segmentedlist seg calloutlist callout",
    ),
    inline=tags(
        "emphasis phrase literal command filename option varname ulink link xref quote firstterm",
        "acronym abbrev application replaceable userinput code email guilabel citetitle trademark",
        "subscript superscript foreignphrase anchor function systemitem envar glossterm",
    ),
    notes=tags("footnote"),
    verbatim=tags("programlisting screen literallayout synopsis"),
)
ODF = Vocabulary(
    hidden=_MATH
    | tags(
        "meta settings scripts font-face-decls styles automatic-styles master-styles",
        "tracked-changes annotation annotation-end binary-data sequence-decls variable-decls",
        "user-field-decls dde-connection-decls forms note-citation event-listeners desc",
    ),
    blocks=tags("p h list list-item table table-row table-cell text-box frame section"),
    inline=tags("span a bookmark bookmark-start bookmark-end s tab soft-page-break reference-mark"),
    notes=tags("note"),
    breaks=tags("line-break"),
)
_SVG = Vocabulary(
    hidden=tags("style script metadata math"),
    blocks=tags("text title desc p"),
    inline=tags("tspan textPath a"),
)
_FEED = Vocabulary(
    hidden=tags(
        "link guid id pubDate lastBuildDate generator language docs updated published uri email",
        "managingEditor webMaster ttl cloud enclosure image category author creator date copyright",
        "rights comments source skipHours skipDays updatePeriod updateFrequency updateBase post-id",
    ),
    blocks=tags("title description summary content subtitle encoded"),
)
_FICTION = Vocabulary(
    hidden=tags("description binary stylesheet image"),
    unjudged=tags("code strikethrough"),
    blocks=tags("p v stanza title subtitle epigraph cite text-author section poem td th tr"),
    inline=tags("strong emphasis a style sub sup strikethrough"),
)
_TOPIC = Vocabulary(
    hidden=tags("info prolog media image revision credit license related-links style script links"),
    unjudged=tags(
        "code codeblock codeph screen cmd file input output sys app gui guiseq key keyseq cmdname",
        "filepath apiname option parmname varname uicontrol wintitle menucascade userinput xref",
        "systemoutput msgph pre synopsis line-through",
    ),
    blocks=tags("p title item list steps terms tree td th tr li dt dd note example desc codeblock"),
    inline=tags("em link app gui guiseq key keyseq cmd file code input output sys span var b i u"),
    verbatim=tags("code codeblock screen pre"),
)
_ANY = Vocabulary(
    hidden=_MATH | tags("style script metadata binary binData binaryData binaryObject base64"),
    unjudged=tags("code codeblock programlisting screen pre url uri email del strike"),
    blocks=tags("p para title head li item td cell div section chapter list"),
    inline=tags("b i em strong emph emphasis italic bold sub sup hi span a u"),
    notes=tags("footnote"),
    breaks=tags("br"),
    verbatim=tags("programlisting screen pre codeblock"),
)
_ROOTS = {
    "TEI": _TEI, "TEI.2": _TEI, "teiCorpus": _TEI, "FictionBook": _FICTION, "svg": _SVG,
    "rss": _FEED, "RDF": _FEED, "feed": _FEED, "page": _TOPIC, "topic": _TOPIC, "task": _TOPIC,
    "concept": _TOPIC, "reference": _TOPIC, "dita": _TOPIC,
}  # fmt: skip
_SIGNS = (
    (re.compile(r"urn:oasis:names:tc:opendocument"), ODF),
    (re.compile(r"www\.tei-c\.org"), _TEI),
    (re.compile(r"docbook", re.IGNORECASE), _DOCBOOK),
    (re.compile(r"JATS|NLM|archivearticle|journalpublishing|article-type|BITS|<front>"), _JATS),
)
_DOCBOOK_ROOTS = tags(
    "book article chapter appendix preface sect1 sect2 section refentry part set glossary",
)
_OF_OFFICE = "a part of an office document"
_DATA = {
    "stylesheet": "an XSLT program", "transform": "an XSLT program", "schema": "a schema",
    "grammar": "a schema", "plist": "a list of settings", "project": "a build file",
    "xliff": "a list of translations", "tmx": "a list of translations",
    "TS": "a list of translations", "resources": "a list of translations", "gpx": "map data",
    "kml": "map data", "mxfile": "a diagram", "score-partwise": "sheet music",
    "definitions": "a schema", "interface": "a user interface", "ui": "a user interface",
    "Relationships": _OF_OFFICE, "Types": _OF_OFFICE,
}  # fmt: skip
_OFFICE = re.compile(
    r"schemas\.openxmlformats\.org|purl\.oclc\.org/ooxml|schemas\.microsoft\.com/office"
    r"|urn:schemas-microsoft-com:office"
)
"""Namespaces of office programs, in whose XML deleted text, fields and text look alike."""


def data_of(root: str, namespace: str) -> str:
    """Return what a document with this root is if it is not prose; empty if it may be prose."""
    return _OF_OFFICE if _OFFICE.search(namespace) else _DATA.get(root, "")


def vocabulary_of(markup: str, root: str) -> Vocabulary:
    """The vocabulary of a document, by its root and by its markup: namespaces, document type."""
    known = _ROOTS.get(root)
    if known is not None and known is not _TOPIC:
        return known
    for sign, vocabulary in _SIGNS:
        if sign.search(markup):
            return vocabulary
    if root in _DOCBOOK_ROOTS:
        return _DOCBOOK
    return known or _ANY
