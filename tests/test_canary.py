"""The installed PySide6 must not lose references to None.

6.12.0 gives one back too many on every call that returns nothing and so kills Python 3.11 after
some 5,500 calls; this names the culprit before anything crashes.
"""

import sys

import PySide6
from PySide6.QtCore import QObject

CALLS = 2_000


def test_void_calls_leave_the_count_of_none_alone() -> None:
    thing = QObject()
    thing.setObjectName("warm up")
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("canary")
    lost = before - sys.getrefcount(None)
    # On Python 3.12 and later None is immortal and its count never moves.
    assert lost < CALLS // 10, (
        f"PySide6 {PySide6.__version__} lost {lost} references to None in {CALLS} calls and will "
        "crash this Python: install a version that pyproject.toml allows."
    )
