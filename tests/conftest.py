"""Settings of the whole test run."""

import itertools
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("calm", deadline=None)  # no test fails because a machine is busy
settings.load_profile("calm")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANGUAGE"] = "en"  # of the window, whatever that of the machine is
# decoded once for all tests; nothing in it depends on them
os.environ.setdefault("UNSPIN_CACHE", str(Path(tempfile.gettempdir()) / "unspin-tests"))
# programs that tests start are compiled once for all tests, whatever that machine does otherwise
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ.setdefault("PYTHONPYCACHEPREFIX", str(Path(tempfile.gettempdir()) / "unspin-tests-code"))

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


_LONGEST = (
    *("test_random_acts", "test_second_start", "test_every_action", "test_levels", "test_load"),
    *("test_keyboard", "test_screen_deep", "test_queue", "test_window", "test_acts"),
)
"""The modules that take longest come first, so that no worker is left with one at the end."""
_homes = itertools.count()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest modules first; within a module, and else, the order stays."""
    rank = {name: number for number, name in enumerate(_LONGEST)}
    items.sort(key=lambda item: rank.get(item.path.stem, len(rank)))


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has a home folder of its own; nothing of the user's is read or written.

    It is not made yet: most tests never look for it, and thousands of folders cost seconds.
    """
    home = tmp_path_factory.getbasetemp() / f"home{next(_homes)}"
    monkeypatch.setenv("UNSPIN_HOME", str(home))
    return home
