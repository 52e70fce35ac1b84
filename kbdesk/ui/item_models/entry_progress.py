"""How far a year is: values entered, items left open."""

from kbdesk.models.calculation import CellResult
from kbdesk.models.findings import Level
from kbdesk.models.inventory import NotationKey
from kbdesk.services.project import Project


def value_count(project: Project, year: int) -> int:
    """The number of cells with a value or a reason why there is none."""
    return sum(1 for cell in _cells(project, year) if cell.entry.text or cell.entry.notation_key)


def open_count(project: Project, year: int) -> int:
    """The number of cells that are drafts, expected, not known yet, without emissions, or have an error or a warning.

    A warning someone has explained is nothing left open.
    """
    keys = {cell.key for cell in _cells(project, year) if is_unfinished(cell)}
    for finding in project.findings_of(year):
        if finding.level is not Level.NOTE and finding.acknowledged is None:
            keys.update(finding.cells)
    return len(keys)


def is_unfinished(cell: CellResult) -> bool:
    """Whether a recorded cell waits for something: a readable number, a value, a unit's parameter, a factor."""
    if cell.entry.is_expected:
        return True
    if cell.entry.notation_key is not None:
        return cell.entry.notation_key is NotationKey.NE
    return bool(cell.entry.text) and cell.lacks_emissions


def _cells(project: Project, year: int) -> tuple[CellResult, ...]:
    result = project.results.get(year)
    return result.everything if result else ()
