"""The findings of cells, year by year: the worst mark and every sentence."""

from collections.abc import Iterable
from collections.abc import Mapping

from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.models.inventory import EntryKey
from kbdesk.models.review import EARLIER_YEARS
from kbdesk.services.project import Project
from kbdesk.texts.findings import finding_text
from kbdesk.texts.texts import Texts
from kbdesk.ui.item_models.entry_roles import FindingMark

ByCell = Mapping[EntryKey, tuple[Finding, ...]]

_MARKS = {Level.ERROR: FindingMark.ERROR, Level.WARNING: FindingMark.WARNING, Level.NOTE: FindingMark.NOTE}
_SEVERITY = (FindingMark.NONE, FindingMark.ACKNOWLEDGED, FindingMark.NOTE, FindingMark.WARNING, FindingMark.ERROR)


class EntryFindings:
    """The findings of the years a grid shows; a year is checked when one of its cells is asked for."""

    def __init__(self, project: Project, years: Iterable[int]) -> None:
        self._project = project
        self._shown = frozenset(years)
        self._years: dict[int, ByCell] = {}

    def of(self, key: EntryKey) -> tuple[Finding, ...]:
        """The findings of a cell."""
        year = key.year
        if year not in self._years:
            if year not in self._shown:
                return ()
            self._years[year] = findings_by_cell(self._project, year)
        return self._years[year].get(key, ())

    def look_again(self, years: Iterable[int]) -> set[EntryKey]:
        """Check these years, as far as their cells were asked for; the cells whose findings differ now."""
        differing: set[EntryKey] = set()
        for year in self._years.keys() & set(years):
            before, after = self._years[year], findings_by_cell(self._project, year)
            if before != after:
                differing |= {key for key in {*before, *after} if before.get(key) != after.get(key)}
                self._years[year] = after
        return differing

    def looking_back(self, years: Iterable[int], *, far: bool = False) -> set[int]:
        """The years shown that are judged by one of these, beside these themselves; ``far``: by any year before."""
        known, edited = sorted({*self._project.results, *self._shown}), set(years)
        places = [place for place, year in enumerate(known) if year in edited]
        reach = len(known) if far else EARLIER_YEARS
        later = {year for place in places for year in known[place + 1 : place + 1 + reach]}
        return (later & self._shown) - edited


def findings_by_cell(project: Project, year: int) -> dict[EntryKey, tuple[Finding, ...]]:
    """The findings of a year that are about single cells."""
    found: dict[EntryKey, tuple[Finding, ...]] = {}
    for finding in project.findings_of(year):
        for key in finding.cells:
            found[key] = (*found.get(key, ()), finding)
    return found


def finding_mark(found: tuple[Finding, ...]) -> FindingMark:
    """The worst mark of a cell's findings; what someone has explained rests."""
    return max((_mark(finding) for finding in found), key=_SEVERITY.index, default=FindingMark.NONE)


def finding_sentences(found: tuple[Finding, ...], texts: Texts) -> tuple[str, ...]:
    """What the findings of a cell say."""
    return tuple(_said(finding, texts) for finding in found)


def _mark(finding: Finding) -> FindingMark:
    return _MARKS[finding.level] if finding.acknowledged is None else FindingMark.ACKNOWLEDGED


def _said(finding: Finding, texts: Texts) -> str:
    said = finding_text(finding, texts)
    if finding.acknowledged is None:
        return said
    return texts.tr("Explained by {who}: {finding}", who=finding.acknowledged.who or "–", finding=said)
