"""Emissions per inhabitant as measured and, dashed, as they had been in years of mean weather: side information."""

from collections.abc import Iterator
from collections.abc import Sequence
from typing import NamedTuple

from kbdesk.charts.axes import value_axis
from kbdesk.charts.data import LineChart
from kbdesk.charts.data import LinePoint
from kbdesk.charts.data import Mark
from kbdesk.charts.data import MarkName
from kbdesk.charts.data import Quantity
from kbdesk.charts.data import SecondLine
from kbdesk.charts.request import ChartRequest
from kbdesk.charts.request import base_year_note
from kbdesk.charts.request import footer
from kbdesk.charts.request import year_list
from kbdesk.models.commitments import Basis
from kbdesk.models.counting import is_bisko
from kbdesk.models.progress import SupportYear
from kbdesk.models.weather_series import FIRST_MEAN_YEAR
from kbdesk.models.weather_series import LAST_MEAN_YEAR
from kbdesk.models.weather_series import CorrectedYear
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

_MARK_NAMES = {
    Mark.OWN: mark("as measured"),
    Mark.PUBLISHED: mark("published result"),
    Mark.INCOMPLETE: mark("incomplete: at least this much"),
}
_AS_USUAL = 0.005
"""A year no further from the mean than this is called usual."""
_LOW = 0.35
"""Below this share of the highest value a label would stand among the years."""


class _Known(NamedTuple):
    support: SupportYear
    value: float
    corrected: CorrectedYear | None

    @property
    def year(self) -> int:
        return self.support.year

    @property
    def corrected_value(self) -> float | None:
        found = self.corrected.corrected_t_per_inhabitant if self.corrected else None
        return None if found is None else float(found)

    @property
    def mark(self) -> Mark:
        if not self.support.complete:
            return Mark.INCOMPLETE
        return Mark.PUBLISHED if self.support.published else Mark.OWN


def weather_chart(request: ChartRequest, texts: Texts) -> LineChart:
    """Emissions [t per inhabitant] measured and corrected; years without degree days are named, never corrected."""
    known = list(_known(request))
    request.chosen(k.year for k in known)  # a wished year without results is refused
    with_correction = [k for k in known if k.corrected_value is not None]
    spoken = _spoken(request, known, with_correction)
    sentence = _sentence(request, texts, known, spoken)
    labelled = _labelled(known, spoken)
    second = _second(texts, with_correction, labelled)
    points = tuple(_point(texts, k, labelled=k.year == labelled) for k in known)
    heights = [p.value for p in (*points, *(second.points if second else ()))]
    return LineChart(
        kind="weather",
        title=texts.tr("Emissions per inhabitant and the weather: {name}", name=request.inventory.municipality.name),
        sentence=sentence,
        alt_text=_alt_text(texts, sentence, points, second),
        y_label=texts.tr("Tonnes {gas} per inhabitant and year", gas=request.gas),
        notes=tuple(_notes(request, texts, known, with_correction)),
        footer=footer(request, texts, [k.year for k in known]),
        axis=value_axis(texts.numbers, max(heights, default=1.0), min(heights, default=0.0)),
        header=_header(request, texts),
        cells=tuple(_rows(known)),
        numbers=texts.numbers,
        points=points,
        marks=tuple(MarkName(m, texts.tr(n)) for m, n in _MARK_NAMES.items() if m in {p.mark for p in points}),
        targets=(),
        first_year=known[0].year if known else request.inventory.municipality.base_year,
        last_year=(known[-1].year if known else request.inventory.municipality.base_year) + 1,
        second=second,
    )


def _known(request: ChartRequest) -> Iterator[_Known]:
    corrected = request.weather.years if request.weather else {}
    for support in request.supports:
        value = support.value(Basis.PER_INHABITANT)
        if value is not None:
            yield _Known(support, value, None if support.published else corrected.get(support.year))


def _spoken(request: ChartRequest, known: list[_Known], with_correction: list[_Known]) -> _Known | None:
    """The year of the sentence: the wished one, else the latest that is corrected, else the latest."""
    wished = next((k for k in known if k.year == request.year), None)
    return wished or next(iter(reversed(with_correction or known)), None)


def _labelled(known: Sequence[_Known], spoken: _Known | None) -> int | None:
    """The year whose values are printed: that of the sentence, where they stand high enough above the years."""
    top = max((max(k.value, k.corrected_value or 0.0) for k in known), default=0.0)
    if spoken is None or top <= 0 or min(spoken.value, spoken.corrected_value or spoken.value) < _LOW * top:
        return None
    return spoken.year


def _sentence(request: ChartRequest, texts: Texts, known: list[_Known], spoken: _Known | None) -> str:
    if not request.supports:
        return texts.tr("There are no emissions to show yet: they appear with the first values.")
    if spoken is None:
        return texts.tr("The number of inhabitants is missing: emissions per inhabitant cannot be shown yet.")
    found, value = spoken.corrected, spoken.corrected_value
    if found is None or value is None:
        years = year_list(k.year for k in known if k.corrected is None)
        return texts.tr("The weather cannot be taken into account: no degree days of {years}.", years=years)
    measured, corrected = (_at_least(texts, number, spoken.support) for number in (spoken.value, value))
    if abs(found.milder) < _AS_USUAL:
        return texts.tr(
            "{year} was as cold as the mean: {measured} t per inhabitant.", year=found.year, measured=measured
        )
    return texts.tr(
        _template(request, found),
        year=found.year,
        percent=texts.numbers.percent(abs(found.milder), 0),
        first=FIRST_MEAN_YEAR,
        last=LAST_MEAN_YEAR,
        corrected=corrected,
        measured=measured,
    )


_MILDER = {
    True: mark(
        "{year} was {percent} milder than the mean of {first}–{last}: corrected {corrected} t per inhabitant instead "
        "of {measured} t."
    ),
    False: mark(
        "{year} was {percent} milder than the long-term mean: corrected {corrected} t per inhabitant instead of "
        "{measured} t."
    ),
}
_COLDER = {
    True: mark(
        "{year} was {percent} colder than the mean of {first}–{last}: corrected {corrected} t per inhabitant instead "
        "of {measured} t."
    ),
    False: mark(
        "{year} was {percent} colder than the long-term mean: corrected {corrected} t per inhabitant instead of "
        "{measured} t."
    ),
}


def _template(request: ChartRequest, found: CorrectedYear) -> str:
    over_period = request.weather is None or request.weather.degree_days.over_period
    return (_MILDER if found.milder > 0 else _COLDER)[over_period]


def _at_least(texts: Texts, number: float, support: SupportYear) -> str:
    shown = texts.numbers.fixed(number, 1)
    return shown if support.complete else texts.tr("at least {value}", value=shown)


def _point(texts: Texts, known: _Known, *, labelled: bool) -> LinePoint:
    number = f"{texts.numbers.fixed(known.value, 1)} t"
    label = (number if known.support.complete else f"≥ {number}") if labelled else ""
    return LinePoint(known.year, known.value, known.mark, label, label_below=_is_lower(known))


def _second(texts: Texts, known: Sequence[_Known], labelled: int | None) -> SecondLine | None:
    points = []
    for each in known:
        value = each.corrected_value or 0.0
        label = f"{texts.numbers.fixed(value, 1)} t" if each.year == labelled else ""
        points.append(LinePoint(each.year, value, each.mark, label, label_below=not _is_lower(each)))
    return SecondLine(texts.tr("corrected for the weather (dashed)"), tuple(points)) if points else None


def _is_lower(known: _Known) -> bool:
    """Whether the year is lower as measured than corrected."""
    corrected = known.corrected_value
    return corrected is not None and known.value <= corrected


def _notes(request: ChartRequest, texts: Texts, known: list[_Known], corrected: list[_Known]) -> Iterator[str]:
    yield from base_year_note(request, texts)
    if is_bisko(request.inventory.municipality.factor_set) and known:
        yield texts.tr("BISKO counts without weather correction: the corrected values are side information.")
    if known:
        yield texts.tr("Commitments are judged by the values as measured.")
    if corrected:
        yield texts.tr(
            "Corrected is the space heat of households, services and municipal facilities; what heats rooms is an "
            "assumption of the municipality."
        )
    if request.weather is None:
        return
    shown = {k.year for k in known}
    if missing := [year for year in request.weather.missing if year in shown]:
        yield texts.tr(
            "Not corrected, because the degree days or their mean are missing: {years}. Enter them under base data.",
            years=year_list(missing),
        )
    yield from _about_degree_days(request, texts, any_corrected=bool(corrected))


def _about_degree_days(request: ChartRequest, texts: Texts, *, any_corrected: bool) -> Iterator[str]:
    weather = request.weather
    if weather is None:
        return
    if weather.degree_days.own_unused:
        yield texts.tr("The municipality's own degree days are not used: their long-term mean is missing.")
    if any_corrected and weather.degree_days.own:
        yield texts.tr("Degree days: the municipality's own.")
    elif any_corrected:
        yield texts.tr("Degree days: national, Eurostat nrg_chdd_a.")


def _header(request: ChartRequest, texts: Texts) -> tuple[str, ...]:
    return (
        texts.tr("Year"),
        texts.tr("t {gas} per inhabitant", gas=request.gas),
        texts.tr("t {gas} per inhabitant, corrected", gas=request.gas),
        texts.tr("Final energy [MWh]"),
        texts.tr("Final energy corrected [MWh]"),
        texts.tr("Degree days [Kd]"),
        texts.tr("Degree days against the mean"),
    )


def _rows(known: list[_Known]) -> Iterator[tuple[str | Quantity, ...]]:
    for each in known:
        found = each.corrected
        yield (
            str(each.year),
            Quantity(each.value, 2),
            Quantity(each.corrected_value, 2),
            Quantity(float(found.energy_mwh) if found else None),
            Quantity(float(found.corrected_mwh) if found else None),
            Quantity(float(found.degree_days) if found else None),
            Quantity(float(-found.milder) if found else None, 1, percent=True),
        )


def _alt_text(texts: Texts, sentence: str, points: tuple[LinePoint, ...], second: SecondLine | None) -> str:
    if not points:
        return sentence
    measured = "; ".join(f"{p.year}: {texts.numbers.fixed(p.value, 1)}" for p in points)
    text = texts.tr("Line chart. {sentence} Tonnes per inhabitant: {values}.", sentence=sentence, values=measured)
    if second is None:
        return text
    corrected = "; ".join(f"{p.year}: {texts.numbers.fixed(p.value, 1)}" for p in second.points)
    return text + " " + texts.tr("Corrected: {values}.", values=corrected)
