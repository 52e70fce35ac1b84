"""How wide type is: measuring is slow and its results constant, so each is kept; a redraw has the words of before."""

from functools import lru_cache

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text
from matplotlib.textpath import text_to_path

_POINTS = 72.0
_SAMPLE = "The quick brown fox jumps over the lazy dog 0123456789"
_SLACK = 1.01
_KEPT = 4096


@lru_cache(maxsize=_KEPT)
def width_at_size_one(line: str, fonts: tuple[str, ...], *, bold: bool) -> float:
    """The width of a line on paper [pt], in type of one point; other sizes are in proportion."""
    font = FontProperties(family=list(fonts), size=1.0, weight="bold" if bold else "normal")
    return float(text_to_path.get_text_width_height_descent(line, font, ismath=False)[0])


@lru_cache(maxsize=_KEPT)
def widening(fonts: tuple[str, ...], size: float, dots_per_inch: float, *, bold: bool) -> float:
    """By how much type of a size [pt] is wider on a screen than on paper: letters are fitted to whole dots there."""
    figure = Figure(dpi=dots_per_inch)
    FigureCanvasAgg(figure)
    font = FontProperties(family=list(fonts), size=size, weight="bold" if bold else "normal")
    sample = Text(0, 0, _SAMPLE, fontproperties=font)
    sample.set_figure(figure)
    on_screen = float(sample.get_window_extent().width) * _POINTS / dots_per_inch
    return _SLACK * max(1.0, on_screen / (width_at_size_one(_SAMPLE, fonts, bold=bold) * size))
