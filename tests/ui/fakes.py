"""Stand-ins for what a test does not want to meet: dialogs that wait for a person."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from unspin_gui.ui.base.prompts import LossAnswer, Prompts
from unspin_gui.ui.base.unsaved import CloseAnswer, Unsaved
from unspin_gui.ui.window.main_window import MainWindow


class FakePrompts(Prompts):
    """Answers at once with what it was told to, and remembers what was asked.

    `answers[name]` is the answer to the question `ask_name`; without one the user turns away.
    """

    def __init__(self, **answers: Any) -> None:
        super().__init__(None)
        self.answers: dict[str, Any] = answers
        self.asked: list[tuple[str, tuple[Any, ...]]] = []

    @property
    def names(self) -> list[str]:
        """The questions that were asked, in their order."""
        return [name for name, _facts in self.asked]

    def over(self, widget: QWidget) -> Prompts:  # noqa: ARG002
        return self

    def _give(self, name: str, facts: tuple[Any, ...], done: Callable[..., object]) -> None:
        self.asked.append((name, facts))
        if self.answers.get(name) is not None:
            done(self.answers[name])

    def _agree(self, name: str, facts: tuple[Any, ...], done: Callable[[], object]) -> None:
        self.asked.append((name, facts))
        if self.answers.get(name):
            done()

    def ask_open_paths(
        self, folder: Path, done: Callable[[tuple[Path, ...]], object], filters: str = ""
    ) -> None:
        self._give("open_paths", (folder, filters), done)

    def ask_open_path(
        self, title: str, folder: Path, done: Callable[[Path], object], filters: str = ""
    ) -> None:
        self._give("open_path", (title, folder, filters), done)

    def ask_folder(self, title: str, folder: Path, done: Callable[[Path], object]) -> None:
        self._give("folder", (title, folder), done)

    def ask_save_path(
        self, title: str, suggestion: Path, done: Callable[[Path], object], filters: str = ""
    ) -> None:
        self._give("save_path", (title, suggestion, filters), done)

    def ask_unsaved(self, unsaved: Unsaved, done: Callable[[CloseAnswer], object]) -> None:
        self._give("unsaved", (unsaved,), done)

    def ask_overwrite(self, path: Path, done: Callable[[], object]) -> None:
        self._agree("overwrite", (path,), done)

    def _choose(self, name: str, facts: tuple[Any, ...], **ways: Callable[[], object]) -> None:
        self.asked.append((name, facts))
        ways.get(self.answers.get(name, ""), lambda: None)()

    def ask_over_source(
        self, path: Path, copy: Path, overwrite: Callable[[], object], beside: Callable[[], object]
    ) -> None:
        self._choose("over_source", (path, copy), overwrite=overwrite, beside=beside)

    def ask_changed_on_disk(
        self, path: Path, overwrite: Callable[[], object], save_as: Callable[[], object]
    ) -> None:
        self._choose("changed_on_disk", (path,), overwrite=overwrite, save_as=save_as)

    def ask_encoding_loss(
        self, encoding: str, characters: str, done: Callable[[LossAnswer], object]
    ) -> None:
        self._give("encoding_loss", (encoding, characters), done)

    def confirm(self, text: str, detail: str, verb: str, done: Callable[[], object]) -> None:
        self._agree("confirm", (text, detail, verb), done)


def give_answers(window: MainWindow, **answers: Any) -> FakePrompts:
    """From now on the questions of this window are answered so."""
    prompts = FakePrompts(**answers)
    window.parts.feedback.prompts = prompts
    return prompts
