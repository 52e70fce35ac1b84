"""How the figures are made: scheme, factors, rules, what is counted, what is missing, where the series breaks."""

from collections.abc import Iterable
from collections.abc import Iterator

from kbdesk.models.breaks import read_breaks
from kbdesk.models.conformity import Gap
from kbdesk.models.conformity import bisko_conformity
from kbdesk.models.counting import is_bisko
from kbdesk.reports.basis import ReportBasis
from kbdesk.reports.content import Block
from kbdesk.reports.content import Heading
from kbdesk.reports.content import Items
from kbdesk.reports.content import Look
from kbdesk.reports.content import Paragraph
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

_CELL, _LOCAL, _TRANSPORT = "conformity.cell_missing", "conformity.local_factor", "conformity.transport_missing"
_BOUNDARIES = {
    "life-cycle": mark("with their upstream chains (life cycle)"),
    "direct": mark("without upstream chains (only what is emitted when energy is used)"),
}


def method(basis: ReportBasis, texts: Texts) -> Iterator[Block]:
    """The method in a few paragraphs."""
    yield Paragraph(_what_is_counted(basis, texts))
    yield Paragraph(_factor_set(basis, texts))
    yield Paragraph(
        texts.tr(
            "The figures are not corrected for the weather: a mild winter lowers them. Commitments are judged by these "
            "figures."
        )
    )
    yield from _base_year(basis, texts)
    yield from _conformity(basis, texts)
    yield from _breaks(basis, texts)
    if basis.result is not None and basis.result.direct_t.value is not None:
        tonnes = texts.numbers.integer(basis.result.direct_t.value)
        yield Paragraph(
            texts.tr(
                "Direct emissions without energy use (waste, waste water, others) are recorded apart and are not part "
                "of the totals: {tonnes} t.",
                tonnes=tonnes,
            )
        )


def _what_is_counted(basis: ReportBasis, texts: Texts) -> str:
    text = texts.tr(
        "Counted is the final energy used within the municipality by households, businesses, industry, transport and "
        "the municipality itself, in megawatt-hours (net calorific value). Emissions are this energy times the "
        "emission factor of its carrier and year."
    )
    if is_bisko(basis.factor_set.id):
        rules = texts.tr(
            "The rules are those of BISKO, the standard of municipal greenhouse-gas inventories in Germany: final "
            "energy and territory decide."
        )
        return f"{text} {rules}"
    return text


def _factor_set(basis: ReportBasis, texts: Texts) -> str:
    found = basis.factor_set
    boundary = _BOUNDARIES.get(found.boundary)
    return texts.tr(
        "Emission factors: {title}, edition {edition}; {gas} {boundary}. Reference: {reference}.",
        title=found.title,
        edition=found.edition,
        gas=found.gas_basis.replace("2", "₂"),
        boundary=texts.tr(boundary) if boundary else found.boundary,
        reference=found.reference.rstrip("."),
    )


def _base_year(basis: ReportBasis, texts: Texts) -> Iterator[Block]:
    wanted = basis.inventory.municipality.base_year
    if any(support.year == wanted for support in basis.supports):
        return
    yield Paragraph(
        texts.tr(
            "There are no figures of the base year {wanted}; the earliest reliable inventory stands in for it: {year}.",
            wanted=str(wanted),
            year=str(basis.supports[0].year),
        )
    )


def _conformity(basis: ReportBasis, texts: Texts) -> Iterator[Block]:
    if not is_bisko(basis.factor_set.id):
        return
    if basis.result is None:
        yield Paragraph(texts.tr("Only the result of {year} was published, not its parts.", year=str(basis.year)))
        return
    gaps = bisko_conformity(basis.inventory, basis.result, basis.factor_set.id).gaps
    if not gaps:
        yield Paragraph(texts.tr("The inventory of {year} is BISKO-conform.", year=str(basis.year)))
        return
    yield Heading(3, texts.tr("The inventory of {year} is not BISKO-conform yet", year=str(basis.year)))
    yield Items(tuple(_gap_texts(gaps, texts)))


def _gap_texts(gaps: tuple[Gap, ...], texts: Texts) -> Iterator[str]:
    """What is missing, in a few lines: carriers of a sector together, and sectors of transport together."""
    missing = [gap for gap in gaps if gap.code == _CELL]
    local = [texts.carrier(gap.carrier) for gap in gaps if gap.code == _LOCAL]
    transport = [texts.sector(gap.sector) for gap in gaps if gap.code == _TRANSPORT]
    for gap in gaps:
        if gap.code not in (_CELL, _LOCAL, _TRANSPORT):
            yield texts.sentence(gap.code, {"sector": texts.sector(gap.sector), **dict(gap.parameters)})
    if local:
        yield texts.tr("Local factors replace those of BISKO: {carriers}.", carriers=", ".join(local))
    yield from missing_by_sector([(gap.sector, gap.carrier) for gap in missing], texts)
    if transport:
        yield texts.tr("Transport of which nothing is said: {sectors}.", sectors=", ".join(transport))


def missing_by_sector(cells: Iterable[tuple[str, str]], texts: Texts) -> Iterator[str]:
    """One line a sector with the energy carriers of which a value is missing."""
    found: dict[str, list[str]] = {}
    for sector, carrier in cells:
        found.setdefault(sector, []).append(texts.carrier(carrier))
    for sector, carriers in found.items():
        yield texts.tr(
            "{sector}, values missing: {carriers}.", sector=texts.sector(sector), carriers=", ".join(carriers)
        )


def _breaks(basis: ReportBasis, texts: Texts) -> Iterator[Block]:
    found = [each for each in read_breaks(basis.inventory.answers) if each.year <= basis.year]
    if not found:
        return
    yield Heading(3, texts.tr("Where the series breaks"))
    yield Paragraph(texts.tr("From these years on figures cannot be compared with those before."), Look.NOTE)
    yield Items(
        tuple(
            texts.tr(
                "{year}, {sector}: {text}",
                year=str(each.year),
                sector=texts.sector(each.sector) if each.sector else texts.tr("whole inventory"),
                text=each.text,
            )
            for each in found
        )
    )
