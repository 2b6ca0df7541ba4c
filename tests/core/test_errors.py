"""Errors that reach the user, also from another process."""

import copy
import pickle

import pytest

from unspin_gui.application.screening.extras import CannotStartError
from unspin_gui.core.errors import StoreError


@pytest.mark.parametrize("kind", [StoreError, CannotStartError])
def test_an_error_of_another_process_says_the_same(kind: type[StoreError]) -> None:
    error = kind("a.txt", "it is damaged", line=3, column=7)
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301 - our own
        assert type(again) is kind
        assert str(again) == "a.txt:3:7: it is damaged"
        assert (again.path, again.line, again.column) == ("a.txt", 3, 7)
        assert again.reason == "it is damaged"
