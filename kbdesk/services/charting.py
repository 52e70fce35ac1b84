"""The charts of the open inventory: what they show, and saving one as a file."""

from pathlib import Path

from kbdesk.charts.compute import CHART_KINDS
from kbdesk.charts.compute import ChartRequest
from kbdesk.charts.compute import compute_chart
from kbdesk.charts.data import Chart
from kbdesk.charts.reading import can_be_read
from kbdesk.charts.reading import chart_spots
from kbdesk.charts.spots import Spot
from kbdesk.charts.style import ChartStyle
from kbdesk.services.chart_saving import save
from kbdesk.services.comparing import heating_weather
from kbdesk.services.comparing_nationally import national_comparison
from kbdesk.services.measures import in_order
from kbdesk.services.project import Project
from kbdesk.services.weathering import corrected_series
from kbdesk.texts.texts import Texts

__all__ = ["CAUSES", "CHART_KINDS", "WEATHER", "can_be_read", "chart", "picture_bytes", "save_chart", "spots"]

CAUSES = "causes"
"""The chart that compares two years."""
MEASURES = "measures"
"""The chart that needs the register of measures."""
NATIONAL = "national"
"""The chart that needs the national tables."""
WEATHER = "weather"
"""The chart that needs degree days."""


def chart(project: Project, kind: str, texts: Texts, year: int | None = None, from_year: int | None = None) -> Chart:
    """What a chart shows, in the language of the texts; ``from_year`` is what the causes compare the year with."""
    return compute_chart(kind, _request(project, kind, year, from_year), texts)


def spots(project: Project, shown: Chart, texts: Texts) -> tuple[Spot, ...]:
    """What can be read off a chart of the document as it is now, value by value."""
    return chart_spots(shown, _request(project, shown.kind), texts)


def _request(project: Project, kind: str, year: int | None = None, from_year: int | None = None) -> ChartRequest:
    return ChartRequest(
        inventory=project.inventory,
        results=project.results,
        supports=project.supports,
        progress=project.progress,
        factor_set_title=project.reference.factors.title(project.factor_set.id),
        date=project.today(),
        year=year,
        gas=project.factor_set.gas_basis,
        weather=corrected_series(project) if kind == WEATHER else None,
        from_year=from_year,
        heating=heating_weather(project) if kind == CAUSES else None,
        measures=in_order(project) if kind == MEASURES else (),
        national=national_comparison(project) if kind == NATIONAL else None,
    )


def save_chart(
    project: Project,
    kind: str,
    path: Path,
    texts: Texts,
    style: ChartStyle,
    year: int | None = None,
    from_year: int | None = None,
) -> None:
    """Save a chart as PNG, SVG or PDF, or its table as csv or xlsx, by the suffix of the path."""
    save(chart(project, kind, texts, year, from_year), path, style, project.today())


def picture_bytes(
    project: Project,
    kind: str,
    texts: Texts,
    style: ChartStyle,
    suffix: str = ".png",
    year: int | None = None,
    size: tuple[float, float] | None = None,
) -> bytes:
    """A chart as the content of a .png (300 dpi), .svg or .pdf, ``size`` in inches; same inventory, same bytes."""
    from kbdesk.charts.draw import picture_bytes as draw  # noqa: PLC0415 - matplotlib loads with the first picture
    from kbdesk.charts.draw.saving import SIZE_INCHES  # noqa: PLC0415 - likewise

    return draw(chart(project, kind, texts, year), suffix, style, size or SIZE_INCHES)
