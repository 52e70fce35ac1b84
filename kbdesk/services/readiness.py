"""Whether a year can be submitted."""

from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.services.project import Project


def blocking(project: Project, year: int) -> tuple[Finding, ...]:
    """The errors that keep a year from being submitted."""
    return tuple(finding for finding in project.findings_of(year) if finding.level is Level.ERROR)
