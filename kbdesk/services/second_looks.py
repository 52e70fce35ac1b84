"""The second look: someone else has checked the values of a sector. Any edit of them takes it back by itself."""

from typing import NamedTuple

from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.findings import Level
from kbdesk.models.second_looks import SecondLook
from kbdesk.services.project import Project


class SectorLook(NamedTuple):
    """A sector with values in a year: who looked at it (``None``: nobody yet), how many values and errors it has."""

    sector: str
    look: SecondLook | None
    values: int
    errors: int


def check(project: Project, year: int, sector: str) -> Change | None:
    """Record that who works here has checked the values of a sector today. Errors do not prevent it."""
    before = project.inventory.second_looks.get((year, sector))
    after = SecondLook(year, sector, who=project.document.who, on=project.today().isoformat())
    return project.commit("look.checked", _place(year, sector), [Edit(before, after)])


def take_back(project: Project, year: int, sector: str) -> Change | None:
    """Take a second look back; ``None`` where there was none."""
    before = project.inventory.second_looks.get((year, sector))
    return project.commit("look.taken_back", _place(year, sector), [Edit(before, None)] if before else [])


def looks(project: Project, year: int) -> tuple[SectorLook, ...]:
    """Every sector that has values in the year, in codebook order."""
    result = project.results.get(year)
    if result is None:
        return ()
    values = dict.fromkeys(project.reference.codebook.sectors, 0)
    for cell in result.everything:
        values[cell.key.sector] = values.get(cell.key.sector, 0) + bool(cell.entry.text)
    errors = [finding.sector for finding in project.findings_of(year) if finding.level is Level.ERROR]
    given = project.inventory.second_looks
    return tuple(
        SectorLook(sector, given.get((year, sector)), count, errors.count(sector))
        for sector, count in values.items()
        if count
    )


def _place(year: int, sector: str) -> dict[str, str]:
    return {"year": str(year), "sector": sector}
