"""The register of measures: what the municipality does to lower its emissions, and what it expects of it."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from kbdesk.errors import UserError
from kbdesk.models.calculation import finder
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.measure_effects import Expected
from kbdesk.models.measure_effects import additional_t
from kbdesk.models.measure_effects import begins
from kbdesk.models.measures import Measure
from kbdesk.models.measures import MeasureStatus
from kbdesk.models.numbers import read_number
from kbdesk.services.project import Project
from kbdesk.texts.measure_names import STATUS_NAMES
from kbdesk.texts.texts import Texts

FIRST_YEAR, LAST_YEAR = 1990, 2100
HORIZON = 2030
"""The year for which the sum is told, or the latest inventory's plus ten where that is later."""
_AHEAD = 10
_CURRENCY_LETTERS = 3


class TypedMeasure(NamedTuple):
    """A measure as typed; numbers are texts in the format of the window, empty where nothing is known."""

    title: str
    status: MeasureStatus = MeasureStatus.IDEA
    sector: str = ""
    carrier: str = ""
    start_year: str = ""
    end_year: str = ""
    responsible: str = ""
    saving_mwh: str = ""
    saving_t: str = ""
    cost: str = ""
    currency: str = "EUR"
    funding: str = ""
    note: str = ""
    source_id: str = ""


class Expectation(NamedTuple):
    """The sum of what is expected: ``saving_t`` a year in ``year`` beyond the figures of ``latest``, and how many."""

    latest: int | None
    year: int
    saving_t: Decimal
    counted: int
    ideas: int
    unquantified: int


def add(project: Project, typed: TypedMeasure, texts: Texts) -> Change | None:
    """Record a measure; what cannot be is a ``UserError`` that says what was expected."""
    taken = {int(id_[1:]) for id_ in project.inventory.measures if id_[1:].isdigit()}
    measure = _read(f"m{max(taken, default=0) + 1}", typed, texts)
    return project.commit("measure.added", {"title": measure.title}, [Edit(None, measure)])


def change(project: Project, measure_id: str, typed: TypedMeasure, texts: Texts) -> Change | None:
    """Record a measure anew."""
    after = _read(measure_id, typed, texts)
    return project.commit(
        "measure.changed", {"title": after.title}, [Edit(project.inventory.measures[measure_id], after)]
    )


def set_status(project: Project, measure_id: str, status: MeasureStatus) -> Change | None:
    """Say how far a measure is."""
    before = project.inventory.measures[measure_id]
    return project.commit("measure.changed", {"title": before.title}, [Edit(before, replace(before, status=status))])


def remove(project: Project, measure_id: str) -> Change | None:
    """Delete a measure."""
    before = project.inventory.measures[measure_id]
    return project.commit("measure.removed", {"title": before.title}, [Edit(before, None)])


def typed(measure: Measure, texts: Texts) -> TypedMeasure:
    """A measure as its fields show it."""
    return TypedMeasure(
        title=measure.title,
        status=measure.status,
        sector=measure.sector,
        carrier=measure.carrier,
        start_year=_shown_year(measure.start_year),
        end_year=_shown_year(measure.end_year),
        responsible=measure.responsible,
        saving_mwh=_shown(measure.saving_mwh, texts),
        saving_t=_shown(measure.saving_t, texts),
        cost=_shown(measure.cost, texts),
        currency=measure.currency,
        funding=measure.funding,
        note=measure.note,
        source_id=measure.source_id,
    )


def in_order(project: Project) -> tuple[Expected, ...]:
    """Every measure with its saving, by the year it begins; those without a year last."""
    found = sorted(
        project.inventory.measures.values(), key=lambda m: (begins(m) is None, begins(m) or 0, m.title.casefold())
    )
    return tuple(expected(project, measure) for measure in found)


def expected(project: Project, measure: Measure) -> Expected:
    """The saving of a measure [t a year]: as typed, else the energy saved with the latest factor of its carrier."""
    if measure.saving_t is not None or measure.saving_mwh is None or not measure.carrier:
        return Expected(measure, measure.saving_t)
    year = latest_year(project)
    if year is None:
        return Expected(measure, None)
    rules = project.reference.rules(project.municipality.factor_set)
    factor = finder(project.inventory, rules).find(year, measure.carrier).t_per_mwh
    return Expected(measure, None if factor is None else measure.saving_mwh * factor, derived=factor is not None)


def expectation(project: Project) -> Expectation:
    """What is expected of all measures together."""
    found, latest = in_order(project), latest_year(project)
    year = max(HORIZON, latest + _AHEAD) if latest is not None and latest >= HORIZON else HORIZON
    counted = [each for each in found if each.counts]
    ideas = sum(each.measure.status is MeasureStatus.IDEA for each in found)
    dropped = sum(each.measure.status is MeasureStatus.DROPPED for each in found)
    return Expectation(
        latest=latest,
        year=year,
        saving_t=additional_t(counted, year, FIRST_YEAR - 1 if latest is None else latest),
        counted=len(counted),
        ideas=ideas,
        unquantified=len(found) - len(counted) - ideas - dropped,
    )


def latest_year(project: Project) -> int | None:
    """The latest own inventory year with emissions."""
    return max((year for year, r in project.results.items() if r.emissions_t.value is not None), default=None)


def measure_header(texts: Texts) -> tuple[str, ...]:
    """What the columns of ``measure_rows`` are."""
    tr = texts.tr
    return (
        tr("Measure"),
        tr("Sector"),
        tr("Years"),
        tr("Status"),
        tr("Saving [MWh/a]"),
        tr("Saving [t/a]"),
        tr("Cost"),
        tr("Responsible"),
    )


def measure_rows(found: Sequence[Expected], texts: Texts) -> list[tuple[str, ...]]:
    """Every measure as a line of texts; ``≈`` before savings that are computed from the energy saved."""
    return [_row(each, texts) for each in found]


def _row(each: Expected, texts: Texts) -> tuple[str, ...]:
    measure, numbers = each.measure, texts.numbers
    tonnes = numbers.integer(each.saving_t)
    place = ", ".join(
        part
        for part in (
            texts.sector(measure.sector) if measure.sector else "",
            texts.carrier(measure.carrier) if measure.carrier else "",
        )
        if part
    )
    return (
        measure.title,
        place or "–",
        _years(measure),
        texts.tr(STATUS_NAMES[measure.status]),
        numbers.integer(measure.saving_mwh),
        f"≈ {tonnes}" if each.derived else tonnes,
        "–" if measure.cost is None else f"{numbers.integer(measure.cost)} {measure.currency}",
        measure.responsible,
    )


def _years(measure: Measure) -> str:
    years = (measure.start_year, measure.end_year)
    if years[0] == years[1] or None in years:
        return _shown_year(begins(measure)) or "–"
    return f"{years[0]}–{years[1]}"


def _read(id_: str, typed: TypedMeasure, texts: Texts) -> Measure:
    title = typed.title.strip()
    if not title:
        raise UserError("measure.no_title")
    start, end = _year(typed.start_year), _year(typed.end_year)
    if start is not None and end is not None and end < start:
        raise UserError("measure.years", start=str(start), end=str(end))
    currency = typed.currency.strip().upper() or "EUR"
    if len(currency) != _CURRENCY_LETTERS or not (currency.isascii() and currency.isalpha()):
        raise UserError("measure.currency", found=typed.currency.strip())
    return Measure(
        id=id_,
        title=title,
        status=typed.status,
        sector=typed.sector,
        carrier=typed.carrier,
        start_year=start,
        end_year=end,
        responsible=typed.responsible.strip(),
        saving_mwh=_amount(typed.saving_mwh, texts),
        saving_t=_amount(typed.saving_t, texts),
        cost=_amount(typed.cost, texts),
        currency=currency,
        funding=typed.funding.strip(),
        note=typed.note.strip(),
        source_id=typed.source_id,
    )


def _amount(text: str, texts: Texts) -> Decimal | None:
    if not text.strip():
        return None
    read = read_number(text, texts.numbers.decimal_mark)
    if read.value is None or read.value < 0 or read.unit_text:
        raise UserError("measure.amount", found=text.strip())
    return read.value


def _year(text: str) -> int | None:
    stripped = text.strip()
    if not stripped:
        return None
    if not (stripped.isascii() and stripped.isdigit() and FIRST_YEAR <= int(stripped) <= LAST_YEAR):
        raise UserError("measure.year", found=stripped, first=str(FIRST_YEAR), last=str(LAST_YEAR))
    return int(stripped)


def _shown(value: Decimal | None, texts: Texts) -> str:
    return "" if value is None else texts.numbers.plain(value)


def _shown_year(year: int | None) -> str:
    return "" if year is None else str(year)
