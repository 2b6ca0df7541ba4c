"""A queue of files to work through: its rows, their order, and what is remembered about them."""

from unspin_gui.application.file_queue.file_queue import FileQueue, QueueTotals
from unspin_gui.application.file_queue.queue_row import QueueKey, QueueRow, State

__all__ = ["FileQueue", "QueueKey", "QueueRow", "QueueTotals", "State"]
