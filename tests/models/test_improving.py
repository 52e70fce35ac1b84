from decimal import Decimal

from kbdesk.models.calculation import compute_inventory
from kbdesk.models.improving import Ask
from kbdesk.models.improving import Improvement
from kbdesk.models.improving import Weakness
from kbdesk.models.improving import improvements
from kbdesk.models.improving import read_asks
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.paths import resources_dir
from tests.builders import codebook
from tests.builders import entry
from tests.builders import inventory
from tests.builders import rules

YEAR = 2022
ASKS = read_asks(resources_dir() / "improving" / "asks.csv")


def proposed(*entries: Entry, last: dict[str, str] | None = None) -> tuple[Improvement, ...]:
    """The proposals; ``last`` holds last year's emissions [t] by carrier."""
    (result,) = compute_inventory(inventory(entries), rules()).values()
    known = {carrier: Decimal(t) for carrier, t in (last or {}).items()}
    return improvements(result.cells, lambda key: known.get(key.carrier), ASKS)


def names(found: tuple[Improvement, ...]) -> list[str]:
    return [one.ask.id for one in found]


def test_that_one_letter_counts_for_all_sectors_it_answers_for() -> None:
    (only,) = proposed(
        entry(YEAR, "residential", "natural_gas", "1000", grade=Grade.D),
        entry(YEAR, "tertiary", "natural_gas", "3000", grade=Grade.C),
    )
    assert only.ask.id == "gas_grid"
    assert [cell.key.sector for cell in only.cells] == ["tertiary", "residential"]
    assert (only.weakness, only.share) == (Weakness.GRADE_C, Decimal(1))


def test_that_effect_is_weighed_against_effort() -> None:
    found = proposed(
        entry(YEAR, "road_passenger", "diesel", "5000", grade=Grade.D),
        entry(YEAR, "residential", "natural_gas", "3000", grade=Grade.D),
    )
    assert names(found) == ["gas_grid", "traffic"]
    assert found[1].effect_t > found[0].effect_t


def test_that_good_values_and_what_does_not_exist_need_nothing() -> None:
    assert not proposed(
        entry(YEAR, "residential", "natural_gas", "1000", grade=Grade.A),
        entry(YEAR, "residential", "heating_oil", "1000", grade=Grade.B),
        Entry(EntryKey(YEAR, "residential", "district_heat"), notation_key=NotationKey.NO),
        Entry(EntryKey(YEAR, "tertiary", "district_heat"), notation_key=NotationKey.C),
    )


def test_that_a_missing_value_counts_with_the_last_one() -> None:
    waiting = Entry(EntryKey(YEAR, "residential", "natural_gas"), unit="MWh", origin=Origin.CARRIED)
    unknown = Entry(EntryKey(YEAR, "residential", "heating_oil"), notation_key=NotationKey.NE)
    found = proposed(waiting, unknown, last={"natural_gas": "30", "heating_oil": "70"})
    assert [(one.ask.id, one.share, one.weakness) for one in found] == [
        ("chimney_sweep", Decimal("0.7"), Weakness.MISSING),
        ("gas_grid", Decimal("0.3"), Weakness.MISSING),
    ]
    assert not proposed(waiting, unknown)


def test_that_a_start_value_is_weak_whatever_its_grade() -> None:
    (only,) = proposed(entry(YEAR, "residential", "electricity", "5", grade=Grade.A, origin=Origin.START))
    assert only.weakness is Weakness.START


def test_that_for_values_without_grade_nobody_needs_to_be_asked() -> None:
    (only,) = proposed(
        entry(YEAR, "municipal_buildings", "electricity", "5", grade=None),
        entry(YEAR, "residential", "natural_gas", "5", grade=None),
    )
    assert (only.ask.id, only.weakness, len(only.cells)) == ("grading", Weakness.UNGRADED, 2)


def test_that_every_value_has_someone_to_ask_and_a_reason_for_the_effort() -> None:
    book = codebook()
    for sector in book.sectors:
        assert all(any(ask.covers(sector, carrier) for ask in ASKS) for carrier in book.carriers)
    assert all(1 <= ask.effort <= 3 and ask.ask and ask.why_effort for ask in ASKS)
    named = frozenset().union(*(ask.sectors | ask.carriers for ask in ASKS))
    assert named <= {*book.sectors, *book.carriers, "*"}


def test_that_a_value_nobody_keeps_is_left_out() -> None:
    (result,) = compute_inventory(inventory([entry(YEAR, "residential", "peat", "5", grade=Grade.D)]), rules()).values()
    other = Ask("a", "Ask", 1, "", frozenset({"tertiary"}), frozenset({"*"}))
    assert improvements(result.cells, lambda _key: None, [other]) == ()
