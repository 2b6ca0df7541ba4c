"""Which paragraphs are no English: they are told, not judged, and say nothing of the others."""

from types import SimpleNamespace

import pytest

from unspin_gui.core.detection.foreign import words_of
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.text.prose import prose_passages

ENGLISH = (
    "The council said on Monday that it will open the new bridge to all traffic in the spring. "
    "Work on the road has cost more than was planned, and the mayor is not pleased with it.\n\n"
)
NAMES = "Present were Paul Miller, Anna Bridge, the mayor and Dr Green of the council.\n\n"
FOREIGN = {
    "Spanish": "El ayuntamiento anunció que abrirá el nuevo puente al tráfico en la primavera.\n\n",
    "German": "Der Rat der Stadt hat beschlossen, die neue Brücke im Frühjahr zu öffnen.\n\n",
    "figures": "".join(f"{n * 3.1:.2f}\t{n * 17 % 97}\tKd{n}\t{n * n}\n" for n in range(20)) + "\n",
    "code": "const v1 = await fetchThing(1, cfg.x1);\nlet zq = xs.map(fn => fn * 2) || []\n\n",
}
WORDS = set(
    "council said monday open new bridge traffic spring work road cost planned mayor pleased all "  # noqa: SIM905
    "present were paul miller anna green no".split()
)
NUMBERS = {word: number for number, word in enumerate(sorted(WORDS))}


def foreign_in(text: str) -> list[str]:
    reader = SimpleNamespace(model=SimpleNamespace(words=NUMBERS, outside=len(NUMBERS)))
    passages = prose_passages(text)
    apart = words_of(passages, Knowledge(reader=reader)).foreign  # type: ignore[arg-type]
    return [one.text for one in passages if one.start in apart]


@pytest.mark.parametrize("kind", FOREIGN)
@pytest.mark.parametrize("before", [0, 1, 3])
@pytest.mark.parametrize("after", [0, 1, 3])
def test_they_are_told_wherever_they_stand(kind: str, before: int, after: int) -> None:
    text = FOREIGN[kind]
    wanted = [one.text for one in prose_passages(text)]
    assert foreign_in(ENGLISH * before + text * 2 + ENGLISH * after) == wanted * 2


def test_a_list_of_names_between_english_is_english() -> None:
    assert foreign_in(ENGLISH + NAMES + ENGLISH) == []


def test_a_few_words_get_the_benefit_of_doubt() -> None:
    assert foreign_in("El ayuntamiento anunció que abrirá el puente.") == []


def test_words_of_other_passages_do_not_count_for_the_english_ones() -> None:
    reader = SimpleNamespace(model=SimpleNamespace(words=NUMBERS, outside=len(NUMBERS)))
    passages = prose_passages(ENGLISH + FOREIGN["Spanish"] * 3)
    words = words_of(passages, Knowledge(reader=reader))  # type: ignore[arg-type]
    assert words.counts["bridge"] == 1
    assert "puente" not in words.counts
    assert words.contains("nuevo puente")


@pytest.mark.parametrize("copies", [1, 2, 30])
def test_the_words_of_a_passage_count_once_however_often_it_is_repeated(copies: int) -> None:
    reader = SimpleNamespace(model=SimpleNamespace(words=NUMBERS, outside=len(NUMBERS)))
    for text in (ENGLISH, NAMES):
        passages = prose_passages(text * copies + "The mayor was in Green.\n\n")
        words = words_of(passages, Knowledge(reader=reader))  # type: ignore[arg-type]
        assert words.counts["mayor"] == 2
