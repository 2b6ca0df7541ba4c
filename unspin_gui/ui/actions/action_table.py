"""Everything the window can do, as data: menus, texts, keys and tips.

The manual, the list of shortcuts and the preferences are made from this table.
"""

from unspin_gui.ui.actions.action_files import FILES
from unspin_gui.ui.actions.action_review import REVIEW, VIEW
from unspin_gui.ui.actions.action_rows import ActionRow, Menu, tr

_FILE = Menu(
    "menuFile",
    tr("&File"),
    (
        ActionRow("actionOpen", tr("&Open…"), tr("Open a text to review"), ("Ctrl+O",), "open"),
        ActionRow(
            "actionNewFromClipboard",
            tr("New from Clip&board"),
            tr("Review the text on the clipboard"),
            ("Ctrl+N",),
            "paste",
        ),
        ActionRow(
            "actionOpenFolder",
            tr("Open &Folder…"),
            tr("Work through all texts in a folder"),
            ("Ctrl+Shift+O",),
        ),
        ActionRow(
            "actionScreenFolder",
            tr("Scree&n a Folder…"),
            tr("Find the documents in a folder that look spun, and work through them"),
        ),
        Menu("menuRecent", tr("Open &Recent")),
        FILES,
        ActionRow(
            "actionReload", tr("Re&load from Disk"), tr("Read the source file again"), ("Ctrl+F5",)
        ),
        ActionRow(
            "actionEncoding",
            tr("Reopen with &Encoding…"),
            tr("Read the source again in another encoding"),
        ),
        None,
        ActionRow(
            "actionSave", tr("&Save Corrected"), tr("Save the corrected text"), ("Ctrl+S",), "save"
        ),
        ActionRow(
            "actionSaveAs",
            tr("Save Corrected &As…"),
            tr("Save the corrected text under another name"),
            ("Ctrl+Shift+S",),
        ),
        ActionRow("actionSaveReport", tr("Save Re&port…"), tr("Save a report of the changes")),
        ActionRow(
            "actionExportEvidence",
            tr("E&xport Evidence…"),
            tr("Save a table of the marked places: page, phrase, expected phrase, context"),
        ),
        ActionRow(
            "actionSaveDiff", tr("Save &Differences…"), tr("Save source and corrected as a diff")
        ),
        ActionRow(
            "actionSaveTracked",
            tr("Save with &Tracked Changes…"),
            tr("Save the document with each fix as a tracked change"),
        ),
        ActionRow(
            "actionSaveReview",
            tr("Save Re&view…"),
            tr("Save the source and your decisions in one file that you can pass on"),
        ),
        None,
        ActionRow("actionClose", tr("&Close Text"), tr("Close this text"), ("Ctrl+W",)),
        ActionRow("actionQuit", tr("&Quit"), tr("Close the program"), ("Ctrl+Q",)),
    ),
)

_EDIT = Menu(
    "menuEdit",
    tr("&Edit"),
    (
        ActionRow("actionUndo", tr("&Undo"), tr("Undo the last action"), ("Ctrl+Z",), "undo"),
        ActionRow(
            "actionRedo",
            tr("&Redo"),
            tr("Redo what was undone"),
            ("Ctrl+Y", "Ctrl+Shift+Z"),
            "redo",
        ),
        None,
        ActionRow("actionCut", tr("Cu&t"), tr("Cut the selected text"), ("Ctrl+X",)),
        ActionRow("actionCopy", tr("&Copy"), tr("Copy the selected text"), ("Ctrl+C",)),
        ActionRow(
            "actionPaste", tr("&Paste"), tr("Insert the text from the clipboard"), ("Ctrl+V",)
        ),
        ActionRow("actionSelectAll", tr("Select &All"), tr("Select the whole text"), ("Ctrl+A",)),
        ActionRow(
            "actionCopyCorrected",
            tr("Copy All C&orrected"),
            tr("Copy the whole corrected text"),
            ("Ctrl+Shift+C",),
        ),
        None,
        ActionRow(
            "actionFind", tr("&Find…"), tr("Find words in the text in focus"), ("Ctrl+F",), "find"
        ),
        ActionRow("actionFindNext", tr("Find &Next"), tr("Go to the next match"), ("F3",)),
        ActionRow(
            "actionFindPrevious",
            tr("Find Pre&vious"),
            tr("Go to the previous match"),
            ("Shift+F3",),
        ),
        ActionRow(
            "actionReplace",
            tr("R&eplace…"),
            tr("Find and replace words in the corrected text"),
            ("Ctrl+H",),
        ),
        None,
        ActionRow(
            "actionPreferences",
            tr("Preference&s…"),
            tr("Choose what is flagged, how it looks and which keys to use"),
            ("Ctrl+,",),
            "settings",
        ),
    ),
)

_GLOSSARY = Menu(
    "menuGlossary",
    tr("&Glossary"),
    (
        ActionRow(
            "actionEditGlossary",
            tr("&Edit…"),
            tr("View, change and sort your pairs"),
            ("Ctrl+G",),
            "glossary",
        ),
        ActionRow("actionAddEntry", tr("&Add a Pair…"), tr("Write a new pair into your glossary")),
        ActionRow(
            "actionSaveGlossary",
            tr("&Save Glossary"),
            tr("Save what your glossary has learnt"),
            ("Ctrl+Shift+L",),
        ),
        None,
        ActionRow("actionNewGlossary", tr("&New…"), tr("Create another glossary of your own")),
        ActionRow("actionOpenGlossary", tr("&Open…"), tr("Use another glossary as your own")),
        Menu("menuRecentGlossaries", tr("Open &Recent")),
        ActionRow("actionReloadGlossary", tr("Re&load"), tr("Read the glossaries from disk again")),
        None,
        ActionRow("actionImportGlossary", tr("&Import…"), tr("Import pairs from another program")),
        ActionRow(
            "actionExportGlossary", tr("E&xport…"), tr("Export your pairs for another program")
        ),
        ActionRow(
            "actionLearnFromOriginal",
            tr("Learn from an Ori&ginal…"),
            tr("Compare the source with the text it was spun from, and learn the pairs"),
        ),
        None,
        ActionRow(
            "actionGlossaryStatistics",
            tr("S&tatistics…"),
            tr("See which pairs are useful and which are never used"),
        ),
        ActionRow(
            "actionGlossaryBackups",
            tr("&Backups…"),
            tr("Restore an earlier version of the glossary"),
        ),
    ),
)

_HELP = Menu(
    "menuHelp",
    tr("&Help"),
    (
        ActionRow("actionManual", tr("&Manual"), tr("How to use this program"), ("F1",)),
        ActionRow(
            "actionShortcuts",
            tr("&Keyboard Shortcuts"),
            tr("Look up an action and its key, or run it"),
            ("Ctrl+F1", "Ctrl+Shift+P"),
        ),
        ActionRow("actionSample", tr("Try the &Sample"), tr("Open a short text with a few hints")),
        None,
        ActionRow("actionAbout", tr("&About unspin_gui"), tr("Versions, licences and privacy")),
    ),
)

MENUS = (_FILE, _EDIT, REVIEW, _GLOSSARY, VIEW, _HELP)
"""The menu bar."""

TOOL_BAR = (
    ("actionOpen", tr("Open")),
    ("actionNewFromClipboard", tr("Paste")),
    ("actionSave", tr("Save")),
    ("", ""),
    ("actionUndo", tr("Undo")),
    ("actionRedo", tr("Redo")),
    ("", ""),
    ("actionPreviousSuspect", tr("Previous")),
    ("actionNextSuspect", tr("Next")),
    ("", ""),
    ("actionAcceptBest", tr("Accept")),
    ("actionIgnoreHere", tr("Ignore")),
    ("actionAcceptAll", tr("Accept All…")),
)
"""The tool bar: actions with their short texts; an empty name is a separator."""
KEPT_WORDS = ("actionAcceptBest", "actionIgnoreHere", "actionAcceptAll")
"""If there is little room, these keep their words in the tool bar longer than others."""
