"""Restores Python's own `import`, which PySide6 replaces.

Importing this module does so, too: it comes before everything else of the window.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - puts its own `import` there


def restore_import() -> None:
    """Stop PySide6 from reading the source of every module that is imported after it.

    It looks there for `from __feature__ import`, which this program does not use; for two hundred
    modules that takes a twentieth of a start (PySide6 6.11, `shibokensupport.feature`).
    """
    own = getattr(builtins, "__orig_import__", None)
    if own is not None:
        builtins.__import__ = own


restore_import()
