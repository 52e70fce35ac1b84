"""One chart on one figure."""

from matplotlib.figure import Figure

from kbdesk.charts.data import CauseBars
from kbdesk.charts.data import Chart
from kbdesk.charts.data import FlowChart
from kbdesk.charts.data import LineChart
from kbdesk.charts.data import RowBars
from kbdesk.charts.data import ShareBars
from kbdesk.charts.data import SmallMultiples
from kbdesk.charts.data import StackedBars
from kbdesk.charts.draw.causes import draw_causes
from kbdesk.charts.draw.flow import draw_flow
from kbdesk.charts.draw.layout import layout
from kbdesk.charts.draw.lines import draw_lines
from kbdesk.charts.draw.multiples import draw_multiples
from kbdesk.charts.draw.rows import draw_rows
from kbdesk.charts.draw.settings import drawing
from kbdesk.charts.draw.share import draw_share
from kbdesk.charts.draw.sheet import Sheet
from kbdesk.charts.draw.stacks import draw_stacks
from kbdesk.charts.draw.windows import draw_windows
from kbdesk.charts.spots import Layout
from kbdesk.charts.style import ChartStyle


def draw_chart(data: Chart, figure: Figure, style: ChartStyle) -> Layout:
    """Draw the chart on the figure, which is emptied first; to be called again when the figure changes its size.

    Tells where its values lie.
    """
    with drawing(style):
        sheet = Sheet(figure, style)
        sheet.write_frame(data)
        if data.empty:
            sheet.write_empty()
        elif isinstance(data, LineChart):
            draw_lines(data, sheet)
        elif isinstance(data, StackedBars):
            draw_stacks(data, sheet)
        elif isinstance(data, ShareBars):
            draw_share(data, sheet)
        elif isinstance(data, RowBars):
            draw_rows(data, sheet)
        elif isinstance(data, CauseBars):
            draw_causes(data, sheet)
        elif isinstance(data, FlowChart):
            draw_flow(data, sheet)
        elif isinstance(data, SmallMultiples):
            draw_multiples(data, sheet)
        else:
            draw_windows(data, sheet)
    return layout(sheet)
