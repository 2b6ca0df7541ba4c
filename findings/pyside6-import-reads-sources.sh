#!/bin/sh
# After `import PySide6.QtCore` every import of a Python module opens that module's source file and
# reads the whole of it, although its compiled form was used: PySide6 replaces `import` by one that
# searches the source for the word PySide6, in case the module uses `from __feature__ import`. A
# program of two hundred modules pays for two hundred files read and split into lines at each start,
# and from a slow disk or a network it is noticed. Nothing is read where the source is missing.
# Ends with 0 while that is so, with 1 once sources are left alone, with 2 if it could not run.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" --quiet install PySide6-Essentials==6.11.3 || exit 2
mkdir "$folder/modules"
for number in 1 2 3; do
    echo "VALUE = $number" >"$folder/modules/plain$number.py"
done
"$folder/venv/bin/python" -m compileall -q "$folder/modules"
PYTHONPATH="$folder/modules" "$folder/venv/bin/python" - <<'PYTHON'
import sys

read = []


def note(event: str, details: tuple) -> None:
    if event == "open" and "plain" in str(details[0]):
        read.append(str(details[0]).rpartition("/")[2])


sys.addaudithook(note)
import plain1

before = [name for name in read if name.endswith(".py")]
import PySide6.QtCore

read.clear()
import plain2
import plain3

after = sorted(name for name in read if name.endswith(".py"))
print("PySide6", PySide6.__version__)
print("sources read by imports before PySide6:", before)
print("sources read by imports after it:", after)
sys.exit(0 if not before and after == ["plain2.py", "plain3.py"] else 1)
PYTHON
