"""Reports of a review: a page to read and print, a table, Markdown, and a unified diff."""

from unspin_gui.store.report.data import Item, ReportData, report_of
from unspin_gui.store.report.page import write_html
from unspin_gui.store.report.plain import write_csv, write_diff, write_markdown

__all__ = [
    "Item",
    "ReportData",
    "report_of",
    "write_csv",
    "write_diff",
    "write_html",
    "write_markdown",
]
