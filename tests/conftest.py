"""Settings of the whole test run."""

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


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has a home folder of its own; nothing of the user's is read or written."""
    home = tmp_path / "home"
    monkeypatch.setenv("UNSPIN_HOME", str(home))
    return home
