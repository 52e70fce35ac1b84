"""Where the work on a document begins: the first year shown, and whether it is the guide that leads."""

from kbdesk.services.project import Project


def first_year(project: Project) -> int:
    """The year a first inventory is made for: the newest with entries, else the last full year."""
    return max(project.inventory.years, default=project.today().year - 1)


def is_new(project: Project) -> bool:
    """Whether nothing was recorded yet that a result rests on; then the guide is where to begin."""
    return not project.inventory.entries and not project.inventory.published
