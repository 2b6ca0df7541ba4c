"""Lines of a table that begin with a number sign: comments, or rows that look like one."""

from pathlib import Path

import pytest

from unspin_gui.core.glossary.entry import Entry
from unspin_gui.store import exchange

COMMENTED = "a line that begins with # is a comment"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("c.csv", "# x,y\nbosom,breast\n", [1]),
        ("c.csv", "spun,fix\nbosom,breast\n# peril,cancer\n## the end\n", [3]),
        ("c.csv", "spun,fix,note\nbosom,breast,\n# made in 2021, by hand\n# peril,,\n", []),
        ("c.csv", "## peril;cancer\nbosom;breast\n", [1]),
        ("c.tsv", "# one\t, two\tnote\nbosom\tbreast\n#\n# a note\n", [1]),
        ("o.utf8", "# one, two\n# peril\tcancer\nbosom\tbreast\n#7 days\tweek\n", [2, 4]),
        ("p.txt", "# a note\nbosom->breast\n# peril->cancer, a reason\n", [3]),
        ("p.txt", "bosom=breast\n#peril=cancer\n", [2]),
    ],
)
def test_a_comment_that_could_be_a_row_is_told(
    tmp_path: Path, name: str, text: str, told: list[int]
) -> None:
    path = tmp_path / name
    path.write_text(text)
    found = exchange.read(path)
    assert [(e.phrase, e.fixes) for e in found.entries] == [("bosom", ("breast",))]
    assert [skip.line for skip in found.skipped] == told
    assert all(skip.reason.startswith(COMMENTED) for skip in found.skipped)


@pytest.mark.parametrize("name", ["c.csv", "c.tsv"])
@pytest.mark.parametrize("phrase", ["# x", "## x", "#", "#! x", "#x", " # x"])
def test_a_phrase_with_a_number_sign_is_written_as_no_comment(
    tmp_path: Path, name: str, phrase: str
) -> None:
    entries = (Entry(phrase.strip(), ("y",)), Entry("bosom", ("breast",)))
    exchange.write(tmp_path / name, entries)
    assert exchange.read(tmp_path / name) == exchange.Exchange(entries)
