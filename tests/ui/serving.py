"""The services of a window, and its feedback, without a window."""

from pathlib import Path
from typing import Any

from fakes import FakePrompts
from PySide6.QtCore import QObject

from unspin_gui.paths import user_paths
from unspin_gui.store.files.settings_file import load_settings
from unspin_gui.ui.base.feedback import Feedback
from unspin_gui.ui.base.preferences_store import PreferencesStore
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.session.library import Library
from unspin_gui.ui.session.recovery import Recovery
from unspin_gui.ui.session.review_loop import ReviewLoop
from unspin_gui.ui.session.second_model import SecondModel
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.session.workspace import Workspace
from unspin_gui.ui.widgets.message_bar import MessageBar


class Serving(QObject):
    """`services` on a home folder, and `feedback` that a test can read.

    `told` are the lines for the status bar; answers to questions as in FakePrompts.
    """

    def __init__(self, home: Path, **answers: Any) -> None:
        super().__init__()
        paths, session, tasks = user_paths(home), Session(self), Tasks(self)
        settings = load_settings(paths.settings)
        self.told: list[str] = []
        self.prompts = FakePrompts(**answers)
        self.messages = MessageBar()
        self.feedback = Feedback(self.messages, self.prompts, self.told.append)
        preferences = PreferencesStore(paths, settings)
        library = Library(session, tasks, paths, settings)
        self.services = Services(
            session=session,
            review=ReviewLoop(session, self),
            library=library,
            workspace=Workspace(session, tasks, paths, self),
            recovery=Recovery(session, paths, self),
            tasks=tasks,
            paths=paths,
            second=SecondModel(session, library, preferences, self),
            preferences=preferences,
        )

    @property
    def is_busy(self) -> bool:
        """Whether something is read or looked for."""
        services = self.services
        return services.workspace.reading or services.library.loading or services.session.analysing

    def stop(self) -> None:
        """End the workers; journals stay, as when the program is killed."""
        self.services.recovery._tasks.close(all_of_it=True)
        self.services.session.close()
        self.services.second.close()
        self.services.tasks.close()
