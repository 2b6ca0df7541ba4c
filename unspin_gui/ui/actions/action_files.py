"""The submenu for several files that are worked through in one window."""

from unspin_gui.ui.actions.action_rows import ActionRow, Menu, tr

FILES = Menu(
    "menuFiles",
    tr("List of F&iles"),
    (
        ActionRow(
            "actionNextFile",
            tr("&Next File"),
            tr("Open the next file with marks"),
            ("Ctrl+PgDown",),
        ),
        ActionRow(
            "actionPreviousFile",
            tr("&Previous File"),
            tr("Open the previous file with marks"),
            ("Ctrl+PgUp",),
        ),
        ActionRow(
            "actionFinishFile",
            tr("&Finish and Next"),
            tr("This file is done; open the next one with marks"),
            ("Ctrl+Shift+PgDown",),
        ),
        None,
        ActionRow(
            "actionAcceptAllFiles",
            tr("&Accept All in All Files…"),
            tr("Look through the best suggestions of all files and accept them together"),
        ),
        ActionRow(
            "actionFindInFiles",
            tr("Fin&d in All Files…"),
            tr("Find words in the corrected texts of all files"),
            ("Ctrl+Shift+F",),
        ),
        ActionRow(
            "actionSaveAllFiles",
            tr("&Save All"),
            tr("Save the corrected texts of all files"),
        ),
        ActionRow(
            "actionFilesSummary",
            tr("S&ummary and Report…"),
            tr("See what was done in all files, and save one report of it"),
        ),
        None,
        ActionRow(
            "actionCloseFiles",
            tr("&Close the List"),
            tr("Continue with the current file only"),
        ),
    ),
)

FILES_NAMES = (
    *("actionNextFile", "actionPreviousFile", "actionFinishFile", "actionAcceptAllFiles"),
    *("actionFindInFiles", "actionSaveAllFiles", "actionFilesSummary", "actionCloseFiles"),
)
