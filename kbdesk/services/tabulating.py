"""The computed inventory as rows for a table on paper, a terminal or a spreadsheet."""

from collections.abc import Iterable

from kbdesk.exchange.canonical import decimal_text
from kbdesk.exchange.csv_writer import safe_cell
from kbdesk.exchange.named_sources import SourceNames
from kbdesk.models.calculation import YearResult
from kbdesk.models.inventory import DIRECT
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts

CSV_HEADER = (
    "year",
    "sector",
    "carrier",
    "quantity",
    "unit",
    "final_energy_mwh",
    "notation_key",
    "quality",
    "factor_t_per_mwh",
    "factor_status",
    "emissions_t",
    "source",
    "note",
    "contained_in",
    "counted",
    "heat_pump_mwh",
)


def csv_rows(project: Project, years: Iterable[int]) -> list[tuple[str, ...]]:
    """Every cell as one row of plain values; missing is an empty field. Sources are in the municipality's words.

    Cells that are not counted are contained in others; what is taken off for heat pumps is not in the energy.
    """
    rows: list[tuple[str, ...]] = []
    names = SourceNames(project.inventory.sources, project.reference.texts(project.municipality.language))
    for year in years:
        result = project.results.get(year)
        for cell in result.everything if result else ():
            entry = cell.entry
            rows.append(
                (
                    str(year),
                    cell.key.sector,
                    cell.key.carrier,
                    decimal_text(entry.quantity) or "",
                    entry.unit,
                    decimal_text(cell.energy_mwh) or "",
                    entry.notation_key or "",
                    entry.grade or "",
                    decimal_text(cell.factor.t_per_mwh) or "",
                    "" if cell.key.carrier == DIRECT else cell.factor.status,
                    decimal_text(cell.emissions_t) or "",
                    *(safe_cell(text) for text in (names.of(entry), entry.note, entry.contained_in)),
                    "no" if cell.apart else "yes",
                    decimal_text(cell.heat_pump_mwh) or "",
                )
            )
    return rows


def overview_rows(project: Project, years: Iterable[int], texts: Texts) -> list[tuple[str, ...]]:
    """One line a year: inhabitants, energy, emissions, per inhabitant, data quality, complete or not."""
    return [_overview(project.results[year], texts) for year in years if year in project.results]


def overview_header(texts: Texts) -> tuple[str, ...]:
    """The header of ``overview_rows``."""
    return (
        texts.tr("Year"),
        texts.tr("Inhabitants"),
        texts.tr("Final energy [MWh]"),
        texts.tr("Emissions [t]"),
        texts.tr("t per inhabitant"),
        texts.tr("Data quality"),
        texts.tr("Complete"),
    )


def _overview(result: YearResult, texts: Texts) -> tuple[str, ...]:
    numbers = texts.numbers
    quality = texts.tr("undefined") if result.data_quality is None else numbers.percent(result.data_quality, 0)
    return (
        str(result.year),
        numbers.integer(result.population),
        numbers.fixed(result.energy_mwh.value, 0),
        numbers.fixed(result.emissions_t.value, 0),
        numbers.fixed(result.emissions_t_per_inhabitant, 2),
        quality,
        texts.tr("yes") if result.complete else texts.tr("no"),
    )
