"""Reading a table into the open document: first the plan, then one step that can be undone."""

from pathlib import Path

from kbdesk.errors import UserError
from kbdesk.exchange.import_plan import ImportPlan
from kbdesk.exchange.import_plan import RowState
from kbdesk.exchange.import_plan import plan_import
from kbdesk.exchange.labels import build_labels
from kbdesk.models.changes import Change
from kbdesk.models.inventory import Origin
from kbdesk.services.project import Project
from kbdesk.storage.retention import Reason
from kbdesk.texts.texts import Texts

__all__ = ["ImportPlan", "RowState", "carry_out", "plan", "problem_lines", "reading_lines", "set_aside_rejected"]


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
        languages=reference.all_texts(),
    )


def carry_out(project: Project, planned: ImportPlan) -> Change | None:
    """Write the new and changed rows of a plan in one step, after a backup; rejected rows are left out."""
    if project.document.read_only:
        raise UserError("document.read_only", file=project.path.name, folder=str(project.path.parent))
    if not planned.edits:
        return None
    project.document.backup(Reason.BEFORE_IMPORT)
    parameters = {"file": planned.path.name, "count": str(len(planned.edits))}
    return project.commit("import", parameters, planned.edits)


def set_aside_rejected(planned: ImportPlan, texts: Texts) -> Path:
    """Write the rejected rows beside the original, each with its reason."""
    from kbdesk.exchange.rejected import write_rejected  # noqa: PLC0415 - rarely needed

    return write_rejected(planned, texts)


def reading_lines(planned: ImportPlan, texts: Texts) -> tuple[str, ...]:
    """How the file was understood: its encoding, the decimal mark of each column, columns left out."""
    lines = [texts.tr("Read as {encoding}", encoding=planned.encoding)] if planned.encoding else []
    for column in planned.columns:
        if not column.mark:
            continue
        shown = ", ".join(
            f"{text} → {'–' if value is None else texts.numbers.plain(value)}" for text, value in column.samples
        )
        if column.contradictory:
            message = texts.tr("Column “{column}”: decimal point and decimal comma both occur: {samples}")
        elif column.ambiguous:
            message = texts.tr("Column “{column}”: decimal mark “{mark}” assumed, because no cell tells: {samples}")
        else:
            message = texts.tr("Column “{column}”: decimal mark “{mark}”: {samples}")
        lines.append(message.format(column=column.header, mark=column.mark, samples=shown))
    if planned.ignored_columns:
        lines.append(texts.tr("Columns not used: {columns}", columns=", ".join(planned.ignored_columns)))
    return tuple(lines)


def problem_lines(planned: ImportPlan, texts: Texts) -> tuple[str, ...]:
    """Every problem of every rejected row, with the number of the row in the file."""
    return tuple(
        texts.tr("Row {row}: {problem}", row=str(row.number), problem=problem.sentence(texts))
        for row in planned.rejected
        for problem in row.problems
    )
