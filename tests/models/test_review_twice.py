"""The municipality's own vehicles and the power of heat pumps: what nobody declared, and what cannot be right."""

from dataclasses import replace
from decimal import Decimal

from kbdesk.models.answers import Answer
from kbdesk.models.counting import HEAT_PUMPS_METERED
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from tests.builders import entry
from tests.builders import inventory
from tests.builders import review

FLEET, UNDECLARED = "transport.fleet_larger", "heat_pump.twice"
TOO_MUCH, ENDED = "heat_pump.more_than_metered", "heat_pump.series_ends"
CODES = (FLEET, UNDECLARED, TOO_MUCH, ENDED)
Cell = tuple[str, str, str]
HEAT, POWER = ("residential", "ambient_heat", "907.14"), ("residential", "electricity", "9700")


def twice(*cells: Cell, set_id: str = "bisko", declared: str = "", before: tuple[Cell, ...] = ()) -> list[Finding]:
    entries = [*(entry(2018, *cell) for cell in cells), *(entry(2017, *cell) for cell in before)]
    known = inventory(entries, population={2017: 6000, 2018: 6000})
    if declared:
        known = replace(known, answers={HEAT_PUMPS_METERED: Answer(HEAT_PUMPS_METERED, declared)})
    return [f for f in review(known, set_id) if f.code in CODES and f.year == 2018]


def test_that_a_fleet_larger_than_all_road_transport_is_a_note() -> None:
    road, fleet = ("road_passenger", "diesel", "100"), ("municipal_fleet", "diesel", "100")
    (found,) = twice(road, fleet, ("municipal_fleet", "gasoline", "23"))
    assert (found.level, found.code, found.year, found.sector) == (Level.NOTE, FLEET, 2018, "municipal_fleet")
    assert found.parameters == (("value", Decimal(123)), ("road", Decimal(100)))
    assert found.related == tuple(EntryKey(2018, "municipal_fleet", c) for c in ("diesel", "gasoline"))
    (alone,) = twice(fleet)
    assert alone.parameters == (("value", Decimal(100)), ("road", Decimal(0)))


def test_that_a_fleet_beside_more_road_transport_is_nothing_to_speak_of() -> None:
    road, fleet = ("road_passenger", "diesel", "20000"), ("municipal_fleet", "diesel", "100")
    assert twice(road, fleet) == twice(fleet, ("public_transport_road", "diesel", "100")) == twice(road) == []
    assert twice(("municipal_fleet", "diesel", "0")) == []
    assert twice(fleet, set_id="com-lca-co2e-2024") == []


def test_that_ambient_heat_beside_metered_electricity_asks_for_the_declaration() -> None:
    (found,) = twice(HEAT, POWER)
    assert (found.level, found.code, found.carrier) == (Level.NOTE, UNDECLARED, "ambient_heat")
    assert found.parameters == (("heat", Decimal(907)), ("value", Decimal(283)))
    assert [f.code for f in twice(HEAT, ("residential", "electricity_heating", "900"))] == [UNDECLARED]
    assert twice(HEAT) == twice(HEAT, ("tertiary", "electricity", "9700")) == []
    assert twice(HEAT, POWER, declared="yes") == twice(HEAT, POWER, declared="no") == []
    assert twice(HEAT, POWER, set_id="com-lca-co2e-2024") == []


def test_that_heat_pumps_that_need_more_than_was_metered_are_a_warning() -> None:
    (found,) = twice(("residential", "ambient_heat", "3200"), ("residential", "electricity", "999"), declared="yes")
    assert (found.level, found.code, found.sector) == (Level.WARNING, TOO_MUCH, "residential")
    assert found.parameters == (("heat", Decimal(3200)), ("value", Decimal(1000)), ("metered", Decimal(999)))
    separate = ("residential", "electricity_heating", "1")
    just = (("residential", "ambient_heat", "3200"), ("residential", "electricity", "999"), separate)
    assert twice(*just, declared="yes") == []


def test_that_ambient_heat_that_ends_before_the_electricity_is_a_warning() -> None:
    (found,) = twice(POWER, declared="yes", before=(HEAT, POWER))
    assert (found.level, found.code, found.key) == (Level.WARNING, ENDED, EntryKey(2018, "residential", "ambient_heat"))
    assert found.parameters == (("last_year", "2017"), ("value", Decimal(283)))
    assert found.related == (EntryKey(2018, "residential", "electricity"),)
    assert found.effect_t is not None
    assert round(found.effect_t) == round(Decimal("283.48125") * Decimal("0.544"))
    assert twice(POWER, declared="no", before=(HEAT, POWER)) == []
    assert twice(POWER, declared="yes", before=(POWER,)) == []


def test_that_no_ambient_heat_any_more_can_be_said() -> None:
    nothing: Cell = ("residential", "ambient_heat", "0")
    assert twice(POWER, nothing, declared="yes", before=(HEAT, POWER)) == []
    absent = entry(2018, "residential", "ambient_heat", "", grade=None, notation_key=NotationKey.NO)
    known = inventory([*(entry(2017, *cell) for cell in (HEAT, POWER)), entry(2018, *POWER), absent])
    known = replace(known, answers={HEAT_PUMPS_METERED: Answer(HEAT_PUMPS_METERED, "yes")})
    assert not any(f.code == ENDED for f in review(known))


def test_that_ambient_heat_that_ended_long_ago_is_still_a_warning() -> None:
    assert _ended({2010: HEAT}) == list(range(2011, 2019))


def test_that_a_zero_in_between_ends_the_series_for_good() -> None:
    assert _ended({2010: HEAT, 2013: ("residential", "ambient_heat", "0")}) == [2011, 2012]
    again = {2010: HEAT, 2013: ("residential", "ambient_heat", "0"), 2016: HEAT}
    assert _ended(again) == [2011, 2012, 2017, 2018]


def _ended(heat: dict[int, Cell]) -> list[int]:
    """The years of 2010-2018 that lack the ambient heat of an earlier one; electricity is known of all."""
    entries = [entry(year, *POWER) for year in range(2010, 2019)] + [entry(y, *cell) for y, cell in heat.items()]
    known = inventory(entries, population=dict.fromkeys(range(2010, 2019), 6000))
    known = replace(known, answers={HEAT_PUMPS_METERED: Answer(HEAT_PUMPS_METERED, "yes")})
    return sorted(f.year for f in review(known) if f.code == ENDED and f.year is not None)
