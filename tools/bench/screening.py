"""Time the depths of a screening on a corpus, and count what the cascade loses.

usage: screening.py CORPUS.jsonl [--documents N] [--judged M]

CORPUS is one of `tools/corpora.py`. Prints words per CPU second of each depth on the first N
documents, the CPU time of a plain loop over them, and peers of `known`: matchers of the same list
that try each phrase, that join all phrases into one regular expression, and that put them into a
tree (`flashtext` from PyPI, where it is installed); none of them tells prose from quotations,
inflects, or knows what a phrase must stand beside. Then, of the first M documents, how many that
`full` finds the sketch of the cascade lets pass.
"""

import argparse
import json
import re
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from unspin_gui.application.examination import examine
from unspin_gui.application.knowledge_loading import load_knowledge
from unspin_gui.application.screening.options import DEPTHS, LIKELY, ScreenOptions
from unspin_gui.application.screening.records import RawDocument
from unspin_gui.application.screening.screener import Screener, known_only
from unspin_gui.core.detection.knowledge import Options
from unspin_gui.core.detection.ranker import suggest
from unspin_gui.core.document.document import Document
from unspin_gui.core.noisy_channel.evidence_reader import EvidenceReader
from unspin_gui.core.text.prose import prose_passages
from unspin_gui.language.load import load_sketch
from unspin_gui.paths import resources

WARM = 20


T = TypeVar("T")


def timed(what: str, words: int, work: Callable[[], T]) -> T:
    """Run, print the speed, and return the result."""
    started = time.process_time()
    result = work()
    seconds = time.process_time() - started
    print(f"{what:8} {seconds:8.2f} CPU s {words / seconds:12,.0f} words a CPU second", flush=True)
    return result


def list_matchers(texts: list[str]) -> None:
    """What scripts do that look for the phrases of a list."""
    entries = [entry for one in known_only(None).glossaries for entry in one.entries]
    phrases = sorted({entry.phrase.lower() for entry in entries if not entry.keep})
    words, some = sum(len(text.split()) for text in texts), texts[: max(10, len(texts) // 20)]
    few = sum(len(text.split()) for text in some)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)
    timed("regex", few, lambda: sum(len(pattern.findall(text)) for text in some))
    timed(
        "in turn",
        words,
        lambda: [[one for one in phrases if one in text.lower()] for text in texts],
    )
    try:
        from flashtext import KeywordProcessor  # noqa: PLC0415 - a peer, seldom installed
    except ImportError:
        return
    tree = KeywordProcessor()
    tree.add_keywords_from_list(phrases)
    timed("tree", words, lambda: [tree.extract_keywords(text) for text in texts])


def losses(texts: list[str]) -> None:
    """How many documents that `full` finds the sketch lets pass.

    The evidence alone gives the probability that reading in full would.
    """
    knowledge = load_knowledge(None, Options()).knowledge
    reader = knowledge.reader
    assert reader is not None  # noqa: S101 - tells the type checker
    knowledge, look = (
        replace(knowledge, reader=EvidenceReader.of(reader)),
        load_sketch(resources(), reader),
    )
    found = lost = passed = 0
    for text in texts:
        [sketched] = look.read([[passage.text for passage in prose_passages(text)]])
        idle = sketched.logit < look.threshold or not sketched.english
        likely = (examine(text, (), knowledge).probability or 0) >= LIKELY
        found, lost, passed = found + likely, lost + (likely and idle), passed + idle
    told = f"the sketch lets {passed} pass, {lost} of these"
    print(f"of {len(texts)} documents full finds {found}; {told}")


def plain_loop(texts: list[str]) -> None:
    """What a script does that calls the detector document by document."""
    knowledge = load_knowledge(None, Options()).knowledge

    def judge(text: str) -> None:
        document = Document(text)
        for suspect in examine(text, (), knowledge).suspects:
            suggest(suspect, document, knowledge, limit=1)

    for text in texts[:WARM]:
        judge(text)
    words = sum(len(text.split()) for text in texts)
    timed("loop", words, lambda: [judge(text) for text in texts])


def main() -> None:
    """Time everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--judged", type=int, default=0)
    args = parser.parse_args()
    lines = args.corpus.read_text(encoding="utf-8").split("\n")[:-1]
    rows = [json.loads(line) for line in lines[: args.documents]]
    texts, words = [row["text"] for row in rows], sum(row["words"] for row in rows)
    raw = [RawDocument(row["id"], row["text"]) for row in rows]
    found = {}
    for depth in DEPTHS:
        screener = Screener(ScreenOptions(depth=depth), "")
        list(screener.rows(raw[:WARM]))
        found[depth] = timed(depth, words, lambda s=screener: list(s.rows(raw)))
    plain_loop(texts)
    list_matchers(texts)
    full, cascade = (
        {row["doc"] for row in found[depth] if (row["probability"] or 0) >= LIKELY}
        for depth in ("full", "cascade")
    )
    read = sum(row["stage"] == "full" for row in found["cascade"])
    print(f"{len(full)} found by full, the cascade lost {len(full - cascade)} and read {read}")
    losses([json.loads(line)["text"] for line in lines[: args.judged]])


if __name__ == "__main__":
    main()
