"""Update the translation files with the texts of the window, and compile them.

`resources/translations/de.ts` is the German one; for another language copy an empty one beside it
(pyside6-linguist edits them). Each `.ts` gets the new texts and loses those that are gone, and a
`.qm` is compiled from it. What has no translation is shown in English. `en.ts` has only the texts
with a count (`%n`), as English needs their singular too.
"""

import argparse
import ast
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

_ROOT = Path(__file__).resolve().parents[1]
_FOLDER = _ROOT / "resources" / "translations"
_BIN = Path(sys.executable).parent


def messages() -> list[str]:
    """The patterns of the messages that the layers below the window make for the user."""
    found = dict[str, None]()
    for path in sorted((_ROOT / "unspin_gui").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = {
            target.id: node.value
            for node in tree.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Message" and node.args:
                first = node.args[0]
                text = named.get(first.id) if isinstance(first, ast.Name) else first
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    found[text.value] = None
    return list(found)


def missing_in(path: Path) -> list[str]:
    """The texts in a translation file that are untranslated, or translated only tentatively."""
    messages = ET.parse(path).iter("message")  # noqa: S314 - a file of our own
    return [
        message.findtext("source", "")
        for message in messages
        if not "".join(message.find("translation").itertext()).strip()
        or message.find("translation[@type='unfinished']") is not None
    ]


def main() -> None:
    """Update and compile every language."""
    shape = argparse.RawDescriptionHelpFormatter
    argparse.ArgumentParser(description=__doc__, formatter_class=shape).parse_args()
    sources = sorted(map(str, (_ROOT / "unspin_gui" / "ui").rglob("*.py")))
    with tempfile.TemporaryDirectory() as folder:
        below = Path(folder) / "messages.py"
        below.write_text("".join(f"tr({text!r})\n" for text in messages()), encoding="utf-8")
        _update([*sources, str(below)])


def _update(sources: list[str]) -> None:
    for path in sorted(_FOLDER.glob("*.ts")):
        update = [_BIN / "pyside6-lupdate", "-silent", "-no-obsolete", "-locations", "none"]
        update += ["-pluralonly"] if path.stem == "en" else []
        subprocess.run([*update, *sources, "-ts", path], check=True)
        release = [_BIN / "pyside6-lrelease", "-silent", path, "-qm", path.with_suffix(".qm")]
        subprocess.run(release, check=True)
        missing = missing_in(path)
        print(f"{path.name}: {len(missing)} without translation", *missing, sep="\n  ")


if __name__ == "__main__":
    main()
