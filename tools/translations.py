"""Take the texts of the window into the files of translations, and make what the program reads.

`resources/translations/de.ts` is the German one; for another language copy an empty one beside it
(pyside6-linguist edits them). Each `.ts` gets the texts that are new and loses those that are gone,
and a `.qm` is made of it. What has no translation is shown in English. `en.ts` has the texts with a
count alone (`%n`), as English too needs their singular.
"""

import argparse
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

_ROOT = Path(__file__).resolve().parents[1]
_FOLDER = _ROOT / "resources" / "translations"
_BIN = Path(sys.executable).parent


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
