"""An analysed session with small glossaries, and a review that notes what it is asked."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.document.document import Decision
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.session.ignored_in_row import WeakRest
from unspin_gui.ui.session.session import Session

TEXT = (
    "Researchers built a counterfeit consciousness for AT&T, and it took 7 days. "
    "The counterfeit consciousness worked.\n\n"
    "Counterfeit consciousness is here to stay. Husband or wife forces agreed."
)
SCIENCE = Glossary(
    "science",
    [
        Entry(
            "counterfeit consciousness",
            ("artificial intelligence", "AI", "machine mind", "R&D <b>mind</b>", "robot", "android",
             "automaton"),
            note="a tortured phrase",
        ),
        Entry("husband or wife forces", ("partner forces",)),
    ],
)  # fmt: skip
MINE = Glossary("my glossary", [Entry("7 days", ("week",))], mine=True)


def open_session(qtbot: QtBot, text: str = TEXT, glossaries: Sequence[Glossary] = ()) -> Session:
    """A session whose analysis is done."""
    session = Session()
    session.know(Knowledge(tuple(glossaries) or (SCIENCE, MINE)))
    session.open(text)
    settle(qtbot, session)
    return session


def settle(qtbot: QtBot, session: Session) -> None:
    """Wait until nothing is analysed any more."""
    session.analyse()
    qtbot.waitUntil(lambda: not session.analysing, timeout=60_000)


class NotingReview(QObject):
    """Does what a review does to the session, and notes how it was asked."""

    told = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.filter: Callable[[Suspect], bool] = lambda _suspect: True
        self.remember = True
        self.by_keys = False
        self.offer = None
        self.calls: list[tuple[object, ...]] = []

    def tell_act(self, label: str) -> None:
        self.told.emit(label)

    @property
    def suspects(self) -> list[Suspect]:
        return [s for s in self.session.suspects if self.filter(s)]

    def end(self) -> None:
        self.by_keys = False

    def next(self, *, by_keys: bool = False) -> None:
        self.calls.append(("next", by_keys))

    def previous(self, *, by_keys: bool = False) -> None:
        self.calls.append(("previous", by_keys))

    def reveal(self, span: Span) -> None:
        self.calls.append(("reveal", span))
        self.session.make_current(span)

    def show_popup(self, span: Span, *, by_keys: bool = False) -> None:  # noqa: ARG002
        self.calls.append(("show_popup", span))

    def accept(
        self, suspect: Suspect, text: str, *, remember: bool | None = None,
        identical: bool = False, advance: bool = False,
    ) -> None:  # fmt: skip
        self.calls.append(("accept", suspect.phrase, text, remember, identical, advance))
        if self.by_keys:
            self.calls.append(("by keys",))
        some = self.session.identical(suspect) if identical else (suspect,)
        self.session.decide([self.session.fix(s, text, remember=bool(remember)) for s in some])

    def keep(self, suspects: Sequence[Suspect]) -> None:
        self.calls.append(("keep", [s.phrase for s in suspects]))
        self.session.keep(suspects)

    def keep_rest(self, rest: WeakRest) -> None:
        self.calls.append(("keep_rest", rest.percent, len(rest.suspects)))

    def ignore(self, phrases: Iterable[str]) -> None:
        self.calls.append(("ignore", *phrases))

    def never(self, phrase: str) -> None:
        self.calls.append(("never", phrase))

    def restore(self, decisions: Sequence[Decision]) -> None:
        self.calls.append(("restore", tuple(d.text for d in decisions)))
        self.session.restore(decisions)

    def edit_entry(self, phrase: str) -> None:
        self.calls.append(("edit_entry", phrase))
