"""Damaged documents of every form are answered in words, and never half written."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from epub_files import chapter, epub

ROOT = Path(__file__).resolve().parents[3]
TOOL = ROOT / "tools" / "hostile_files.py"
WORDS = "Some words of prose that are long enough to be corrected, and more of them after that.\n"
MADE = {
    "a.xml": f"<doc><p>{WORDS}</p><list><item>A <b>bosom</b> &amp; peril</item></list></doc>",
    "a.tex": f"\\section{{Head}}\n{WORDS}\\emph{{bosom}} $x$ \\cite{{k}}\n\n% c\n{WORDS}",
    "a.srt": f"1\n00:00:01,000 --> 00:00:02,000\n{WORDS}\n2\n00:03,000 --> 00:04,000\n<i>Yes</i>",
    "a.vtt": f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>{WORDS}\nNOTE no\n",
    "a.html": f"<html><body><p>{WORDS}<p>More&nbsp;of <b>the</b> same</body></html>",
    "a.epub": "",
}


@pytest.mark.parametrize("name", MADE)
def test_damaged_files_are_answered_in_words(name: str, tmp_path: Path) -> None:
    book = epub({"a.xhtml": chapter(f"<p>{WORDS}</p>"), "b.xhtml": chapter("<p>More text</p>")})
    (tmp_path / name).write_bytes(MADE[name].encode() or book)
    command = [sys.executable, str(TOOL), str(tmp_path), "--count", "60", "--seed", "7"]
    ran = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    shown = sum(map(int, re.findall(r"(\d+) shown, corrected, saved", ran.stdout)))
    told = sum(map(int, re.findall(r"(\d+) told: ", ran.stdout)))
    assert shown + told >= 30  # the rest has lost all its text
