"""Emissions per inhabitant by sector beside the average of the country, and which sector differs most."""

from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Decimal

from kbdesk.charts.axes import value_axis
from kbdesk.charts.data import BarRow
from kbdesk.charts.data import Quantity
from kbdesk.charts.data import RowBar
from kbdesk.charts.data import RowBars
from kbdesk.charts.data import RowPiece
from kbdesk.charts.data import StackClass
from kbdesk.charts.national_rows import Measure
from kbdesk.charts.national_rows import NationalRow
from kbdesk.charts.national_rows import NationalRows
from kbdesk.charts.national_rows import national_rows
from kbdesk.charts.request import ChartRequest
from kbdesk.charts.request import base_year_note
from kbdesk.charts.request import footer
from kbdesk.charts.request import year_list
from kbdesk.texts.countries import country_name
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

OWN, NATIONAL = "own", "national"
_OWN_COLOUR, _NATIONAL_COLOUR = 1, 3
_TABLE_DECIMALS = 3
_TITLES = {
    Measure.EMISSIONS: mark("Emissions per inhabitant and national average {year}: {name}"),
    Measure.ENERGY: mark("Final energy per inhabitant and national average {year}: {name}"),
}
_UNITS = {
    Measure.EMISSIONS: mark("Tonnes {gas} per inhabitant and year"),
    Measure.ENERGY: mark("Megawatt hours per inhabitant and year"),
}
_SENTENCES = {
    Measure.EMISSIONS: mark(
        "{year}: largest difference from the national average: {label}, {own} t per inhabitant instead of {national} t "
        "({change})."
    ),
    Measure.ENERGY: mark(
        "{year}: largest difference from the national average: {label}, {own} MWh per inhabitant instead of "
        "{national} MWh ({change})."
    ),
}
_NOTHING = NationalRows(Measure.EMISSIONS, (), together=False)


def national_chart(request: ChartRequest, texts: Texts) -> RowBars:
    """The chosen own year with inhabitants [t or MWh per inhabitant]; without a national table there is no chart."""
    own = [y for y, r in request.results.items() if r.population and r.emissions_t.value is not None]
    year = request.chosen(own)
    found = _found(request, texts, year)
    comparable = any(row.own is not None and row.national is not None for row in found.rows)
    rows = found.rows if comparable else ()
    sentence = _sentence(request, texts, year, found)
    heights = [float(value) for row in rows for value in (row.own, row.national) if value is not None]
    decimals = _decimals(heights)
    bars = tuple(_bar_row(texts, row, year or 0, decimals) for row in rows)
    country = country_name(texts, request.inventory.municipality.country)
    name = request.inventory.municipality.name
    return RowBars(
        kind="national",
        title=texts.tr(_TITLES[found.measure], year="–" if year is None else str(year), name=name),
        sentence=sentence,
        alt_text=_alt_text(texts, sentence, bars, country),
        y_label=texts.tr(_UNITS[found.measure], gas=request.gas),
        notes=tuple(_notes(request, texts, found if rows else _NOTHING)),
        footer=footer(request, texts, [year] if rows and year else [s.year for s in request.supports]),
        axis=value_axis(texts.numbers, max(heights, default=1.0), min(heights, default=0.0)),
        header=_header(request, texts, found.measure, country),
        cells=tuple(_cells(texts, rows)),
        numbers=texts.numbers,
        classes=(
            StackClass(OWN, name, _OWN_COLOUR),
            StackClass(NATIONAL, texts.tr("average of {country}", country=country), _NATIONAL_COLOUR),
        ),
        rows=bars,
        weak_label=texts.tr("hatched: start values or grade D") if any(row.weak for row in rows) else "",
    )


def _found(request: ChartRequest, texts: Texts, year: int | None) -> NationalRows:
    if year is None or request.national is None:
        return _NOTHING
    return national_rows(request.national, request.results[year], texts.codebook)


def _decimals(heights: Sequence[float]) -> int:
    return 1 if max(heights, default=0.0) >= 1 else 2


def _sentence(request: ChartRequest, texts: Texts, year: int | None, found: NationalRows) -> str:
    if year is None:
        return _nothing(request, texts)
    beside = [row for row in found.rows if row.own is not None and row.national is not None]
    if not beside:
        return texts.tr("{year}: there are no national figures to compare with.", year=year)
    differing = [row for row in beside if row.difference is not None]
    if not differing:
        if all(row.rests_on_start_values for row in beside):
            return texts.tr(
                "{year}: start values, which are national averages themselves – there is nothing to compare yet.",
                year=year,
            )
        return texts.tr("{year}: too incomplete to be compared with the national average.", year=year)
    row = max(differing, key=lambda r: abs(float(r.difference or 0)))
    decimals = _decimals([float(value) for r in found.rows for value in (r.own, r.national) if value is not None])
    own, national = (texts.numbers.fixed(value, decimals) for value in (row.own, row.national))
    if own == national:
        return texts.tr("{year}: every sector is as high as in the national average.", year=year)
    change = Quantity(float((row.difference or 0) / row.national) if row.national else None, 0, percent=True)
    return texts.tr(
        _SENTENCES[found.measure],
        year=year,
        label=texts.tr(row.label),
        own=own if row.complete else texts.tr("at least {value}", value=own),
        national=national,
        change=change.text(texts.numbers),
    )


def _nothing(request: ChartRequest, texts: Texts) -> str:
    if not request.supports:
        return texts.tr("There are no emissions to show yet: they appear with the first values.")
    if all(support.published for support in request.supports):
        return texts.tr(
            "Only results are known of {years}: sectors cannot be compared with the national average.",
            years=year_list(support.year for support in request.supports),
        )
    return texts.tr("The number of inhabitants is missing: emissions per inhabitant cannot be shown yet.")


def _notes(request: ChartRequest, texts: Texts, found: NationalRows) -> Iterator[str]:
    yield from base_year_note(request, texts)
    if not found.rows:
        return
    sources = "; ".join(dict.fromkeys(source for row in found.rows if row.average for source in row.average.sources))
    if found.measure is Measure.ENERGY:
        yield texts.tr("National average: {sources}.", sources=sources)
        yield texts.tr("Energy is compared: the factor set lacks a factor for an energy carrier of the national table.")
    else:
        yield texts.tr("National average: {sources}, by the same emission factors.", sources=sources)
    if found.together:
        yield texts.tr("Amounts are not allocated to sectors: buildings and businesses are compared together.")
    yield texts.tr("Transport: driven here, against fuel sold in the country.")
    if any(row.own is not None and not row.complete for row in found.rows):
        yield texts.tr("≥ at least this much: values or energy carriers are missing.")
    if any(row.rests_on_start_values for row in found.rows):
        yield texts.tr("Start values are national averages themselves.")


def _bar_row(texts: Texts, row: NationalRow, year: int, decimals: int) -> BarRow:
    return BarRow(texts.tr(row.label), (_own_bar(texts, row, decimals), _national_bar(texts, row, year, decimals)))


def _own_bar(texts: Texts, row: NationalRow, decimals: int) -> RowBar:
    if row.own is None:
        return RowBar((), texts.tr("no values"))
    number = texts.numbers.fixed(row.own, decimals)
    piece = RowPiece(OWN, float(row.own), float(min(max(row.weak, Decimal(0)), max(row.own, Decimal(0)))))
    return RowBar((piece,), number if row.complete else f"≥ {number}")


def _national_bar(texts: Texts, row: NationalRow, year: int, decimals: int) -> RowBar:
    """With its year where the table of the year itself is not complete."""
    if row.national is None or row.average is None:
        return RowBar((), texts.tr("no national figures"))
    number = texts.numbers.fixed(row.national, decimals)
    label = number if row.average.year == year else f"{number} ({row.average.year})"
    return RowBar((RowPiece(NATIONAL, float(row.national)),), label)


def _header(request: ChartRequest, texts: Texts, measure: Measure, country: str) -> tuple[str, ...]:
    unit = texts.tr(_UNITS[measure], gas=request.gas)
    return (
        texts.tr("Sector"),
        f"{request.inventory.municipality.name} ({unit})",
        texts.tr("average of {country}", country=country),
        texts.tr("Year of the national figures"),
        texts.tr("Difference"),
        texts.tr("Figures complete"),
    )


def _cells(texts: Texts, rows: Sequence[NationalRow]) -> Iterator[tuple[str | Quantity, ...]]:
    for row in rows:
        known = row.own is not None and row.national
        change = float((row.own or 0) / row.national) - 1.0 if known and row.national and row.complete else None
        yield (
            texts.tr(row.label),
            Quantity(None if row.own is None else float(row.own), _TABLE_DECIMALS),
            Quantity(None if row.national is None else float(row.national), _TABLE_DECIMALS),
            str(row.average.year) if row.average else "–",
            Quantity(change, 0, percent=True),
            texts.tr("yes") if row.complete else texts.tr("no"),
        )


def _alt_text(texts: Texts, sentence: str, rows: Sequence[BarRow], country: str) -> str:
    if not rows:
        return sentence
    values = "; ".join(f"{row.label}: {row.bars[0].label} – {country} {row.bars[1].label}" for row in rows)
    return texts.tr("Bar chart. {sentence} {values}.", sentence=sentence, values=values)
