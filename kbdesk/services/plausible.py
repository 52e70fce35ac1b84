"""What is usual for a cell of the open document."""

from kbdesk.models.inventory import EntryKey
from kbdesk.models.plausibility import Band
from kbdesk.services.project import Project


def usual(project: Project, key: EntryKey) -> Band | None:
    """The usual final energy of a cell [MWh per inhabitant and year]; ``None`` where nothing is known."""
    return project.reference.bands.cell(project.municipality.country, key.sector, key.carrier)
