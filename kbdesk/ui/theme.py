"""Measures, fonts and the few colours that carry a meaning; everything else is the platform's palette.

A theme follows the palette it is given (light, dark, contrast theme). Its colours keep 4.5:1 for text and 3:1 for
graphics on the surfaces they are meant for, whatever accent colour the system has; a test checks that.
"""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from PySide6.QtGui import QColor
from PySide6.QtGui import QFont
from PySide6.QtGui import QIcon
from PySide6.QtGui import QPalette

from kbdesk.ui.icon_engine import TintedIcon

SMALL = 4
"""Pixels inside a control."""
GRID = 8
"""Pixels between neighbours."""
MARGIN = 16
"""Pixels around a place or a card."""
GAP = 24
"""Pixels between groups."""
TEXT_WIDTH = 560
"""Pixels of the longest line of running text at the base font: about 70 characters."""

TEXT_CONTRAST = 4.5
GRAPHIC_CONTRAST = 3.0
_FUSION_FRAME = 140
_HIGH_CONTRAST = 12.0
_STEPS = 50
_LINEAR_UP_TO = 0.04045


class Meaning(StrEnum):
    """What a colour says; an icon and a word always say it as well."""

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"
    ACCENT = "accent"


_HUES = {
    Meaning.OK: (QColor("#1b7a3d"), QColor("#74d192")),
    Meaning.WARNING: (QColor("#8a5a00"), QColor("#f0b84a")),
    Meaning.ERROR: (QColor("#b3261e"), QColor("#ff9187")),
}


class Theme:
    """Colours, icons and fonts for one palette."""

    def __init__(self, icons: Path, palette: QPalette) -> None:
        self._icons = icons
        self.follow(palette)

    def follow(self, palette: QPalette) -> None:
        """Take the colours from this palette from now on."""
        self._palette = QPalette(palette)
        self._colours: dict[Meaning, QColor] = {}
        self.surface = palette.color(QPalette.ColorRole.Base)
        """Where texts and cards stand: white in the light theme."""
        self.window = palette.color(QPalette.ColorRole.Window)
        """Around the surfaces."""
        self.text = palette.color(QPalette.ColorRole.Text)
        self.dark = self.surface.lightnessF() < self.text.lightnessF()
        same = self.surface == self.window == palette.color(QPalette.ColorRole.Button)
        self.high_contrast = same and contrast(self.text, self.surface) >= _HIGH_CONTRAST
        self.muted = self.text if self.high_contrast else self._readable(mixed(self.text, self.surface, 0.6))
        """Text that matters less, still readable."""
        self.line = self.text if self.high_contrast else mixed(self.text, self.surface, 0.16)
        """Thin lines between groups (decoration)."""
        self.hatch = self.text if self.high_contrast else self._visible(mixed(self.text, self.surface, 0.45))
        """Lines of hatched areas (values that were estimated for a start)."""
        self.accent = self.colour(Meaning.ACCENT)
        self.ok = self.colour(Meaning.OK)
        self.warning = self.colour(Meaning.WARNING)
        self.error = self.colour(Meaning.ERROR)

    def colour(self, meaning: Meaning) -> QColor:
        """The colour of a meaning, for text and graphics on surface and window."""
        if meaning not in self._colours:
            self._colours[meaning] = self._worked_out(meaning)
        return QColor(self._colours[meaning])

    def tint(self, meaning: Meaning) -> QColor:
        """A quiet background for a meaning, on which text stays readable."""
        if self.high_contrast:
            return QColor(self.surface)
        return mixed(self.colour(meaning), self.surface, 0.16 if self.dark else 0.09)

    def field_palette(self) -> QPalette:
        """The platform's palette for fields, whose frames can be seen on a white or black page.

        The Fusion style derives the frame of a field from its window colour; as it stands it vanishes on a dark page.
        """
        palette = QPalette(self._palette)
        frame = self._visible(mixed(self.text, self.surface, 0.35))
        palette.setColor(QPalette.ColorRole.Window, frame.lighter(_FUSION_FRAME))
        return palette

    def icon(self, name: str, colour: QColor | None = None) -> QIcon:
        """An icon of the shipped set by its name, in this colour or that of the text it stands beside."""
        return QIcon(TintedIcon(self._icons / f"{name}.svg", colour or self.text))

    def heading(self, base: QFont, level: int = 1) -> QFont:
        """The font of a heading: 1.4 times the base for a place (level 1), 1.15 times for a group (level 2)."""
        return scaled(base, 1.4 if level == 1 else 1.15)

    def numerals(self, base: QFont) -> QFont:
        """The font with figures of equal width, for columns of numbers."""
        font = QFont(base)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def meanings(self) -> Iterator[tuple[str, QColor]]:
        """Every colour of text with its name, for checks."""
        yield from ((m.value, self.colour(m)) for m in Meaning)
        yield from (("text", self.text), ("muted", self.muted))

    def _worked_out(self, meaning: Meaning) -> QColor:
        if self.high_contrast:
            return self.text
        if meaning is Meaning.ACCENT:
            return self._readable(self._palette.color(QPalette.ColorRole.Accent))
        return self._readable(_HUES[meaning][self.dark])

    def _readable(self, colour: QColor) -> QColor:
        return self._until(colour, TEXT_CONTRAST)

    def _visible(self, colour: QColor) -> QColor:
        return self._until(colour, GRAPHIC_CONTRAST)

    def _until(self, colour: QColor, wanted: float) -> QColor:
        """The colour itself, or moved towards the text colour until the contrast is reached on every surface."""
        for step in range(_STEPS + 1):
            moved = mixed(self.text, colour, step / _STEPS)
            if min(contrast(moved, self.surface), contrast(moved, self.window)) >= wanted:
                return moved
        return QColor(self.text)


def scaled(base: QFont, factor: float) -> QFont:
    """The font, larger or smaller by a factor, following the system's text size."""
    font = QFont(base)
    if base.pointSizeF() > 0:
        font.setPointSizeF(base.pointSizeF() * factor)
    else:
        font.setPixelSize(round(base.pixelSize() * factor))
    return font


def mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """So much of a colour on a ground, opaque."""
    parts = zip(colour.getRgb()[:3], ground.getRgb()[:3], strict=True)  # type: ignore[index]  # stubs: object
    return QColor(*(round(share * a + (1 - share) * b) for a, b in parts))


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two colours by WCAG 2: 1 (none) to 21 (black on white)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= _LINEAR_UP_TO else ((channel + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())
