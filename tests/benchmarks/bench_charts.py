"""Charts: data and redraw."""

from typing import Any

import pytest

from kbdesk.charts.style import ChartStyle
from kbdesk.services.charting import CHART_KINDS
from kbdesk.services.charting import chart
from kbdesk.services.project import Project
from tests.benchmarks.conftest import Measured


@pytest.mark.parametrize("kind", CHART_KINDS)
def bench_chart_data(measured: Measured, largest: Project, kind: str) -> None:
    texts = largest.reference.texts("de")
    chart(largest, kind, texts)
    measured(f"chart data, {kind}, 35 years", 5, lambda: chart(largest, kind, texts))


@pytest.mark.parametrize("kind", CHART_KINDS)
def bench_chart_redraw(measured: Measured, largest: Project, kind: str) -> None:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    from kbdesk.charts.draw import draw_chart

    data, style = chart(largest, kind, largest.reference.texts("de")), ChartStyle()
    figure = Figure(figsize=(8, 5), dpi=100)
    canvas: Any = FigureCanvasAgg(figure)

    def redraw() -> None:
        figure.clear()
        draw_chart(data, figure, style)
        canvas.draw()

    measured(f"chart redraw, {kind}, 35 years", 80, redraw, rounds=9)
