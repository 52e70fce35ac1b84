"""Whether the years of a series can be compared: one factor set, one scheme, a base year that stays what it was."""

from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Decimal

from kbdesk.models.calculation import YearResult
from kbdesk.models.conformity import HEAT_NETWORKS
from kbdesk.models.counting import is_bisko
from kbdesk.models.factors import FactorStatus
from kbdesk.models.findings import Check
from kbdesk.models.findings import Finding
from kbdesk.models.sent_results import last_with
from kbdesk.models.sight import Sight


def series_findings(sight: Sight, earlier: Sequence[YearResult]) -> Iterator[Finding]:
    """What of a year does not go with the others; ``earlier`` are the own inventories before it."""
    yield from _label_dropped(sight)
    if not earlier:
        yield from _published_base(sight)
    yield from _sent_otherwise(sight)
    yield from _restated(sight)


def _label_dropped(sight: Sight) -> Iterator[Finding]:
    """Local factors that replace those of BISKO, once a year."""
    if not is_bisko(sight.known.factor_set):
        return
    used = {cell.key.carrier for cell in sight.result.cells if cell.factor.status is FactorStatus.LOCAL}
    if count := len(used - HEAT_NETWORKS):
        yield _of_year(sight, "factor.drops_label", ("count", str(count)))


def _published_base(sight: Sight) -> Iterator[Finding]:
    """The first own inventory after a base year of which only the result is known."""
    known, year = sight.known, sight.result.year
    base = min((y for y in known.published_years if known.base_year <= y < year), default=None)
    if base is not None:
        yield _of_year(sight, "series.base_published", ("base", str(base)))


def _sent_otherwise(sight: Sight) -> Iterator[Finding]:
    known, sent = sight.known, sight.known.sent.get(sight.result.year)
    if sent is not None and sent.set_id != known.factor_set:
        # The present set is not told, but another one brings an accepted warning back.
        shown = ("sent", sent.set_title), ("revision", str(sent.revision)), ("set", known.factor_set)
        yield _of_year(sight, "series.sent_with_other_set", *shown)


def _restated(sight: Sight) -> Iterator[Finding]:
    """The base year has other emissions than in the last submission that was computed by the same set."""
    known, year = sight.known, sight.result.year
    now, check = sight.result.emissions_t.value, sight.rules.checks["series.base_restated"]
    sent = last_with(known.sent, year, known.factor_set) if year == known.base_year else None
    if sent is None or now is None or not sight.result.emissions_t.complete:
        return
    was = sent.emissions_t[year]
    if _differ(was, now, check):
        shown = ("was", _tonnes(was)), ("now", _tonnes(now)), ("sent", str(sent.year)), ("revision", str(sent.revision))
        yield _of_year(sight, check.code, *shown)._replace(effect_t=abs(now - was))


def _differ(was: Decimal, now: Decimal, check: Check) -> bool:
    size = max(abs(was), abs(now))
    return bool(size) and not check.accepts(abs(now - was) / size)


def _tonnes(value: Decimal) -> Decimal:
    """Whole tonnes, as they are told."""
    return value.quantize(Decimal(1))


def _of_year(sight: Sight, code: str, *parameters: tuple[str, object]) -> Finding:
    check = sight.rules.checks[code]
    return Finding(check.level, check.code, sight.result.year, parameters=parameters)
