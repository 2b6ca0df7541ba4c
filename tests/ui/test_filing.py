"""Saving that fails: told in one sentence, nothing lost, and what can be done is offered."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from unspin_gui.core.document.document import Decision
from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.files.failures import LockedError
from unspin_gui.store.formats import Opened
from unspin_gui.ui.window.main_window import MainWindow

TEXT = "The husband or wife forces met a calendar year ago.\nThe husband or wife forces left.\n"
Open = Callable[..., MainWindow]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "texts" / "article.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


def accept(window: MainWindow) -> None:
    suspect = next(s for s in window.session.suspects if "husband" in s.phrase.lower())
    window.parts.services.review.accept(suspect, "partner forces")


def save(window: MainWindow) -> None:
    window.parts.actions["actionSave"].trigger()


def choices(window: MainWindow) -> list[str]:
    return [b.text() for b in window.parts.feedback.messages.findChildren(QPushButton)]


def choose(qtbot: QtBot, window: MainWindow, text: str) -> None:
    wanted = next(
        b for b in window.parts.feedback.messages.findChildren(QPushButton) if b.text() == text
    )
    qtbot.mouseClick(wanted, Qt.MouseButton.LeftButton)


class FailingCalls:
    """Lets the n-th system call on files of one folder fail, counted over all kinds of calls."""

    def __init__(self, folder: Path, code: int = errno.ENOSPC) -> None:
        self.folder = str(folder)
        self.code = code
        self.left = -1

    def install(self, monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...]) -> None:
        for name in names:
            monkeypatch.setattr(os, name, self._wrapped(getattr(os, name)))

    def _wrapped(self, real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **more: object) -> object:
            if self._is_here(args):
                self.left -= 1
                if self.left == 0:
                    raise OSError(self.code, os.strerror(self.code))
            return real(*args, **more)

        return call

    def _is_here(self, args: tuple[object, ...]) -> bool:
        to_read = isinstance(args[0], str | Path) and isinstance(args[1], int)
        if to_read and not args[1] & (os.O_RDWR | os.O_WRONLY | os.O_DIRECTORY):
            return False  # the source is looked at again after each save
        for one in args[:2]:
            where = str(one)
            if isinstance(one, int):
                try:
                    where = str(Path(f"/proc/self/fd/{one}").readlink())
                except OSError:
                    continue
            if where.startswith(self.folder):
                return True
        return False


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs /proc to tell files apart")
def test_every_failing_call_leaves_the_old_file_and_is_told(
    open_main: Open, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_main(article)
    target = article.with_name("article.corrected.txt")
    accept(window)
    save(window)
    old = target.read_bytes()
    accept(window)
    calls = FailingCalls(article.parent)
    calls.install(monkeypatch, ("open", "write", "fsync", "link", "replace"))
    failed = 0
    for n in range(1, 50):
        window.parts.feedback.messages.clear()
        calls.left = n
        save(window)
        if calls.left > 0:
            break
        failed += 1
        there = target.read_bytes()
        if not window.session.history.is_dirty:
            pytest.fail(f"call {n} failed, and the text counts as saved")
        # Once the new file is in its place only the folder's own fsync can still fail.
        said = "it is written, but" if there != old else "Not saved. "
        assert any(said in text for text in window.parts.feedback.messages.texts), n
        assert "Save As…" in choices(window)
        assert there in {old, window.session.corrected.encode()}
        assert sorted(p.name for p in article.parent.iterdir()) == [target.name, article.name]
    assert failed >= 5
    assert target.read_bytes() == window.session.corrected.encode() != old
    assert not window.session.history.is_dirty
    assert window.parts.feedback.messages.texts == ()


CAUSES = {
    errno.ENOSPC: "disk is full",
    errno.EDQUOT: "quota",
    errno.EROFS: "read-only",
    errno.EIO: "disk reports an error",
    errno.EACCES: "no permission",
    errno.ESTALE: "network folder is gone",
    errno.ENAMETOOLONG: "name is too long",
    errno.ENOTCONN: "the system says",
}


def test_each_cause_is_one_sentence_and_the_text_stays_unsaved(
    open_main: Open, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_main(article)
    accept(window)
    calls = FailingCalls(article.parent)
    calls.install(monkeypatch, ("open", "write"))
    for calls.code, words in CAUSES.items():
        calls.left = 1
        save(window)
        [text] = window.parts.feedback.messages.texts
        assert words in text
        assert "article.corrected.txt" in text
        assert text.count("\n") == 0
        assert window.isWindowModified()
    save(window)
    assert not window.session.history.is_dirty


def pipe(path: Path) -> None:
    os.mkfifo(path)


def read_only(path: Path) -> None:
    path.write_text("old", encoding="utf-8")
    path.chmod(0o444)


def dangling(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere") / "x")


PLACES = {
    "is a folder": Path.mkdir,
    "device, pipe or socket": pipe,
    "read-only": read_only,
    "link to a file that does not exist": dangling,
}


def test_what_cannot_be_written_is_left_as_it_is(
    open_main: Open, article: Path, tmp_path: Path
) -> None:
    window = open_main(article)
    accept(window)
    for words, make in PLACES.items():
        place = tmp_path / words
        make(place)
        before = place.lstat()
        window.parts.feedback.prompts.answers["save_path"] = place
        window.parts.actions["actionSaveAs"].trigger()
        assert words in window.parts.feedback.messages.texts[0]
        assert (place.lstat().st_mode, place.lstat().st_size) == (before.st_mode, before.st_size)
        assert window.session.history.is_dirty
    window.parts.feedback.prompts.answers["save_path"] = tmp_path / "elsewhere.txt"
    window.parts.feedback.messages.findChild(QPushButton).click()
    assert "partner" in (tmp_path / "elsewhere.txt").read_text(encoding="utf-8")
    assert not window.session.history.is_dirty


@pytest.mark.parametrize("name", ["text.epub", "text.ODT", "text.unspin", "the glossary"])
def test_the_text_is_not_saved_as_something_else(
    open_main: Open, article: Path, mine: Path, tmp_path: Path, name: str
) -> None:
    before = mine.read_bytes()
    window = open_main(article, save_path=mine if name == "the glossary" else tmp_path / name)
    accept(window)
    window.parts.actions["actionSaveAs"].trigger()
    assert "choose" in window.parts.feedback.messages.texts[0]
    assert window.session.history.is_dirty
    assert mine.read_bytes().startswith(before)
    assert not (tmp_path / "text.epub").exists()


def test_devices_are_never_written(open_main: Open, article: Path) -> None:
    window = open_main(article, save_path=Path("/dev/null"))
    accept(window)
    window.parts.actions["actionSaveAs"].trigger()
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    assert "device" in window.parts.feedback.messages.texts[0]


def test_links_are_followed_and_stay_links(open_main: Open, article: Path, tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    window = open_main(article, save_path=link)
    accept(window)
    window.parts.actions["actionSaveAs"].trigger()
    assert link.is_symlink()
    assert "partner" in real.read_text(encoding="utf-8")
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def noting_modes(write: Callable[..., Opened], modes: list[int]) -> Callable[..., Opened]:
    def call(path: Path, *facts: object, **more: object) -> Opened:
        written = write(path, *facts, **more)
        modes.append(stat.S_IMODE(path.stat().st_mode))
        return written

    return call


@pytest.mark.parametrize("code", [errno.EXDEV, errno.EBUSY])
def test_where_nothing_can_be_replaced_writing_in_place_is_offered(
    qtbot: QtBot,
    open_main: Open,
    article: Path,
    own_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
) -> None:
    window = open_main(article, confirm=True)
    accept(window)
    save(window)
    target = article.with_name("article.corrected.txt")
    old, node = target.read_bytes(), target.stat().st_ino
    accept(window)
    calls = FailingCalls(article.parent, code)
    calls.install(monkeypatch, ("replace",))
    calls.left = 1
    save(window)
    assert target.read_bytes() == old
    modes: list[int] = []
    monkeypatch.setattr(formats, "write", noting_modes(formats.write, modes))
    choose(qtbot, window, "Write in Place…")
    assert target.stat().st_ino == node
    assert target.read_bytes() == window.session.corrected.encode() != old
    [copy] = (own_home / "state" / "copies").iterdir()
    assert copy.read_bytes() == old
    assert [*modes, stat.S_IMODE(copy.stat().st_mode)] == [0o600, 0o600]
    assert not window.session.history.is_dirty


def test_a_glossary_that_is_locked_does_not_keep_the_text_from_disk(
    qtbot: QtBot, open_main: Open, article: Path, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_main(article)
    suspect = next(s for s in window.session.suspects if "calendar" in s.phrase)
    window.parts.services.review.accept(suspect, "twelve months ago")
    assert window.parts.services.library.is_dirty

    def locked(*_: object) -> None:
        raise LockedError(mine, "another program is saving this file; try again in a moment")

    with monkeypatch.context() as patch:
        patch.setattr("unspin_gui.application.glossary_saving.save_and_keep", locked)
        save(window)
    assert "twelve" in article.with_name("article.corrected.txt").read_text(encoding="utf-8")
    assert not window.session.history.is_dirty
    assert window.parts.services.library.is_dirty
    assert "The glossary is not saved." in window.parts.feedback.messages.texts[0]
    choose(qtbot, window, "Try Again")
    assert "twelve months ago" in mine.read_text(encoding="utf-8")
    assert window.parts.feedback.messages.texts == ()


def test_a_text_that_cannot_be_saved_does_not_keep_the_glossary_from_disk(
    open_main: Open, article: Path, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_main(article)
    suspect = next(s for s in window.session.suspects if "calendar" in s.phrase)
    window.parts.services.review.accept(suspect, "twelve months ago")
    calls = FailingCalls(article.parent)
    calls.install(monkeypatch, ("open", "write"))
    calls.left = 1
    save(window)
    assert window.session.history.is_dirty
    assert not window.parts.services.library.is_dirty
    assert "twelve months ago" in mine.read_text(encoding="utf-8")


def test_decisions_that_cannot_be_remembered_are_told_but_the_text_is_saved(
    open_main: Open, article: Path, own_home: Path
) -> None:
    window = open_main(article)
    (own_home / "state").mkdir(exist_ok=True)
    (own_home / "state" / "decisions").write_text("in the way", encoding="utf-8")
    accept(window)
    save(window)
    assert not window.session.history.is_dirty
    assert "decisions" in window.parts.feedback.messages.texts[0]
    assert "partner" in article.with_name("article.corrected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("utf-8", "café “partner”"), ("replace", "café ?partner?"), (None, None)],
)
def test_what_the_encoding_cannot_hold_is_asked_about(
    qtbot: QtBot, open_main: Open, tmp_path: Path, answer: str | None, expected: str | None
) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("café husband or wife forces".encode("latin-1"))
    window = open_main(encoding_loss=answer)
    window.parts.services.workspace.open(path, "latin-1")
    qtbot.waitUntil(lambda: window.session.source != "")
    window.session.rewrite(type(window.session.visible)(5, 27), "“partner”")
    save(window)
    target = path.with_name("latin.corrected.txt")
    if expected is None:
        assert not target.exists()
        assert window.session.history.is_dirty
    else:
        encoding = "utf-8" if answer == "utf-8" else "latin-1"
        assert target.read_text(encoding=encoding) == expected


@pytest.mark.parametrize("place", [Span(4, 26), Span(0, 0)])
def test_what_is_damaged_in_an_old_encoding_is_replaced_where_the_user_says_so(
    qtbot: QtBot, open_main: Open, tmp_path: Path, place: Span
) -> None:
    path = tmp_path / "damaged.txt"
    path.write_bytes(b"The husband or wife forces \x81 left the caf\xe9.\r\n")
    window = open_main(encoding_loss="replace")
    window.parts.services.workspace.open(path, "cp1252", replace=True)
    qtbot.waitUntil(lambda: window.session.source != "")
    window.session.rewrite(place, "allies")
    save(window)
    corrected = window.session.corrected.replace("\ufffd", "?").replace("\n", "\r\n")
    assert path.with_name("damaged.corrected.txt").read_bytes() == corrected.encode("cp1252")
    assert window.parts.feedback.prompts.names == ["encoding_loss"]
    assert not window.session.history.is_dirty


@pytest.fixture
def latin(tmp_path: Path) -> Path:
    path = tmp_path / "texts" / "latin.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes("café husband or wife forces".encode("latin-1"))
    return path


def test_the_encoding_that_was_chosen_stays_that_of_the_corrected_text(
    qtbot: QtBot, open_main: Open, latin: Path
) -> None:
    target = latin.with_name("latin.corrected.txt")
    for opened in range(2):
        window = open_main(latin, encoding_loss="utf-8")
        for written in range(2):
            window.session.rewrite(Span(0, 0), f"→{opened}{written} ")
            save(window)
            assert target.read_text(encoding="utf-8") == window.session.corrected
        assert window.parts.feedback.prompts.names == ["encoding_loss"][opened:]
        window.close()


def test_a_corrected_text_that_any_encoding_holds_is_still_in_that_of_its_source(
    qtbot: QtBot, open_main: Open, latin: Path
) -> None:
    target = latin.with_name("latin.corrected.txt")
    for text in ("cafe", "café"):
        window = open_main(latin)
        window.session.rewrite(Span(0, 4), text)
        save(window)
        assert target.read_bytes() == window.session.corrected.encode("latin-1")
        window.close()


@pytest.mark.parametrize("answer", ["utf-8", "replace"])
def test_writing_in_place_holds_to_what_was_said_of_the_encoding(
    qtbot: QtBot, open_main: Open, latin: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    window = open_main(latin, encoding_loss=answer, confirm=True)
    save(window)
    calls = FailingCalls(latin.parent, errno.EBUSY)
    calls.install(monkeypatch, ("replace",))
    calls.left = 1
    window.session.rewrite(Span(0, 0), "→A ")
    save(window)
    choose(qtbot, window, "Write in Place…")
    written = latin.with_name("latin.corrected.txt").read_bytes()
    expected = {"utf-8": "→A café".encode(), "replace": b"?A caf\xe9"}
    assert written.startswith(expected[answer])
    assert window.parts.feedback.prompts.names == ["encoding_loss", "confirm"]


def test_quitting_while_saving_still_saves(
    open_main: Open, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_main(article)
    accept(window)
    QTimer.singleShot(0, QApplication.quit)
    save(window)
    assert "partner" in article.with_name("article.corrected.txt").read_text(encoding="utf-8")
    assert not window.session.history.is_dirty


def test_closing_while_saving_ends_in_order(open_main: Open, article: Path) -> None:
    window = open_main(article)
    for _ in range(2):
        accept(window)
        QTimer.singleShot(0, window.close)
        save(window)
        assert not window.session.history.is_dirty
    assert article.with_name("article.corrected.txt").read_text(encoding="utf-8").count("partner")


def test_a_file_that_is_there_already_is_asked_about(open_main: Open, article: Path) -> None:
    target = article.with_name("article.corrected.txt")
    target.write_text("someone else's", encoding="utf-8")
    window = open_main(article)
    accept(window)
    save(window)
    assert window.parts.feedback.prompts.names == ["overwrite"]
    assert target.read_text(encoding="utf-8") == "someone else's"
    window.parts.feedback.prompts.answers["overwrite"] = True
    save(window)
    assert "partner" in target.read_text(encoding="utf-8")


def test_a_file_that_is_made_at_the_last_moment_is_asked_about(
    open_main: Open, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = article.with_name("article.corrected.txt")
    real = formats.write

    def too_late(*facts: object, **more: object) -> object:
        target.write_text("someone else's", encoding="utf-8")
        return real(*facts, **more)

    window = open_main(article)
    accept(window)
    monkeypatch.setattr(formats, "write", too_late)
    save(window)
    assert window.parts.feedback.prompts.names == ["changed_on_disk"]
    assert target.read_text(encoding="utf-8") == "someone else's"


def test_store_errors_of_any_kind_offer_another_place(
    open_main: Open, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object, **__: object) -> None:
        raise StoreError(article, "this needs the library docx; install it with: pip install x")

    window = open_main(article)
    accept(window)
    monkeypatch.setattr("unspin_gui.store.formats.write", missing)
    save(window)
    assert "pip install x" in window.parts.feedback.messages.texts[0]
    assert choices(window) == ["Save As…"]
    assert window.session.history.is_dirty


def test_a_document_that_cannot_hold_a_correction_is_saved_as_plain_text(
    qtbot: QtBot, open_main: Open, tmp_path: Path
) -> None:
    path, target = tmp_path / "text.docx", tmp_path / "text.txt"
    document = docx.Document()
    document.add_paragraph("The husband or wife forces met.")
    document.save(str(path))
    window = open_main(path, save_path=target)
    window.session.decide(Decision(Span(4, 26), "spouses\x01"))
    assert not window.parts.files.save()
    buttons = window.parts.feedback.messages.findChildren(QPushButton)
    next(one for one in buttons if one.text() == "Save as Plain Text…").click()
    assert target.read_text(encoding="utf-8") == "The spouses\x01 met."
    assert not window.session.history.is_dirty
    window.session.undo()
    assert window.parts.files.save()
    assert target.read_text(encoding="utf-8") == "The husband or wife forces met."
