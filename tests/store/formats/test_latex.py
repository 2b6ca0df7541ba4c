"""LaTeX: its prose is shown as it is typeset, and only corrected words change."""

import re
from pathlib import Path

import pytest
from differing import differing
from hypothesis import given, settings
from hypothesis import strategies as st

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit, Opened

PAPER = r"""% bosom
\documentclass[12pt]{article}
\usepackage[utf8]{inputenc} \newcommand{\me}[1][x]{bosom #1}
\title{On counterfeit \emph{consciousness}}
\author{A. Bosom}
\begin{document}
\maketitle
\begin{abstract}
We use pro\-found  learning~\cite[p.~4]{bosom2020} and na\"{\i}ve ``counterfeit
% in between
   con%
   sciousness'' --- see \S~\ref{sec:bosom}.
\end{abstract}

\section[short]{Intro \& more}\label{sec:bosom}
Let $x = bosom$ be a flag to {\bf commotion} ratio\footnote{A note
with text.}. Then \[ bosom \] where Erd\H{o}s \textbf{big
data} 50\% of caf\'e \methodname{} works, \url{http://bosom_y}.
\begin{equation*}
 bosom
\end{equation*}
\def\bosom#1{bosom}\iffalse bosom \fi
\begin{itemize}
\item One \verb|a{%b| two
\item[(a)] Three
\end{itemize}
\begin{figure}[htb]\centering\includegraphics[width=3cm]{bosom.pdf}
\caption{A caption.}\end{figure}
\begin{tabular}{l|c}
A & B \\ \hline
C & \multicolumn{2}{c}{D}
\end{tabular}
\begin{verbatim}
bosom { \end{document}
\end{verbatim}
\href{http://bosom}{Link text} and \textcolor{red}{red} \\[2pt] end.
\begin{thebibliography}{9}\bibitem{x} Bosom.\end{thebibliography}
\end{document}
bosom
"""
SHOWN = [
    "On counterfeit consciousness",
    (
        "We use pro\u00adfound learning\u00a0\\cite[p.~4]{bosom2020} and naïve “counterfeit"
        " consciousness” — see §\u00a0\\ref{sec:bosom}."
    ),
    "Intro & more",
    "Let $x = bosom$ be a flag to commotion ratio [A note with text.]. Then",
    "where Erdős big data 50% of café \\methodname{} works, \\url{http://bosom_y}.",
    "One \\verb|a{%b| two",
    "[(a)] Three",
    "A caption.",
    *"ABCD",
    "Link text and red\u2028end.",
]


def opened(text: str, name: str = "a.tex") -> Opened:
    return formats.from_bytes(Path(name), text.encode())


def edited(file: Opened, old: str, new: str, tmp_path: Path) -> str:
    start = file.text.index(old)
    formats.write(tmp_path / "b.tex", file, [Edit(Span(start, start + len(old)), new)])
    return (tmp_path / "b.tex").read_text(encoding="utf-8")


def test_the_prose_is_shown_as_it_is_typeset() -> None:
    file = opened(PAPER)
    assert file.kind == "latex"
    assert file.text.split("\n") == SHOWN
    told = ("code (1)", "formulas (2)", "reference lists (1)")
    assert [what in notice for what, notice in zip(told, file.notices, strict=True)] == [True] * 3


def test_commands_keys_and_formulas_are_not_judged() -> None:
    file = opened(PAPER)
    shown = list(file.text)
    for span in file.skip:
        shown[slice(*span)] = " " * span.size
    assert not re.search(r"[\\${}]|bosom", "".join(shown))


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        (
            "pro\u00adfound learning",
            "deep learning",
            "pro\\-found  learning",
            "deep  learning",
        ),
        (
            "“counterfeit consciousness”",
            "“artificial intelligence”",
            "counterfeit\n% in between\n   con%\n   sciousness",
            "artificial\n% in between\n   intelligence%\n   ",
        ),
        ("big data", "large sets", "big\ndata", "large\nsets"),
        ("commotion", "noise", "commotion", "noise"),
        (
            "flag to commotion",
            "signal to noise",
            "flag to {\\bf commotion",
            "signal to {\\bf noise",
        ),
        ("naïve", "plain & simple", 'na\\"{\\i}ve', "plain \\& simple"),
        ("café", "50% – “x_y” {z} naïve…", "caf\\'e", "50\\% -- ``x\\_y'' \\{z\\} naïve\\ldots{}"),
        ("x = bosom", "y = bosom_1", "x = bosom", "y = bosom_1"),
        ("Three", "3\u2028three", "Three", "3\\\\\nthree"),
        ("One", "One\nor", "One", "One\n\nor"),
    ],
)
def test_only_the_words_change(old: str, new: str, before: str, after: str, tmp_path: Path) -> None:
    assert edited(opened(PAPER), old, new, tmp_path) == PAPER.replace(before, after, 1)


def test_paragraphs_are_joined_but_commands_are_never_lost(tmp_path: Path) -> None:
    text = "One two.\n\nThree.\n\\section{Four} five.\n"
    assert edited(opened(text), ".\nThree", ". Three", tmp_path) == text.replace("\n\n", " ")
    with pytest.raises(StoreError, match="keeps apart"):
        edited(opened(text), ".\nFour", ". Four", tmp_path)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("\\chapter{One}\n\\begin{document} x\n", "One\nx"),
        ("A \\unknown[x]{big data}, {\\it b}", "A big data, b"),
        (
            "\\gls{api} \\autoref{fig:x} and \\setfoo{a}{b=c}",
            "\\gls{api} \\autoref{fig:x} and a {b=c}",
        ),
        ("word\\index{key}word", "wordword"),
        ("word\\mykey{key}word", "word key word"),
        ("$5 and $6 of\n\nx", "$5 and $6 of\nx"),
        ("costs $5\n\nnot $6", "costs $5\nnot $6"),
        ("a\\\\*[2pt]b", "a\u2028b"),
        ("\\'{E}tude \\c{c}a \\v Sa \\~{} \\^", "Étude ça Ša ~ ^"),
        ("a %\n\nb", "a\nb"),
        ("a % b\n%c\n d", "a d"),
        ("\\begin{foo}[x]{a=b}Text\\end{foo}", "Text"),
        ("$$ x $$ a \\( b \\) c", "a \\( b \\) c"),
        ("{ unclosed \\emph{x \\cite{", "unclosed \\emphx \\cite"),
        ("\\begin{verbatim} never ends", ""),
        ("\\", ""),
        ("", ""),
        ("\\foo{see a}{path}%\nThey", "see a path They"),
        (r"\foo{see a}{path}{c!d}They", r"see a path c!d They"),
        ("A \\indexdef{loop, iterated}%\nof", "A of"),
        (r"A \indexsee{path}{loop} of \sindex[a]{b!c}d", "A of d"),
        (r"emph\textit{}x\emph{}.", "emphx."),
        (r"a \iffalse b \figure \file c \fi d", "a d"),
        (r"a \iffalse b \ifx cd e \fi f \fi g", "a g"),
        (r"a \iffalse b \else c", "a c"),
        (r"a \iffalse b \iff \newif\ifx \fi c", "a c"),
        ("a \\iffalse b % \\fi\nc \\fi d", "a d"),
        (r"a \iffalse b \ifdef{x}{y}{z} \fi c", "a c"),
        (r"a \iffalse b \final", r"a b \final"),
    ],
)
def test_odd_sources_are_read(source: str, shown: str) -> None:
    assert opened(source).text == shown


@pytest.mark.parametrize("name", ["paper", "paper.txt"])
def test_it_is_recognised_by_its_content(name: str) -> None:
    assert opened(PAPER, name).kind == "latex"
    assert opened("\\section{One}\nWords.", name).kind == "latex"
    assert opened("The \\section{x} command of LaTeX.", name).kind == "text"
    as_text = formats.from_bytes(Path("a.tex"), PAPER.encode(), as_text=True)
    assert (as_text.kind, as_text.text) == ("text", PAPER)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_letters_that_the_encoding_lacks_become_commands(end: str, tmp_path: Path) -> None:
    text = PAPER.replace("utf8", "latin1").replace("50", "é50").replace("\n", end)
    (tmp_path / "a.tex").write_bytes(text.encode("latin-1"))
    file = formats.read(tmp_path / "a.tex")
    assert "é50%" in file.text
    start = file.text.index("red")
    formats.write(tmp_path / "b.tex", file, [Edit(Span(start, start + 3), "Erdős – “ñ”")])
    result = (tmp_path / "b.tex").read_bytes().decode("latin-1")
    assert result == text.replace("{red} ", "{Erd\\H{o}s -- ``ñ''} ")
    written = formats.write(tmp_path / "c.tex", file, [], encoding="utf-8")
    assert written.text == file.text
    assert b"[utf8]{inputenc}" in (tmp_path / "c.tex").read_bytes()


def test_lines_of_the_source_are_places() -> None:
    file = opened(PAPER)
    for phrase, line in (("On counter", 4), ("sciousness”", 12), ("Intro", 15), ("Link", 36)):
        last = max(place for place in file.places if place.start <= file.text.index(phrase) + 3)
        assert (last.kind, last.number) == ("line", line)


PIECES = st.sampled_from(
    [
        *("bosom", "\\emph{big data}", "$x_1$", "\\cite{k1}", "%c\n", "\n", "\n\n", "\\'e", "--"),
        *("a~b", "\\%", "{\\bf x}", "\\item one", "``q''", "\\foo", "\\bar{some words}", "&"),
        *("\\\\", "\\-"),
    ]
)


@settings(max_examples=200, deadline=None)
@given(pieces=st.lists(PIECES, max_size=16), data=st.data())
def test_nothing_outside_an_edit_changes(
    pieces: list[str], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    source = "Start " + " ".join(pieces) + " end.\n"
    file = opened(source)
    skipped = {place for span in file.skip for place in range(*span)}
    words = [m for m in re.finditer(r"[a-zA-Z]{3,}", file.text) if m.start() not in skipped]
    word = data.draw(st.sampled_from(words))
    new = data.draw(st.sampled_from(["corset", "x & y", "50% {a}", "two words", "é – “b”"]))
    path = tmp_path_factory.getbasetemp() / "made.tex"
    formats.write(path, file, [Edit(Span(*word.span()), new)])
    gone, _ = differing(source, path.read_text(encoding="utf-8"))
    assert gone in word[0]
    assert formats.read(path).text == file.text[: word.start()] + new + file.text[word.end() :]


@pytest.mark.parametrize(
    "source",
    [
        r"\begin{bosom-peril} a \end{bosom-peril}",
        r"\begin{bosom peril} a \end{bosom peril}",
        r"\begin{bosom:1} a \end{bosom:1}",
        r"\newglossaryentry{bosom-peril}{name={bosom peril}} a",
        r"\newacronym[x]{bosom-peril}{BP}{bosom peril} a",
    ],
)
def test_names_of_environments_and_of_glossary_entries_are_not_shown(source: str) -> None:
    text = formats.from_bytes(
        Path("a.tex"),
        f"\\documentclass{{x}}\n\\begin{{document}}\n{source}\n\\end{{document}}\n".encode(),
    ).text
    assert text.strip() == "a"


def test_keys_of_acronyms_are_not_judged() -> None:
    for command in ("acrshort", "acrlongpl", "Acrfull", "gls", "acp"):
        source = rf"An \{command}{{bosom-peril}} a."
        opened = formats.from_bytes(
            Path("a.tex"), rf"\begin{{document}}{source}\end{{document}}".encode()
        )
        judged = "".join(opened.text)
        for span in reversed(opened.skip):
            judged = judged[: span.start] + judged[span.end :]
        assert "bosom" not in judged


@pytest.mark.parametrize(
    "piece",
    [
        "\\begin{verbatim}",
        "\\begin{lstlisting}a",
        "\\[",
        "\\(",
        "\\makeatletter ",
        "\\replaced{a}",
        "\\\\[",
        "\\lstinline[",
    ],
)
def test_what_never_ends_is_looked_for_once(piece: str) -> None:
    is_shown = opened(piece * 30_000 + "\n\nEnd.").text.endswith("End.")
    assert is_shown == ("begin" not in piece)
