"""Subtitles: a cue or a sentence is a paragraph; times, numbers, tags and all else stay."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from differing import differing
from hypothesis import given, settings
from hypothesis import strategies as st

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit, Opened
from unspin_gui.store.formats.misfits import misfits

SRT = """1
00:00:01,000 --> 00:00:04,000
<i>We use counterfeit
consciousness</i> as 5 < 6

2
00:00:05,000 --> 00:00:08,000 X1:1 X2:9
{\\an8}- Second &amp; cue.

after a blank line

4
00:00:09,000 --> 00:00:10,000

7
00:00:11,000 --> 00:00:12,000
<font color="red">The</font>  end
"""
SRT_SHOWN = [
    "We use counterfeit\u2028consciousness as 5 < 6",
    "- Second &amp; cue.\u2028after a blank line",
    "The end",
]
VTT = """WEBVTT - bosom
Kind: captions

NOTE
bosom

STYLE
::cue { color: bosom }

intro bosom
00:01.000 --> 00:04.000 align:start
<v Roger Bosom>We use counterfeit
consciousness</v> &amp; <00:02.000>more&nbsp;x

1:00:05.000 --> 1:00:08.000
Second <c.bosom>cue</c>

NOTE bosom
"""
VTT_SHOWN = ["We use counterfeit\u2028consciousness & more\u00a0x\u2028Second cue"]
BOTH = [("a.srt", SRT, SRT_SHOWN), ("a.vtt", VTT, VTT_SHOWN)]


def opened(text: str, name: str = "a.srt") -> Opened:
    return formats.from_bytes(Path(name), text.encode())


def edited(file: Opened, old: str, new: str, tmp_path: Path) -> str:
    start = file.text.index(old)
    formats.write(tmp_path / "b.srt", file, [Edit(Span(start, start + len(old)), new)])
    return (tmp_path / "b.srt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "source", "lines"), BOTH)
@pytest.mark.parametrize("called", ["", ".txt", ".srt", ".vtt", ".text"])
def test_cues_are_shown_whatever_the_file_is_called(
    name: str, source: str, lines: list[str], called: str
) -> None:
    file = opened(source, Path(name).stem + called)
    assert (file.kind, file.text.split("\n")) == ("subtitles", lines)


def test_numbers_of_cues_are_places() -> None:
    file = opened(SRT)
    assert [(file.text[p.start :][:3], str(p)) for p in file.places] == [
        ("We ", "cue 1"),
        ("- S", "cue 2"),
        ("The", "cue 7"),
    ]
    assert [str(place) for place in opened(VTT, "a.vtt").places] == ["cue 1", "cue 2"]


@pytest.mark.parametrize(
    ("source", "old", "new", "before", "after"),
    [
        (
            source,
            "counterfeit\u2028consciousness",
            "artificial\u2028intelligence",
            "counterfeit\nconsciousness",
            "artificial\nintelligence",
        )
        for source in (SRT, VTT)
    ]
    + [
        (SRT, "counterfeit\u2028consciousness", "AI", "counterfeit\nconsciousness", "AI"),
        (SRT, "Second", "A < B & <b>", "Second", "A < B & <b>"),
        (SRT, "The end", "An end", "The</font>  end", "An</font>  end"),
        (VTT, "Second", "A < B --> C", "Second", "A &lt; B --&gt; C"),
        (VTT, "& more\u00a0x", "< more\u00a0x", "&amp; <0", "&lt; <0"),
        (VTT, "cue", "cue\u2028two", "cue</c>", "cue\ntwo</c>"),
    ],
)
def test_only_the_words_change(
    source: str, old: str, new: str, before: str, after: str, tmp_path: Path
) -> None:
    if "<b>" in new:
        with pytest.raises(StoreError, match="“Second” cannot be made in this subtitle file"):
            edited(opened(source), old, new, tmp_path)
    else:
        assert edited(opened(source), old, new, tmp_path) == source.replace(before, after, 1)


@pytest.mark.parametrize(
    ("old", "new"), [("end", "\n"), ("The", "a\u2028\u20281\u2028b"), ("6\n-", "6 -")]
)
def test_cues_are_neither_split_nor_joined(old: str, new: str, tmp_path: Path) -> None:
    file = opened(SRT.replace("4\n00:00:09,000", "3\n00:00:09,000"))
    with pytest.raises(StoreError):
        edited(file, old, new, tmp_path)
    assert not (tmp_path / "b.srt").exists()


def test_a_file_without_cues_is_text() -> None:
    found = opened("Just words --> of prose.\n")
    assert found.kind == "text"
    assert found.notices == (
        "The file contains no subtitles, despite its name; it is shown as text.",
    )
    assert opened("WEBVTT\n\nNOTE nothing\n").text == ""
    assert opened("1\n\nOne o'clock --> two.", "a.txt").kind == "text"


@pytest.mark.parametrize("signature", ["WEBVTT-", "webvtt", " WEBVTT", "WEB VTT x", "Bosom", ""])
def test_subtitles_with_a_broken_signature_are_read_and_told(
    signature: str, tmp_path: Path
) -> None:
    source = VTT.replace("WEBVTT", signature, 1)
    found = opened(source, "a.vtt")
    assert (found.kind, found.text.split("\n")) == ("subtitles", VTT_SHOWN)
    assert [told.startswith("The file does not begin with") for told in found.notices] == [True]
    start = found.text.index("Second")
    for name in ("b.vtt", "b.srt"):  # read as what it was
        formats.write(tmp_path / name, found, [Edit(Span(start, start + 6), "3 & 4")])
        assert (tmp_path / name).read_text() == source.replace("Second", "3 &amp; 4")


@pytest.mark.parametrize("name", ["a.vtt", "a.srt"])
def test_a_right_signature_says_nothing(name: str) -> None:
    assert opened(VTT, name).notices == ()
    assert opened(SRT, "a.srt").notices == ()
    assert "WEBVTT" in opened(SRT, "a.vtt").notices[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_bytes_stay_in_every_encoding(encoding: str, end: str, tmp_path: Path) -> None:
    text = SRT.replace("Second", "Café").replace("\n", end)
    path = tmp_path / "a.srt"
    path.write_bytes(text.encode(encoding))
    file = formats.read(path)
    assert file.kind == "subtitles"
    start = file.text.index("Café")
    formats.write(tmp_path / "b.srt", file, [Edit(Span(start, start + 4), "Bar")])
    assert (tmp_path / "b.srt").read_bytes() == text.replace("Café", "Bar").encode(encoding)


LINES = st.lists(
    st.sampled_from(
        ["some words", "<i>bosom</i> peril", "- two speak", "a < b & nine", "♪ lala ♪"]
    ),
    min_size=1,
    max_size=3,
)


@settings(max_examples=100, deadline=None)
@given(cues=st.lists(LINES, min_size=1, max_size=5), vtt=st.booleans(), data=st.data())
def test_nothing_outside_an_edit_changes(
    cues: list[list[str]],
    vtt: bool,
    data: st.DataObject,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    source = "WEBVTT\n\n" if vtt else ""
    for n, lines in enumerate(cues, 1):
        text = "\n".join(lines)
        text = text.replace("&", "&amp;").replace("a < b", "a &lt; b") if vtt else text
        source += f"{n}\n00:00:{n:02},000 --> 00:00:{n + 1:02},000\n{text}\n\n"
    file = opened(source)
    assert len(file.places) == len(cues)
    word = data.draw(st.sampled_from(list(re.finditer(r"[a-z]{3,}", file.text))))
    new = data.draw(st.sampled_from(["corset", "x & y", "one two", "é"]))
    path = tmp_path_factory.getbasetemp() / "made.srt"
    formats.write(path, file, [Edit(Span(*word.span()), new)])
    gone, _ = differing(source, path.read_text(encoding="utf-8"))
    assert gone in word[0]
    assert formats.read(path).text == file.text[: word.start()] + new + file.text[word.end() :]


def test_all_edits_that_do_not_fit_are_named(tmp_path: Path) -> None:
    cues = "".join(f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},500\nnoon\n\n" for n in range(1, 60))
    file = formats.from_bytes(Path("a.srt"), cues.encode())
    spans = [Span(at, at + 4) for at in range(0, len(file.text), 5)]
    bad = {spans[n] for n in (3, 4, 30, 58)}
    edits = [Edit(span, "12:00 --> 12:01" if span in bad else "day") for span in spans]
    with pytest.raises(formats.MisfitError) as caught:
        formats.write(tmp_path / "a.srt", file, edits)
    assert set(caught.value.spans) == bad
    assert not (tmp_path / "a.srt").exists()


def clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def test_few_misfits_among_many_edits_are_all_named(tmp_path: Path) -> None:
    cues = "".join(f"{n}\n{clock(n)},000 --> {clock(n)},500\nnoon\n\n" for n in range(1, 1025))
    file = formats.from_bytes(Path("a.srt"), cues.encode())
    spans = [Span(at, at + 4) for at in range(0, len(file.text), 5)]
    bad = set(spans[50::100])
    edits = [Edit(span, "12:00 --> 12:01" if span in bad else "day") for span in spans]
    with pytest.raises(formats.MisfitError) as caught:
        formats.write(tmp_path / "a.srt", file, edits)
    assert set(caught.value.spans) == bad


@pytest.mark.parametrize(("trials", "named"), [(100, {5, 33}), (6, {*range(16), *range(32, 48)})])
def test_halves_with_misfits_are_named_once_the_trials_are_used_up(
    trials: int, named: set[int]
) -> None:
    edits = [Edit(Span(at, at + 1), "x") for at in range(64)]
    tried = list[int]()

    def fits(some: Sequence[Edit]) -> bool:
        tried.append(len(some))
        return not any(edit.span.start in {5, 33} for edit in some)

    parts = misfits(edits, fits, trials)
    assert named == {edit.span.start for part in parts for edit in part}
    assert len(tried) <= trials
    assert len(parts) == 2


@settings(max_examples=60, deadline=None)
@given(
    pairs=st.sets(st.tuples(st.integers(0, 63), st.integers(0, 63)), max_size=4),
    alone=st.sets(st.integers(0, 63), max_size=3),
)
def test_edits_that_do_not_fit_together_only_are_named_so_that_the_rest_fits(
    pairs: set[tuple[int, int]], alone: set[int]
) -> None:
    edits = [Edit(Span(at, at + 1), "x") for at in range(64)]
    apart = [{one, other} for one, other in pairs if one != other]

    def fits(some: Sequence[Edit]) -> bool:
        places = {edit.span.start for edit in some}
        return not (places & alone) and not any(pair <= places for pair in apart)

    parts = misfits(edits, fits) if not fits(edits) else []
    named = {edit.span.start for part in parts for edit in part}
    assert all(len(part) == 1 for part in parts)
    assert fits([edit for edit in edits if edit.span.start not in named])
    assert len(named) == len(parts) <= len(alone) + len(apart)
    assert named <= alone | {max(pair) for pair in apart}


def cued(*texts: str, vtt: bool = False) -> str:
    times = (f"00:00:{n:02}{'.' if vtt else ','}000 --> 00:00:{n:02}.500" for n in range(60))
    cues = (f"{time}\n{text}\n" for time, text in zip(times, texts, strict=False))
    return ("WEBVTT\n\n" if vtt else "") + "\n".join(cues)


@pytest.mark.parametrize("vtt", [False, True])
@pytest.mark.parametrize(
    ("first", "second", "goes_on"),
    [
        ("A bosom", "peril", True),
        ("<i>A bosom</i>", "<i>peril</i>", True),
        ("In May,", "Anna came", True),
        ("It was 5", "I saw", True),
        ("A bosom.", "peril", False),
        ("A bosom", "Peril", True),
        ("A bosom", "- peril", False),
        ("A bosom", "(peril)", False),
        ("A bosom", "<v Anna>peril", False),
        ("A bosom!", "Peril", False),
        ("A bosom", "", False),
        ("♪ a bosom ♪", "peril", False),
    ],
)
def test_a_sentence_may_go_on_in_the_next_cue(
    *, first: str, second: str, goes_on: bool, vtt: bool
) -> None:
    if "<v" in second and not vtt:
        second = second.replace("<v Anna>", "— ")
    file = opened(cued(first, second, vtt=vtt), "a.vtt" if vtt else "a.srt")
    assert ("\u2028" in file.text) == goes_on
    assert len(file.places) == 1 + bool(second)


@pytest.mark.parametrize(
    ("new", "made"),
    [
        ("breast\u2028cancer", ("It is breast", "cancer in <i>hen</i>")),
        ("the\u2028breast cancer", ("It is the", "breast cancer in <i>hen</i>")),
        ("cancer", ("It is cancer", " in <i>hen</i>")),
    ],
)
def test_a_phrase_of_two_cues_is_changed_in_both(
    new: str, made: tuple[str, str], tmp_path: Path
) -> None:
    source = cued("It is bosom", "peril in <i>hen</i>", "forces.", "Next")
    assert edited(opened(source), "bosom\u2028peril", new, tmp_path) == cued(
        *made, "forces.", "Next"
    )


def test_subtitles_without_full_stops_are_no_single_paragraph() -> None:
    lengths = [len(part) for part in opened(cued(*["and so it goes"] * 59)).text.split("\n")]
    assert max(lengths) < 700
    assert len(lengths) > 1


@pytest.mark.parametrize(
    ("old", "new"), [("bosom", "bosom."), ("bosom.", "bosom"), ("peril", "- peril")]
)
def test_what_ends_a_sentence_or_joins_two_can_be_written(
    old: str, new: str, tmp_path: Path
) -> None:
    source = cued("A bosom." if "." in old else "A bosom", "peril.")
    assert edited(opened(source), old, new, tmp_path) == source.replace(old, new)
