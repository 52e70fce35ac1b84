"""Years that do not go together are named: another factor set, a published base, a base year that was changed."""

from collections.abc import Iterable
from collections.abc import Mapping
from decimal import Decimal

from kbdesk.models.calculation import compute_inventory
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import PublishedResult
from kbdesk.models.sent_results import SentResult
from kbdesk.models.sent_results import last_with
from kbdesk.paths import resources_dir
from kbdesk.services.reference import Reference
from kbdesk.services.reviews import Reviews
from tests.builders import entry
from tests.builders import inventory
from tests.builders import rules

CODES = ("series.", "factor.drops_label")


def found(
    *cells: Entry,
    set_id: str = "bisko",
    sent: Mapping[int, SentResult] | None = None,
    local: Iterable[LocalFactor] = (),
    published: Iterable[PublishedResult] = (),
) -> list[Finding]:
    of = inventory(cells, population={2000: 1000}, local=local, published=published)
    known = sent or {}
    reviews = Reviews(Reference(resources_dir()), 2025, lambda: known)
    every = reviews.findings(of, compute_inventory(of, rules(set_id)))
    return [finding for finding in every if finding.code.startswith(CODES)]


def power(year: int, mwh: str = "1000") -> Entry:
    return entry(year, "residential", "electricity", mwh)


def sent_of(year: int, tonnes: Mapping[int, str], set_id: str = "bisko", day: str = "2024-05-01") -> SentResult:
    return SentResult(year, 1, day, set_id, "Set, 2024", {y: Decimal(t) for y, t in tonnes.items()})


def test_that_a_local_mix_is_noted_once_a_year_and_a_heat_network_of_ones_own_is_not() -> None:
    local = [LocalFactor(2000, carrier, Decimal("0.1")) for carrier in ("electricity", "district_heat", "natural_gas")]
    cells = [entry(2000, "residential", f.carrier, "10") for f in local]
    (note,) = found(*cells, local=local)
    assert (note.level, note.code, note.year) == (Level.NOTE, "factor.drops_label", 2000)
    assert note.parameters == (("count", "2"),)
    assert found(*cells, local=local[1:2]) == []


def test_that_a_published_base_year_is_named_at_the_first_inventory_only() -> None:
    published = [PublishedResult(1990, Decimal(5000))]
    (warning,) = found(power(2000), power(2005), published=published)
    assert (warning.level, warning.code, warning.year) == (Level.WARNING, "series.base_published", 2000)
    assert warning.parameters == (("base", "1990"),)
    assert found(power(1990), power(2005), published=published) == []
    assert found(power(2000), published=[PublishedResult(2010, Decimal(5000))]) == []


def test_that_a_year_sent_with_another_set_is_named() -> None:
    sent = {2005: sent_of(2005, {2005: "600"}, "com-lca-co2e-2024"), 2006: sent_of(2006, {})}
    (warning,) = found(power(2005), power(2006), sent=sent)
    assert (warning.code, warning.year) == ("series.sent_with_other_set", 2005)
    assert dict(warning.parameters) == {"sent": "Set, 2024", "revision": "1", "set": "bisko"}


def test_that_a_base_year_that_changed_since_it_was_sent_is_said_with_both_figures() -> None:
    base = power(1990)
    now = Decimal("872.000")
    sent = {2005: sent_of(2005, {1990: "850.4"}), 2000: sent_of(2000, {1990: "872"}, day="2020-01-01")}
    (warning,) = found(base, power(2005), sent=sent)
    assert (warning.level, warning.code, warning.year) == (Level.WARNING, "series.base_restated", 1990)
    assert dict(warning.parameters) == {"was": Decimal(850), "now": Decimal(872), "sent": "2005", "revision": "1"}
    assert warning.effect_t == now - Decimal("850.4")


def test_that_a_base_year_as_good_as_unchanged_or_not_comparable_is_not_named() -> None:
    assert found(power(1990), sent={2005: sent_of(2005, {1990: "871.5"})}) == []
    assert found(power(1990), sent={2005: sent_of(2005, {1990: "500"}, "com-ipcc-co2-2024")}) == []
    assert found(power(1995), sent={2005: sent_of(2005, {1995: "500"})}) == [], "it is not the base year"
    missing = entry(1990, "residential", "district_cooling", "5")
    assert found(power(1990), missing, sent={2005: sent_of(2005, {1990: "500"})}) == [], "it is not known yet"


def test_that_the_submission_handed_in_last_counts() -> None:
    early, late = sent_of(2010, {1990: "1"}, day="2011-01-01"), sent_of(2005, {1990: "2"}, day="2012-01-01")
    assert last_with({2010: early, 2005: late}, 1990, "bisko") is late
    assert last_with({2010: early}, 1990, "other") is None
    assert last_with({2010: early}, 1991, "bisko") is None
