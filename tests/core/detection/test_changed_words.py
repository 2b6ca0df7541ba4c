"""The words of a suspect that its fixes change: only these are told to programs."""

import pytest

from unspin_gui.core.detection.changed_words import ChangedWords, changed_words
from unspin_gui.core.suspects import THESAURUS, Suggestion, Suspect
from unspin_gui.core.text.spans import Span

AT = 7


def _changed(phrase: str, *fixes: str, source: str = "news", span: int = 0) -> ChangedWords:
    suspect = Suspect(Span(AT, AT + (span or len(phrase))), phrase, "known", 0.97, None)
    return changed_words(suspect, [Suggestion(fix, 0.5, source) for fix in fixes])


@pytest.mark.parametrize(
    ("phrase", "fixes", "inner", "left"),
    [
        ("the steps of", ["the actions of"], "steps", ["actions"]),
        ("a very important", ["an important"], "a very", ["an"]),
        ("Amid these are", ["Among these are"], "Amid", ["Among"]),
        ("on the other hand makes", ["makes"], "on the other hand makes", ["makes"]),
        ("or on the other hand makes", ["or makes"], "on the other hand makes", ["makes"]),
        ("electric power pylons", ["electricity pylons"], "electric power", ["electricity"]),
        ("take place", ["take take place"], "place", ["take place"]),
        ("partner forces", ["allied troops"], "partner forces", ["allied troops"]),
        ("THE steps", ["the actions"], "THE steps", ["the actions"]),
        ("stay put", ["stay there", "remain there"], "stay put", ["stay there", "remain there"]),
        ("stay put", ["stay there", "stay here"], "put", ["there", "here"]),
        ("steps", ["actions"], "steps", ["actions"]),
        ("the steps", [], "the steps", []),
    ],
)
def test_only_the_words_that_change_remain(
    phrase: str, fixes: list[str], inner: str, left: list[str]
) -> None:
    span, text, changed = _changed(phrase, *fixes)
    assert text == inner == ("." * AT + phrase)[slice(*span)]
    assert [fix.text for fix in changed] == left


@pytest.mark.parametrize("phrase", ["the raising function of", "a 7 days a 7 days", "go go go"])
@pytest.mark.parametrize(
    "fix", ["the growing role of", "a week a 7 days", "go", "go go", "the function", "of", "7 days"]
)
def test_putting_the_fix_in_place_gives_the_same_text(phrase: str, fix: str) -> None:
    source = f"before {phrase} after"
    span, text, (changed,) = _changed(phrase, fix)
    assert source[: span.start] + changed.text + source[span.end :] == f"before {fix} after"
    assert text
    assert changed.text


def test_fixes_of_other_sources_do_not_widen_the_place() -> None:
    suspect = Suspect(Span(0, 9), "the steps", "known", 0.97, None)
    fixes = [Suggestion("the actions", 0.8, "news"), Suggestion("its acts", 0.2, THESAURUS)]
    assert changed_words(suspect, fixes) == ChangedWords(
        Span(4, 9), "steps", (Suggestion("actions", 0.8, "news"),)
    )


def test_phrases_with_markup_inside_stay_whole() -> None:
    phrase, fix = "the steps of", "the actions of"
    assert _changed(phrase, fix, span=len(phrase) + 2).phrase == phrase


def test_what_only_a_thesaurus_offers_stays_whole() -> None:
    assert _changed("the steps of", "the actions of", source=THESAURUS).phrase == "the steps of"
