"""What a chart is made from, and the words that every chart needs: base year, source, factors, date."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kbdesk.errors import UserError
from kbdesk.models.calculation import YearResult
from kbdesk.models.heating_weather import HeatingWeather
from kbdesk.models.inventory import Inventory
from kbdesk.models.measure_effects import Expected
from kbdesk.models.national_sectors import NationalComparison
from kbdesk.models.progress import Progress
from kbdesk.models.progress import SupportYear
from kbdesk.models.weather_series import WeatherSeries
from kbdesk.texts.texts import Texts


@dataclass(frozen=True, slots=True)
class ChartRequest:
    """An inventory with its results; ``year`` is the year the sentence speaks of, the latest where it is ``None``.

    ``gas`` is what the factor set counts: CO2 or CO2e. ``weather`` is what only the chart of the weather needs;
    ``heating`` and ``from_year``, the year to compare with, only that of the causes; ``measures`` only that of the
    measures; ``national`` only that of the national average.
    """

    inventory: Inventory
    results: Mapping[int, YearResult]
    supports: Sequence[SupportYear]
    progress: Sequence[Progress]
    factor_set_title: str
    date: date
    year: int | None = None
    gas: str = "CO2e"
    weather: WeatherSeries | None = None
    from_year: int | None = None
    heating: HeatingWeather | None = None
    measures: Sequence[Expected] = ()
    national: NationalComparison | None = None

    def chosen(self, years: Iterable[int]) -> int | None:
        """The year to speak of among these: the wished one, else the latest; ``None`` where there are none.

        A wished year without results is a ``UserError``.
        """
        drawable = tuple(years)
        known = [support.year for support in self.supports]
        if self.year is not None and known and self.year not in known:
            raise UserError("chart.no_year", year=str(self.year), known=", ".join(map(str, known)))
        return self.year if self.year in drawable else max(drawable, default=None)


def footer(request: ChartRequest, texts: Texts, years: Iterable[int]) -> str:
    """Source, factor set and date; published results among the years are named with their own source."""
    name = request.inventory.municipality.name
    parts = [texts.tr("Source: inventory of {name}.", name=name)]
    if sources := _published_sources(request, years):
        parts.append(texts.tr("Published results: {sources}.", sources=sources.rstrip(".")))
    if request.factor_set_title:
        parts.append(texts.tr("Emission factors: {title}.", title=request.factor_set_title))
    parts.append(texts.tr("Date: {date}", date=texts.numbers.day(request.date)))
    return " ".join(parts)


def base_year_note(request: ChartRequest, texts: Texts) -> tuple[str, ...]:
    """That a wished base year has no figures and which year stands in for it, or that none can."""
    return (*_late_note(request, texts), *_replaced_note(request, texts))


def _late_note(request: ChartRequest, texts: Texts) -> Iterator[str]:
    if (late := late_base_year(request)) is not None:
        yield texts.tr("There are no figures from {wished} on: no change since that base year shows yet.", wished=late)


def _replaced_note(request: ChartRequest, texts: Texts) -> Iterator[str]:
    for progress in request.progress:
        if progress.base_year_replaced and progress.base_year is not None:
            wished = progress.commitment.base_year or request.inventory.municipality.base_year
            yield texts.tr(
                "There are no figures for {wished}: {year} is the base year.", wished=wished, year=progress.base_year
            )
            return


def late_base_year(request: ChartRequest) -> int | None:
    """The base year of the municipality where all figures are older; ``None`` where they are not, or there are none."""
    wanted = request.inventory.municipality.base_year
    return wanted if request.supports and all(support.year < wanted for support in request.supports) else None


def year_list(years: Iterable[int]) -> str:
    """Years for a sentence; three or more that follow on one another as a range."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(_run(run) for run in runs)


def _run(run: list[int]) -> str:
    return f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run))  # noqa: PLR2004 - two years are no range


def _published_sources(request: ChartRequest, years: Iterable[int]) -> str:
    shown = {s.year for s in request.supports if s.published} & set(years)
    found = (r.source for r in request.inventory.published.values() if r.year in shown and r.source)
    return "; ".join(dict.fromkeys(found))
