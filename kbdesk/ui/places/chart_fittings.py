"""What single charts have beside picture, table and the common buttons: controls and buttons of their own, by kind."""

from collections.abc import Callable
from collections.abc import Mapping

from kbdesk.charts.data import Chart
from kbdesk.services import charting
from kbdesk.services.comparing import comparable_years
from kbdesk.services.comparing import usual_years
from kbdesk.texts.texts import Texts
from kbdesk.ui.context import Context
from kbdesk.ui.places.chart_panel import ChartPanel
from kbdesk.ui.widgets.compared_years import ComparedYears


def fittings(context: Context) -> Mapping[str, Callable[[ChartPanel], None]]:
    """By kind of chart, what puts its own controls into its panel."""
    return {
        charting.CAUSES: lambda panel: _fit_causes(context, panel),
        charting.WEATHER: lambda panel: _fit_weather(context, panel),
    }


def _fit_causes(context: Context, panel: ChartPanel) -> None:
    """Choose the two years that are compared."""
    project, chooser = context.project, ComparedYears(context.texts)

    def compute(texts: Texts) -> Chart:
        chooser.offer(comparable_years(project), usual_years(project))
        first, last = chooser.years or (None, None)
        return charting.chart(project, charting.CAUSES, texts, last, first)

    panel.compute = compute
    panel.add_control(chooser)
    chooser.changed.connect(panel.refresh)


def _fit_weather(context: Context, panel: ChartPanel) -> None:
    """Say which share of each energy carrier heats rooms."""
    from kbdesk.ui.dialogs.weather_dialog import WeatherDialog  # noqa: PLC0415 - seldom needed

    panel.add_button(
        context.texts.tr("Assumptions…"), "sliders-horizontal", lambda: WeatherDialog(panel, context).open()
    )
