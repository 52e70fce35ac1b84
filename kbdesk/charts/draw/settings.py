"""What matplotlib is set to while a chart is drawn or saved, so that a picture does not depend on the machine."""

from contextlib import AbstractContextManager

from matplotlib import rc_context

from kbdesk.charts.style import ChartStyle


def drawing(style: ChartStyle) -> AbstractContextManager[None]:
    """For the time of a ``with`` block: the style's fonts, text kept as text, names in files that do not vary."""
    return rc_context(
        {
            "font.family": list(style.fonts),
            "svg.fonttype": "none",
            "svg.hashsalt": "kbdesk",
            "pdf.fonttype": 42,
            "hatch.linewidth": 0.7,
            "text.usetex": False,
            "text.parse_math": False,
        }
    )
