"""Why emissions changed: from the total of one year to that of another, one bar a cause.

The table has the same for the total, every sector and every energy carrier: a row leads from one year to the other.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from decimal import Decimal

from kbdesk.charts.axes import value_axis
from kbdesk.charts.breaks import break_notes
from kbdesk.charts.data import CauseBar
from kbdesk.charts.data import CauseBars
from kbdesk.charts.data import Quantity
from kbdesk.charts.request import ChartRequest
from kbdesk.charts.request import base_year_note
from kbdesk.charts.request import footer
from kbdesk.errors import UserError
from kbdesk.models.breaks import read_breaks
from kbdesk.models.decomposition import DRIVERS
from kbdesk.models.decomposition import CellEffects
from kbdesk.models.decomposition import Decomposition
from kbdesk.models.decomposition import Effect
from kbdesk.models.decomposition import decompose
from kbdesk.texts.break_texts import break_years
from kbdesk.texts.effect_names import effect_name
from kbdesk.texts.texts import Texts

_SMALL = 0.0005
"""A change below this share of the first total is none worth a cause."""
_SMALLEST_SHOWN = Decimal("0.5")


def cause_chart(request: ChartRequest, texts: Texts) -> CauseBars:
    """The effects [t] between two own inventories: the first from the base year on, or another one, and the chosen."""
    found = _compared(request)
    bars = tuple(_bars(found, texts)) if found else ()
    sentence = _sentence(request, found, texts)
    heights = [height for bar in bars for height in (bar.start, bar.end)]
    notes = tuple(_notes(request, found, texts))
    return CauseBars(
        kind="causes",
        title=texts.tr("Why emissions changed: {name}", name=request.inventory.municipality.name),
        sentence=sentence,
        alt_text=_alt_text(texts, sentence, bars, break_notes(found.breaks, texts) if found else ()),
        y_label=texts.tr("t {gas}", gas=request.gas),
        notes=notes,
        footer=footer(request, texts, [s.year for s in request.supports]),
        axis=value_axis(texts.numbers, max(heights, default=0.0), min(heights, default=0.0)),
        header=_header(found, texts),
        cells=tuple(_rows(found, texts)) if found else (),
        numbers=texts.numbers,
        bars=bars,
    )


def _compared(request: ChartRequest) -> Decomposition | None:
    """The decomposition to show; ``None`` where there are not two own years with emissions."""
    chosen = request.chosen(support.year for support in request.supports)
    own = [year for year, result in request.results.items() if result.emissions_t.value is not None]
    if chosen is None or not own:
        return None
    last = chosen if chosen in own else own[-1]
    earlier = [year for year in own if year < last]
    if not earlier:
        return None
    return decompose(
        request.results[_first(request, earlier)],
        request.results[last],
        between=(request.results[year] for year in earlier),
        weather=request.heating,
        breaks=read_breaks(request.inventory.answers),
    )


def _first(request: ChartRequest, earlier: Sequence[int]) -> int:
    """The wished year, else the first from the base year on; a wished year that is none of these is refused."""
    if request.from_year is None:
        return _usual_first(request, earlier)
    if request.from_year not in earlier:
        years = ", ".join(map(str, earlier))
        raise UserError("compare.no_year", year=str(request.from_year), years=years)
    return request.from_year


def _usual_first(request: ChartRequest, earlier: Sequence[int]) -> int:
    return next((year for year in earlier if year >= request.inventory.municipality.base_year), earlier[0])


def _bars(found: Decomposition, texts: Texts) -> Iterator[CauseBar]:
    numbers, effects = texts.numbers, found.effects()
    level = float(found.before_t)
    yield CauseBar(str(found.from_year), 0.0, level, numbers.integer(found.before_t), is_total=True)
    for effect in found.shown():
        tonnes = effects[effect]
        end = level + float(tonnes)
        words = effect_name(effect, texts), level, end, _signed(tonnes, texts)
        yield CauseBar(*words, is_total=False, real=effect in DRIVERS)
        level = end
    yield CauseBar(str(found.to_year), 0.0, float(found.after_t), numbers.integer(found.after_t), is_total=True)


def _signed(tonnes: Decimal, texts: Texts) -> str:
    shown = texts.numbers.integer(abs(tonnes))
    return shown if shown == texts.numbers.integer(0) else f"{'+' if tonnes > 0 else '−'}{shown}"


def _sentence(request: ChartRequest, found: Decomposition | None, texts: Texts) -> str:
    if found is None:
        if request.supports:
            return texts.tr("The causes of a change show with a second year of own values.")
        return texts.tr("There are no emissions to show yet: they appear with the first values.")
    effects = found.effects()
    if abs(found.change_t) <= _SMALL * abs(float(found.before_t)):
        return texts.tr("{to} as {start}: the causes balance out.", to=found.to_year, start=found.from_year)
    if abs(effects[Effect.COVERAGE]) > abs(found.change_t) / 2:
        return texts.tr(
            "{to} and {start} cannot be compared yet: most of the difference is recorded in one of the years only.",
            to=found.to_year,
            start=found.from_year,
        )
    if abs(effects[Effect.BREAK]) > abs(found.change_t) / 2:
        return texts.tr(
            "{to} against {start}: {percent} – how much of it is real cannot be told across the break of {years}.",
            to=found.to_year,
            start=found.from_year,
            percent=_change(found, texts),
            years=break_years(found.breaks),
        )
    main = _main(found)
    return texts.tr(
        "{to} against {start}: {percent} – the largest cause is “{cause}” ({tonnes} t).",
        to=found.to_year,
        start=found.from_year,
        percent=_change(found, texts),
        cause=effect_name(main, texts),
        tonnes=_signed(effects[main], texts),
    )


def _change(found: Decomposition, texts: Texts) -> str:
    """In percent; in tonnes where there is nothing it could be a share of."""
    if found.before_t > 0:
        return texts.numbers.percent(found.change_t / found.before_t, 0, signed=True)
    return texts.tr("{value} t", value=_signed(found.change_t, texts))


def _main(found: Decomposition) -> Effect:
    """The driver that did most in the direction of the change."""
    sign = 1 if found.change_t > 0 else -1
    effects = found.effects()
    return max(DRIVERS, key=lambda effect: sign * effects[effect])


def _notes(request: ChartRequest, found: Decomposition | None, texts: Texts) -> Iterator[str]:
    if found is None or found.from_year == _usual_first(request, sorted(request.results)):
        yield from base_year_note(request, texts)
    if found is None:
        return
    first, last = request.results[found.from_year], request.results[found.to_year]
    if found.people is None:
        yield texts.tr("Without the inhabitants of both years their effect is part of the energy.")
    yield from _weather_note(request, found, texts)
    if found.effects()[Effect.BREAK]:
        yield texts.tr(
            "“Method, boundary or data”: energy across a break, of which no one can say how much is a real change."
        )
    yield from break_notes(found.breaks, texts)
    if found.effects()[Effect.COVERAGE]:
        yield texts.tr("“Recorded in one year only” is no change of consumption: the other year says nothing of it.")
    for result in (first, last):
        if not result.complete:
            yield texts.tr("{year} is incomplete.", year=str(result.year))


def _weather_note(request: ChartRequest, found: Decomposition, texts: Texts) -> Iterator[str]:
    if request.heating is None:
        return
    if found.with_weather:
        yield texts.tr("Weather is the space heat that the degree days explain; the energy is that of a mean year.")
        return
    years = [str(year) for year in (found.from_year, found.to_year) if not request.heating.knows(year)]
    yield texts.tr(
        "The weather is part of the energy, as degree days or their mean are missing: {years}.", years=", ".join(years)
    )


def _header(found: Decomposition | None, texts: Texts) -> tuple[str, ...]:
    effects = (effect_name(effect, texts) for effect in found.shown()) if found else ()
    years = (f"{found.from_year} [t]", f"{found.to_year} [t]") if found else ()
    return (texts.tr("Part"), texts.tr("Sector or energy carrier"), *years[:1], *effects, *years[1:])


def _rows(found: Decomposition, texts: Texts) -> Iterator[tuple[str | Quantity, ...]]:
    yield _row(found, texts.tr("Total"), "–", found.cells, found.effects())
    for sector, effects in found.by_sector().items():
        cells = [cell for cell in found.cells if cell.sector == sector]
        yield _row(found, texts.tr("Sector"), texts.sector(sector), cells, effects)
    for carrier, effects in found.by_carrier().items():
        cells = [cell for cell in found.cells if cell.carrier == carrier]
        yield _row(found, texts.tr("Energy carrier"), texts.carrier(carrier), cells, effects)


def _row(
    found: Decomposition, part: str, name: str, cells: Sequence[CellEffects], effects: Mapping[Effect, Decimal]
) -> tuple[str | Quantity, ...]:
    before, after = (float(sum(tonnes)) for tonnes in ((c.before_t for c in cells), (c.after_t for c in cells)))
    amounts = (Quantity(_rounded(effects[effect])) for effect in found.shown())
    return (part, name, Quantity(before), *amounts, Quantity(after))


def _rounded(tonnes: Decimal) -> float:
    """What is written as 0 has no sign."""
    return float(tonnes) if abs(tonnes) >= _SMALLEST_SHOWN else 0.0


def _alt_text(texts: Texts, sentence: str, bars: Sequence[CauseBar], breaks: Sequence[str]) -> str:
    if not bars:
        return sentence
    values = "; ".join(f"{bar.label}: {bar.size_label} t" for bar in bars)
    text = texts.tr("Waterfall chart. {sentence} {values}.", sentence=sentence, values=values)
    return " ".join((text, *breaks))
