"""Time the depths of a screening on a corpus, and count what the cascade loses.

usage: screening.py CORPUS.jsonl [--documents N]

CORPUS is one of `tools/corpora.py`. Prints words per CPU second of each depth, the peer of `known`
(a matcher of the same list that joins all phrases into one regular expression, as scripts that
screen for such phrases do), how many documents the cascade loses that `full` finds, and the CPU
time of a plain loop over the same documents.
"""

import argparse
import json
import re
import time
from collections.abc import Callable
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

WARM = 20


T = TypeVar("T")


def timed(what: str, words: int, work: Callable[[], T]) -> T:
    """Run, print the speed, and return the result."""
    started = time.process_time()
    result = work()
    seconds = time.process_time() - started
    print(f"{what:8} {seconds:8.2f} CPU s {words / seconds:12,.0f} words a CPU second", flush=True)
    return result


def list_matcher(texts: list[str]) -> int:
    """How often one regular expression of all phrases matches."""
    entries = [entry for one in known_only(None).glossaries for entry in one.entries]
    phrases = sorted({re.escape(entry.phrase) for entry in entries if not entry.keep})
    pattern = re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)
    words = sum(len(text.split()) for text in texts)
    return timed("peer", words, lambda: sum(len(pattern.findall(text)) for text in texts))


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
    args = parser.parse_args()
    lines = args.corpus.read_text(encoding="utf-8").split("\n")[: args.documents]
    rows = [json.loads(line) for line in lines if line]
    texts, words = [row["text"] for row in rows], sum(row["words"] for row in rows)
    raw = [RawDocument(row["id"], row["text"]) for row in rows]
    found = {}
    for depth in DEPTHS:
        screener = Screener(ScreenOptions(depth=depth), "")
        list(screener.rows(raw[:WARM]))
        found[depth] = timed(depth, words, lambda s=screener: list(s.rows(raw)))
    plain_loop(texts)
    list_matcher(texts[: max(10, len(texts) // 20)])
    full, cascade = (
        {row["doc"] for row in found[depth] if (row["probability"] or 0) >= LIKELY}
        for depth in ("full", "cascade")
    )
    read = sum(row["stage"] == "full" for row in found["cascade"])
    print(f"{len(full)} found by full, the cascade lost {len(full - cascade)} and read {read}")


if __name__ == "__main__":
    main()
