"""The three palettes, and the arithmetic that keeps text readable on every tint."""

from functools import lru_cache
from typing import Literal, NamedTuple

from PySide6.QtGui import QColor, QPalette

Look = Literal["light", "dark", "contrast"]
LEGIBLE = 4.5
"""The contrast that text needs on its background (WCAG 2.2, success criterion 1.4.3)."""
VISIBLE = 3.0
"""The contrast that a line or a shape needs (WCAG 2.2, success criterion 1.4.11)."""


class Colours(NamedTuple):
    """The colours of one look, as #rrggbb; everything else is mixed from them.

    `suspected`, `accepted`, `edited` and `kept` are the hues of the marks; `muted` is for secondary
    text, `line` for quiet borders, `outline` for the borders of controls.
    """

    window: str
    base: str
    raised: str
    text: str
    muted: str
    line: str
    outline: str
    accent: str
    on_accent: str
    suspected: str
    accepted: str
    edited: str
    kept: str
    strength: float = 1.0


LOOKS: dict[Look, Colours] = {
    "light": Colours(
        window="#f3f3f0",
        base="#ffffff",
        raised="#fafaf8",
        text="#23262b",
        muted="#5d626b",
        line="#d6d5d0",
        outline="#8b8e94",
        accent="#34589f",
        on_accent="#ffffff",
        suspected="#d97a06",
        accepted="#2f8a57",
        edited="#4668ad",
        kept="#7a7d83",
    ),
    "dark": Colours(
        window="#202327",
        base="#181b1e",
        raised="#262a2f",
        text="#dfe1e4",
        muted="#a0a6ae",
        line="#3b4046",
        outline="#757b84",
        accent="#8db0ee",
        on_accent="#10151d",
        suspected="#f0a63c",
        accepted="#62bd8b",
        edited="#86a6e0",
        kept="#8d9299",
        strength=1.25,
    ),
    "contrast": Colours(
        window="#000000",
        base="#000000",
        raised="#000000",
        text="#ffffff",
        muted="#e6e6e6",
        line="#ffffff",
        outline="#ffffff",
        accent="#ffd60a",
        on_accent="#000000",
        suspected="#ffb000",
        accepted="#4be38c",
        edited="#7cc4ff",
        kept="#cfcfcf",
        strength=1.5,
    ),
}


def luminance(colour: QColor) -> float:
    """The relative luminance of a colour, 0..1, as WCAG 2.2 defines it."""
    red, green, blue = (_linear(part) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def contrast(one: QColor, two: QColor) -> float:
    """The contrast ratio of two colours, 1..21, as WCAG 2.2 defines it."""
    dim, bright = sorted((luminance(one), luminance(two)))
    return (bright + 0.05) / (dim + 0.05)


def mixed(base: QColor, hue: QColor, amount: float) -> QColor:
    """`base` with the share `amount`, 0..1, of `hue`."""
    parts = zip(_parts(base), _parts(hue), strict=True)
    return QColor.fromRgbF(*(b + (h - b) * amount for b, h in parts))


def tint(base: QColor, text: QColor, hue: QColor, amount: float) -> QColor:
    """`base` tinted with `hue`, at most as strongly as asked, so that `text` stays readable."""
    colour = mixed(base, hue, amount)
    while amount > 0.01 and contrast(colour, text) < LEGIBLE:
        amount *= 0.85
        colour = mixed(base, hue, amount)
    return colour


def standing_out(hue: QColor, ground: QColor, text: QColor, wanted: float = VISIBLE) -> QColor:
    """`hue`, moved towards the text colour until it contrasts enough with `ground`."""
    colour, amount = hue, 0.0
    while contrast(colour, ground) < wanted and amount < 1.0:
        amount += 0.08
        colour = mixed(hue, text, min(1.0, amount))
    return colour


@lru_cache(maxsize=8)
def palette_of(look: Look) -> QPalette:
    """The Qt palette of a look."""
    colours = LOOKS[look]
    text, base = QColor(colours.text), QColor(colours.base)
    palette = QPalette()
    for one, name in _roles(colours).items():
        palette.setColor(one, QColor(name))
    window, line = QColor(colours.window), QColor(colours.line)
    role = QPalette.ColorRole
    strong = look == "contrast"
    palette.setColor(role.Light, line if strong else mixed(window, QColor("white"), 0.5))
    palette.setColor(role.Midlight, mixed(window, line, 0.4))
    palette.setColor(role.Dark, QColor(colours.outline))
    palette.setColor(role.Shadow, mixed(line, QColor("black"), 0.5))
    faded = mixed(base, text, 0.62 if strong else 0.45)
    for gone in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, gone, faded)
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, mixed(window, text, 0.15))
    return palette


def _roles(colours: Colours) -> dict[QPalette.ColorRole, str]:
    role = QPalette.ColorRole
    return {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.base,
        role.AlternateBase: colours.raised,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.raised,
        role.ButtonText: colours.text,
        role.BrightText: colours.accent,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
        role.Mid: colours.line,
    }


def look_of(palette: QPalette) -> Look:
    """Whether a palette is light or dark."""
    text, base = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    return "dark" if luminance(text) > luminance(base) else "light"
