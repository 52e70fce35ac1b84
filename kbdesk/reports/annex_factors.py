"""Which emission factors the year was computed with, and where each is from."""

from collections.abc import Iterator

from kbdesk.models.calculation import CellResult
from kbdesk.models.factors import Factor
from kbdesk.models.factors import FactorStatus
from kbdesk.models.inventory import DIRECT
from kbdesk.reports.annex_tables import shortened
from kbdesk.reports.basis import ReportBasis
from kbdesk.reports.content import Block
from kbdesk.reports.content import Table
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

_STATUS = {
    FactorStatus.EXACT: mark("of this year"),
    FactorStatus.LOCAL: mark("own value of the municipality"),
    FactorStatus.MISSING: mark("none known"),
}


def factors(basis: ReportBasis, texts: Texts) -> Iterator[Block]:
    """One line an energy carrier that has energy; a missing factor says so."""
    result, tr = basis.result, texts.tr
    if result is None:
        return
    used: dict[str, CellResult] = {}
    for cell in result.cells:
        if cell.key.carrier != DIRECT and cell.energy_mwh is not None:
            used.setdefault(cell.key.carrier, cell)
    header = (tr("Energy carrier"), tr("Factor [t/MWh]"), tr("Validity"), tr("Source"))
    order = tuple(basis.codebook.carriers)
    carriers = sorted(used, key=lambda carrier: order.index(carrier) if carrier in order else len(order))
    rows = tuple(_row(carrier, used[carrier].factor, texts) for carrier in carriers)
    if rows:
        yield Table(tr("Emission factors of {year}", year=str(basis.year)), header, rows, frozenset({1}))


def _row(carrier: str, factor: Factor, texts: Texts) -> tuple[str, ...]:
    validity = texts.tr("of {year}, the nearest year", year=str(factor.year_used))
    if factor.status in _STATUS:
        validity = texts.tr(_STATUS[factor.status])
    value = "–" if factor.t_per_mwh is None else texts.numbers.fixed(factor.t_per_mwh, 3)
    return texts.carrier(carrier), value, validity, shortened(factor.source) or "–"
