"""Switches to another file as the user's glossary: a new, an existing or a recent one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from unspin_gui.core.errors import StoreError, UnspinError
from unspin_gui.paths import starter_glossaries
from unspin_gui.settings import Settings
from unspin_gui.store.files import atomic
from unspin_gui.store.files.failures import AlreadyThereError
from unspin_gui.ui.base.feedback import Feedback
from unspin_gui.ui.base.unsaved import CloseAnswer, Unsaved
from unspin_gui.ui.base.wording import error_in_words
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.widgets.message_bar import Choice

_FILTER = "*.yaml *.yml"
_MOST_RECENT = 10


class GlossarySwitch(QObject):
    """Asks for the file, checks that it can be read, and only then leaves the current one."""

    def __init__(
        self,
        services: Services,
        feedback: Feedback,
        recent_menu: QMenu,
        save_glossary: Callable[[], bool],
    ) -> None:
        super().__init__(feedback.over)
        self._services = services
        self._feedback = feedback
        self._recent_menu = recent_menu
        self._save_glossary = save_glossary

    # ---- asking -------------------------------------------------------------------------

    def ask_new(self) -> None:
        """Let the user choose where to create a new glossary."""
        suggestion = self._folder / f"{self.tr('new glossary')}.yaml"
        title = self.tr("New glossary")
        self._feedback.prompts.ask_save_path(title, suggestion, self.begin, self._filters)

    def ask_open(self) -> None:
        """Let the user choose another glossary."""
        title = self.tr("Open glossary")
        self._feedback.prompts.ask_open_path(title, self._folder, self.open, self._filters)

    @property
    def _folder(self) -> Path:
        folder = self._services.library.path.parent
        return folder if atomic.is_there(folder) else Path.home()

    @property
    def _filters(self) -> str:
        return f"{self.tr('Glossaries')} ({_FILTER});;{self.tr('All files')} (*)"

    # ---- switching ----------------------------------------------------------------------

    def begin(self, path: Path) -> None:
        """Create a new glossary; an existing file is never overwritten."""
        from unspin_gui.store.glossary import glossary_file  # noqa: PLC0415 (yaml)

        path = path if path.suffix else path.with_suffix(".yaml")
        try:
            glossary_file.create(path)
        except AlreadyThereError:
            text = self.tr("{0} already exists, and a glossary is never overwritten.")
            open_it = Choice(self.tr("Open It"), partial(self.open, path))
            self._feedback.messages.warn(text.format(path), open_it, key="glossary")
            return
        except StoreError as error:
            self._on_failed(path, error)
            return
        self.open(path)

    def open(self, path: Path) -> None:
        """Use this file if readable, after asking about unsaved changes to the current one."""
        if path in starter_glossaries():
            reason = self.tr(
                "this glossary comes with the program and is read-only; import it instead"
            )
            self._on_failed(path, StoreError(path, reason))
            return

        def read() -> None:
            from unspin_gui.store.glossary import glossary_file  # noqa: PLC0415 (yaml)

            glossary_file.read(path)

        def done(_none: None) -> None:
            self._when_saved(partial(self._use, path))

        self._services.tasks.start(read, done, partial(self._on_failed, path))

    def _on_failed(self, path: Path, error: UnspinError) -> None:
        self._feedback.messages.error(error_in_words(error), key="glossary")
        settings = self._services.preferences.settings
        if not atomic.is_there(path) and str(path) in settings.recent_glossaries:
            left = tuple(name for name in settings.recent_glossaries if name != str(path))
            self._services.preferences.change(recent_glossaries=left)

    def _when_saved(self, go_on: Callable[[], None]) -> None:
        """Continue once the current glossary is saved or discarded, or if nothing is unsaved."""
        library = self._services.library
        if not library.is_dirty:
            go_on()
            return

        def answered(answer: CloseAnswer) -> None:
            if not answer.glossary or self._save_glossary():
                go_on()

        self._feedback.prompts.ask_unsaved(Unsaved(glossary=library.path.name), answered)

    def _use(self, path: Path) -> None:
        services, feedback = self._services, self._feedback
        path, before = path.absolute(), services.library.path.absolute()
        names = dict.fromkeys(
            [str(path), str(before), *services.preferences.settings.recent_glossaries]
        )
        recent = tuple(names)[:_MOST_RECENT]
        usual = path == services.paths.glossary.absolute()
        own = "" if usual else str(path)
        feedback.messages.dismiss("glossary")
        services.library.use(path)
        services.preferences.change(glossary=own, recent_glossaries=recent)
        feedback.tell(self.tr("Your glossary is now {0}").format(path.name))

    # ---- the menu -----------------------------------------------------------------------

    def show_settings(self, settings: Settings) -> None:
        """Fill the menu of recent glossaries, leaving out the current one."""
        menu = self._recent_menu
        menu.clear()
        present = self._services.library.path.absolute()
        others = [path for path in map(Path, settings.recent_glossaries) if path != present]
        for path in others:
            act = QAction(path.name.replace("&", "&&"), menu)
            act.setStatusTip(str(path))
            act.setToolTip(str(path))
            act.triggered.connect(partial(self._on_recent, path))
            menu.addAction(act)
        menu.setEnabled(bool(others))

    def _on_recent(self, path: Path, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        self.open(path)
