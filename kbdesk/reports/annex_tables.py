"""The figures in tables: the year by sector and energy carrier, all years side by side, and every single value.

``≥`` stands before what lacks a part, a dash where nothing is known; a zero is a zero.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from decimal import Decimal

from kbdesk.charts.classes import ClassScheme
from kbdesk.charts.classes import sector_scheme
from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import Total
from kbdesk.models.calculation import per_inhabitant
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import NotationKey
from kbdesk.models.progress import SupportYear
from kbdesk.models.views import ViewKind
from kbdesk.models.views import ViewTable
from kbdesk.models.views import view
from kbdesk.reports.basis import ReportBasis
from kbdesk.reports.content import Block
from kbdesk.reports.content import Look
from kbdesk.reports.content import Paragraph
from kbdesk.reports.content import Table
from kbdesk.texts.marking import mark
from kbdesk.texts.source_texts import source_text
from kbdesk.texts.texts import Texts

_KEYS = {
    NotationKey.NO: mark("does not exist here"),
    NotationKey.NE: mark("not estimated"),
    NotationKey.IE: mark("included elsewhere"),
    NotationKey.C: mark("confidential"),
}
_LONGEST_TEXT = 300


def tables(basis: ReportBasis, texts: Texts) -> Iterator[Block]:
    """Sectors and carriers of the year, energy and emissions, then the series."""
    tr, year = texts.tr, str(basis.year)
    yield Paragraph(
        tr("≥ stands before a figure that lacks a part, a dash where nothing is known. MWh are final energy."),
        Look.NOTE,
    )
    if basis.result is not None:
        energy = view(basis.result, basis.codebook, ViewKind.ENERGY)
        emissions = view(basis.result, basis.codebook, ViewKind.EMISSIONS)
        scheme = sector_scheme(basis.codebook)
        yield _by_sector(basis, energy, emissions, texts)
        yield _matrix(tr("Emissions in {year} by energy carrier and sector [t]", year=year), emissions, scheme, texts)
        yield _matrix(tr("Final energy in {year} by energy carrier and sector [MWh]", year=year), energy, scheme, texts)
    yield _series(basis, texts)


def single_values(basis: ReportBasis, texts: Texts) -> Iterator[Block]:
    """Every value of the year with its factor, grade and source."""
    result, tr = basis.result, texts.tr
    if result is None:
        return
    header = (
        tr("Sector, energy carrier"),
        tr("Quantity"),
        tr("Unit"),
        tr("MWh"),
        tr("t/MWh"),
        tr("t"),
        tr("Quality"),
        tr("Source"),
    )
    told = [cell for cell in result.everything if cell.entry.notation_key is not NotationKey.NO]
    rows = tuple(_value_row(basis, cell, texts) for cell in told)
    if rows:
        yield Table(tr("The values of {year}", year=str(basis.year)), header, rows, frozenset({1, 3, 4, 5}))
    if absent := len(result.everything) - len(told):
        yield Paragraph(
            texts.trn(
                "{count} value is left out: it does not exist here.",
                "{count} values are left out: they do not exist here.",
                absent,
            ),
            Look.NOTE,
        )


def shown(total: Total, texts: Texts) -> str:
    """A sum as it is read: a dash where nothing is known, ``≥`` where a part is missing."""
    if total.value is None:
        return "–"
    number = texts.numbers.integer(total.value)
    return f"≥\N{NO-BREAK SPACE}{number}" if total.missing else number


def shortened(text: str) -> str:
    """A text as it fits into a cell."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_TEXT else f"{plain[:_LONGEST_TEXT].rstrip()}…"


def _by_sector(basis: ReportBasis, energy: ViewTable, emissions: ViewTable, texts: Texts) -> Table:
    tr, numbers = texts.tr, texts.numbers
    population = basis.result.population if basis.result else None
    rows = []
    for sector in dict.fromkeys((*energy.rows, *emissions.rows)):
        total = emissions.row_totals.get(sector, Total(None, 0))
        rows.append(
            (
                texts.sector(sector),
                shown(energy.row_totals.get(sector, Total(None, 0)), texts),
                shown(total, texts),
                numbers.percent(_share(total, emissions.total), 0),
                numbers.fixed(per_inhabitant(total.value, population), 2),
            )
        )
    last = per_inhabitant(emissions.total.value, population)
    whole = numbers.percent(_share(emissions.total, emissions.total), 0)
    rows.append((tr("Total"), shown(energy.total, texts), shown(emissions.total, texts), whole, numbers.fixed(last, 2)))
    header = (
        tr("Sector"),
        tr("Final energy [MWh]"),
        tr("Emissions [t]"),
        tr("Share"),
        tr("t per inhabitant"),
    )
    return Table(tr("Sectors in {year}", year=str(basis.year)), header, tuple(rows), frozenset(range(1, 5)), sums=True)


def _share(part: Total, whole: Total) -> Decimal | None:
    """A share of an incomplete whole is none."""
    if part.value is None or part.missing or not whole.value or whole.missing:
        return None
    return part.value / whole.value


def _matrix(title: str, table: ViewTable, scheme: ClassScheme, texts: Texts) -> Table:
    """Carriers down, classes of sectors across: that fits a page upright."""
    classes = [id_ for id_, _, _ in scheme.classes if any(scheme.class_of(row) == id_ for row in table.rows)]
    labels = {id_: texts.tr(label) for id_, label, _ in scheme.classes}
    rows = [
        (
            texts.carrier(carrier),
            *(_cell(table, scheme, class_, carrier, texts) for class_ in classes),
            shown(table.column_totals[carrier], texts),
        )
        for carrier in table.columns
    ]
    sums = (
        shown(_sum(table.row_totals[row] for row in table.rows if scheme.class_of(row) == c), texts) for c in classes
    )
    rows.append((texts.tr("Total"), *sums, shown(table.total, texts)))
    header = (texts.tr("Energy carrier"), *(labels[class_] for class_ in classes), texts.tr("Total"))
    return Table(title, header, tuple(rows), frozenset(range(1, len(header))), sums=True)


def _cell(table: ViewTable, scheme: ClassScheme, class_: str, carrier: str, texts: Texts) -> str:
    parts = [
        table.cells[row, carrier]
        for row in table.rows
        if scheme.class_of(row) == class_ and (row, carrier) in table.cells
    ]
    return shown(_sum(parts), texts) if parts else ""


def _sum(totals: Iterable[Total]) -> Total:
    parts = tuple(totals)
    known = [part.value for part in parts if part.value is not None]
    return Total(sum(known, Decimal(0)) if known else None, sum(part.missing for part in parts))


def _series(basis: ReportBasis, texts: Texts) -> Table:
    tr = texts.tr
    header = (
        tr("Year"),
        tr("Inhabitants"),
        tr("Final energy [MWh]"),
        tr("Emissions [t]"),
        tr("t per inhabitant"),
        tr("Data quality"),
        tr("Origin"),
    )
    rows = tuple(_series_row(basis, support, texts) for support in basis.supports)
    return Table(tr("All years"), header, rows, frozenset(range(1, 6)))


def _series_row(basis: ReportBasis, support: SupportYear, texts: Texts) -> tuple[str, ...]:
    numbers, result = texts.numbers, basis.results.get(support.year)
    least = "" if support.complete else "≥\N{NO-BREAK SPACE}"
    share = per_inhabitant(support.emissions_t, support.population)
    quality = texts.tr("undefined")
    if result is not None and result.data_quality is not None:
        quality = numbers.percent(result.data_quality, 0)
    return (
        str(support.year),
        numbers.integer(support.population),
        shown(result.energy_mwh, texts) if result and not support.published else "–",
        f"{least}{numbers.integer(support.emissions_t)}",
        "–" if share is None else f"{least}{numbers.fixed(share, 2)}",
        "–" if support.published else quality,
        texts.tr("published result") if support.published else texts.tr("own inventory"),
    )


def _value_row(basis: ReportBasis, cell: CellResult, texts: Texts) -> tuple[str, ...]:
    entry, numbers = cell.entry, texts.numbers
    unit = texts.unit_label(entry.unit, cell.key.sector, cell.key.carrier) if entry.unit else "–"
    quantity = "–" if entry.quantity is None else numbers.plain(entry.quantity)
    if entry.notation_key is not None:
        unit = texts.tr(_KEYS[entry.notation_key])
    factor = None if cell.key.carrier == DIRECT else cell.factor.t_per_mwh
    place = f"{texts.sector(cell.key.sector)}, {texts.carrier(cell.key.carrier)}"
    return (
        texts.tr("{place} (shown, but contained in others)", place=place) if cell.apart else place,
        quantity,
        unit,
        numbers.integer(cell.energy_mwh),
        numbers.significant(factor, 3),
        numbers.integer(cell.emissions_t),
        str(entry.grade or "–"),
        shortened(source_text(entry, basis.inventory.sources, texts)) or "–",
    )
