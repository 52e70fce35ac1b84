"""A chart as the bytes of a file: PNG for documents, SVG with text as text, PDF with its fonts.

Same chart, same bytes.
"""

import io
from collections.abc import Mapping
from types import MappingProxyType

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from kbdesk.charts.data import Chart
from kbdesk.charts.draw.picture import draw_chart
from kbdesk.charts.draw.settings import drawing
from kbdesk.charts.style import ChartStyle

SIZE_INCHES = (9.5, 5.9)
"""As wide as a page across, and readable when printed half as wide."""
PRINT_DPI = 300
_NAMES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {".png": ("Title", "Description"), ".svg": ("Title", "Description"), ".pdf": ("Title", "Subject")}
)
_NO_DATE: Mapping[str, Mapping[str, None]] = MappingProxyType(
    {".png": {"Software": None}, ".svg": {"Date": None, "Creator": None}, ".pdf": {"CreationDate": None}}
)
"""What matplotlib would write by itself and what would change from day to day."""


def picture_bytes(data: Chart, suffix: str, style: ChartStyle, size_inches: tuple[float, float] = SIZE_INCHES) -> bytes:
    """The chart as the content of a file of this kind, with its title and alternative text where the format can."""
    figure = Figure(figsize=size_inches)
    FigureCanvasAgg(figure)
    draw_chart(data, figure, style)
    buffer = io.BytesIO()
    title, description = _NAMES[suffix]
    with drawing(style):
        figure.savefig(
            buffer,
            format=suffix[1:],
            dpi=PRINT_DPI,
            facecolor=style.palette.background,
            metadata={title: data.title, description: data.alt_text, **_NO_DATE[suffix]},
        )
    return buffer.getvalue()
