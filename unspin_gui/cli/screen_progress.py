"""The progress of a screening: one line that changes on a terminal, one line a minute elsewhere."""

import shutil
import time
from typing import TextIO

from unspin_gui.application.screening.driver import ScreeningProgress

_OFTEN, _SELDOM = 0.2, 60.0
"""Seconds between two lines, on a terminal and elsewhere."""


class ProgressLine:
    """Shows progress on a stream."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self._live = stream is not None and stream.isatty()
        self._began = self._shown = time.monotonic()
        self._drawn = False

    def show(self, told: ScreeningProgress) -> None:
        """Show the progress, if it is time to."""
        now = time.monotonic()
        if self._stream is None or now - self._shown < (_OFTEN if self._live else _SELDOM):
            return
        self._shown, line = now, line_of(told, now - self._began)
        if self._live:
            width = shutil.get_terminal_size().columns - 1
            self._stream.write(f"\r{line[:width]:<{width}}")
            self._drawn = True
        else:
            self._stream.write(f"{line}\n")
        self._stream.flush()

    def close(self) -> None:
        """Clear the line of a terminal."""
        if self._stream is not None and self._drawn:
            self._stream.write(f"\r{' ' * (shutil.get_terminal_size().columns - 1)}\r")
            self._stream.flush()


def line_of(told: ScreeningProgress, seconds: float) -> str:
    """Return the line to show after `seconds`: parts, documents, rate, errors, time left."""
    rate = told.done / seconds if seconds > 0 else 0.0
    left = told.documents - told.before - told.done
    when = f"{duration(left / rate)} left" if rate else "time left unknown"
    return (
        f"part {told.parts_done:,} of {told.parts:,}, document {told.before + told.done:,} of "
        f"{told.documents:,}, {rate:,.1f} a second, {told.errors:,} errors, "
        f"{told.likely:,} likely, {told.known:,} with known phrases, {when}"
    )


def duration(seconds: float) -> str:
    """Return a length of time in its largest suitable unit."""
    minutes, hours = seconds / 60, seconds / 3600
    if minutes < 2:
        return f"{seconds:.0f} s"
    if hours < 2:
        return f"{minutes:.0f} min"
    return f"{hours:.0f} h" if hours < 72 else f"{hours / 24:.0f} days"
