"""The state of one window, and the services that read and write it."""

from typing import NamedTuple

from unspin_gui.paths import UserPaths
from unspin_gui.ui.base.preferences_store import PreferencesStore
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.session.library import Library
from unspin_gui.ui.session.recovery import Recovery
from unspin_gui.ui.session.review_loop import ReviewLoop
from unspin_gui.ui.session.second_model import SecondModel
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.session.workspace import Workspace


class Services(NamedTuple):
    """The document under review and what belongs to it; none of it is a widget.

    `session` holds text, decisions and suspects, `review` walks through them; `workspace` reads and
    writes the text's file, `library` the glossaries, `recovery` the journal, `second` manages the
    language model of the second reading; `tasks` runs work off the GUI thread; `preferences` are
    shared by the windows on the same `paths`.
    """

    session: Session
    review: ReviewLoop
    library: Library
    workspace: Workspace
    recovery: Recovery
    second: SecondModel
    tasks: Tasks
    paths: UserPaths
    preferences: PreferencesStore
