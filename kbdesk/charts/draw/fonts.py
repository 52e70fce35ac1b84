"""The files of the shipped font, for whatever else is to look as the charts do."""

from pathlib import Path

from matplotlib import get_data_path

from kbdesk.charts.style import SHIPPED_FONT


def font_file(*, bold: bool = False) -> Path:
    """The font as TrueType; it comes with matplotlib, its licence beside it."""
    name = SHIPPED_FONT.replace(" ", "")
    return Path(get_data_path(), "fonts", "ttf", f"{name}-Bold.ttf" if bold else f"{name}.ttf")
