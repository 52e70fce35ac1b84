"""Drawing what a chart shows onto a matplotlib figure, and saving it. Nothing is computed here but places."""

from kbdesk.charts.draw.picture import draw_chart
from kbdesk.charts.draw.saving import picture_bytes

__all__ = ["draw_chart", "picture_bytes"]
