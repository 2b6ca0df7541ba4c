"""The reader, opened once for all tests that need it."""

from pathlib import Path

import pytest

from unspin_gui.core.noisy_channel.reader import NoisyChannelReader
from unspin_gui.language import load_reader

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture(scope="session")
def reader() -> NoisyChannelReader:
    return load_reader(RESOURCES)
