"""Which commitments the municipality holds, and its own targets."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from kbdesk.errors import UserError
from kbdesk.models.answers import NO
from kbdesk.models.answers import YES
from kbdesk.models.answers import Answer
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.codebook import SectorKind
from kbdesk.models.commitments import Basis
from kbdesk.models.commitments import CommitmentKind
from kbdesk.models.numbers import read_number
from kbdesk.models.sector_supports import GROUPS
from kbdesk.models.sector_supports import UNALLOCATED
from kbdesk.models.targets import HELD
from kbdesk.models.targets import Target
from kbdesk.services.data_entry import EARLIEST_YEAR
from kbdesk.services.project import Project
from kbdesk.texts.target_texts import sector_name
from kbdesk.texts.texts import Texts

LATEST_TARGET = 2100
_WHOLE = Decimal(100)


class TypedTarget(NamedTuple):
    """A target as typed: ``value`` in percent for a reduction, in t per inhabitant for a level; years may be empty.

    ``sector`` is an id of ``offered_sectors``.
    """

    name: str
    basis: Basis
    kind: CommitmentKind
    value: str
    base_year: str = ""
    target_year: str = ""
    decided: str = ""
    source: str = ""
    sector: str = ""


def offered_sectors(project: Project, texts: Texts) -> tuple[tuple[str, str], ...]:
    """What a target may be about: everything, a BISKO sector, a single sector; id and label."""
    book = project.reference.codebook
    single = (s.id for s in book.sectors.values() if s.kind is not SectorKind.DIRECT and not s.id.endswith(UNALLOCATED))
    ids = ("", *GROUPS, *single)
    return tuple((id_, sector_name(id_, texts)) for id_ in ids)


def hold(project: Project, commitment_id: str, *, wanted: bool) -> Change | None:
    """Hold a commitment of the list, or not."""
    question = f"{HELD}{commitment_id}"
    before = project.inventory.answers.get(question)
    name = next((c.name for c in project.reference.commitments if c.id == commitment_id), commitment_id)
    after = Answer(question, YES if wanted else NO)
    return project.commit("target.held" if wanted else "target.not_held", {"name": name}, [Edit(before, after)])


def add(project: Project, typed: TypedTarget, decimal_mark: str) -> Change | None:
    """Record an own target; what cannot be is a ``UserError`` that says what was expected."""
    taken = {int(id_[1:]) for id_ in project.inventory.targets if id_[1:].isdigit()}
    target = _target(f"t{max(taken, default=0) + 1}", typed, decimal_mark, project.today())
    return project.commit("target.added", {"name": target.name}, [Edit(None, target)])


def remove(project: Project, target_id: str) -> Change | None:
    """Delete an own target."""
    before = project.inventory.targets[target_id]
    return project.commit("target.removed", {"name": before.name}, [Edit(before, None)])


def change(project: Project, target_id: str, typed: TypedTarget, decimal_mark: str) -> Change | None:
    """Record an own target anew."""
    before = project.inventory.targets[target_id]
    after = replace(_target(target_id, typed, decimal_mark, project.today()), id=target_id)
    return project.commit("target.changed", {"name": after.name}, [Edit(before, after)])


def _target(id_: str, typed: TypedTarget, decimal_mark: str, today: date) -> Target:
    name = typed.name.strip()
    if not name:
        raise UserError("target.no_name")
    reduction = typed.kind is CommitmentKind.REDUCTION
    return Target(
        id=id_,
        name=name,
        basis=typed.basis if reduction else Basis.PER_INHABITANT,
        kind=typed.kind,
        value=_share(typed.value, decimal_mark) if reduction else _level(typed.value, decimal_mark),
        base_year=_year(
            typed.base_year, lambda y: EARLIEST_YEAR <= y <= today.year, "target.base_year", str(today.year)
        ),
        target_year=_target_year(typed, needed=reduction),
        decided=typed.decided.strip(),
        source=typed.source.strip(),
        sector=typed.sector,
    )


def _share(text: str, decimal_mark: str) -> Decimal:
    read = read_number(text, decimal_mark)
    if read.value is None or not 0 < read.value <= _WHOLE:
        raise UserError("target.share", found=text.strip() or "–")
    return read.value / _WHOLE


def _level(text: str, decimal_mark: str) -> Decimal:
    read = read_number(text, decimal_mark)
    if read.value is None or read.value < 0:
        raise UserError("target.level", found=text.strip() or "–")
    return read.value


def _target_year(typed: TypedTarget, *, needed: bool) -> int | None:
    year = _year(
        typed.target_year, lambda y: EARLIEST_YEAR < y <= LATEST_TARGET, "target.target_year", str(LATEST_TARGET)
    )
    if year is None and needed:
        raise UserError("target.target_year", found="–", last=str(LATEST_TARGET))
    base = typed.base_year.strip()
    if year is not None and base.isdigit() and int(base) >= year:
        raise UserError("target.before_base", base=base, target=str(year))
    return year


def _year(text: str, fits: Callable[[int], bool], code: str, last: str) -> int | None:
    stripped = text.strip()
    if not stripped:
        return None
    if not (stripped.isascii() and stripped.isdigit() and fits(int(stripped))):
        raise UserError(code, found=stripped, last=last)
    return int(stripped)
