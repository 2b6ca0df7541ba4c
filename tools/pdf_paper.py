"""Set a paper of two columns with twelve spun phrases in LaTeX, and look for them in its PDF.

usage: pdf_paper.py [--pages N] [--keep FOLDER]

Needs pdflatex (Debian: texlive-latex-recommended) and the extra `pdf`. TeX is told to divide many
words, and notes the page of each phrase. Prints each phrase with its page and the page of a mark
on it, how many of them a line end divides, and how long the PDF takes from opening to all
marks compared with its text as .txt. Exit 1 if a phrase is missing or on another page.
"""

import argparse
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from unspin_gui.application.knowledge_loading import load_knowledge
from unspin_gui.core.detection.detector import detect
from unspin_gui.core.detection.knowledge import Knowledge, Options
from unspin_gui.core.document.marks import outside_skipped
from unspin_gui.core.document.places import place_at
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Opened

SPUN = (
    "Research on *counterfeit consciousness* has made rapid progress in the last decade.",
    "A model based on *profound learning* was trained on the images of the first data set.",
    "An *irregular timberland* classifier with one hundred trees was trained on these features.",
    "Early detection of *bosom peril* increases the survival of the patients.",
    "Methods of *information mining* extract patterns from large databases.",
    "The quality of *machine interpretation* from English into German was evaluated by experts.",
    "Convolutional networks are widely used for *picture recognition* in medicine.",
    "The processing of *huge information* requires distributed storage and computation.",
    "The *neural organization* was trained with stochastic gradient descent.",
    "Irrelevant variables were removed by *feature choice* before the classifier was trained.",
    "The vaccine causes a strong *resistant reaction* in most of the patients.",
    "The dimension of the data was reduced by an analysis of the *chief parts* of the matrix.",
)
"""Sentences with a spun phrase each, between asterisks."""
PHRASES = tuple(sentence.split("*")[1] for sentence in SPUN)
SENTENCES = (
    "The experiment was repeated on three different days with the same equipment.",
    "Participants received written instructions before the measurement began.",
    "We compared the results of both groups with the usual statistical methods.",
    "No significant difference was observed between the first and the second sample.",
    "The temperature of the laboratory was controlled during the entire investigation.",
    "Previous publications report similar observations under comparable conditions.",
    "An independent committee approved the procedure before the experiment started.",
    "The uncertainty of each measurement is given in parentheses after its value.",
    "Several limitations of this approach are discussed in the following section.",
    "Additional information about the apparatus is available from the manufacturer.",
    "The software that was used for the analysis is described elsewhere in detail.",
    "These considerations suggest that the original explanation was not sufficient.",
)
HEAD = r"""\documentclass[10pt,twocolumn]{article}
\usepackage[margin=2cm]{geometry}
\usepackage{fancyhdr}\pagestyle{fancy}\fancyhead[L]{Doe and Roe: On Measurements}
\title{On Measurements and What Follows}
\author{Jane Doe\\University of Elsewhere \and Richard Roe\\Institute of Things}
\hyphenpenalty=-300 \tolerance=3000
\begin{document}\maketitle
\begin{abstract}This paper reports measurements, and what follows from them.\end{abstract}
"""
TAIL = r"""\begin{thebibliography}{9}
\bibitem{a} A. Author. Profound learning and its measurements. Journal of Things, 12:3--9, 1999.
\bibitem{b} B. Writer. More measurements. Journal of Things, 13:1--2, 2003.
\end{thebibliography}\end{document}
"""


def source(pages: int) -> str:
    """The paper in LaTeX: sections of sentences, with a phrase in the middle of each twelfth."""
    chance, parts = random.Random(1), [HEAD]  # noqa: S311 - the same paper each time
    paragraphs = 13 * pages
    for number in range(paragraphs):
        if number % 12 == 0:
            parts.append(f"\\section{{Part {1 + number // 12} of the Report}}\n")
        some = chance.choices(SENTENCES, k=5)
        every = paragraphs / len(PHRASES)
        at = int(number / every)
        if number == int((at + 0.5) * every):
            before, phrase, after = SPUN[at].split("*")
            some.insert(2, f"{before}{phrase}\\label{{p{at}}}{after}")
        parts.append(" ".join(some) + "\n\n")
        if number % 20 == 7:
            parts.append("\\begin{table}[t]\\caption{Values of the series}\\begin{tabular}{rrr}\n")
            rows = (f"{n}.5 & {n * 3}.25 & {n * 7}.125\\\\\n" for n in range(1, 6))
            parts += [*rows, "\\end{tabular}\\end{table}\n"]
    return "".join([*parts, TAIL])


def typeset(folder: Path, pages: int) -> dict[str, int]:
    """Make paper.pdf; returns the page of each phrase."""
    (folder / "paper.tex").write_text(source(pages), encoding="utf-8")
    command = ["pdflatex", "-interaction=batchmode", "paper.tex"]
    for _ in range(2):
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    aux = (folder / "paper.aux").read_text(encoding="utf-8")
    found = re.findall(r"\\newlabel\{p(\d+)\}\{\{[^}]*\}\{(\d+)\}", aux)
    return {PHRASES[int(number)]: int(page) for number, page in found}


def marked(path: Path, knowledge: Knowledge) -> tuple[Opened, list[Suspect], float]:
    """A file, what is marked in it, and the seconds from opening to all marks."""
    start = time.perf_counter()
    opened = formats.read(path)
    found = detect(opened.text, knowledge, skip=opened.skip)
    suspects = list(outside_skipped(found, opened.skip))
    return opened, suspects, time.perf_counter() - start


def divided(path: Path) -> int:
    """How many of the phrases a line end divides, as pdftotext sees the lines."""
    command = ["pdftotext", "-raw", path, "-"]
    text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    return sum(phrase not in " ".join(text.split()) for phrase in PHRASES)


def fastest(path: Path, knowledge: Knowledge, times: int) -> float:
    """The shortest time of several."""
    return min(marked(path, knowledge)[2] for _ in range(times))


def main() -> None:
    """Set the paper, look for the phrases, and compare times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=12)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--keep", type=Path)
    flags = parser.parse_args()
    knowledge = load_knowledge(None, Options()).knowledge
    with tempfile.TemporaryDirectory() as work:
        folder = flags.keep or Path(work)
        folder.mkdir(parents=True, exist_ok=True)
        wanted, path = typeset(folder, flags.pages), folder / "paper.pdf"
        opened, suspects, _seconds = marked(path, knowledge)
        right = 0
        for phrase, page in wanted.items():
            at = opened.text.find(phrase)
            span = Span(at, at + len(phrase))
            one = next((s for s in suspects if at >= 0 and s.span.overlaps(span)), None)
            place = place_at(opened.places, one.span.start) if one else None
            right += place is not None and place.number == page
            print(f"{phrase:28} on page {page}, found: {place or 'no'}")
        others = [s.phrase for s in suspects if not any(s.phrase in phrase for phrase in PHRASES)]
        text = folder / "paper.txt"
        text.write_text(formats.as_text(opened.text), encoding="utf-8")
        as_pdf, as_text = (fastest(one, knowledge, flags.times) for one in (path, text))
        last = opened.places[-1].number
        print(f"{right} of {len(PHRASES)} found on their page; {divided(path)} divided by a line")
        print(f"marked besides: {others}")
        print(
            f"{last} pages: {as_pdf:.2f} s, as text {as_text:.2f} s, {as_pdf / as_text:.2f} times"
        )
    sys.exit(0 if right == len(PHRASES) else 1)


if __name__ == "__main__":
    main()
