"""The session's knowledge: glossaries and language data, loaded and saved off the GUI thread."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from unspin_gui.application import layers
from unspin_gui.core.detection.knowledge import ALL_SOURCES, Knowledge, Options
from unspin_gui.core.document.change import Change
from unspin_gui.core.errors import StoreError, UnspinError
from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.core.text.messages import Message
from unspin_gui.paths import UserPaths
from unspin_gui.settings import Settings
from unspin_gui.store.files import atomic
from unspin_gui.ui.base.counting import number
from unspin_gui.ui.base.gui_collector import set_aside
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.base.watch import Watch, pass_over
from unspin_gui.ui.session.session import Session

if TYPE_CHECKING:
    from unspin_gui.application.knowledge_loading import (
        Broken,
        LoadedGlossaries,
        ReadOnlyGlossary,
    )
    from unspin_gui.core.noisy_channel.reader import NoisyChannelReader
    from unspin_gui.store.glossary.glossary_file import GlossaryFile


class Library(QObject):
    """Loads glossaries first, then the language data, and passes both to the session.

    Signals:
        changed(): loading has ended, or the state of the glossary's file has changed.
        failed(UnspinError): something failed; everything else continues without it.
        clashed(tuple[Conflict, ...]): another program changed the same entries.
    """

    changed = Signal()
    failed = Signal(object)
    clashed = Signal(object)

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        paths: UserPaths,
        settings: Settings,
        glossary: str | Path | None = None,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._tasks = tasks
        self._paths = paths
        self._settings = settings
        self.path = Path(glossary) if glossary else layers.own_glossary(settings, paths)
        self.loading = True
        self._untaught: NoisyChannelReader | None = None
        self.file: GlossaryFile | None = None
        self.broken: Broken | None = None
        self._good: GlossaryFile | None = None
        self.others: tuple[ReadOnlyGlossary, ...] = ()
        self.saving = False
        self._written: tuple[EntryChange, ...] = ()
        self._watch = Watch(self)
        self._watch.stirred.connect(self.look_again)
        session.document_changed.connect(self._on_document_changed)

    # ---- loading ------------------------------------------------------------------------

    @Slot()
    def load(self) -> None:
        """Read everything again, off the GUI thread."""
        self.loading = True
        self.changed.emit()
        settings, mine, name = self._settings, self.path, self.tr("my glossary")

        def read() -> "LoadedGlossaries":
            from unspin_gui.application import knowledge_loading  # noqa: PLC0415 - not needed to start

            loaded = knowledge_loading.read_glossaries(settings, mine, name=name, all_of_them=True)
            knowledge_loading.index_all(loaded)
            return loaded

        def given(loaded: "LoadedGlossaries") -> None:
            # Otherwise another file or other glossaries have been chosen since, and are being read.
            if mine == self.path and _glossaries_of(settings) == _glossaries_of(self._settings):
                self._on_glossaries(loaded)

        self._tasks.start(read, given, self._on_failed)

    def use(self, path: Path) -> None:
        """Use another file as the user's glossary; unsaved changes are discarded."""
        self.path, self.file, self._good, self._written = path, None, None, ()
        self._session.unlearn()
        self.load()

    def _on_glossaries(self, loaded: "LoadedGlossaries") -> None:
        self.file, self.others, self.broken = loaded.mine, loaded.others, loaded.broken
        for error in loaded.errors:
            self.failed.emit(error)
        # A broken file will be repaired sooner or later; until then its last content is used.
        self._good = loaded.mine or self._good
        self._written = ()
        self._watch.follow(self.path)
        mine = (self._good.glossary,) if self._good else ()
        knowledge = self._session.base or Knowledge()
        glossaries = (*(g.glossary for g in loaded.others if g.used), *mine)
        self._session.know(
            knowledge._replace(glossaries=glossaries, options=_options(self._settings))
        )
        if knowledge.reader is None:
            from unspin_gui.application import knowledge_loading  # noqa: PLC0415 - as above

            cache = self._paths.cache
            self._tasks.start(
                lambda: knowledge_loading.read_language(cache), self._on_language, self._on_failed
            )
        else:
            self._teach(self._session.base or knowledge)

    def _on_language(self, add: Callable[[Knowledge], Knowledge]) -> None:
        base = add(self._session.base or Knowledge())
        self._untaught = base.reader
        self._teach(base)

    def _teach(self, base: Knowledge) -> None:
        """Teach the reader the user's fixes, off the GUI thread, and pass it to the session."""
        reader, usage = self._untaught, self._paths.usage

        def teach() -> Knowledge:
            from unspin_gui.application import knowledge_loading  # noqa: PLC0415 - as above

            return base if reader is None else knowledge_loading.teach(base, reader, usage)

        self._tasks.start(teach, self._on_taught, self._on_failed)

    def _on_taught(self, base: Knowledge) -> None:
        present = self._session.base or base
        self._session.know(present._replace(reader=base.reader, inflection=base.inflection))
        self._end()

    def _on_failed(self, error: UnspinError) -> None:
        self.failed.emit(error)
        self._end()

    def _end(self) -> None:
        self.loading = False
        set_aside()
        self.changed.emit()

    def apply_settings(self, settings: Settings) -> None:
        """Apply thresholds and switches; reread if other glossaries are wanted."""
        before, self._settings = self._settings, settings
        if _glossaries_of(before) != _glossaries_of(settings):
            self.load()
        elif _options(before) != _options(settings) and self._session.base is not None:
            self._session.know(self._session.base._replace(options=_options(settings)))

    # ---- changes from outside -----------------------------------------------------------

    @Slot()
    def look_again(self) -> None:
        """Load what another program has saved, if anything."""
        self._watch.follow(self.path)
        seen, path = self.file or self.broken, self.path
        if not self.loading and seen is not None:
            self._tasks.start(
                lambda: atomic.token_on_disk(path) != seen.token, self._on_looked, pass_over
            )

    def _on_looked(self, other: bool) -> None:  # noqa: FBT001
        if other and not self.saving:
            self.load()

    # ---- saving -------------------------------------------------------------------------

    @property
    def is_dirty(self) -> bool:
        """Whether the glossary has changes that are not in its file."""
        wanted, written = self._session.entry_changes, self._written
        if len(wanted) != len(written) or wanted == written:
            return wanted != written
        return Counter(wanted) != Counter(written)

    @property
    def summary(self) -> str:
        """The glossary in a few words, for the status bar."""
        count = len(self._session.glossary)
        return f"{self.path.name} ({number(count)})" + (" *" if self.is_dirty else "")

    def save(self) -> None:
        """Write what was learnt, edited and unlearnt; raises StoreError on failure."""
        wanted = self._session.entry_changes
        changes = _steps(self._written, wanted)
        file = self.file
        if not changes:
            return
        from unspin_gui.application.glossary_saving import save_and_keep  # noqa: PLC0415 (yaml)

        if file is None:
            raise self._refusal()
        session = self._session
        source, base = session.source, session.base
        self.saving = True
        try:
            saved, error = self._tasks.wait(lambda: save_and_keep(file, changes, self._paths))
        finally:
            self.saving = False
        if error is not None:
            self.failed.emit(error)
        if file.path != self.path:
            return  # Another glossary has been chosen since.
        self.file, self._written = saved.file, wanted
        if session.source is not source or session.base is not base:
            # While this was being written, another text was opened or the glossaries were reread.
            self._rebase()
        self._watch.follow(self.path)
        if saved.conflicts:
            self.clashed.emit(saved.conflicts)
        self.changed.emit()

    def _refusal(self) -> StoreError:
        """Why a file that could not be read is not overwritten."""
        if self.broken is None:
            reason = Message("the file has not been read yet; try again in a moment")
            return StoreError(self.path, reason)
        broken = self.broken.error
        reason = Message(
            "{0}, so the file is not overwritten; repair it, or restore an earlier version",
            broken.reason,
        )
        return StoreError(self.path, reason, line=broken.line, column=broken.column)

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.how == "opened" and self._written:
            self._rebase()

    def _rebase(self) -> None:
        """Start with another document: what was written is part of the glossary from now on."""
        self._written = ()
        base = self._session.base
        if base is not None and self.file is not None:
            others = tuple(g for g in base.glossaries if not g.mine)
            self._session.know(base._replace(glossaries=(*others, self.file.glossary)))


def _steps(
    written: tuple[EntryChange, ...], wanted: tuple[EntryChange, ...]
) -> "tuple[EntryChange, ...]":
    """The changes that lead from what is on disk to what is wanted."""
    gone = Counter(written) - Counter(wanted)
    new = Counter(wanted) - Counter(written)
    back = [change.inverse for change in reversed(written) if gone[change]]
    steps = [*back, *(change for change in wanted if new[change])]
    return tuple(EntryChange(*step) for step in steps)


def _options(settings: Settings) -> Options:
    return Options(settings.near_threshold, settings.min_score, ALL_SOURCES & set(settings.sources))


def _glossaries_of(settings: Settings) -> tuple[object, ...]:
    return settings.starters, settings.starters_off, settings.extra_glossaries
