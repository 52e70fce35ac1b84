"""Base data of a year (inhabitants, area, households, employees, degree days), local factors, published results."""

from dataclasses import replace
from decimal import Decimal

from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import PublishedResult
from kbdesk.services.inhabitants import is_estimate
from kbdesk.services.project import Project
from kbdesk.services.typed_numbers import positive_number
from kbdesk.services.typed_numbers import typed_number


def record_base_datum(
    project: Project, year: int, indicator: Indicator, text: str, decimal_mark: str, source: str | None = None
) -> Change | None:
    """Record an indicator of a year; an empty text deletes it, text that is no positive number is a ``UserError``."""
    before = project.inventory.base_data.get((year, indicator))
    value = positive_number(text, decimal_mark) if text.strip() else None
    kept = source if source is not None else kept_source(project, before, value)
    after = None if value is None else BaseDatum(year, indicator, value, kept)
    return project.commit(
        "base.datum", {"year": str(year), "indicator": indicator, "value": text.strip()}, [Edit(before, after)]
    )


def kept_source(project: Project, before: BaseDatum | None, value: Decimal | None) -> str:
    """The source that stays with a datum: not that of an estimate, once another value stands there."""
    if before is None or (value != before.value and is_estimate(project, before.source)):
        return ""
    return before.source


def record_base_source(project: Project, year: int, indicator: Indicator, source: str) -> Change | None:
    """Record where an indicator is from; without a value there is nothing to record."""
    before = project.inventory.base_data.get((year, indicator))
    if before is None:
        return None
    after = replace(before, source=source.strip())
    return project.commit("base.source", {"year": str(year), "indicator": indicator}, [Edit(before, after)])


def record_local_factor(
    project: Project, year: int, carrier: str, text: str, decimal_mark: str, source: str = ""
) -> Change | None:
    """Record the municipality's own factor [t/MWh] of a year and carrier; an empty text deletes it."""
    before = project.inventory.local_factors.get((year, carrier))
    value = typed_number(text, decimal_mark) if text.strip() else None
    # Another value is no longer what was computed; the note says only of the computed one what it was computed from.
    note = before.note if before is not None and before.t_per_mwh == value else ""
    kept = source or (before.source if before else "")
    after = None if value is None else LocalFactor(year, carrier, value, kept, note)
    return project.commit(
        "factor.local", {"year": str(year), "carrier": carrier, "value": text.strip()}, [Edit(before, after)]
    )


def record_published_total(
    project: Project, year: int, text: str, decimal_mark: str, source: str = ""
) -> Change | None:
    """Record the published total emissions [t] of a year whose energy data are lost; an empty text deletes it."""
    before = project.inventory.published.get((year, ""))
    value = positive_number(text, decimal_mark) if text.strip() else None
    kept = source or (before.source if before else "")
    after = None if value is None else PublishedResult(year, value, source=kept)
    return project.commit("published.total", {"year": str(year), "value": text.strip()}, [Edit(before, after)])


def change_rules(project: Project, *, factor_set: str | None = None, base_year: int | None = None) -> Change | None:
    """Pin another factor set or base year; an unknown set is a ``UserError``."""
    before = project.municipality
    if factor_set is not None:
        project.reference.rules(factor_set)
    after = replace(before, factor_set=factor_set or before.factor_set, base_year=base_year or before.base_year)
    return project.commit(
        "municipality.rules", {"factor_set": after.factor_set, "base_year": str(after.base_year)}, [Edit(before, after)]
    )
