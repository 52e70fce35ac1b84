"""The findings of a year's cells: the worst mark and every sentence."""

from collections.abc import Mapping

from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.models.inventory import EntryKey
from kbdesk.services.project import Project
from kbdesk.texts.findings import finding_text
from kbdesk.texts.texts import Texts
from kbdesk.ui.item_models.entry_roles import FindingMark

NO_FINDING: tuple[FindingMark, tuple[str, ...]] = (FindingMark.NONE, ())

_MARKS = {Level.ERROR: FindingMark.ERROR, Level.WARNING: FindingMark.WARNING, Level.NOTE: FindingMark.NOTE}
_SEVERITY = (FindingMark.NONE, FindingMark.NOTE, FindingMark.WARNING, FindingMark.ERROR)


def findings_by_cell(project: Project, year: int) -> dict[EntryKey, tuple[Finding, ...]]:
    """The findings of a year that are about one cell."""
    found: dict[EntryKey, tuple[Finding, ...]] = {}
    for finding in project.findings_of(year):
        if finding.sector and finding.carrier:
            key = EntryKey(year, finding.sector, finding.carrier)
            found[key] = (*found.get(key, ()), finding)
    return found


def finding_mark(
    findings: Mapping[EntryKey, tuple[Finding, ...]], key: EntryKey, texts: Texts
) -> tuple[FindingMark, tuple[str, ...]]:
    """The worst level of a cell's findings and what they say."""
    found = findings.get(key)
    if not found:
        return NO_FINDING
    worst = max((_MARKS[finding.level] for finding in found), key=_SEVERITY.index)
    return worst, tuple(finding_text(finding, texts) for finding in found)
