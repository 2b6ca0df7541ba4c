#!/bin/sh
# PySide6 binds the text interface of Qt's accessibility without its attributes: from Python neither
# can the attributes of a text be read (underlined, misspelt, ...), nor can a widget of one's own
# tell them. What a QSyntaxHighlighter paints reaches no screen reader either, as Qt tells the
# formats of characters and not those of the layout. A program that has no C++ part is left with
# formatting the characters themselves, which Qt tells.
# Ends with 0 while that is so, with 1 once the attributes are bound, with 2 if it could not run.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" --quiet install PySide6-Essentials==6.11.3 || exit 2
QT_QPA_PLATFORM=offscreen "$folder/venv/bin/python" - <<'PYTHON'
import sys

from PySide6.QtGui import QAccessible, QAccessibleTextInterface
from PySide6.QtWidgets import QApplication, QPlainTextEdit

application = QApplication([])
edit = QPlainTextEdit("a marked word")
told = QAccessible.queryAccessibleInterface(edit).textInterface()
bound = sorted(name for name in dir(QAccessibleTextInterface) if not name.startswith("_"))
print("text as a screen reader gets it:", repr(told.text(0, told.characterCount())))
print("bound methods of the text interface:", ", ".join(bound))
print("attributes of a text can be read:", hasattr(told, "attributes"))
sys.exit(1 if "attributes" in bound else 0)
PYTHON
