"""The process that reads with a model on behalf of another one (see `model_process`)."""

import os
import pickle
import sys
from contextlib import suppress
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.language.neural.model import load_model
from unspin_gui.language.neural.model_messages import Answer, Loading, Order, Stop

_NICE = 19
_FAILED = 1


class _Present:
    """The number of the order that is currently wanted; 0 for none."""

    number = 0

    def end(self, number: int) -> None:
        """Note that this order is no longer wanted, unless another one has replaced it."""
        if self.number == number:
            self.number = 0

    def is_order(self, number: int) -> bool:
        """Whether this order is still wanted."""
        return self.number == number


def main() -> int:
    """Carry out orders from standard input until it ends; answers go to standard output."""
    heard, replies = os.fdopen(0, "rb", closefd=False), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what libraries print is not an answer
    _step_back()
    work = SimpleQueue[Loading | Order]()
    present = _Present()
    Thread(target=_work, args=(work, present, replies), daemon=True).start()
    with suppress(EOFError, OSError):
        while True:
            message = pickle.load(heard)  # noqa: S301 - of our own program
            if isinstance(message, Stop):
                present.end(message.number)
            else:
                present.number = message.number if isinstance(message, Order) else 0
                work.put(message)
    os._exit(0)  # nobody is listening any more, so no thread need finish


def _step_back() -> None:
    """Give way to the window and everything else (on Windows the starting process arranges it).

    On Linux a process that wakes up has to wait for a nice one to finish its turn, but not for an
    idle one.
    """
    if hasattr(os, "nice"):
        os.nice(_NICE)
    if sys.platform == "linux":
        with suppress(OSError):  # where it is forbidden, being nice has to suffice
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def _work(work: "SimpleQueue[Loading | Order]", present: _Present, told: BinaryIO) -> None:
    """Load the model, and answer one order after another; any failure ends the process."""
    try:
        loading = work.get()
        assert isinstance(loading, Loading)  # noqa: S101 - tells the type checker
        try:
            model = load_model(*loading)
        except LanguageDataError as error:
            _tell(told, 0, error)
            return
        _tell(told, 0, (model.name, model.identity))
        while True:
            order = work.get()
            assert isinstance(order, Order)  # noqa: S101 - tells the type checker
            wanted = partial(present.is_order, order.number)
            for answer in model.surprises(order.excerpts, order.effort, wanted):
                _tell(told, order.number, answer)
    finally:
        os._exit(_FAILED)


def _tell(told: BinaryIO, number: int, answer: Answer) -> None:
    pickle.dump((number, answer), told)
    told.flush()
