"""A chart as a file: PNG for documents, SVG with its text as text, PDF with its fonts. Same chart, same bytes."""

import io
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from kbdesk.charts.data import Chart
from kbdesk.charts.draw.picture import draw_chart
from kbdesk.charts.draw.settings import drawing
from kbdesk.charts.style import ChartStyle
from kbdesk.errors import UserError

SIZE_INCHES = (9.5, 5.9)
"""As wide as a page across, and readable when printed half as wide."""
PRINT_DPI = 300
SUFFIXES = (".png", ".svg", ".pdf")
_NAMES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {".png": ("Title", "Description"), ".svg": ("Title", "Description"), ".pdf": ("Title", "Subject")}
)
_NO_DATE: Mapping[str, Mapping[str, None]] = MappingProxyType(
    {".png": {"Software": None}, ".svg": {"Date": None, "Creator": None}, ".pdf": {"CreationDate": None}}
)
"""What matplotlib would write by itself and what would change from day to day."""


def save_chart(data: Chart, path: Path, style: ChartStyle) -> None:
    """Save the chart by the suffix of the path; the file holds the alternative text. An existing file is replaced."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UserError("chart.suffix", name=path.name, known=", ".join(SUFFIXES))
    if not path.parent.is_dir():
        raise UserError("chart.no_folder", folder=str(path.parent))
    _write(path, picture_bytes(data, suffix, style))


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


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise UserError("chart.unwritable", path=str(path), reason=error.strerror or str(error)) from error
