"""From an inventory to what a chart shows: one function a kind, found by name."""

from collections.abc import Callable
from collections.abc import Mapping
from types import MappingProxyType

from kbdesk.charts.breaks import with_breaks
from kbdesk.charts.causes import cause_chart
from kbdesk.charts.classes import carrier_scheme
from kbdesk.charts.classes import sector_scheme
from kbdesk.charts.control import control_chart
from kbdesk.charts.data import Chart
from kbdesk.charts.flow import flow_chart
from kbdesk.charts.measures import measures_chart
from kbdesk.charts.multiples import multiples_chart
from kbdesk.charts.national import national_chart
from kbdesk.charts.per_inhabitant import per_inhabitant_chart
from kbdesk.charts.quality import quality_chart
from kbdesk.charts.request import ChartRequest
from kbdesk.charts.stacks import stacked_chart
from kbdesk.charts.total import total_chart
from kbdesk.charts.weather import weather_chart
from kbdesk.charts.windows import window_chart
from kbdesk.errors import UserError
from kbdesk.models.breaks import read_breaks
from kbdesk.texts.texts import Texts

__all__ = ["CHART_KINDS", "ChartRequest", "compute_chart"]


def _sectors(request: ChartRequest, texts: Texts) -> Chart:
    return stacked_chart(request, texts, sector_scheme(texts.codebook))


def _carriers(request: ChartRequest, texts: Texts) -> Chart:
    return stacked_chart(request, texts, carrier_scheme())


_CHARTS: Mapping[str, Callable[[ChartRequest, Texts], Chart]] = MappingProxyType(
    {
        "per-inhabitant": per_inhabitant_chart,
        "total": total_chart,
        "sectors": _sectors,
        "carriers": _carriers,
        "windows": window_chart,
        "measures": measures_chart,
        "causes": cause_chart,
        "national": national_chart,
        "control": control_chart,
        "quality": quality_chart,
        "weather": weather_chart,
        "multiples": multiples_chart,
        "flow": flow_chart,
    }
)
CHART_KINDS = tuple(_CHARTS)
"""The kinds of charts, in the order in which they are offered."""


def compute_chart(kind: str, request: ChartRequest, texts: Texts) -> Chart:
    """What the chart of this kind shows; an unknown kind or year is a ``UserError``, missing values never are."""
    if kind not in _CHARTS:
        raise UserError("chart.unknown", kind=kind, known=", ".join(CHART_KINDS))
    return with_breaks(_CHARTS[kind](request, texts), read_breaks(request.inventory.answers), texts)
