"""How charts look: the palette in a light and a dark variant, and the sizes of type. Needs no matplotlib.

The six colours have at least 3:1 against the background, and keep apart under the common forms of colour blindness.
Beside colour, classes are told apart by their order, their label, a fine pattern and separating lines.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

SHIPPED_FONT = "DejaVu Sans"
"""Comes with matplotlib: the same picture everywhere, and every sign the charts use is in it."""


class Theme(StrEnum):
    """Light for paper and light windows, dark for dark windows."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme. ``classes`` are in the order of the codes in ``charts.classes``, *other* last."""

    background: str
    text: str
    muted: str
    grid: str
    classes: tuple[str, ...]
    tint: str
    reached: str
    missed: str


PALETTES: Mapping[Theme, Palette] = MappingProxyType(
    {
        Theme.LIGHT: Palette(
            background="#FFFFFF",
            text="#16191D",
            muted="#565D66",
            grid="#E3E6EA",
            classes=("#000000", "#332288", "#7F2704", "#666666", "#1A85FF", "#B8860B", "#8C8C8C"),
            tint="#E7F1FD",
            reached="#1A85FF",
            missed="#7F2704",
        ),
        Theme.DARK: Palette(
            background="#1F2328",
            text="#F1F3F5",
            muted="#B4BAC2",
            grid="#3A4048",
            classes=("#FFFFFF", "#9D81A7", "#D27644", "#B4B4B4", "#66BFFF", "#FFD533", "#7A7A7A"),
            tint="#253246",
            reached="#66BFFF",
            missed="#D27644",
        ),
    }
)
PATTERNS = ("", "", "...", "", "", "|||", "...")
"""The fine pattern of each class, in the background's colour, for prints in black and white; never slanted."""
WEAK_PATTERN = "/////"
"""What start values and grade D are hatched with, in the class's colour on the background; nothing else is slanted."""

_WIDE_INCHES = 9.5
_SMALLEST, _LARGEST = 7.5, 11.5
_FEWEST_SIGNS, _FEWEST_LINES = 46, 29
"""The width and height of a picture in ems and lines below which larger type would leave no room to draw."""


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """Theme, text scale (1 is ordinary; follows the system's text size) and font of a chart."""

    theme: Theme = Theme.LIGHT
    scale: float = 1.0
    font: str = SHIPPED_FONT

    @property
    def palette(self) -> Palette:
        """The colours of the theme."""
        return PALETTES[self.theme]

    @property
    def fonts(self) -> tuple[str, ...]:
        """The font, then the shipped one for signs it lacks."""
        return tuple(dict.fromkeys((self.font, SHIPPED_FONT)))

    def size(self, width_inches: float, height_inches: float) -> float:
        """The ordinary type size [pt] in a picture of this size.

        Smaller pictures get smaller type, within limits; larger type is used as far as the picture has room for it.
        """
        ordinary = min(_LARGEST, max(_SMALLEST, _LARGEST * width_inches / _WIDE_INCHES))
        room = 72.0 * min(width_inches / _FEWEST_SIGNS, height_inches / _FEWEST_LINES)
        return max(min(self.scale, 1.0) * ordinary, min(self.scale * ordinary, room))


def blended(colour: str, background: str, share: float) -> str:
    """So much of a colour (0 to 1) on a background, opaque: prints and old PDF readers know no transparency."""
    pairs = ((int(colour[at : at + 2], 16), int(background[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(share * over + (1 - share) * under):02X}" for over, under in pairs)


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours (WCAG 2: 1 to 21)."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.03928 else float(((channel + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004 - WCAG 2
