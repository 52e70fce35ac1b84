"""The sheet a chart is drawn on: text is set from the top and the bottom, what remains is for the axes.

Places are in points from the lower left corner. Type shrinks with small pictures; in very small ones the notes and the
source are left out.
"""

import math
import re
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from kbdesk.charts.data import Axis
from kbdesk.charts.data import Chart
from kbdesk.charts.draw.settings import known_fonts
from kbdesk.charts.draw.type_widths import widening
from kbdesk.charts.draw.type_widths import width_at_size_one
from kbdesk.charts.spots import Place
from kbdesk.charts.style import ChartStyle
from kbdesk.charts.style import Palette

POINTS = 72.0
LINE_HEIGHT = 1.3
_MARGIN = 1.3
_ROOM = 0.08
"""The share of the axes' height beyond the highest value that may be counted on for its label."""
_HEADLINE, _TITLE, _TICK, _NOTE, _FOOTER = 1.5, 1.0, 0.9, 0.82, 0.76
_FEWEST_LINES = 27
"""A picture with less room than so many lines has no notes and no source."""
_LABEL_LINES = 1.9
"""What a label above the highest value needs."""


class Sheet:
    """A figure being filled; ``left right top bottom`` bound what is still free [pt]."""

    def __init__(self, figure: Figure, style: ChartStyle) -> None:
        for axes in figure.get_axes():
            figure.delaxes(axes)  # before clear, which would spend time on emptying them
        figure.clear()
        figure.set_facecolor(style.palette.background)
        self.figure, self.style = figure, style
        self.width, self.height = (float(inches) * POINTS for inches in figure.get_size_inches())
        self.size = style.size(self.width / POINTS, self.height / POINTS)
        self._fonts = known_fonts(style)
        self._widths: dict[tuple[str, float, bool], float] = {}
        self.noted: dict[tuple[int, int], Place] = {}
        """Where values lie whose place no axes tell, by series and column."""
        margin = _MARGIN * self.size
        self.left, self.right, self.bottom, self.top = margin, self.width - margin, margin, self.height - margin

    @property
    def palette(self) -> Palette:
        """The colours."""
        return self.style.palette

    def font(self, scale: float = 1.0, *, bold: bool = False) -> FontProperties:
        """The type in a size relative to the ordinary one."""
        return FontProperties(family=list(self._fonts), size=self.size * scale, weight="bold" if bold else "normal")

    def line(self, scale: float = 1.0) -> float:
        """The height of a line of text [pt]."""
        return self.size * scale * LINE_HEIGHT

    def width_of(self, text: str, scale: float = 1.0, *, bold: bool = False) -> float:
        """The width of the widest line of a text [pt]."""
        if (known := self._widths.get((text, scale, bold))) is None:
            size = self.size * scale
            widths = (width_at_size_one(line, self._fonts, bold=bold) for line in typeset(text).split("\n"))
            known = max(widths) * size * widening(self._fonts, size, float(self.figure.dpi), bold=bold)
            self._widths[text, scale, bold] = known
        return known

    def wrapped(self, text: str, width: float, scale: float = 1.0, *, bold: bool = False) -> str:
        """The text in lines no wider than so many points; a single word is never cut."""
        words = _bound(text).split(" ")
        space = self.width_of(" ", scale, bold=bold)
        return _lines(words, [self.width_of(word, scale, bold=bold) for word in words], space, width)

    def balanced(self, text: str, width: float, scale: float = 1.0, *, bold: bool = False) -> str:
        """As ``wrapped``, with lines of about the same width: no single word in the last line."""
        words = _bound(text).split(" ")
        space = self.width_of(" ", scale, bold=bold)
        widths = [self.width_of(word, scale, bold=bold) for word in words]
        best = _lines(words, widths, space, width)
        while width > 0:
            width *= 0.96
            narrower = _lines(words, widths, space, width)
            if narrower.count("\n") > best.count("\n"):
                break
            best = narrower
        return best

    def write(self, x: float, y: float, text: str, scale: float = 1.0, *, bold: bool = False, **more: object) -> Text:
        """Write a text at a place [pt]."""
        settings: dict[str, object] = {"color": self.palette.text, "linespacing": 1.2, **more}
        written = Text(x / self.width, y / self.height, typeset(text), fontproperties=self.font(scale, bold=bold))
        written.set(**settings)
        written.set_transform(self.figure.transFigure)
        self.figure.add_artist(written)
        return written

    def write_frame(self, data: Chart) -> None:
        """Finding, title, notes and source of a chart."""
        self.write_top(data.sentence, _HEADLINE, bold=True)
        self.write_top(data.title, _TITLE, color=self.palette.muted)
        self.top -= self.size * 0.4
        if self.height >= _FEWEST_LINES * self.size:
            self.write_bottom(data.footer, _FOOTER)
            self.write_bottom(" ".join(data.notes), _NOTE)
        self.bottom += self.size * 0.3

    def write_top(self, text: str, scale: float, *, bold: bool = False, **more: object) -> None:
        """Write a text below what is at the top already, as wide as the sheet."""
        if not text:
            return
        lines = self.balanced(text, self.right - self.left, scale, bold=bold)
        self.write(self.left, self.top, lines, scale, bold=bold, va="top", ha="left", **more)
        self.top -= self.line(scale) * (lines.count("\n") + 1)

    def write_bottom(self, text: str, scale: float) -> None:
        """Write a small text above what is at the bottom already, as wide as the sheet."""
        if not text:
            return
        lines = self.wrapped(text, self.right - self.left, scale)
        self.write(self.left, self.bottom, lines, scale, va="bottom", ha="left", color=self.palette.muted)
        self.bottom += self.line(scale) * (lines.count("\n") + 1)

    def write_key(self, entries: Sequence[tuple[Line2D | Rectangle, str]]) -> None:
        """A row of signs with their meaning below the title; wraps where the row is full."""
        if not entries:
            return
        x, middle = self.left, self.top - self.line() / 2
        for sign, label in entries:
            label = self.wrapped(label, self.right - self.left - self.size * 1.6, 0.9)  # noqa: PLW2901 - in lines
            needed = self.size * 1.6 + self.width_of(label, 0.9)
            if x > self.left and x + needed > self.right:
                x, middle = self.left, middle - self.line()
            self.place_sign(sign, x + self.size * 0.55, middle)
            for number, line in enumerate(label.split("\n")):
                middle -= self.line() if number else 0.0
                self.write(x + self.size * 1.4, middle, line, 0.9, va="center_baseline", ha="left")
            x += needed + self.size * 1.4
        self.top = middle - self.line() * 0.9

    def place_sign(self, sign: Line2D | Rectangle, x: float, y: float) -> None:
        """Put a marker or a swatch with its middle at a place [pt]."""
        if isinstance(sign, Line2D):
            sign.set_data([x / self.width], [y / self.height])
        else:
            side = self.size
            sign.set_bounds(
                (x - side / 2) / self.width, (y - side / 2) / self.height, side / self.width, side / self.height
            )
        sign.set_transform(self.figure.transFigure)
        self.figure.add_artist(sign)

    def axes(self, axis: Axis, y_label: str, *, right: float, below: float) -> Axes:
        """Axes in what is free, leaving so much room [pt] at the right and below; the value axis is drawn."""
        self.write_top(y_label, 0.88, color=self.palette.muted)
        self.top -= max(0.5 * self.size, _LABEL_LINES * self.size - _ROOM * (self.top - self.bottom - below))
        ticks = max(self.width_of(tick.label, _TICK) for tick in axis.ticks) + self.size * 0.5
        left, bottom = self.left + ticks, self.bottom + below
        room = (max(self.right - right - left, self.size), max(self.top - bottom, self.size))
        axes = self.figure.add_axes(
            (left / self.width, bottom / self.height, room[0] / self.width, room[1] / self.height)
        )
        axes.set_axis_off()  # ticks of the library's own would take most of the time of a redraw
        axes.set_ylim(axis.low, axis.high)
        self._write_values(axes, axis)
        return axes

    def note(self, series: int, column: int, left: float, low: float, right: float, high: float) -> None:
        """Remember where a value lies [pt], for who points at the picture."""
        wide, tall = self.width, self.height
        self.noted[series, column] = Place(left / wide, 1 - high / tall, right / wide, 1 - low / tall)

    def plain_axes(self) -> Axes:
        """Axes as large as the sheet, in points, on which what has no value axis is drawn."""
        axes = self.figure.add_axes((0.0, 0.0, 1.0, 1.0))
        axes.set_axis_off()
        axes.set_xlim(0.0, self.width)
        axes.set_ylim(0.0, self.height)
        return axes

    def _write_values(self, axes: Axes, axis: Axis) -> None:
        """A light line and a label for each tick; where they are too many for the height, for every second or third."""
        left, bottom, _, top = self.box(axes)
        every = max(1, math.ceil(len(axis.ticks) * self.line() / (top - bottom)))
        zero = next(n for n, tick in enumerate(axis.ticks) if tick.value == 0)
        ticks = [tick for n, tick in enumerate(axis.ticks) if (n - zero) % every == 0]
        for tick in ticks:
            y = bottom + (top - bottom) * (tick.value - axis.low) / (axis.high - axis.low)
            self.write(left - 0.5 * self.size, y, tick.label, _TICK, ha="right", va="center_baseline")
        lines = LineCollection(
            [[(0.0, tick.value), (1.0, tick.value)] for tick in ticks],
            colors=[self.palette.muted if tick.value == 0 else self.palette.grid for tick in ticks],
            linewidths=0.8,
            transform=axes.get_yaxis_transform(),
            zorder=0.6,
            clip_on=False,
        )
        axes.add_collection(lines, autolim=False)

    def write_below(
        self, axes: Axes, places: Sequence[float], labels: Sequence[str], scale: float = _TICK, gap: float = 0.0
    ) -> None:
        """Labels below axes, their middles at places of the horizontal axis, so many points further down."""
        left, bottom, right, _ = self.box(axes)
        low, high = axes.get_xlim()
        for place, label in zip(places, labels, strict=True):
            x = left + (right - left) * (place - low) / (high - low)
            self.write(x, bottom - 0.65 * self.size - gap, label, scale, ha="center", va="top", linespacing=1.25)

    def write_empty(self) -> None:
        """A quiet field where there is nothing to draw yet."""
        low, high = self.bottom + self.size, self.top - self.size
        corner = (self.left / self.width, low / self.height)
        wide, tall = (self.right - self.left) / self.width, max(high - low, 0.0) / self.height
        field = Rectangle(corner, wide, tall, facecolor=self.palette.tint, linewidth=0)
        field.set_transform(self.figure.transFigure)
        self.figure.add_artist(field)

    def box(self, axes: Axes) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of axes [pt]."""
        place = axes.get_position()
        return place.x0 * self.width, place.y0 * self.height, place.x1 * self.width, place.y1 * self.height


def _lines(words: Sequence[str], widths: Sequence[float], space: float, width: float) -> str:
    lines, used = [words[0]], widths[0]
    for word, wide in zip(words[1:], widths[1:], strict=True):
        if used + space + wide <= width:
            lines[-1] += f" {word}"
            used += space + wide
        else:
            lines.append(word)
            used = wide
    return "\n".join(lines)


def _bound(text: str) -> str:
    """The text with no line break before a dash or before the unit *t*, or behind *at least*."""
    return re.sub(r"(?<=[\w.]) (?=t\b)| (?=– )|(?<=≥) ", "\u00a0", text)


def typeset(text: str) -> str:
    """The text with the subscript that plain text lacks."""
    return text.replace("CO2", "CO₂")
