"""A causal language model in a process of its own.

However quickly a thread releases the interpreter, a key press sometimes has to wait for it; a
process of low priority leaves both the interpreter and the processors to the window. Its weights
are memory-mapped. Its answers come through a pipe, and it ends once that closes.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO
from weakref import finalize

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.noisy_channel.causal_model import FULL, Effort, Excerpt, Surprise, always
from unspin_gui.core.text.messages import Message
from unspin_gui.language.neural.model_messages import ENDED, Answer, Loading, Order, Stop

OPTION = "--read-again"
"""With this option a bundle, which has no separate Python, runs as the model's process."""
_BEGIN = (
    "import sys; sys.path[:] = sys.argv[1:]; "
    "from unspin_gui.language.neural.model_child import main; main()"
)
_MOMENT = 0.02
"""Seconds after which whoever waits for an answer may learn that it is no longer wanted."""
_PATIENCE = 5.0
"""Seconds that the process is given to end."""

_Answers = SimpleQueue[tuple[int, Answer]]


class ModelProcess:
    """A CausalModel that another process computes; for use by one thread at a time.

    Raises:
        LanguageDataError: the process cannot be started, or the model cannot be loaded.
    """

    def __init__(self, path: Path, sample: str, cache: Path | None) -> None:
        self._process = _started()
        self._answers: _Answers = SimpleQueue()
        self._number = 0
        assert self._process.stdout is not None  # noqa: S101 - tells the type checker
        Thread(
            target=_hear,
            args=(self._process.stdout, self._answers),
            name="unspin-second",
            daemon=True,
        ).start()
        self.close = finalize(self, _end, self._process)
        self._send(Loading(path.absolute(), sample, cache))
        loaded = self._next(lambda: True)
        if not isinstance(loaded, tuple):
            self.close()
            raise loaded if isinstance(loaded, LanguageDataError) else self._lost()
        self.name, self.identity = loaded

    def surprises(
        self,
        excerpts: Iterable[Excerpt],
        effort: Effort = FULL,
        is_wanted: Callable[[], bool] = always,
    ) -> Iterator[list[Surprise]]:
        """See CausalModel. Raises LanguageDataError if the process has ended."""
        some = list(excerpts)
        if not some:
            return
        self._number += 1
        self._send(Order(self._number, some, effort))
        try:
            for _ in some:
                answer = self._next(is_wanted)
                if answer is None:
                    return
                if not isinstance(answer, list):
                    raise self._lost()
                yield answer
        finally:
            self._send(Stop(self._number))

    def _next(self, is_wanted: Callable[[], bool]) -> Answer | None:
        """Return the next answer to the current order; None if it is no longer wanted."""
        while is_wanted():
            with suppress(Empty):
                number, answer = self._answers.get(timeout=_MOMENT)
                if answer == ENDED:
                    self._answers.put((number, answer))  # for whoever asks next
                if number == self._number or answer == ENDED:
                    return answer
        return None

    def _send(self, message: Loading | Order | Stop) -> None:
        pipe = self._process.stdin
        assert pipe is not None  # noqa: S101 - tells the type checker
        with suppress(OSError, ValueError):  # it has ended, which `_next` reports
            pickle.dump(message, pipe)
            pipe.flush()

    def _lost(self) -> LanguageDataError:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_PATIENCE)
        self.close()
        return LanguageDataError(
            Message(
                "the process that reads with the language model has ended (status {0}), so texts "
                "are read once; turn it off and on to try again",
                self._process.returncode,
            )
        )


def _started() -> "subprocess.Popen[bytes]":
    if getattr(sys, "frozen", False):
        command = [sys.executable, OPTION]
    else:
        # -I: no module in the current folder can shadow the standard library
        flags = ["-I", *(["-B"] if sys.dont_write_bytecode else [])]
        command = [sys.executable, *flags, "-c", _BEGIN, *sys.path]
    apart = "CREATE_NO_WINDOW", "IDLE_PRIORITY_CLASS"
    try:
        return subprocess.Popen(  # noqa: S603 - our own Python
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
            creationflags=sum(getattr(subprocess, name, 0) for name in apart),
        )
    except OSError as error:
        raise LanguageDataError(
            Message("the process for the language model cannot be started: {0}", error.strerror)
        ) from error


def _hear(pipe: IO[bytes], answers: _Answers) -> None:
    """Pass on the answers of the process until it ends."""
    try:
        with pipe, suppress(EOFError, OSError, ValueError, pickle.UnpicklingError):
            while True:
                answers.put(pickle.load(pipe))  # noqa: S301 - of our own process
    finally:  # whoever is waiting gets an answer, whatever happened
        answers.put((0, ENDED))


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the process without waiting for its work."""
    process.kill()
    with suppress(OSError):
        if process.stdin is not None:
            process.stdin.close()
    with suppress(subprocess.TimeoutExpired):
        process.wait(_PATIENCE)
