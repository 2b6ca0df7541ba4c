"""Files are written whole or not at all, whatever fails."""

import errno
import fcntl
import os
import signal
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from unspin_gui.core.errors import StoreError
from unspin_gui.store.files import atomic, naming, temp_files
from unspin_gui.store.files.failures import (
    AlreadyThereError,
    ChangedOnDiskError,
    DanglingLinkError,
    LockedError,
    NotRegularError,
    ReadOnlyError,
    ReplaceRefusedError,
    UncertainError,
)
from unspin_gui.store.files.in_place import overwrite_in_place
from unspin_gui.store.files.lock import locked

OLD, NEW = b"old " * 500, b"new " * 700_000
CALLS = ("open", "write", "fsync", "link", "replace", "read", "lseek", "fstat")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_bytes(OLD)
    return path


def temporary_files(folder: Path) -> list[str]:
    return [p.name for p in folder.iterdir() if p.name.endswith(".unspin-tmp")]


def test_writes_and_tells_the_token(target: Path) -> None:
    token = atomic.write_bytes(target, NEW, expect=atomic.token_of(OLD))
    assert target.read_bytes() == NEW
    assert token == atomic.token_on_disk(target)
    assert temporary_files(target.parent) == []


def failing(name: str, nth: int, error: int) -> tuple[Callable[..., object], list[int]]:
    real, calls = getattr(os, name), []

    def call(*args: object, **kwargs: object) -> object:
        calls.append(1)
        if len(calls) == nth:
            raise OSError(error, os.strerror(error))
        return real(*args, **kwargs)

    return call, calls


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("name", CALLS)
def test_every_nth_call_that_fails_leaves_a_whole_file(
    target: Path, monkeypatch: pytest.MonkeyPatch, name: str, error: int
) -> None:
    for nth in range(1, 100):
        target.write_bytes(OLD)
        call, calls = failing(name, nth, error)
        with monkeypatch.context() as patch:
            patch.setattr(os, name, call)
            try:
                atomic.write_bytes(target, NEW)
                told = None
            except StoreError as caught:
                told = caught
        assert target.read_bytes() in {OLD, NEW}
        assert temporary_files(target.parent) == []
        if len(calls) < nth:
            assert told is None
            return
        is_new = told is None or isinstance(told, UncertainError)
        assert target.read_bytes() == (NEW if is_new else OLD)
    pytest.fail("never came through")


def test_a_short_write_is_carried_on(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: real(fd, bytes(data)[:4096]))
    atomic.write_bytes(target, NEW)
    assert target.read_bytes() == NEW


def test_a_write_without_progress_is_a_full_disk(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "write", lambda *_: 0)
    with pytest.raises(StoreError, match="disk is full"):
        atomic.write_bytes(target, NEW)
    assert target.read_bytes() == OLD


def test_bytes_that_come_back_wrong_are_not_put_in_place(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: real(fd, b"\0" * len(data)))
    with pytest.raises(StoreError):
        atomic.write_bytes(target, NEW)
    assert target.read_bytes() == OLD


def test_order_is_write_sync_replace_sync_folder(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log: list[str] = []
    for name in ("write", "fsync", "replace"):
        real = getattr(os, name)

        def call(*args: object, _name: str = name, _real: Callable[..., object] = real) -> object:
            is_folder = _name == "fsync" and Path(f"/proc/self/fd/{args[0]}").is_dir()
            log.append("fsync folder" if is_folder else _name)
            return _real(*args)

        monkeypatch.setattr(os, name, call)
    atomic.write_bytes(target, b"small")
    assert log == ["write", "fsync", "replace", "fsync folder"]


def test_a_disk_that_does_not_confirm_is_told_of_as_what_it_is(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", failing("fsync", 2, errno.EIO)[0])
        with pytest.raises(UncertainError, match="it is written, but") as told:
            atomic.write_bytes(target, NEW)
    assert told.value.token == atomic.token_on_disk(target) == atomic.token_of(NEW)
    assert temporary_files(target.parent) == []


def test_a_folder_that_nobody_may_read_takes_files(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def refusing(path: object, flags: int, *rest: int) -> int:
        if path == target.parent and not flags & os.O_TMPFILE & ~os.O_DIRECTORY:
            raise PermissionError(errno.EACCES, "no permission")
        return real(path, flags, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", refusing)
    atomic.write_bytes(target, NEW)
    assert target.read_bytes() == NEW


def test_a_copy_is_as_closed_as_its_original(target: Path) -> None:
    target.chmod(0o600)
    copy = target.with_name("copy")
    for before in (None, 0o644):
        if before is not None:
            copy.chmod(before)
        atomic.write_bytes(copy, OLD, like=target)
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_real_full_disk_keeps_the_old_file(tmp_path: Path) -> None:
    mount = tmp_path / "small"
    mount.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", mount],
        check=False,
        capture_output=True,
    )
    if made.returncode:
        pytest.skip("no right to mount a small disk here")
    try:
        path = mount / "text.txt"
        path.write_bytes(OLD)
        for size in (240_000, 255_000, 262_144, 400_000):
            before = path.read_bytes()
            try:
                atomic.write_bytes(path, b"x" * size)
            except StoreError as told:
                said = told.reason
                assert path.read_bytes() == before
            else:
                assert path.stat().st_size == size
                said = ""
            assert said == "" or "disk is full" in said
        assert temporary_files(mount) == []
    finally:
        subprocess.run(["umount", mount], check=True)


@pytest.mark.parametrize("edit", ["in place", "replaced", "removed", "same size and time"])
def test_refuses_when_changed_meanwhile(target: Path, edit: str) -> None:
    before, token = target.stat(), atomic.token_of(OLD)
    if edit == "in place":
        target.write_bytes(b"theirs")
    elif edit == "replaced":
        other = target.with_name("other")
        other.write_bytes(b"theirs")
        other.replace(target)
    elif edit == "removed":
        target.unlink()
    else:
        target.write_bytes(OLD.swapcase())
        os.utime(target, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(ChangedOnDiskError):
        atomic.write_bytes(target, NEW, expect=token)
    assert not target.exists() or target.read_bytes() in {b"theirs", OLD.swapcase()}


def test_a_file_that_appeared_meanwhile_is_not_overwritten(target: Path) -> None:
    with pytest.raises(ChangedOnDiskError):
        atomic.write_bytes(target, NEW, expect=atomic.ABSENT)
    with pytest.raises(AlreadyThereError):
        atomic.write_bytes(target, NEW, overwrite=False)
    assert target.read_bytes() == OLD


def test_what_was_saved_already_may_be_saved_again(target: Path) -> None:
    atomic.write_bytes(target, NEW)
    atomic.write_bytes(target, NEW, expect=atomic.token_of(OLD))
    assert target.read_bytes() == NEW


def test_links_are_followed_and_stay_links(tmp_path: Path, target: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(target)
    atomic.write_bytes(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


@pytest.mark.parametrize("options", [{}, {"expect": atomic.ABSENT}, {"overwrite": False}])
def test_a_link_to_nothing_is_not_followed(tmp_path: Path, options: dict[str, Any]) -> None:
    link = tmp_path / "link"
    link.symlink_to("not-yet.txt")
    with pytest.raises(DanglingLinkError, match=r"link to .*not-yet\.txt"):
        atomic.write_bytes(link, b"x", **options)
    assert link.is_symlink()
    assert not (tmp_path / "not-yet.txt").exists()


def test_a_link_gives_way_where_it_is_not_meant(tmp_path: Path, target: Path) -> None:
    link = tmp_path / "link"
    for there in (target, tmp_path / "nothing"):
        link.unlink(missing_ok=True)
        link.symlink_to(there)
        atomic.write_bytes(link, NEW, through_link=False)
        assert not link.is_symlink()
        assert link.read_bytes() == NEW
    assert target.read_bytes() == OLD


@pytest.mark.parametrize(
    ("mode", "new"),
    [(0o600, 0o600), (0o640, 0o640), (0o644, 0o644), (0o400, 0o600), (0o777, 0o644)],
)
def test_what_is_made_of_a_private_file_is_private(
    tmp_path: Path, target: Path, mode: int, new: int
) -> None:
    target.chmod(mode)
    made = tmp_path / "made.txt"
    atomic.write_bytes(made, NEW, source=target)
    assert stat.S_IMODE(made.stat().st_mode) == new
    made.chmod(0o664)
    atomic.write_bytes(made, OLD, source=target)
    assert stat.S_IMODE(made.stat().st_mode) == 0o664


def test_the_rights_of_one_group_are_none_of_another(
    tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = target.stat().st_gid + 1
    monkeypatch.setattr(os, "getegid", lambda: group)
    for mode, new in ((0o640, 0o600), (0o644, 0o644)):
        target.chmod(mode)
        made = tmp_path / f"{mode}.txt"
        atomic.write_bytes(made, NEW, source=target)
        assert stat.S_IMODE(made.stat().st_mode) == new


def test_another_hard_link_keeps_the_old_text(tmp_path: Path, target: Path) -> None:
    other = tmp_path / "other"
    other.hardlink_to(target)
    atomic.write_bytes(target, NEW)
    assert other.read_bytes() == OLD


def special(folder: Path, kind: str) -> Path:
    path = folder / kind
    if kind == "folder":
        path.mkdir()
    elif kind == "fifo":
        os.mkfifo(path)
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(path))
    elif kind == "device":
        try:
            os.mknod(path, 0o600 | 0o020000, os.makedev(1, 3))
        except PermissionError:
            pytest.skip("no right to make a device")
    elif kind == "loop":
        path.symlink_to(path)
    else:
        path.symlink_to("/dev/null")
    return path


@pytest.mark.parametrize("kind", ["folder", "fifo", "socket", "device", "loop", "link to device"])
def test_anything_but_a_file_is_refused(tmp_path: Path, kind: str) -> None:
    path = special(tmp_path, kind)
    before = path.lstat()
    with pytest.raises(StoreError):
        atomic.write_bytes(path, NEW)
    if kind != "loop":
        with pytest.raises(NotRegularError):
            atomic.read_bytes(path)
    assert (path.lstat().st_mode, path.lstat().st_ino) == (before.st_mode, before.st_ino)


def test_what_has_nothing_to_say_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe that took the place of a file after it was looked at, in a program of its own."""
    code = f"""if True:
        import os
        from pathlib import Path
        from unspin_gui.core.errors import StoreError
        from unspin_gui.store.files import atomic
        info = os.stat({__file__!r})
        os.mkfifo("pipe")
        Path.stat = lambda _path: info
        try: atomic.read_bytes("pipe")
        except StoreError as told: print(told.reason)
    """
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, timeout=60,
        check=False,
    )  # fmt: skip
    assert "device, pipe or socket" in done.stdout, done.stderr


def test_a_file_that_grows_is_read_to_the_limit(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "read", lambda _fd, size: b"more" * (size // 4))
    with pytest.raises(StoreError, match="larger than 2 MB"):
        atomic.read_bytes(target, limit=2_000_000)


def test_mode_and_extended_attributes_are_kept(target: Path) -> None:
    target.chmod(0o640)
    try:
        os.setxattr(target, "user.note", b"mine")
    except OSError:
        pytest.skip("no extended attributes here")
    atomic.write_bytes(target, NEW)
    assert target.stat().st_mode & 0o777 == 0o640
    assert os.getxattr(target, "user.note") == b"mine"


def test_the_owner_is_kept_where_that_is_possible(target: Path) -> None:
    if os.geteuid():
        pytest.skip("only root can give files away")
    os.chown(target, 65534, 65534)
    atomic.write_bytes(target, NEW)
    assert (target.stat().st_uid, target.stat().st_gid) == (65534, 65534)


def test_a_read_only_file_is_refused(target: Path) -> None:
    target.chmod(0o444)
    with pytest.raises(ReadOnlyError, match="another name"):
        atomic.write_bytes(target, NEW)
    assert target.read_bytes() == OLD


@pytest.fixture
def closed() -> Iterator[Path]:
    """A folder that others may look into and not write, outside pytest's own private one."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        yield Path(folder)


def test_an_unprivileged_user_cannot_write_a_closed_folder(closed: Path) -> None:
    if os.geteuid():
        pytest.skip("needs root to become somebody else")
    code = f"""if True:
        import hashlib, os
        from unspin_gui.store.files import atomic, temp_files
        from unspin_gui.core.errors import StoreError
        os.chdir({str(closed)!r})
        os.setuid(65534)
        try: atomic.write_bytes("x.txt", b"x")
        except StoreError as told: print(told.reason)
        try: atomic.write_bytes("theirs.txt", b"x")
        except StoreError as told: print(told.reason)
    """
    (closed / "theirs.txt").write_bytes(OLD)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    first, second = done.stdout.split("\n")[:2]
    assert "no permission" in first
    assert "read-only" in second


def test_a_refused_replace_can_be_written_in_place_after_a_copy(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", failing("replace", 1, errno.EBUSY)[0])
        with pytest.raises(ReplaceRefusedError):
            atomic.write_bytes(target, NEW)
    backup = target.with_name("text.txt.bak")
    overwrite_in_place(target, NEW, backup=backup)
    assert (target.read_bytes(), backup.read_bytes()) == (NEW, OLD)
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_writing_in_place_that_fails_puts_the_old_text_back(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = target.with_name("bak")
    backup.write_bytes(b"")
    monkeypatch.setattr(os, "write", failing("write", 3, errno.ENOSPC)[0])
    with pytest.raises(StoreError, match="kept in"):
        overwrite_in_place(target, NEW, backup=backup)
    assert (target.read_bytes(), backup.read_bytes()) == (OLD, OLD)


def test_where_nameless_files_are_unknown_a_named_one_serves(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic, "_open_nameless", lambda *_: None)
    atomic.write_bytes(target, NEW)
    assert target.read_bytes() == NEW
    assert temporary_files(target.parent) == []


SAVE_FOR_EVER = """
import sys
from unspin_gui.store.files import atomic, temp_files
a, b = b"a" * 300_000, b"b" * 200_000
print("go", flush=True)
while True:
    atomic.write_bytes(sys.argv[1], a); atomic.write_bytes(sys.argv[1], b)
"""


def test_kill_while_saving_never_leaves_half_a_file(target: Path) -> None:
    target.write_bytes(b"a" * 300_000)
    whole = {b"a" * 300_000, b"b" * 200_000}
    rounds = int(os.environ.get("UNSPIN_KILLS", "12"))
    left = 0
    for turn in range(rounds):
        child = subprocess.Popen(
            [sys.executable, "-c", SAVE_FOR_EVER, str(target)], stdout=subprocess.PIPE
        )
        assert child.stdout is not None
        with child, child.stdout:
            child.stdout.readline()
            with pytest.raises(subprocess.TimeoutExpired):
                child.wait(0.002 + 0.05 * turn / rounds)
            child.send_signal(signal.SIGKILL)
        assert target.read_bytes() in whole
        left += len(temporary_files(target.parent))
        temp_files.sweep(target.parent)
        assert temporary_files(target.parent) == []
    assert left <= max(2, rounds // 50)


def test_sweeping_leaves_files_of_the_living(tmp_path: Path) -> None:
    mine = tmp_path / f".a.txt.{temp_files._host()}-{os.getpid()}-00.unspin-tmp"
    dead = tmp_path / f".a.txt.{temp_files._host()}-4194400-00.unspin-tmp"
    ancient = tmp_path / ".a.txt.elsewhere-1-00.unspin-tmp"
    for path in (mine, dead, ancient):
        path.touch()
    os.utime(ancient, (0, 0))
    assert temp_files.sweep(tmp_path) == 2
    assert mine.exists()


def test_a_held_lock_is_told_and_freed_by_death(target: Path) -> None:
    code = "import sys\nfrom unspin_gui.store.files.lock import locked\nwith locked(sys.argv[1]):\n"
    code += "    print('held', flush=True); sys.stdin.read()"
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    with child:
        child.stdout.readline()
        with pytest.raises(LockedError, match="try again"), locked(target, wait=0.1):
            pass
        child.kill()
        child.wait()
        with locked(target, wait=0.5):
            assert target.exists()


def test_a_system_without_locks_still_saves(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with locked(target):
        atomic.write_bytes(target, NEW)
    assert target.read_bytes() == NEW


APPEARING: list[dict[str, Any]] = [{"expect": atomic.ABSENT}, {"overwrite": False}]


@pytest.mark.parametrize("options", APPEARING)
@pytest.mark.parametrize("theirs", [b"theirs", NEW])
def test_of_two_programs_at_once_one_makes_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: dict[str, Any], theirs: bytes
) -> None:
    target, real = tmp_path / "new.txt", naming.name_new

    def last_moment(*paths: Path) -> bool:
        target.write_bytes(theirs)
        return real(*paths)

    monkeypatch.setattr(atomic, "name_new", last_moment)
    if theirs == NEW:
        assert atomic.write_bytes(target, NEW, **options) == atomic.token_of(NEW)
    else:
        with pytest.raises(ChangedOnDiskError, match="another program has created this file"):
            atomic.write_bytes(target, NEW, **options)
    assert target.read_bytes() == theirs
    assert temporary_files(tmp_path) == []


@pytest.mark.parametrize("options", APPEARING)
@pytest.mark.parametrize("number", [errno.EPERM, errno.EACCES, errno.EINVAL, errno.ENOTSUP])
def test_a_new_file_is_made_where_the_file_system_has_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: dict[str, Any], number: int
) -> None:
    monkeypatch.setattr(atomic, "_open_nameless", lambda *_: None)
    monkeypatch.setattr(os, "link", failing("link", 1, number)[0])
    atomic.write_bytes(tmp_path / "new.txt", NEW, **options)
    assert [path.name for path in tmp_path.iterdir()] == ["new.txt"]
