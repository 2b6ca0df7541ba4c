"""Build resources/language/ngrams.bin: the trigram model of English.

usage: build_language_model.py DOWNLOADS OUT [--fetch]

DOWNLOADS holds, or with --fetch receives, the wheel of pocketsphinx that `packages.py` names by its
checksum; the US English model in it (CMU Sphinx, BSD licence) is read, recoded without loss and
compressed. The output is reproducible byte for byte (with the same version of liblzma); a run takes
half a minute.
"""

import argparse
import hashlib
import io
import zipfile
from pathlib import Path

from packages import package
from trie_model import decode

from unspin_gui.language import arrays, ngram_coding

MODEL = "pocketsphinx/model/en-us/en-us.lm.bin"


def main() -> None:
    """Fetch, check, recode, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("downloads", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fetch", action="store_true")
    args = parser.parse_args()
    wheel = package("pocketsphinx", args.downloads, fetch=args.fetch)
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        model = decode(archive.read(MODEL))
    coded = ngram_coding.compact(model)
    if any((ngram_coding.expand(coded)[name] != array).any() for name, array in model.items()):
        raise SystemExit("the coded model is not the model")
    data = arrays.pack(coded, "ngrams 2")
    args.out.write_bytes(data)
    print(f"{len(data):,} bytes, sha256 {hashlib.sha256(data).hexdigest()}")


if __name__ == "__main__":
    main()
