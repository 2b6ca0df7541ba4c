"""Reports of a review: a page to read and print, a table, Markdown, and a unified diff."""

from unspin_gui.store.report.evidence import write_evidence
from unspin_gui.store.report.report_data import ReportData, ReportItem, report_of
from unspin_gui.store.report.report_many import FileReport, write_all_csv, write_all_html
from unspin_gui.store.report.report_page import write_html
from unspin_gui.store.report.report_plain import write_csv, write_diff, write_markdown
from unspin_gui.store.report.report_wording import ENGLISH, Wording

__all__ = [
    "ENGLISH",
    "FileReport",
    "ReportData",
    "ReportItem",
    "Wording",
    "report_of",
    "write_all_csv",
    "write_all_html",
    "write_csv",
    "write_diff",
    "write_evidence",
    "write_html",
    "write_markdown",
]
