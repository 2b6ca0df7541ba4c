#!/bin/sh
# PySide6 makes the Python class of a widget only when it is named or met. But the first call of a
# method that is declared to return a QWidget, such as QPlainTextEdit.viewport(), makes the classes
# of every kind of widget in QtWidgets, some seventy from QCalendarWidget to QWizard, to find out
# which of them the result is, although it is a plain QWidget. A program pays for all of them at its
# start. findChild(QWidget, ...) gives the same object and makes none; once Python knows the object,
# viewport() makes none either.
# Ends with 0 while that is so, with 1 once no other classes are made, with 2 if it could not run.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" --quiet install PySide6-Essentials==6.11.3 || exit 2
cat >"$folder/classes.py" <<'PYTHON'
import sys

import PySide6
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget


def made() -> set[str]:
    names, waiting = set(), [QWidget]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            if kind.__name__ not in names:
                names.add(kind.__name__)
                waiting.append(kind)
    return names


application = QApplication(["classes", "-platform", "offscreen"])
text = QPlainTextEdit()
before = made()
if sys.argv[1] == "child":
    child = text.findChild(QWidget, "qt_scrollarea_viewport")
    assert child is text.viewport()
else:
    assert type(text.viewport()) is QWidget
new = sorted(made() - before)
print("PySide6", PySide6.__version__, "-", sys.argv[1], "-", len(new), "classes made:", *new[:3])
print(len(new), file=sys.stderr)
PYTHON
for way in child viewport; do
    QT_QPA_PLATFORM=offscreen "$folder/venv/bin/python" "$folder/classes.py" "$way" \
        2>"$folder/$way" || exit 2
done
[ "$(tail -n 1 "$folder/child")" -eq 0 ] && [ "$(tail -n 1 "$folder/viewport")" -ge 50 ]
