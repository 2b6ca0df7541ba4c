"""Counts how many acts a review takes: an article is reviewed with real key events.

usage: python tools/bench/acts.py [ARTICLE [ANNOTATIONS.tsv ...]] [--json]

Without an article the sample is reviewed. ANNOTATIONS have a header and the columns start, end,
spun, originals (joined by "|"). Whoever reviews wants the first suggestion that makes an annotated
place an original, and ignores what has no annotation. If no suggestion does, the annotation of the
first file is typed; the other files are matters of taste. Without annotations, places with a score
of 90 % are accepted and nothing else. What the popup offers after several ignored places in a row
is accepted.

`popup`: everything by the popup alone. `accept all`: the table first as it is ticked, then what
the window offers to ignore at once, then the popup. `third`, `ignore`: from one open popup to the
next by the third suggestion, and by ignoring the place. A chord is one act, and so is a wording
that is typed; `keys` counts each of its letters.
"""

import argparse
import csv
import itertools
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from unspin_gui.app import open_window
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.paths import resources
from unspin_gui.ui.batch.batch_dialog import BatchDialog

Key = Qt.Key
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
_CERTAIN = 0.9
_ENOUGH = 2_000
Originals = dict[Span, tuple[str, ...]]


def originals_in(paths: Iterable[Path]) -> Originals:
    """Return the original wordings of the annotated places."""
    found: Originals = {}
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                span = Span(int(row["start"]), int(row["end"]))
                found[span] = tuple(row["originals"].split("|"))
    return found


class Reviewer:
    """A person at the keyboard of a window on an article, who knows its original."""

    def __init__(
        self, article: Path, originals: Originals, needed: Iterable[Span], home: Path
    ) -> None:
        self.acts: Counter[str] = Counter()
        self._originals = originals
        # A copy, since decisions on an article are recalled when it is opened again.
        copy = home / article.name
        copy.write_bytes(article.read_bytes())
        self.window = open_window([copy], home=home)
        self.session, self.review = self.window.session, self.window.parts.services.review
        self.popup = self.window.parts.popup_control.popup
        self.settle()
        suspects = self.session.suspects
        self.wanted = {s.span: self._wanted(s) for s in suspects}
        self.needed = {s.span for s in suspects if any(s.span.overlaps(n) for n in needed)}

    def settle(self) -> None:
        """Wait until everything has been read and reported."""
        QApplication.processEvents()
        while self.window.property("analysing"):
            QTest.qWait(5)
        if QApplication.activeWindow() is None:
            # Without a desktop nothing else returns the keyboard when a dialog closes.
            self.window.activateWindow()
            QApplication.processEvents()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key, which counts as one act, wherever the focus is."""
        self.acts["acts"] += 1
        QTest.keyClick(self._focus(), key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type a wording: one act, of as many keys as letters."""
        self.acts["acts"] += 1
        self.acts["letters"] += len(text) - 1
        QTest.keyClicks(self._focus(), text)

    def _focus(self) -> QWidget:
        popup = self.popup
        if popup.isVisible():
            return popup.focusWidget() or popup
        dialog = self.window.findChild(BatchDialog)
        if dialog is not None and dialog.isVisible():
            return dialog.table
        return QApplication.focusWidget() or self.window

    # ---- judging ------------------------------------------------------------------------

    def _wanted(self, suspect: Suspect) -> tuple[str, ...]:
        """Return the wordings that would be right for a suspect; none if it is fine as it is."""
        if not self._originals:
            best = self.session.suggestions(suspect, 1)
            return tuple(s.text for s in best if suspect.score >= _CERTAIN)
        span, source = suspect.span, self.session.source
        inside = sorted(s for s in self._originals if s.overlaps(span))
        parts: list[tuple[str, ...]] = []
        at = span.start
        for place in inside:
            parts += [(source[at : place.start],), self._originals[place]]
            at = place.end
        if not inside or inside[0].start < span.start or at > span.end:
            return self._whole(suspect, inside)
        parts.append((source[at : span.end],))
        return tuple("".join(choice) for choice in itertools.product(*parts))

    def _whole(self, suspect: Suspect, inside: list[Span]) -> tuple[str, ...]:
        """Return, for a place inside a longer original, the suggestions that are part of it."""
        originals = [o.casefold() for place in inside for o in self._originals[place]]
        some = [s.text for s in self.session.suggestions(suspect, 20)]
        return tuple(t for t in some if any(t.casefold() in o for o in originals))

    def right(self) -> tuple[int, int]:
        """Count the places that needed a change and are now right, and those that needed one."""
        wanted = {span: texts for span, texts in self.wanted.items() if texts}
        corrected = self.session.corrected
        place = self.session.document.to_corrected
        done = sum(
            any(t.casefold() in corrected[slice(*place(span))].casefold() for t in texts)
            for span, texts in wanted.items()
        )
        return done, len(wanted)

    @property
    def current(self) -> Suspect:
        """The suspect that the popup shows; raises RuntimeError if it is closed."""
        suspect = self.popup.body.suspect
        if suspect is None or not self.popup.isVisible():
            raise RuntimeError("the popup is not open")
        return suspect

    # ---- reviewing ----------------------------------------------------------------------

    def settle_one(self) -> None:
        """Decide the place that the popup shows."""
        suspect = self.current
        if self.review.offer is not None:
            self.press(Key.Key_0)
            return
        wanted = {text.casefold() for text in self.wanted.get(suspect.span, ())}
        same = self.session.identical(suspect)
        alike = all(self.wanted.get(s.span, ()) == self.wanted.get(suspect.span) for s in same)
        is_group = len(same) > 1 and alike
        if not wanted:
            self.press(Key.Key_D if is_group else Key.Key_I)
            return
        number = next((k for k, t in enumerate(self.shown()) if t.casefold() in wanted), None)
        if number is None and wanted & {s.text.casefold() for s in self.popup.body.found[:9]}:
            self.press(Key.Key_Right)
            number = next(k for k, t in enumerate(self.shown()) if t.casefold() in wanted)
        if number is None and suspect.span in self.needed:
            self.write(self.wanted[suspect.span][0])
        elif number is None:
            self.press(Key.Key_I)
        elif is_group and not number:
            self.press(Key.Key_Return, SHIFT)
        else:
            self.press(Key(Key.Key_1 + number))

    def shown(self) -> list[str]:
        """The suggestions in the popup."""
        return [self.popup.list.item(k).text() for k in range(self.popup.list.count())]

    def write(self, text: str) -> None:
        """Type a wording of one's own, after Tab if its first letter is a command."""
        if text[0] in "idn0123456789":
            self.press(Key.Key_Tab)
        self.type(text)
        completions = self.popup.own.completer.popup()
        if completions is not None:
            completions.hide()
        self.press(Key.Key_Return)

    def by_popup(self) -> None:
        """Go from one open place to the next until none is left."""
        while self.session.suspects and self.acts["acts"] < _ENOUGH:
            self.press(Key.Key_Period, CTRL)
            while self.popup.isVisible() and self.acts["acts"] < _ENOUGH:
                self.settle_one()

    def by_table(self) -> None:
        """Accept what is ticked in the table, ignore what is weak, and review the rest."""
        self.press(Key.Key_A, CTRL | SHIFT)
        self.press(Key.Key_Return)
        self.press(Key.Key_Delete, CTRL | SHIFT)
        self.by_popup()

    def result(self) -> dict[str, int]:
        """Return the acts it took, and what became of the places."""
        right, wanted = self.right()
        left = len(self.session.suspects)
        acts, keys = self.acts["acts"], self.acts.total()
        return {"acts": acts, "keys": keys, "left": left, "right": right, "wanted": wanted}

    def close(self) -> None:
        """Close the window without a question."""
        self.window.parts.files.give_up()
        self.window.close()


def to_the_next(reviewer: Reviewer, key: Qt.Key) -> dict[str, int]:
    """The acts from a popup with three suggestions to the next open popup."""
    if not reviewer.popup.isVisible():
        reviewer.press(Key.Key_Period, CTRL)
    while reviewer.popup.list.count() < 3:
        reviewer.press(Key.Key_F8)
    before, reviewer.acts["acts"] = reviewer.current, 0
    reviewer.press(key)
    if reviewer.current is before:
        raise RuntimeError("the popup stayed where it was")
    return {"acts": reviewer.acts["acts"]}


WAYS = {
    "popup": Reviewer.by_popup,
    "accept all": Reviewer.by_table,
}


def measured(article: Path, annotations: Sequence[Path]) -> dict[str, dict[str, int]]:
    """Return what each way takes, each in a window and a home of its own."""
    originals, needed = originals_in(annotations), originals_in(annotations[:1])
    found: dict[str, dict[str, int]] = {}
    for name, way in WAYS.items():
        with tempfile.TemporaryDirectory() as home:
            reviewer = Reviewer(article, originals, needed, Path(home))
            places = len(reviewer.session.suspects)
            way(reviewer)
            found[name] = {"places": places, **reviewer.result()}
            reviewer.close()
    with tempfile.TemporaryDirectory() as home:
        reviewer = Reviewer(article, originals, needed, Path(home))
        for name, key in (("third", Key.Key_3), ("ignore", Key.Key_I)):
            found[name] = to_the_next(reviewer, key)
        reviewer.close()
    return found


def main() -> None:
    """Review the article in each way and print what that took."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=shape)
    sample = resources() / "samples" / "sample.txt"
    parser.add_argument("article", type=Path, nargs="?", default=sample)
    parser.add_argument("annotations", type=Path, nargs="*")
    parser.add_argument("--json", action="store_true")
    flags = parser.parse_args()
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    found = measured(flags.article, flags.annotations)
    if flags.json:
        print(json.dumps(found))
        return
    for name, figures in found.items():
        print(f"{name}:", ", ".join(f"{figure} {value}" for figure, value in figures.items()))


if __name__ == "__main__":
    main()
