"""What can be read off a chart, by what it is drawn as; worked out when somebody points at the picture."""

from collections.abc import Iterator

from kbdesk.charts.bar_spots import cause_spots
from kbdesk.charts.bar_spots import window_spots
from kbdesk.charts.data import CauseBars
from kbdesk.charts.data import Chart
from kbdesk.charts.data import FlowChart
from kbdesk.charts.data import LineChart
from kbdesk.charts.data import RowBars
from kbdesk.charts.data import ShareBars
from kbdesk.charts.data import SmallMultiples
from kbdesk.charts.data import StackedBars
from kbdesk.charts.data import WindowBars
from kbdesk.charts.energy_spots import flow_spots
from kbdesk.charts.energy_spots import panel_spots
from kbdesk.charts.line_spots import line_spots
from kbdesk.charts.request import ChartRequest
from kbdesk.charts.row_spots import row_spots
from kbdesk.charts.spots import Spot
from kbdesk.charts.stack_spots import stack_spots
from kbdesk.texts.texts import Texts


def chart_spots(chart: Chart, request: ChartRequest, texts: Texts) -> tuple[Spot, ...]:
    """Every value of the chart with its words; none where nothing is drawn, or nothing can be read one by one."""
    return tuple(_spots(chart, request, texts)) if not chart.empty else ()


def can_be_read(chart: Chart) -> bool:
    """Whether the chart has values to be read one by one; quickly said."""
    return not chart.empty


def _spots(chart: Chart, request: ChartRequest, texts: Texts) -> Iterator[Spot]:
    if isinstance(chart, LineChart):
        yield from line_spots(chart, request, texts)
    elif isinstance(chart, StackedBars):
        yield from stack_spots(chart, request, texts)
    elif isinstance(chart, ShareBars):
        yield from stack_spots(chart.stack, request, texts)
    elif isinstance(chart, RowBars):
        yield from row_spots(chart, request, texts)
    elif isinstance(chart, FlowChart):
        yield from flow_spots(chart, request, texts)
    elif isinstance(chart, SmallMultiples):
        yield from panel_spots(chart, request, texts)
    elif isinstance(chart, WindowBars):
        yield from window_spots(chart, texts)
    elif isinstance(chart, CauseBars):
        yield from cause_spots(chart, texts)
