"""What to improve first in the open document."""

from decimal import Decimal

from kbdesk.models.improving import Improvement
from kbdesk.models.improving import improvements
from kbdesk.models.inventory import EntryKey
from kbdesk.services.project import Project

LOOKED_BACK_YEARS = 10
"""An older value says nothing about a missing one."""


def to_improve(project: Project, year: int) -> tuple[Improvement, ...]:
    """The proposals for a year, most emissions on weak data per effort first; none for a year without entries."""
    result = project.results.get(year)
    if result is None:
        return ()
    return improvements(result.cells, lambda key: last_emissions_t(project, key), project.reference.asks)


def last_emissions_t(project: Project, key: EntryKey) -> Decimal | None:
    """The emissions [t] of the same place in the nearest earlier year, at most ten years back; ``None`` without one."""
    for year in range(key.year - 1, key.year - 1 - LOOKED_BACK_YEARS, -1):
        cell = project.cell(key._replace(year=year))
        if cell is not None and cell.emissions_t is not None:
            return cell.emissions_t
    return None
