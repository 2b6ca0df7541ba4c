"""Time the depths of a screening on a corpus, and count what the cascade loses.

usage: screening.py CORPUS.jsonl [--documents N] [--words LOW HIGH] [--judged M]

CORPUS is one of `tools/corpora.py`; of its documents those of LOW to HIGH words are taken, and so
few spun ones that they are at most 5 in 100. The depths and a plain loop over the detector read the
first N in turn, a hundred at a time, so that all of them meet the same machine. Prints words per
CPU second, how many times as fast as full each is, and peers of `known`: matchers of the same list
that try each phrase, that join all phrases into one regular expression, and that put them into a
tree (`flashtext` from PyPI, where it is installed); none of them tells prose from quotations,
inflects, folds quotation marks or dashes, or knows what a phrase must stand beside. Of each it is
told how many of the phrases that `known` marks it finds, too. Then, of the first M documents of
CORPUS, how many that `full` finds the sketch of the cascade lets pass.
"""

import argparse
import json
import re
import time
from collections.abc import Callable
from pathlib import Path

from unspin_gui.application.examination import examine
from unspin_gui.application.knowledge_loading import load_knowledge
from unspin_gui.application.screening.options import DEPTHS, LIKELY, ScreenOptions
from unspin_gui.application.screening.records import RawDocument
from unspin_gui.application.screening.screener import Row, Screener, known_only
from unspin_gui.core.detection.knowledge import Options
from unspin_gui.core.detection.ranker import suggest
from unspin_gui.core.document.document import Document
from unspin_gui.core.noisy_channel.evidence_reader import EvidenceReader
from unspin_gui.core.text.prose import prose_passages
from unspin_gui.language.load import load_sketch
from unspin_gui.paths import resources

WARM = 20
TOGETHER = 100
"""Documents that are read by one depth before the next one reads them."""
SPUN = 0.05

_Judge = Callable[[list[RawDocument]], list[Row]]
_Phrases = set[tuple[int, str]]
"""Phrases in lower case, with the number of the document that has each."""


def spent(work: Callable[[], object]) -> float:
    """Return the CPU seconds that some work takes."""
    started = time.process_time()
    work()
    return time.process_time() - started


def in_turn(judges: dict[str, _Judge], documents: list[RawDocument], words: int) -> dict:
    """Return the rows of each method; prints how fast each is."""
    rows: dict[str, list[Row]] = {name: [] for name in judges}
    seconds = dict.fromkeys(judges, 0.0)
    for judge in judges.values():
        judge(documents[:WARM])
    for start in range(0, len(documents), TOGETHER):
        some = documents[start : start + TOGETHER]
        for name, judge in judges.items():
            seconds[name] += spent(lambda j=judge, n=name, s=some: rows[n].extend(j(s)))
    for name, each in seconds.items():
        speed = f"{each:8.2f} CPU s {words / each:12,.0f} words a CPU second"
        print(f"{name:8} {speed} {seconds['full'] / each:6.2f} times full", flush=True)
    return rows


def list_matchers(texts: list[str], marked: _Phrases) -> None:
    """Time what simple scripts do to find the phrases of a list."""
    entries = [entry for one in known_only(None).glossaries for entry in one.entries]
    phrases = sorted({entry.phrase.lower() for entry in entries if not entry.keep})
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)

    def tried(text: str) -> list[str]:
        lower = text.lower()
        return [phrase for phrase in phrases if phrase in lower]

    _peer("in turn", tried, texts, marked)
    _peer("regex", pattern.findall, texts[: max(10, len(texts) // 20)], marked)
    try:
        from flashtext import KeywordProcessor  # noqa: PLC0415 - a peer, seldom installed
    except ImportError:
        return
    tree = KeywordProcessor()
    tree.add_keywords_from_list(phrases)
    _peer("tree", tree.extract_keywords, texts, marked)


def _peer(name: str, find: Callable[[str], list[str]], texts: list[str], marked: _Phrases) -> None:
    found: list[list[str]] = []
    seconds = spent(lambda: found.extend(map(find, texts)))
    words = sum(len(text.split()) for text in texts)
    here = {(n, phrase.lower()) for n, some in enumerate(found) for phrase in some}
    wanted = {(n, phrase) for n, phrase in marked if n < len(texts)}
    message = f"finds {len(here & wanted)} of the {len(wanted)} phrases that known marks"
    speed = f"{seconds:8.2f} CPU s {words / seconds:12,.0f} words a CPU second"
    print(f"{name:8} {speed}; {message}, and {len(here - wanted)} others", flush=True)


def losses(texts: list[str]) -> None:
    """Count the documents that `full` finds and the sketch misses.

    The evidence alone gives the same probability as reading in full.
    """
    knowledge = load_knowledge(None, Options()).knowledge
    reader = knowledge.reader
    assert reader is not None  # noqa: S101 - tells the type checker
    knowledge, look = (
        knowledge._replace(reader=EvidenceReader.of(reader)),
        load_sketch(resources(), reader),
    )
    found = lost = passed = 0
    for text in texts:
        [sketched] = look.read([[passage.text for passage in prose_passages(text)]])
        idle = sketched.logit < look.threshold or not sketched.english
        likely = (examine(text, (), knowledge).probability or 0) >= LIKELY
        found, lost, passed = found + likely, lost + (likely and idle), passed + idle
    message = f"the sketch lets {passed} pass, {lost} of these"
    print(f"of {len(texts)} documents full finds {found}; {message}")


def plain_loop() -> _Judge:
    """Return the method of a script that calls the detector document by document."""
    knowledge = load_knowledge(None, Options()).knowledge

    def judged(documents: list[RawDocument]) -> list[Row]:
        for one in documents:
            document = Document(one.text)
            for suspect in examine(one.text, (), knowledge).suspects:
                suggest(suspect, document, knowledge, limit=1)
        return []

    return judged


def speeds(rows: list[dict]) -> None:
    """Time everything on these documents."""
    raw = [RawDocument(row["id"], row["text"]) for row in rows]
    screeners = {depth: Screener(ScreenOptions(depth=depth), "") for depth in DEPTHS}
    judges: dict[str, _Judge] = {
        depth: lambda some, screener=screener: list(screener.rows(some))
        for depth, screener in screeners.items()
    }
    words, spun = sum(row["words"] for row in rows), sum(row["spun"] for row in rows)
    print(f"{len(rows)} documents of {words / len(rows):.0f} words, {spun} spun", flush=True)
    found = in_turn(judges | {"loop": plain_loop()}, raw, words)
    marked = {
        (n, hit["text"].lower()) for n, row in enumerate(found["known"]) for hit in row["hits"]
    }
    list_matchers([row["text"] for row in rows], marked)
    full, cascade = (
        {row["doc"] for row in found[depth] if (row["probability"] or 0) >= LIKELY}
        for depth in ("full", "cascade")
    )
    read = sum(row["stage"] == "full" for row in found["cascade"])
    print(f"{len(full)} found by full, the cascade lost {len(full - cascade)} and read {read}")


def chosen(rows: list[dict], many: int, low: int, high: int) -> list[dict]:
    """The first documents of these lengths; at most a share of SPUN of them is spun."""
    found: list[dict] = []
    spun = 0
    for row in rows:
        if low <= row["words"] < high and (not row["spun"] or spun + 1 <= SPUN * (len(found) + 1)):
            found.append(row)
            spun += row["spun"]
    return found[:many]


def main() -> None:
    """Time everything, then count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--words", type=int, nargs=2, default=[0, 10**9], metavar=("LOW", "HIGH"))
    parser.add_argument("--judged", type=int, default=0)
    args = parser.parse_args()
    lines = args.corpus.read_text(encoding="utf-8").split("\n")[:-1]
    rows = [json.loads(line) for line in lines]
    if some := chosen(rows, args.documents, *args.words):
        speeds(some)
    if args.judged:
        losses([row["text"] for row in rows[: args.judged]])


if __name__ == "__main__":
    main()
