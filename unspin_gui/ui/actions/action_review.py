"""The menus Review and View."""

from unspin_gui.ui.actions.action_rows import ActionRow, Menu, switch, tr

REVIEW = Menu(
    "menuReview",
    tr("&Review"),
    (
        ActionRow("actionNextSuspect", tr("&Next"), tr("Go to the next suspect"), ("F8",), "next"),
        ActionRow(
            "actionPreviousSuspect",
            tr("&Previous"),
            tr("Go to the previous suspect"),
            ("Shift+F8",),
            "previous",
        ),
        ActionRow(
            "actionNextMark",
            tr("Next Mar&k of Any State"),
            tr("Go to the next place that is flagged, fixed, edited or kept"),
            ("Ctrl+F8",),
        ),
        ActionRow(
            "actionPreviousMark",
            tr("Previous Mark of An&y State"),
            tr("Go to the previous place that is flagged, fixed, edited or kept"),
            ("Ctrl+Shift+F8",),
        ),
        None,
        ActionRow(
            "actionShowSuggestions",
            tr("&Show Suggestions"),
            tr("Show what could stand here instead"),
            ("Ctrl+.", "Alt+Return"),
            "suggestions",
        ),
        ActionRow(
            "actionAcceptBest",
            tr("&Accept Best"),
            tr("Put the best suggestion in this place and go on"),
            ("Ctrl+Return", "Ctrl+Enter"),
            "accept",
        ),
        ActionRow(
            "actionAcceptAllIdentical",
            tr("Accept All I&dentical"),
            tr("Put the best suggestion in every place with this phrase"),
            ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        ),
        ActionRow(
            "actionAcceptAll",
            tr("Accept A&ll…"),
            tr("Look through the best suggestions of all suspects and accept them together"),
            ("Ctrl+Shift+A",),
            "accept-all",
        ),
        None,
        ActionRow(
            "actionIgnoreHere",
            tr("&Ignore Here"),
            tr("This place is fine as it is"),
            ("Ctrl+Backspace", "Ctrl+Alt+I"),
            "ignore",
        ),
        ActionRow(
            "actionIgnoreInDocument",
            tr("Ignore in This D&ocument"),
            tr("Do not flag this phrase in this text"),
            ("Ctrl+Shift+Backspace", "Ctrl+Alt+Shift+I"),
        ),
        ActionRow(
            "actionNeverFlag",
            tr("Ne&ver Flag (Glossary)"),
            tr("Note in the glossary that this phrase is always fine"),
        ),
        ActionRow(
            "actionIgnoreRemaining",
            tr("Ignore All Re&maining"),
            tr("All places that are still flagged are fine as they are"),
        ),
        ActionRow(
            "actionRestore",
            tr("&Restore Original"),
            tr("Put the words of the source back in this place"),
            ("Ctrl+R",),
            "restore",
        ),
        ActionRow(
            "actionMarkAsSpun",
            tr("Mark Selection as Sp&un…"),
            tr("Write the selected words and their fix into the glossary"),
            ("Ctrl+Shift+G",),
            "mark",
        ),
        None,
        ActionRow("actionAnalyse", tr("R&e-analyse"), tr("Look for suspects anew"), ("F5",)),
        ActionRow(
            "actionCancelWork", tr("&Cancel Analysis"), tr("End the running analysis"), ("Esc",)
        ),
        ActionRow(
            "actionAnnounceProgress",
            tr("Tell Pro&gress"),
            tr("Let the screen reader say how far the review is"),
            ("Ctrl+Shift+I",),
        ),
    ),
)

VIEW = Menu(
    "menuView",
    tr("&View"),
    (
        switch(
            "actionViewMarked", tr("&Marked"), tr("Show text and marks"), "Ctrl+1", group="view"
        ),
        switch("actionViewFinal", tr("&Final"), tr("Show no marks"), "Ctrl+2", group="view"),
        switch(
            "actionViewOriginal",
            tr("&Original"),
            tr("Show the source alone"),
            "Ctrl+3",
            group="view",
        ),
        None,
        switch("actionShowKept", tr("Show &Kept"), tr("Mark what you said is fine, too")),
        switch("actionShowOverview", tr("O&verview"), tr("Show a tick for each suspect")),
        switch(
            "actionShowList", tr("&List of Suspects"), tr("Show the list at the side"), "Ctrl+T"
        ),
        switch("actionLineNumbers", tr("Line &Numbers"), tr("Number the paragraphs")),
        switch("actionWordWrap", tr("Word &Wrap"), tr("Break lines at the border"), "Alt+Z"),
        switch(
            "actionLockScrolling", tr("Lock S&crolling"), tr("Scroll both texts together"), "Ctrl+L"
        ),
        None,
        ActionRow(
            "actionZoomIn", tr("Larger T&ext"), tr("Make the text larger"), ("Ctrl++", "Ctrl+=")
        ),
        ActionRow("actionZoomOut", tr("&Smaller Text"), tr("Make the text smaller"), ("Ctrl+-",)),
        ActionRow(
            "actionZoomReset", tr("No&rmal Text"), tr("Show the text in its own size"), ("Ctrl+0",)
        ),
        Menu(
            "menuDirection",
            tr("Text &Direction"),
            (
                switch("actionDirectionAuto", tr("&Automatic"), tr("As the text is"), group="dir"),
                switch("actionDirectionLtr", tr("&Left to Right"), tr("Begin left"), group="dir"),
                switch("actionDirectionRtl", tr("&Right to Left"), tr("Begin right"), group="dir"),
            ),
        ),
        Menu(
            "menuTheme",
            tr("&Theme"),
            (
                switch("actionThemeSystem", tr("&System"), tr("As the system is"), group="theme"),
                switch("actionThemeLight", tr("&Light"), tr("Dark on light"), group="theme"),
                switch("actionThemeDark", tr("&Dark"), tr("Light on dark"), group="theme"),
                switch("actionThemeContrast", tr("&High Contrast"), tr("Strong"), group="theme"),
            ),
        ),
        None,
        ActionRow(
            "actionNextPane", tr("Next &Pane"), tr("Go round: source, corrected, list"), ("F6",)
        ),
        ActionRow(
            "actionPreviousPane", tr("Prev&ious Pane"), tr("Go round backwards"), ("Shift+F6",)
        ),
        switch("actionFullScreen", tr("F&ull Screen"), tr("Use the whole screen"), "F11"),
    ),
)
