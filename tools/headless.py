"""Write what the commands need without the window: the dependencies except Qt.

usage: headless.py [--check]     writes requirements-headless.txt and .pre-commit-hooks.yaml

Both are installed with --no-deps, so that pip does not fetch Qt: what is listed has no further
dependencies (tested). With --check nothing is written; it fails if a file is out of date.
"""

import argparse
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = """\
# Made by tools/headless.py from pyproject.toml: the commands without the window. In a clone:
#     python -m pip install --no-compile --no-deps -r requirements-headless.txt
{lines}
.
"""
HOOKS = """\
# Made by tools/headless.py from pyproject.toml. --no-deps: the commands need no window (and Qt).
- id: unspin-check
  name: unspin-gui check
  description: Look for phrases that read as spun, without a window.
  entry: unspin-gui check
  language: python
  types_or: [plain-text, markdown, html]
  additional_dependencies:
    - --no-deps
{lines}
"""


def needed() -> list[str]:
    """The requirements that are not Qt's."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [line for line in project["dependencies"] if not line.startswith("PySide6")]


def files() -> dict[str, str]:
    """Each file and its required content."""
    hooks = "\n".join(f'    - "{line}"' for line in needed())
    return {
        "requirements-headless.txt": REQUIREMENTS.format(lines="\n".join(needed())),
        ".pre-commit-hooks.yaml": HOOKS.format(lines=hooks),
    }


def main() -> None:
    """Write the files, or check that they are up to date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    flags = parser.parse_args()
    for name, text in files().items():
        path = ROOT / name
        if not flags.check:
            path.write_text(text, encoding="utf-8")
        elif not path.is_file() or path.read_text(encoding="utf-8") != text:
            sys.exit(f"{name} is not current: python tools/headless.py")


if __name__ == "__main__":
    main()
