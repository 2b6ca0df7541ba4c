"""Annotated articles, real and synthetic, and the training examples made from them."""

import difflib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from spin import Spun

from unspin_gui.core.noisy_channel.features import Spans
from unspin_gui.core.noisy_channel.reader import NoisyChannelReader
from unspin_gui.core.noisy_channel.reranking import first_candidates, rank_features
from unspin_gui.core.noisy_channel.scoring import ScoredSpans, score_spans
from unspin_gui.core.noisy_channel.sentences import Sentences
from unspin_gui.core.text.passages import Passage, split_passages

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
Group = tuple[np.ndarray, list[int]]
"""The features of the candidates of a spun place, and which of them is the original."""


@dataclass
class Article:
    """A text with its spun places, the changed words, and those that do not count."""

    name: str
    text: str
    spun: list[Spun]
    changed: list[tuple[int, int]]
    neutral: list[tuple[int, int]]

    @classmethod
    def synthetic(cls, name: str, text: str, spun: list[Spun]) -> "Article":
        """Make an article from a text spun by `spin`."""
        return cls(name, text, spun, [(place.start, place.end) for place in spun], [])


@dataclass
class Examples:
    """The training examples of an article: `label` is 1: spun, 0: not, -1: does not count."""

    groups: list[Group]
    again: list[Group]
    rows: np.ndarray
    label: np.ndarray
    sentences: Sentences
    spans: Spans


def load_articles(folder: Path) -> list[Article]:
    """Load the annotated articles in a folder."""
    names = [path.name[: -len(".gold.tsv")] for path in sorted(folder.glob("*.gold.tsv"))]
    return [_load(folder, name) for name in names]


def _load(folder: Path, name: str) -> Article:
    article = Article(name, (folder / f"{name}.txt").read_text(encoding="utf-8"), [], [], [])
    for start, end, originals in _rows(folder / f"{name}.gold.tsv"):
        article.neutral.append((start, end))
        for number, original in enumerate(originals.split("|")):
            _take(article, start, end, original, first=number == 0)
    optional = folder / f"{name}.optional.tsv"
    article.neutral += [(start, end) for start, end, _ in _rows(optional)]
    return article


def _rows(path: Path) -> list[tuple[int, int, str]]:
    lines = path.read_text(encoding="utf-8").split("\n")[1:] if path.exists() else []
    columns = [line.split("\t") for line in lines if line]
    return [(int(c[0]), int(c[1]), c[3] if len(c) > 3 else "") for c in columns]


def _take(article: Article, start: int, end: int, original: str, *, first: bool) -> None:
    """Record the words that differ between the text's span and the original."""
    spans = [match.span() for match in WORD.finditer(article.text, start, end)]
    old = [article.text[a:b].lower() for a, b in spans]
    new = [match.group().lower() for match in WORD.finditer(original)]
    for tag, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal" and j > i:
            if first:
                article.changed += spans[i:j]
            if m > k:
                place = Spun(spans[i][0], spans[j - 1][1], (" ".join(new[k:m]),))
                article.spun.append(place)


def examples(article: Article, reader: NoisyChannelReader, *, candidates: bool = True) -> Examples:
    """Return the training examples of an article; its candidates may be left out."""
    counts = Counter(word.lower().replace("’", "'") for word in WORD.findall(article.text))
    passages = split_passages(article.text)
    scored = score_spans([passage.text for passage in passages], counts, reader.models)
    if scored is None:
        raise ValueError(f"nothing to learn from {article.name}")
    scored = replace(scored, sentences=_placed(scored.sentences, passages))
    sentences, spans = scored.sentences, scored.spans
    changed, neutral = _covered(sentences, article.changed), _covered(sentences, article.neutral)
    many = _count(changed, spans)
    rest = _count(neutral & ~changed, spans)
    label = ((many > 0) & (many + rest == spans.size)).astype(int)
    label[(many == 0) & (rest > 0)] = -1
    groups, again = _groups(article, scored, reader) if candidates else ([], [])
    return Examples(groups, again, scored.span_features, label, sentences, spans)


def _placed(sentences: Sentences, passages: Sequence[Passage]) -> Sentences:
    """Return the words of passages with their places in the article."""
    first = np.array([passage.start for passage in passages])[sentences.text]
    start, end = (np.where(at >= 0, at + first, at) for at in (sentences.start, sentences.end))
    return sentences._replace(start=start, end=end)


def _covered(sentences: Sentences, places: list[tuple[int, int]]) -> np.ndarray:
    """Return which tokens are in one of the places."""
    found = np.zeros(len(sentences.ids), bool)
    for start, end in places:
        found |= (sentences.start >= 0) & (sentences.start < end) & (sentences.end > start)
    return found


def _count(tokens: np.ndarray, spans: Spans) -> np.ndarray:
    total = np.concatenate([[0], np.cumsum(tokens)])
    return np.asarray(total[spans.first + spans.size] - total[spans.first])


def _groups(
    article: Article, scored: ScoredSpans, reader: NoisyChannelReader
) -> tuple[list[Group], list[Group]]:
    """Return the candidates of each spun place: all of them, and those that are reranked."""
    sentences = scored.sentences
    starts = {int(start): n for n, start in enumerate(sentences.start) if start >= 0}
    ends = {int(end): n for n, end in enumerate(sentences.end) if end >= 0}
    rows = zip(scored.spans.first.tolist(), scored.spans.size.tolist(), strict=True)
    row_of = {key: row for row, key in enumerate(rows)}
    found, wanted = [], {}
    for place in [*article.spun, *_word_by_word(article)]:
        first, last = starts.get(place.start), ends.get(place.end)
        if first is None or last is None or (first, last - first + 1) not in row_of:
            continue
        here = scored.options_of(row_of[first, last - first + 1])
        texts = [
            " ".join(reader.model.names[word] for word in words if word >= 0)
            for words in scored.options.words[here]
        ]
        hits = [n for n, text in enumerate(texts) if text in place.originals]
        if hits:
            found.append((scored.option_features[here], hits))
            wanted.setdefault(row_of[first, last - first + 1], set()).update(
                here.start + n for n in hits
            )
    option, span = first_candidates(scored, np.array(sorted(wanted), np.int64))
    rows_again = rank_features(scored, option, span) if len(option) else np.zeros((0, 1))
    again = []
    for row in sorted(wanted):
        places = np.flatnonzero(span == row)
        hits = [n for n, at in enumerate(places) if int(option[at]) in wanted[row]]
        if hits:
            again.append((rows_again[places], hits))
    return found, again


def _word_by_word(article: Article) -> list[Spun]:
    """Split places of several words, whose originals have as many, into single words."""
    found = []
    for place in article.spun:
        spans = [match.span() for match in WORD.finditer(article.text, place.start, place.end)]
        for original in place.originals:
            words = original.split()
            if len(words) == len(spans) > 1:
                found += [Spun(*span, (word,)) for span, word in zip(spans, words, strict=True)]
    return found
