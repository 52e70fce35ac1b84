"""What matplotlib is set to while a chart is drawn or saved, so that a picture does not depend on the machine."""

from contextlib import AbstractContextManager

from matplotlib import rc_context
from matplotlib.font_manager import fontManager

from kbdesk.charts.style import SHIPPED_FONT
from kbdesk.charts.style import ChartStyle


def drawing(style: ChartStyle) -> AbstractContextManager[None]:
    """For the time of a ``with`` block: the style's fonts, text kept as text, names in files that do not vary."""
    return rc_context(
        {
            "font.family": list(known_fonts(style)),
            "font.sans-serif": [SHIPPED_FONT],
            "svg.fonttype": "none",
            "svg.hashsalt": "kbdesk",
            "pdf.fonttype": 42,
            "hatch.linewidth": 0.7,
            "text.usetex": False,
            "text.parse_math": False,
        }
    )


def known_fonts(style: ChartStyle) -> tuple[str, ...]:
    """The style's font, if this machine has it, the shipped one, and any plain one where a viewer of SVG lacks both."""
    names = fontManager.get_font_names()
    return (*(font for font in style.fonts if font in names), "sans-serif")
