"""20,000 random acts: panes always equal the Document, marks (on screen too) a fresh analysis."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCharFormat
from pytestqt.qtbot import QtBot

from unspin_gui.core.detection.detector import detect
from unspin_gui.core.detection.knowledge import Knowledge, Options
from unspin_gui.core.detection.lessons import Learning
from unspin_gui.core.document.marks import open_suspects
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.panes.corrected_pane import CorrectedPane
from unspin_gui.ui.panes.pane import Pane
from unspin_gui.ui.panes.positions import block_span, cursor_over, shown
from unspin_gui.ui.panes.source_pane import SourcePane
from unspin_gui.ui.session.review_loop import ReviewLoop
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.widgets.theme import Theme

ACTS = 5_000
PARTS = range(4)
EVERY = 500
PHRASES = (
    "husband or wife forces",
    "calendar year ago",
    "rocket hearth",
    "counterfeit consciousness",
)
STARTER = Glossary(
    "news", [Entry(phrase, (f"fix {k}", "other")) for k, phrase in enumerate(PHRASES)]
)
PIECES = (
    "a",
    "B ",
    ". ",
    "\n",
    "é",
    "e\u0301",
    "😀",
    "\u00a0",
    "\u2028",
    "",
    "rocket hearth ",
    "x\n\ny",
)


def article(rng: random.Random) -> str:
    words = [
        "the",
        "of",
        "officials",
        "said",
        "that",
        "coalition",
        "base",
        "😀",
        "“quoted”",
        "moved",
    ]
    lines = []
    for _ in range(24):
        some = [rng.choice(words) for _ in range(14)]
        some.insert(rng.randrange(14), rng.choice(PHRASES))
        lines.append(" ".join(some).capitalize() + ".")
    return "\n".join(lines)


class Bench:
    """A session with two panes, and the acts a person may do with them."""

    def __init__(self, qtbot: QtBot, part: int) -> None:
        self.rng = random.Random(20261123 + part)  # noqa: S311
        self.qtbot = qtbot
        self.session, self.theme = Session(), Theme()
        self.review = ReviewLoop(self.session)
        self.left = SourcePane(self.session, self.theme)
        self.right = CorrectedPane(self.session, self.theme)
        self.reload()
        self.session.open(article(self.rng))
        self.acts: list[tuple[int, Callable[[], object]]] = [
            (30, self.type),
            (8, self.delete),
            (6, self.join),
            (12, self.accept),
            (6, self.accept_identical),
            (6, self.keep),
            (2, self.ignore),
            (2, self.flag_again),
            (4, self.restore),
            (16, self.session.undo),
            (10, self.session.redo),
            (4, self.review.next),
            (3, self.filter),
            (1, self.switch_theme),
            (1, self.reload),
        ]

    def place(self, longest: int) -> Span:
        size = len(self.session.corrected)
        start = self.rng.randrange(size + 1)
        return Span(start, min(size, start + self.rng.randrange(longest + 1)))

    def overwrite(self, place: Span, text: str) -> None:
        before = self.session.corrected
        cursor_over(self.right.document(), place, self.right.side.offsets).insertText(text)
        after = before[: place.start] + text + before[place.end :]
        assert self.session.corrected == after

    def type(self) -> None:
        self.overwrite(self.place(2), self.rng.choice(PIECES))

    def delete(self) -> None:
        self.overwrite(self.place(40), "")

    def join(self) -> None:
        end = self.session.corrected.find("\n", self.place(0).start)
        if end >= 0:
            self.overwrite(Span(end, end + 1), self.rng.choice(("", " ")))

    def accept(self) -> None:
        if self.session.suspects:
            suspect = self.rng.choice(self.session.suspects)
            self.review.accept(suspect, self.rng.choice(("week", "An ally", "", "😀")))

    def accept_identical(self) -> None:
        if self.session.suspects:
            suspect = self.rng.choice(self.session.suspects)
            learning: Learning = self.rng.choice((False, True, "widely"))
            self.review.accept(suspect, "allies", identical=True, remember=learning)

    def keep(self) -> None:
        if self.session.suspects:
            self.session.keep((self.rng.choice(self.session.suspects),))

    def ignore(self) -> None:
        self.session.ignore((self.rng.choice(PHRASES),))

    def flag_again(self) -> None:
        kept = [d for d in self.session.decisions if d.state == "kept"][:2]
        self.session.flag_again([self.rng.choice(PHRASES)], kept)

    def restore(self) -> None:
        if self.session.decisions:
            self.session.restore((self.rng.choice(self.session.decisions),))

    def filter(self) -> None:
        wanted = self.rng.choice(PHRASES)
        self.review.filter = lambda suspect: suspect.phrase.lower() >= wanted

    def switch_theme(self) -> None:
        self.theme.set_choice(self.rng.choice(("light", "dark", "contrast")))

    def reload(self) -> None:
        score = self.rng.choice((0.3, 0.5))
        self.session.know(
            Knowledge((STARTER, Glossary("mine", mine=True)), None, Options(88, score))
        )

    def check_panes(self) -> None:
        for pane, text in ((self.left, self.session.source), (self.right, self.session.corrected)):
            assert pane.held_between(0, len(text) + 9) == shown(text)

    def check_marks(self) -> None:
        session = self.session
        self.qtbot.waitUntil(lambda: not session.analysing, timeout=60_000)
        assert session.knowledge is not None
        fresh = detect(session.source, session.knowledge, decisions=session.decisions)
        assert session.suspects == open_suspects(session.document, fresh)
        for pane in (self.left, self.right):
            pane.highlighter.complete()  # as each paint begins
            assert painted(pane) == self.to_be_painted(pane)

    def to_be_painted(self, pane: Pane) -> dict[Span, QTextCharFormat]:
        """What stands on screen, worked out from the facts and the suspects alone."""
        look, found = self.theme.mark_format, {}
        marks = {s.span: look("suspected", s.kind, s.score) for s in self.session.suspects}
        marks |= {d.span: look(d.state, None, 1.0) for d in self.session.decisions}
        kept = {d.span for d in self.session.decisions if d.state == "kept"}
        for block in pane.visible_blocks():
            here = block_span(block, pane.side.offsets)
            for span, form in marks.items():
                place = pane.side.from_source(span)
                part = Span(max(here.start, place.start), min(here.end, place.end))
                if part.size > 0 and span not in kept:
                    found[part] = form
        return found


def painted(pane: Pane) -> dict[Span, QTextCharFormat]:
    """The formats of the paragraphs on screen."""
    place, found = pane.side.offsets.place, {}
    for block in pane.visible_blocks():
        for part in block.layout().formats():
            start = block.position() + part.start
            found[Span(place(start), place(start + part.length))] = QTextCharFormat(part.format)
    return found


@pytest.mark.parametrize("part", PARTS)
def test_twenty_thousand_acts(qtbot: QtBot, part: int) -> None:
    bench = Bench(qtbot, part)
    weights = [weight for weight, _ in bench.acts]
    chosen = bench.rng.choices([act for _, act in bench.acts], weights, k=ACTS)
    for number, act in enumerate(chosen):
        act()
        bench.check_panes()
        if number % EVERY == 0:
            bench.check_marks()
        if len(bench.session.corrected) > 6000:
            bench.session.restore(bench.session.decisions[:200])
    bench.check_marks()
    while bench.session.history.undo_label:
        bench.session.undo()
        bench.check_panes()
    bench.session.close()
