"""Reading a table into the open document: first the plan, then one step that can be undone."""

from pathlib import Path

from kbdesk.errors import UserError
from kbdesk.exchange.import_plan import ImportPlan
from kbdesk.exchange.import_plan import plan_import
from kbdesk.exchange.labels import build_labels
from kbdesk.models.changes import Change
from kbdesk.models.inventory import Origin
from kbdesk.services.project import Project

__all__ = ["ImportPlan", "carry_out", "plan"]


def plan(
    project: Project,
    path: Path,
    *,
    sheet: str | None = None,
    mapping: Path | None = None,
    decimal_default: str = ".",
) -> ImportPlan:
    """What the import of a table would do; writes nothing."""
    reference = project.reference
    return plan_import(
        path,
        project.inventory,
        reference.codebook,
        build_labels(reference.codebook, reference.all_texts()),
        decimal_default=decimal_default,
        sheet=sheet,
        mapping=mapping,
        origin=Origin.IMPORT,
    )


def carry_out(project: Project, planned: ImportPlan) -> Change | None:
    """Write the new and changed rows of a plan in one step, after a backup; rejected rows are left out."""
    if project.document.read_only:
        raise UserError("document.read_only", path=str(project.path))
    if not planned.edits:
        return None
    project.document.backup("import")
    parameters = {"file": planned.path.name, "count": str(len(planned.edits))}
    return project.commit("import", parameters, planned.edits)
