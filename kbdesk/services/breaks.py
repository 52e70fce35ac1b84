"""Marking the years from which figures are not comparable with those before."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from kbdesk.errors import UserError
from kbdesk.models.breaks import Break
from kbdesk.models.breaks import BreakKind
from kbdesk.models.breaks import read_breaks
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts


def breaks(project: Project) -> tuple[Break, ...]:
    """The breaks that are marked, by year."""
    return read_breaks(project.inventory.answers)


def break_documents(marked: Iterable[Break]) -> list[dict[str, Any]]:
    """The breaks as they stand in JSON documents: no sector means all."""
    return [{"year": b.year, "kind": str(b.kind), "sector": b.sector or None, "text": b.text} for b in marked]


def mark_break(project: Project, year: int, kind: BreakKind, text: str, sector: str = "") -> Change | None:
    """Mark a break, or change the one of this year and sector; without a sentence it is a ``UserError``."""
    said = " ".join(text.split())
    if not said:
        raise UserError("break.no_sentence", year=str(year))
    marked = Break(year, kind, said, sector)
    return project.commit("break.marked", {"year": str(year)}, [_edit(project, marked)])


def remove_break(project: Project, marked: Break) -> Change | None:
    """Take the mark of a break away."""
    before = project.inventory.answers.get(marked.question)
    return project.commit("break.removed", {"year": str(marked.year)}, [Edit(before, None)] if before else [])


def factor_break_year(project: Project) -> int | None:
    """The year at which another factor set is a break; ``None`` without own inventories.

    Own inventories are all computed anew: the series breaks where they follow on published results, and without those
    the newest year is the one from which others see other figures.
    """
    published = [year for year, _ in project.inventory.published]
    after = [year for year in project.results if published and year > max(published)]
    return min(after, default=max(project.results, default=None))


def breaks_with_other_factors(project: Project) -> bool:
    """Whether results stand beside the computed ones that another set does not compute anew."""
    return bool(project.inventory.published) or bool(project.document.submissions())


def change_factor_set(project: Project, set_id: str, break_year: int | None, texts: Texts) -> Change | None:
    """Pin another factor set and, where a year is given, mark the break there, in one step.

    An unknown set is a ``UserError``. A break that stands there already keeps its kind and says both.
    """
    before, library = project.municipality, project.reference.factors
    project.reference.rules(set_id)
    edits = [Edit(before, replace(before, factor_set=set_id))]
    if break_year is not None and set_id != before.factor_set:
        said = texts.tr(
            "factor set {after} instead of {before}",
            after=library.title(set_id),
            before=library.title(before.factor_set),
        )
        known = next((each for each in breaks(project) if each.year == break_year and not each.sector), None)
        marked = Break(break_year, BreakKind.FACTORS, said)
        edits.append(_edit(project, replace(known, text=f"{known.text}; {said}") if known else marked))
    return project.commit("municipality.rules", {"factor_set": set_id, "base_year": str(before.base_year)}, edits)


def _edit(project: Project, marked: Break) -> Edit:
    return Edit(project.inventory.answers.get(marked.question), marked.answer)
