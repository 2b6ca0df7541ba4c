"""The threshold and the detectors in the tool bar."""

from pytestqt.qtbot import QtBot

from unspin_gui.settings import Settings
from unspin_gui.ui.suspects.sensitivity import Sensitivity


def test_the_slider_tells_once_it_rests(qtbot: QtBot) -> None:
    bar = Sensitivity()
    qtbot.addWidget(bar)
    bar.show_settings(Settings())
    with qtbot.waitSignal(bar.min_score_changed) as told:
        bar.slider.setValue(60)
        bar.slider.setValue(75)
    assert told.args == [0.75]
    assert bar.share.text() == "75 %"


def test_each_detector_can_be_switched_off(qtbot: QtBot) -> None:
    bar = Sensitivity()
    qtbot.addWidget(bar)
    bar.show_settings(Settings(sources=("mine", "near", "unfit")))
    near = next(a for a in bar.sources.menu().actions() if "Near" in a.text())
    assert near.isChecked()
    with qtbot.waitSignal(bar.sources_changed) as told:
        near.trigger()
    assert told.args == [("mine", "unfit")]
