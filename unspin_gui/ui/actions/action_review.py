"""The menus Review and View."""

from unspin_gui.ui.actions.action_rows import ActionRow, Menu, switch, tr

REVIEW = Menu(
    "menuReview",
    tr("&Review"),
    (
        ActionRow(
            "actionNextSuspect",
            tr("&Next"),
            tr("Show suggestions for the next mark"),
            ("F8",),
            "next",
        ),
        ActionRow(
            "actionPreviousSuspect",
            tr("&Previous"),
            tr("Show suggestions for the previous mark"),
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
            tr("Show suggestions for this place"),
            ("Ctrl+.", "Alt+Return"),
            "suggestions",
        ),
        ActionRow(
            "actionAcceptBest",
            tr("&Accept Best"),
            tr("Use the best suggestion here and go to the next mark"),
            ("Ctrl+Return", "Ctrl+Enter"),
            "accept",
        ),
        ActionRow(
            "actionAcceptAllIdentical",
            tr("Accept All I&dentical"),
            tr("Use the best suggestion wherever this phrase occurs"),
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
            ("Ctrl+Backspace", "Ctrl+I"),
            "ignore",
        ),
        ActionRow(
            "actionIgnoreInDocument",
            tr("Ignore in This D&ocument"),
            tr("Do not flag this phrase in this text"),
            ("Ctrl+Shift+Backspace", "Ctrl+D"),
        ),
        ActionRow(
            "actionNeverFlag",
            tr("Ne&ver Flag (Glossary)"),
            tr("Never flag this phrase again, in any text"),
        ),
        ActionRow(
            "actionIgnoreWeak",
            tr("Ignore the &Weak Rest"),
            tr("Ignore all places with a low score at once"),
            ("Ctrl+Shift+Del",),
        ),
        ActionRow(
            "actionIgnoreRemaining",
            tr("Ignore All Re&maining"),
            tr("Ignore every place that is still marked"),
        ),
        ActionRow(
            "actionRestore",
            tr("&Restore Original"),
            tr("Put the original words back here"),
            ("Ctrl+R",),
            "restore",
        ),
        ActionRow(
            "actionMarkAsSpun",
            tr("Mark Selection as Sp&un…"),
            tr("Add the selected words and their fix to the glossary"),
            ("Ctrl+Shift+G",),
            "mark",
        ),
        ActionRow(
            "actionCopyCitation",
            tr("Copy &for a Comment"),
            tr("Copy page or line, phrase and best suggestion, for a comment on the text"),
            ("Ctrl+K",),
        ),
        None,
        switch(
            "actionShowWeaker",
            tr("Show Weaker &Hints"),
            tr("Also mark less certain places, in this text only"),
        ),
        switch(
            "actionTextIsSpun",
            tr("This &Text Is Spun"),
            tr("Treat the whole text as spun"),
        ),
        ActionRow("actionAnalyse", tr("R&e-analyse"), tr("Analyse the text again"), ("F5",)),
        ActionRow("actionCancelWork", tr("&Cancel Analysis"), tr("Stop the analysis"), ("Esc",)),
        ActionRow(
            "actionAnnounceProgress",
            tr("Announce Pro&gress"),
            tr("Have the screen reader announce how far the review has got"),
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
        switch("actionShowKept", tr("Show &Kept"), tr("Also mark what you chose to keep")),
        switch(
            "actionShowOverview", tr("O&verview"), tr("Show where the marks are in the whole text")
        ),
        switch(
            "actionShowList", tr("&List of Suspects"), tr("Show the list at the side"), "Ctrl+T"
        ),
        switch("actionLineNumbers", tr("Line &Numbers"), tr("Number the paragraphs")),
        switch("actionWordWrap", tr("Word &Wrap"), tr("Wrap long lines"), "Alt+Z"),
        switch(
            "actionReadingWidth",
            tr("Readin&g Width"),
            tr("Keep wrapped lines to about 90 letters, however wide the window is"),
        ),
        switch(
            "actionLockScrolling", tr("Lock S&crolling"), tr("Scroll both texts together"), "Ctrl+L"
        ),
        None,
        ActionRow(
            "actionZoomIn", tr("Larger T&ext"), tr("Make the text larger"), ("Ctrl++", "Ctrl+=")
        ),
        ActionRow("actionZoomOut", tr("&Smaller Text"), tr("Make the text smaller"), ("Ctrl+-",)),
        ActionRow("actionZoomReset", tr("No&rmal Text"), tr("Reset the text size"), ("Ctrl+0",)),
        Menu(
            "menuDirection",
            tr("Text &Direction"),
            (
                switch("actionDirectionAuto", tr("&Automatic"), tr("Follow the text"), group="dir"),
                switch(
                    "actionDirectionLtr", tr("&Left to Right"), tr("Start at the left"), group="dir"
                ),
                switch(
                    "actionDirectionRtl",
                    tr("&Right to Left"),
                    tr("Start at the right"),
                    group="dir",
                ),
            ),
        ),
        Menu(
            "menuTheme",
            tr("&Theme"),
            (
                switch("actionThemeSystem", tr("&System"), tr("Same as the system"), group="theme"),
                switch("actionThemeLight", tr("&Light"), tr("Dark on light"), group="theme"),
                switch("actionThemeDark", tr("&Dark"), tr("Light on dark"), group="theme"),
                switch(
                    "actionThemeContrast",
                    tr("&High Contrast"),
                    tr("Maximum contrast"),
                    group="theme",
                ),
            ),
        ),
        None,
        ActionRow(
            "actionNextPane",
            tr("Next &Pane"),
            tr("Move the focus: source, corrected text, list"),
            ("F6",),
        ),
        ActionRow(
            "actionPreviousPane",
            tr("Prev&ious Pane"),
            tr("Move the focus in reverse order"),
            ("Shift+F6",),
        ),
        switch("actionFullScreen", tr("F&ull Screen"), tr("Fill the whole screen"), "F11"),
    ),
)
