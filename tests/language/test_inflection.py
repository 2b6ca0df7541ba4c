"""Forms of phrases, and fixes put into the form of their phrase."""

from pathlib import Path

import pytest

from unspin_gui import paths
from unspin_gui.core.errors import LanguageDataError
from unspin_gui.language import inflection
from unspin_gui.language.inflection import Form, forms, inflect_like, inflected, readings


@pytest.mark.parametrize(
    ("phrase", "expected", "never"),
    [
        ("drone assault", {"drone assaults", "drone assault's"}, {"drones assault"}),
        ("carry out", {"carries out", "carried out", "carrying out"}, {"carry outs"}),
        ("section of defense", {"sections of defense"}, {"section of defenses"}),
        ("trouble", {"troubles", "troubled", "troubling"}, {"trouble"}),
        ("calendar year", {"calendar years"}, set()),
        ("Big Data", set(), {"big data"}),
        ("1-0", set(), {"1-0"}),
        ("", set(), set()),
    ],
)
def test_forms(phrase: str, expected: set[str], never: set[str]) -> None:
    found = set(forms(phrase))
    assert expected <= found
    assert not never & found


@pytest.mark.parametrize(
    ("fix", "phrase", "surface", "expected"),
    [
        ("drone attack", "drone assault", "drone assaults", "drone attacks"),
        ("go", "travel", "travelled", "went"),
        ("carry out", "execute", "executing", "carrying out"),
        ("problem", "troubles", "trouble", "problem"),
        (
            "department of defense",
            "section of defense",
            "sections of defense",
            "departments of defense",
        ),
        ("partner", "husband or wife", "husband or wife's", "partner's"),
        ("fire", "hearth", "hearth", "fire"),
        ("fire", "hearth", "stove", None),
        ("fire", "rocket hearth", "hearth", None),
    ],
)
def test_inflect_like(fix: str, phrase: str, surface: str, expected: str | None) -> None:
    assert inflect_like(fix, phrase, surface) == expected


@pytest.mark.parametrize("lemma", ["broadcast", "forecast", "telecast", "cast"])
def test_a_verb_that_keeps_its_form_in_the_past(lemma: str) -> None:
    assert inflected(lemma, "VBD") == inflected(lemma, "VBN") == lemma
    if lemma != "cast":
        assert Form(lemma, "VBD") in readings(f"{lemma}ed")  # understood all the same
    assert inflect_like(f"{lemma} it", "show it", "showed it") == f"{lemma} it"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("feet", [("foot", "NNS")]),
        ("better", [("better", "NN"), ("better", "VB"), ("good", "JJR"), ("well", "JJR")]),
        ("zebras", [("zebra", "NNS")]),
        ("aardvark", [("aardvark", "NN")]),
        ("zzz", []),
        ("", []),
        ("a", []),
        ("x1", []),
        ("Feet", []),
        ("eet", []),
    ],
)
def test_readings(word: str, expected: list[tuple[str, str]]) -> None:
    assert [tuple(form) for form in readings(word)] == expected


@pytest.mark.parametrize(
    ("lemma", "tag", "form"),
    [
        ("be", "VBZ", "is"),
        ("axis", "NNS", "axes"),
        ("proofread", "VBD", "proof read"),
        ("important", "JJR", None),
        ("zzz", "NNS", None),
    ],
)
def test_inflected(lemma: str, tag: str, form: str | None) -> None:
    assert inflected(lemma, tag) == form


@pytest.mark.parametrize(("data", "told"), [(None, "missing"), (b"x", "damaged")])
def test_a_bad_file_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes | None, told: str
) -> None:
    folder = tmp_path / "language"
    folder.mkdir()
    if data is not None:
        (folder / "inflections.bin").write_bytes(data)
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    inflection._blocks.cache_clear()
    try:
        with pytest.raises(LanguageDataError, match=f"inflections.bin is {told}"):
            inflection._blocks()
    finally:
        inflection._blocks.cache_clear()
