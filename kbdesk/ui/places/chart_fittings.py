"""What single charts have beside picture, table and the common buttons: controls and buttons of their own, by kind."""

from collections.abc import Callable
from collections.abc import Mapping

from kbdesk.services import charting
from kbdesk.ui.context import Context
from kbdesk.ui.places.chart_panel import ChartPanel


def fittings(context: Context) -> Mapping[str, Callable[[ChartPanel], None]]:
    """By kind of chart, what puts its own controls into its panel."""
    return {charting.WEATHER: lambda panel: _fit_weather(context, panel)}


def _fit_weather(context: Context, panel: ChartPanel) -> None:
    """Say which share of each energy carrier heats rooms."""
    from kbdesk.ui.dialogs.weather_dialog import WeatherDialog  # noqa: PLC0415 - seldom needed

    panel.add_button(
        context.texts.tr("Assumptions…"), "sliders-horizontal", lambda: WeatherDialog(panel, context).open()
    )
