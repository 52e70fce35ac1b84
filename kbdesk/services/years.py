"""Beginning new years: structure, sources and notation keys of an earlier one come along, never its numbers."""

from collections.abc import Collection
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace
from typing import NamedTuple

from kbdesk.errors import UserError
from kbdesk.models.answers import YES
from kbdesk.models.answers import Answer
from kbdesk.models.carrying import ALL_PARTS
from kbdesk.models.carrying import CarryPlan
from kbdesk.models.carrying import Part
from kbdesk.models.carrying import carried_keys
from kbdesk.models.carrying import carry_plan
from kbdesk.models.carrying import confirmed
from kbdesk.models.carrying import retracted
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Origin
from kbdesk.models.year_lists import read_years
from kbdesk.models.year_lists import years_in_words
from kbdesk.services.desk import EARLIEST_BASE_YEAR
from kbdesk.services.project import Project

__all__ = ["ALL_PARTS", "CarryPlan", "Part"]


class CarriedSource(NamedTuple):
    """A source that was taken over and nobody has confirmed for this year, with the values expected from it."""

    source_id: str
    keys: tuple[EntryKey, ...]


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """What was carried into a year and waits for a *still true*."""

    keys: tuple[Entry, ...] = ()
    sources: tuple[CarriedSource, ...] = ()

    def __len__(self) -> int:
        return len(self.keys) + len(self.sources)


def years_typed(project: Project, text: str) -> tuple[int, ...]:
    """The years of a typed list; what is none, lies before 1990 or in the future is a ``UserError``."""
    years, last = read_years(text), project.today().year
    if not years:
        raise UserError("years.not_years", found=text.strip())
    if years[0] < EARLIEST_BASE_YEAR or years[-1] > last:
        raise UserError("years.out_of_range", found=text.strip(), first=str(EARLIEST_BASE_YEAR), last=str(last))
    return years


def source_year(project: Project, year: int) -> int | None:
    """The year to carry forward from: the nearest earlier one with entries; ``None`` without one."""
    return max((known for known in project.results if known < year), default=None)


def plan(project: Project, from_year: int, to_years: Iterable[int], parts: Collection[Part] = ALL_PARTS) -> CarryPlan:
    """What carrying a year forward would make; nothing is written."""
    return carry_plan(project.inventory.entries, entries_of(project, from_year), from_year, to_years, parts)


def carry_forward(project: Project, plan: CarryPlan) -> Change | None:
    """Make what is planned, as one step; ``None`` where there is nothing to carry. What stands in a year stays."""
    there = project.inventory.entries
    edits = [Edit(None, entry) for entry in plan.entries if entry.key not in there]
    shown = {"years": years_in_words(plan.to_years), "from": str(plan.from_year), "count": str(len(edits))}
    return project.commit("years.begin", shown, edits)


def unconfirmed(project: Project, year: int) -> Unconfirmed:
    """The carried keys and sources of a year that nobody has confirmed yet, in codebook order."""
    entries = entries_of(project, year)
    by_source: dict[str, list[EntryKey]] = {}
    for entry in entries:
        if entry.is_expected and entry.source_id and not _is_confirmed(project, year, entry.source_id):
            by_source.setdefault(entry.source_id, []).append(entry.key)
    sources = tuple(CarriedSource(source_id, tuple(keys)) for source_id, keys in by_source.items())
    return Unconfirmed(tuple(carried_keys(entries, project.absent)), sources)


def expected(project: Project, year: int) -> tuple[Entry, ...]:
    """The entries of a year that wait for a value, in codebook order."""
    return tuple(entry for entry in entries_of(project, year) if entry.is_expected)


def confirm(project: Project, keys: Iterable[EntryKey]) -> Change | None:
    """Say that these carried notation keys are still true, in one step; others are left as they are."""
    edits = _confirming(project, keys)
    return project.commit("years.confirm", {"count": str(len(edits))}, edits)


def confirm_source(project: Project, year: int, source_id: str) -> Change | None:
    """Say that the values expected in a year will come from this source again."""
    return project.commit("years.source", _source(project, year, source_id), [_agreeing(project, year, source_id)])


def confirm_all(project: Project, year: int) -> Change | None:
    """Say that everything carried into the year is still true, in one step."""
    open_ones = unconfirmed(project, year)
    edits = [
        *_confirming(project, (entry.key for entry in open_ones.keys)),
        *(_agreeing(project, year, source.source_id) for source in open_ones.sources),
    ]
    return project.commit("years.confirm_all", {"year": str(year), "count": str(len(edits))}, edits)


def retract(project: Project, keys: Iterable[EntryKey]) -> Change | None:
    """Say that carried notation keys are no longer true, in one step: a value is expected in their place."""
    edits = [Edit(entry, retracted(entry)) for entry in _carried_keys(project, keys)]
    return project.commit("years.retract", {"count": str(len(edits))}, edits)


def drop_source(project: Project, year: int, source_id: str) -> Change | None:
    """Say that the values expected in a year come from another source, not known yet."""
    edits = [
        Edit(entry, replace(entry, source_id=""))
        for entry in entries_of(project, year)
        if entry.is_expected and entry.source_id == source_id
    ]
    return project.commit("years.drop_source", _source(project, year, source_id), edits)


def entries_of(project: Project, year: int) -> tuple[Entry, ...]:
    """Every entry of one year: those that are counted, those that stand aside, direct emissions; in codebook order."""
    result = project.results.get(year)
    return () if result is None else tuple(cell.entry for cell in result.everything)


def _confirming(project: Project, keys: Iterable[EntryKey]) -> list[Edit]:
    return [Edit(entry, confirmed(entry)) for entry in _carried_keys(project, keys)]


def _carried_keys(project: Project, keys: Iterable[EntryKey]) -> list[Entry]:
    found = (project.inventory.entries.get(key) for key in keys)
    carried = (entry for entry in found if entry is not None and entry.origin is Origin.CARRIED)
    return [entry for entry in carried if entry.notation_key is not None]


def _agreeing(project: Project, year: int, source_id: str) -> Edit:
    question = _question(year, source_id)
    return Edit(project.inventory.answers.get(question), Answer(question, YES))


def _is_confirmed(project: Project, year: int, source_id: str) -> bool:
    return project.inventory.answer(_question(year, source_id)) == YES


def _question(year: int, source_id: str) -> str:
    """The id under which the answers say that a source is still the one in this year."""
    return f"still_source.{year}.{source_id}"


def _source(project: Project, year: int, source_id: str) -> dict[str, str]:
    source = project.inventory.sources.get(source_id)
    return {"year": str(year), "supplier": source.supplier if source is not None else "–"}
