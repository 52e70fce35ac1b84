"""The findings of the open inventory: a year is checked when asked for, again only when what it rests on changed."""

from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple
from typing import Protocol

from kbdesk.models.absences import Card
from kbdesk.models.absences import absent_places
from kbdesk.models.acknowledgements import Acknowledgement
from kbdesk.models.answers import YES
from kbdesk.models.calculation import Rules
from kbdesk.models.calculation import YearResult
from kbdesk.models.circumstances import Circumstances
from kbdesk.models.circumstances import bills_by_place
from kbdesk.models.circumstances import degree_days
from kbdesk.models.circumstances import source_facts
from kbdesk.models.codebook import Codebook
from kbdesk.models.counting import HEAT_PUMPS_METERED
from kbdesk.models.factor_files import FactorLibrary
from kbdesk.models.findings import Checks
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.models.findings import in_order
from kbdesk.models.fingerprints import fingerprint
from kbdesk.models.heat_pump_series import NO_HEAT
from kbdesk.models.heat_pump_series import BySector
from kbdesk.models.heat_pump_series import HeatPumpSeries
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import Municipality
from kbdesk.models.plausibility import Bands
from kbdesk.models.recorded_factors import outdated_heat_factors
from kbdesk.models.recorded_factors import recorded_mixes
from kbdesk.models.review import EARLIER_YEARS
from kbdesk.models.review import ReviewRules
from kbdesk.models.review import review_year
from kbdesk.models.sent_results import SentResult
from kbdesk.models.source_kinds import SourceKind

_ELECTRICITY = "electricity"


class ReviewReference(Protocol):
    """The shipped resources that checks need."""

    @property
    def codebook(self) -> Codebook: ...  # noqa: D102
    @property
    def checks(self) -> Checks: ...  # noqa: D102
    @property
    def bands(self) -> Bands: ...  # noqa: D102
    @property
    def cards(self) -> Sequence[Card]: ...  # noqa: D102
    @property
    def factors(self) -> FactorLibrary: ...  # noqa: D102
    @property
    def source_kinds(self) -> Mapping[str, SourceKind]: ...  # noqa: D102


class _Checked(NamedTuple):
    """The findings of a year and all they rest on."""

    results: tuple[YearResult, ...]
    known: Circumstances
    heat: BySector
    findings: tuple[Finding, ...]


Sent = Callable[[], Mapping[int, SentResult]]
NOTHING_SENT: Mapping[int, SentResult] = MappingProxyType({})


class Reviews:
    """Remembers the findings of each year; one edit checks the year anew and those that look back at it."""

    def __init__(
        self,
        reference: ReviewReference,
        current_year: int,
        sent: Callable[[], Mapping[int, SentResult]] = lambda: NOTHING_SENT,
    ) -> None:
        """``sent`` is what was handed in; the same object as long as that is the same."""
        self._reference = reference
        self._sent = sent
        self._sent_before: Mapping[int, SentResult] | None = None
        self._rules = ReviewRules(reference.codebook, reference.checks, current_year, reference.bands)
        self._by_year: dict[int, _Checked] = {}
        self._heat_pumps = HeatPumpSeries()
        self._read_from: Inventory | None = None
        self._known = Circumstances()

    def findings(self, inventory: Inventory, results: Mapping[int, YearResult]) -> tuple[Finding, ...]:
        """All findings, errors first, then by effect."""
        return in_order(finding for year in results for finding in self._checked(inventory, results, year))

    def findings_of(self, inventory: Inventory, results: Mapping[int, YearResult], year: int) -> tuple[Finding, ...]:
        """The findings of one year, errors first, then by effect."""
        return in_order(self._checked(inventory, results, year)) if year in results else ()

    def _checked(self, inventory: Inventory, results: Mapping[int, YearResult], year: int) -> tuple[Finding, ...]:
        looked_at = (
            results[year],
            *(results[y] for y in sorted(y for y in results if y < year)[: -EARLIER_YEARS - 1 : -1]),
        )
        known, before = self._circumstances(inventory), self._by_year.get(year)
        heat = self._heat_pumps.before(results, year) if known.heat_pumps == YES else NO_HEAT
        if before is None or not _same(before.results, looked_at) or before.known != known or before.heat != heat:
            found = review_year(looked_at[0], self._rules, looked_at[1:], known, heat)
            before = self._by_year[year] = _Checked(looked_at, known, heat, found)
        return with_acknowledgements(before.findings, inventory)

    def _circumstances(self, inventory: Inventory) -> Circumstances:
        """What the checks know beside the values; made again only when a table it rests on is another one."""
        before, sent = self._read_from, self._sent()
        if before is None or sent is not self._sent_before or not _rests_on_the_same(before, inventory):
            made = self._read(inventory)
            self._known = self._known if made == self._known and made.degree_days == self._known.degree_days else made
        self._read_from, self._sent_before = inventory, sent
        return self._known

    def _read(self, inventory: Inventory) -> Circumstances:
        grades = {kind.id: kind.grade for kind in self._reference.source_kinds.values()} if inventory.sources else {}
        rules = self._rules_of(inventory.municipality)
        return Circumstances(
            country=inventory.municipality.country,
            absent=absent_places(self._reference.cards, inventory.answers) if inventory.answers else frozenset(),
            sources=source_facts(inventory.sources, grades),
            bills=bills_by_place(inventory.bills),
            degree_days=degree_days(inventory),
            electricity_t_per_mwh=self._highest_national_factor(inventory.municipality),
            outdated_factors=outdated_heat_factors(inventory, rules) if rules else frozenset(),
            local_mixes=recorded_mixes(inventory, rules) if rules else {},
            heat_pumps=inventory.answer(HEAT_PUMPS_METERED),
            factor_set=inventory.municipality.factor_set,
            base_year=inventory.municipality.base_year,
            published_years=frozenset(year for year, _ in inventory.published),
            sent=self._sent(),
        )

    def _rules_of(self, municipality: Municipality) -> Rules | None:
        """The rules of the chosen set; ``None`` where it is not known."""
        if municipality.factor_set not in self._reference.factors.ids:
            return None
        return Rules(self._reference.codebook, self._reference.factors.get(municipality.factor_set))

    def _highest_national_factor(self, municipality: Municipality) -> Decimal | None:
        """The highest factor of electricity the chosen set has for the country; ``None`` where there is none."""
        if municipality.factor_set not in self._reference.factors.ids:
            return None
        series = self._reference.factors.get(municipality.factor_set).series
        rows = series.get((municipality.country, _ELECTRICITY), {})
        return max((row.t_per_mwh for row in rows.values()), default=None)


def with_acknowledgements(findings: tuple[Finding, ...], inventory: Inventory) -> tuple[Finding, ...]:
    """The findings, each with the acknowledgement that still fits what it is about; errors have none."""
    given = inventory.acknowledgements
    if not given:
        return findings
    return tuple(_acknowledged(finding, given.get(finding.place), inventory) for finding in findings)


def _acknowledged(finding: Finding, given: Acknowledgement | None, inventory: Inventory) -> Finding:
    if given is None or finding.level is Level.ERROR:
        return finding
    fits = given.fingerprint == fingerprint(finding, inventory.entries)
    return finding._replace(acknowledged=given) if fits else finding


def _same(some: Sequence[YearResult], others: Sequence[YearResult]) -> bool:
    return len(some) == len(others) and all(one is other for one, other in zip(some, others, strict=True))


def _rests_on_the_same(before: Inventory, after: Inventory) -> bool:
    return (
        before.municipality is after.municipality
        and before.answers is after.answers
        and before.sources is after.sources
        and before.bills is after.bills
        and before.base_data is after.base_data
        and before.local_factors is after.local_factors
        and before.plants is after.plants
        and before.electricity is after.electricity
        and before.published is after.published
    )
