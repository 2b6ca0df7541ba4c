"""The reader that the tests of this folder share."""

from pathlib import Path

import pytest

from unspin_gui.core.noisy_channel.reader import NoisyChannelReader
from unspin_gui.language import load_reader


@pytest.fixture(scope="session")
def reader() -> NoisyChannelReader:
    return load_reader(Path(__file__).resolve().parents[3] / "resources")
