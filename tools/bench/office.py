"""Lets LibreOffice use what this program writes, and compares: tracked changes, autocorrect lists.

usage: python tools/bench/office.py FILE...   (.docx, .odt, and glossaries: .yaml; needs soffice)

A glossary's first thousand pairs are exported as autocorrect list and applied to a text that has
every phrase, within a sentence and (but for those that count in their own letter case only) at the
start of one; `told` are the pairs of which the export says that LibreOffice does not apply them,
`left` the sentences of the others that came out otherwise than with the first fix.

A document gets tracked changes with comments: every third word of five letters or more in other
letters. What LibreOffice makes of them must read like the corrected file once all are accepted, and
like the source once all are rejected, but for the changes that are made plainly (`untracked`);
other people's changes are accepted or rejected the same way on both sides. LibreOffice recomputes
fields when it rejects a change, so all are recomputed on both sides; `lost` are the lines in which
it then says of the untouched document that what a field refers to is not there. With old settings
of the view it hangs over any comment in a hidden window; then there are no `comments`.

Prints one object a line, and last the number of documents, of changes, of those made plainly and of
documents that differ, for each of the features of which LibreOffice settles changes in its own way.
The status is 1 where a document differs.
"""

import difflib
import html
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.text.spans import Span
from unspin_gui.store import exchange, formats
from unspin_gui.store.formats import Edit, Opened
from unspin_gui.store.formats.docx.docx_package import open_package
from unspin_gui.store.formats.docx.docx_sections import inherited
from unspin_gui.store.glossary import glossary_file

_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">{}</library:library>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Sub Carry(source As String, act As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  text = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  frame = text.CurrentController.Frame
  dispatcher.executeDispatch(frame, act, "", 0, Array())
  dispatcher.executeDispatch(frame, ".uno:UpdateFields", "", 0, Array())
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "writer8"
  text.storeToURL(target, kind())
  text.close(True)
End Sub
</script:module>
"""


_FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:default-style style:family="paragraph">
<style:text-properties fo:language="en" fo:country="US"/></style:default-style></office:styles>
<office:body><office:text><text:p>{}</text:p></office:text></office:body></office:document>
"""
_KINDS = {
    "fields": b"w:fldChar",
    "simple fields": b"w:fldSimple",
    "content controls": b"<w:sdt>",
    "drop caps": b"w:dropCap",
    "headers": b"w:headerReference",
    "footers": b"w:footerReference",
    "references": b"text:bookmark-ref",
}
"""Features of a document that LibreOffice may treat differently, counted separately."""
_NOT_FOUND = "Error: Reference source not found"
_MOST_PAIRS = 1000
_TRIES = 3
"""LibreOffice sometimes aborts while it starts or ends, whatever the file."""
_LONGEST = 90
"""Seconds after which it hangs."""
_QUIETLY: dict[str, int] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
_BETWEEN = " § "


class Office:
    """LibreOffice with a profile of its own, in which a macro makes it act on a file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        self._run("--terminate_after_init")
        basic = folder / "profile" / "user" / "basic" / "Standard"
        basic.mkdir(parents=True, exist_ok=True)
        element = '<library:element library:name="Module1"/>'
        (basic / "script.xlb").write_text(_LIBRARY.format(element), encoding="utf-8")
        (basic / "dialog.xlb").write_text(_LIBRARY.format(""), encoding="utf-8")
        (basic / "Module1.xba").write_text(_MODULE, encoding="utf-8")

    def settled(self, path: Path, act: str) -> list[str]:
        """The paragraphs of a file once all its changes are accepted or rejected."""
        return self._after(path, f"{act}AllTrackedChanges").split("\n")

    def corrected(self, path: Path, words: Sequence[Entry]) -> str:
        """The text of a file once the words are replaced by their first fixes."""
        folder = self._folder / "profile" / "user" / "autocorr"
        folder.mkdir(parents=True, exist_ok=True)
        exchange.write(folder / "acor_en-US.dat", words, "autocorrect", overwrite=True)
        return self._after(path, "AutoFormatApply")

    def _after(self, path: Path, act: str) -> str:
        """The text of a file after a LibreOffice command."""
        target = self._folder / f"{act}-{path.name}.odt"
        wanted = (path.as_uri(), f".uno:{act}", target.as_uri())
        arguments = ",".join(f'"{one}"' for one in wanted)
        self._run("--norestore", f"macro:///Standard.Module1.Carry({arguments})")
        return formats.read(target).text

    def _run(self, *arguments: str) -> None:
        command = ["soffice", self._profile, "--headless", *arguments]
        for _ in range(_TRIES):
            with subprocess.Popen(command, start_new_session=True, **_QUIETLY) as running:
                try:
                    running.wait(_LONGEST)
                except subprocess.TimeoutExpired:
                    os.killpg(running.pid, signal.SIGKILL)  # it starts a process of its own
                    raise
            if not running.returncode:
                return
        raise OfficeError(f"LibreOffice ended with {running.returncode}: {' '.join(arguments)}")


class OfficeError(Exception):
    """LibreOffice aborted at every attempt."""


def edits_of(opened: Opened) -> list[Edit]:
    """Return edits that put every third longer word in capitals, each with a note."""
    skipped = {place for span in opened.skip for place in range(*span)}
    words = list(re.finditer(r"\b[A-Za-z]{5,}\b", opened.text))
    free = [word for word in words if skipped.isdisjoint(range(*word.span()))]
    return [Edit(Span(*word.span()), word[0].swapcase(), "a note") for word in free[::3]]


def not_tracked(path: Path, opened: Opened, edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits that are made untracked although changes should be tracked."""

    def found(some: Sequence[Edit]) -> bool:
        made = formats.write(path, opened, some, tracked=True)
        return any(notice.startswith(formats.NOT_TRACKED) for notice in made.notices)

    return [edit for edit in edits if found([edit])] if found(edits) else []


def differences(seen: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """The lines in which two texts differ, without empty ones: LibreOffice adds some to tables."""
    lines = difflib.unified_diff(list(filter(None, wanted)), list(filter(None, seen)), n=0)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def _bodies(path: Path) -> bytes:
    """The XML of a document's text, headers and footers."""
    wanted = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml|content\.xml|styles\.xml")
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if wanted.fullmatch(name)]
        return b"".join(archive.read(name) for name in names)


def features(path: Path) -> list[str]:
    """Return the features of a document in which LibreOffice treats changes in its own way."""
    body = _bodies(path)
    found = [name for name, mark in _KINDS.items() if mark in body]
    if path.suffix == ".docx" and inherited(open_package(path, path.read_bytes())):
        found.append("shared headers")
    return found


def compared(office: Office, path: Path, folder: Path) -> dict[str, Any]:
    """Compare what LibreOffice makes of the tracked changes in one file."""
    opened = formats.read(path)
    edits = edits_of(opened)
    tracked, plain = folder / f"tracked-{path.name}", folder / f"plain-{path.name}"
    source = folder / f"source-{path.name}"
    untracked = not_tracked(tracked, opened, edits)
    formats.write(source, opened, untracked)
    formats.write(plain, opened, edits)
    with_comments = True
    formats.write(tracked, opened, edits, tracked=True, comments=True)
    try:
        seen = [office.settled(tracked, act) for act in ("Accept", "Reject")]
    except subprocess.TimeoutExpired:
        with_comments = False
        formats.write(tracked, opened, edits, tracked=True)
        seen = [office.settled(tracked, act) for act in ("Accept", "Reject")]
    wanted = [office.settled(plain, "Accept"), office.settled(source, "Reject")]
    return {
        "file": path.name,
        "has": features(path),
        "changes": len(edits),
        "untracked": len(untracked),
        "comments": with_comments,
        "lost": [line for line in wanted[1] if _NOT_FOUND in line],
        "accepted": differences(seen[0], wanted[0]),
        "rejected": differences(seen[1], wanted[1]),
    }


def replaced(office: Office, path: Path, folder: Path) -> dict[str, Any]:
    """Compare what LibreOffice makes of a glossary that was exported to it."""
    entries = [entry for entry in glossary_file.read(path).glossary.entries if entry.fixes]
    pairs = entries[:_MOST_PAIRS]
    text = folder / f"{path.stem}.fodt"
    body = _BETWEEN.join(one for entry in pairs for one in _sentences(entry.phrase, entry))
    text.write_text(_FLAT.format(html.escape(body)), encoding="utf-8")
    seen = office.corrected(text, entries).rstrip("\n").split(_BETWEEN)
    wanted = [(entry, one) for entry in pairs for one in _sentences(entry.fixes[0], entry)]
    announced = {loss.entry for loss in exchange.losses(entries, "autocorrect") if _never(loss)}
    left = [
        one
        for one, (entry, other) in zip(seen, wanted, strict=True)
        if one != other and entry not in announced
    ]
    missed = sum(entry in announced for entry in pairs)
    return {"file": path.name, "pairs": len(pairs), "told": missed, "left": left}


def _never(loss: exchange.Loss) -> bool:
    return any(what.startswith("LibreOffice") for what in loss.what)


def _sentences(text: str, entry: Entry) -> list[str]:
    start = [] if entry.case == "exact" else [f"{text[0].upper()}{text[1:]} came."]
    return [f"It was {text} again.", *start]


def main() -> int:
    """Compare each file."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    with tempfile.TemporaryDirectory() as name:
        office = Office(Path(name))
        for argument in sys.argv[1:]:
            path = Path(argument).resolve()
            act = replaced if path.suffix == ".yaml" else compared
            result = act(office, path, Path(name))
            print(json.dumps(result, ensure_ascii=False), flush=True)
            if act is compared:
                _count(counts, result)
    print(json.dumps(counts))
    return int(counts["all"]["differ"] > 0)


def _count(counts: dict[str, Counter[str]], told: dict[str, Any]) -> None:
    """Add a document to the numbers of its features."""
    for name in ("all", *(told["has"] or ["none of them"])):
        counts[name]["documents"] += 1
        counts[name]["differ"] += bool(told["accepted"] or told["rejected"])
        for what in ("changes", "untracked"):
            counts[name][what] += told[what]


if __name__ == "__main__":
    sys.exit(main())
