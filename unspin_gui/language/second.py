"""Loads the second reading: a causal language model, and the weights of its answers."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.text.messages import Message

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.causal_model import CausalModel
    from unspin_gui.core.noisy_channel.second_reading import SecondReading

WEIGHTS = "second.json"


def load_second_reading(
    resources: Path, model: Path, cache: Path | None = None, *, aside: bool = False
) -> "SecondReading":
    """Load the second reading with the model in a file, and check the model.

    Its weights are cached in the folder `cache` and memory-mapped. With `aside` it runs in a
    process of its own, which leaves the processors to all others.

    Raises:
        LanguageDataError: something is missing, damaged or unsupported, or the model computes
            wrong results; the message says what.
    """
    from unspin_gui.core.noisy_channel.second_reading import (  # noqa: PLC0415 - numpy
        SecondReading,
        parse_mix,
    )
    from unspin_gui.language.neural.self_check import Check, check  # noqa: PLC0415

    try:
        data = json.loads((resources / "language" / WEIGHTS).read_text(encoding="utf-8"))
        mix, known = parse_mix(data), Check.parse(data["check"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LanguageDataError(Message("the weights of the second reading are damaged")) from error
    loaded = _loaded(model, known.text, cache, aside=aside)
    try:
        check(loaded, known)
    except LanguageDataError:
        loaded.close()
        raise
    return SecondReading(loaded, mix)


def _loaded(path: Path, sample: str, cache: Path | None, *, aside: bool) -> "CausalModel":
    if aside:
        from unspin_gui.language.neural.model_process import ModelProcess  # noqa: PLC0415

        return ModelProcess(path, sample, cache)
    from unspin_gui.language.neural.model import load_model  # noqa: PLC0415

    return load_model(path, sample, cache)
