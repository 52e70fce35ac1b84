"""What is done about a finding: say why it is right as it stands, or take the correction it proposes."""

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import replace

from kbdesk.errors import UserError
from kbdesk.models import fingerprints
from kbdesk.models.acknowledgements import Acknowledgement
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Fix
from kbdesk.models.findings import FixKind
from kbdesk.models.findings import Level
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import Origin
from kbdesk.models.numbers import POINT
from kbdesk.models.numbers import read_number
from kbdesk.services.project import Project


def fingerprint(project: Project, finding: Finding) -> str:
    """What the finding is about, in short; an acknowledgement holds while it stays the same."""
    return fingerprints.fingerprint(finding, project.inventory.entries)


def acknowledge(project: Project, finding: Finding, reason: str, text: str = "") -> Change | None:
    """Record why a warning or note is right as it stands; it rests until what it is about changes.

    ``reason`` is an id of ``resources/findings/reasons.csv``. An error cannot be explained away: it is a ``UserError``.
    """
    if finding.level is Level.ERROR:
        raise UserError("finding.error_stays")
    code, year, sector, carrier = finding.place
    record = Acknowledgement(
        code=code,
        year=year,
        sector=sector,
        carrier=carrier,
        fingerprint=fingerprint(project, finding),
        reason=reason,
        text=text.strip(),
        who=project.document.who,
        on=project.today().isoformat(),
    )
    before = project.inventory.acknowledgements.get(finding.place)
    if finding.key is None:
        return project.commit("finding.acknowledged_year", _place(finding), [Edit(before, record)])
    return project.commit("finding.acknowledged", _place(finding), [Edit(before, record)])


def withdraw(project: Project, finding: Finding) -> Change | None:
    """Take back an acknowledgement: the finding is open again; ``None`` where there is none."""
    before = project.inventory.acknowledgements.get(finding.place)
    if before is None:
        return None
    if finding.key is None:
        return project.commit("finding.withdrawn_year", _place(finding), [Edit(before, None)])
    return project.commit("finding.withdrawn", _place(finding), [Edit(before, None)])


def apply_fix(project: Project, finding: Finding) -> Change | None:
    """Make the correction a finding proposes, in one step for all its cells; ``None`` where it proposes none.

    A unit is changed and the text stays as typed; a number is written so that it has one reading; a notation key
    carried forward becomes one that was said.
    """
    fix = finding.fix
    if fix is None:
        return None
    entries = [entry for key in fix.keys if (entry := project.inventory.entries.get(key)) is not None]
    edits = [Edit(entry, _FIXES[fix.kind](entry, fix)) for entry in entries]
    parameters = {**_place(finding), "value": fix.value, "count": str(len(edits))}
    return project.commit(_ACTIONS[fix.kind], parameters, edits)


def _with_unit(entry: Entry, fix: Fix) -> Entry:
    return replace(entry, unit=fix.value)


def _with_quantity(entry: Entry, fix: Fix) -> Entry:
    return replace(entry, text=fix.value, quantity=read_number(fix.value, POINT).value, origin=Origin.TYPED)


def _confirmed(entry: Entry, _fix: Fix) -> Entry:
    return replace(entry, origin=Origin.TYPED)


_FIXES: Mapping[FixKind, Callable[[Entry, Fix], Entry]] = {
    FixKind.UNIT: _with_unit,
    FixKind.QUANTITY: _with_quantity,
    FixKind.CONFIRM: _confirmed,
}


_ACTIONS = {
    FixKind.UNIT: "finding.fixed_unit",
    FixKind.QUANTITY: "finding.fixed_quantity",
    FixKind.CONFIRM: "finding.fixed_confirm",
}


def _place(finding: Finding) -> dict[str, str]:
    year = "–" if finding.year is None else str(finding.year)
    place = {"year": year, "sector": finding.sector, "carrier": finding.carrier}
    return {name: value for name, value in place.items() if value}
