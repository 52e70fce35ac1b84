from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies

from kbdesk.models.carrying import Part
from kbdesk.models.carrying import carry_plan
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from tests.builders import entry

GAS = entry(2022, "residential", "natural_gas", "412", "kWh_hs", source_id="grid", source="p. 2", note="estimated")
NO_HEAT = Entry(
    EntryKey(2022, "residential", "district_heat"), notation_key=NotationKey.IE, contained_in="tertiary", note="as told"
)


def _any_entry(year: int, carrier: str, number: str | None, notation_key: NotationKey | None, origin: Origin) -> Entry:
    key = EntryKey(year, "residential", carrier)
    if number is None:
        return Entry(key, notation_key=notation_key, origin=origin, source="letter")
    return Entry(key, text=number, quantity=Decimal(number), origin=origin, parameters=(("hs", Decimal(11)),))


YEAR = {one.key: one for one in (GAS, NO_HEAT)}


def test_that_a_value_leaves_its_unit_and_source_but_no_number() -> None:
    plan = carry_plan(YEAR, [GAS], 2022, [2023])
    (made,) = plan.entries
    assert made == Entry(EntryKey(2023, *GAS.key[1:]), unit="kWh_hs", origin=Origin.CARRIED, source_id="grid")
    assert made.is_expected


def test_that_a_key_comes_with_what_explains_it() -> None:
    (made,) = carry_plan(YEAR, [NO_HEAT], 2022, [2025]).entries
    assert made == replace(NO_HEAT, key=EntryKey(2025, *NO_HEAT.key[1:]), origin=Origin.CARRIED)


def test_that_several_years_are_begun_at_once_and_the_source_year_is_none_of_them() -> None:
    plan = carry_plan(YEAR, YEAR.values(), 2022, [2024, 2023, 2022])
    assert plan.to_years == (2023, 2024)
    assert [one.key.year for one in plan.entries] == [2023, 2023, 2024, 2024]
    assert (len(plan.expected), len(plan.keys)) == (2, 2)


def test_that_nothing_is_put_over_what_is_there() -> None:
    there = entry(2023, "residential", "natural_gas", "400")
    plan = carry_plan({**YEAR, there.key: there}, YEAR.values(), 2022, [2023])
    assert [one.key.carrier for one in plan.entries] == ["district_heat"]


def test_that_each_part_can_be_left_out() -> None:
    def carriers(*parts: Part) -> list[tuple[str, str]]:
        plan = carry_plan(YEAR, YEAR.values(), 2022, [2023], parts)
        return [(one.key.carrier, one.source_id) for one in plan.entries]

    assert carriers(Part.STRUCTURE) == [("natural_gas", "")]
    assert carriers(Part.STRUCTURE, Part.SOURCES) == [("natural_gas", "grid")]
    assert carriers(Part.KEYS) == [("district_heat", "")]
    assert carriers() == []


def test_that_what_was_expected_and_never_came_is_expected_again() -> None:
    waiting = Entry(EntryKey(2023, "tertiary", "electricity"), unit="kWh", origin=Origin.CARRIED)
    noted = Entry(EntryKey(2023, "tertiary", "lpg"), note="ask again")
    plan = carry_plan({}, [waiting, noted], 2023, [2024])
    assert [one.key.carrier for one in plan.entries] == ["electricity"]


_ENTRIES = strategies.lists(
    strategies.builds(
        _any_entry,
        year=strategies.sampled_from((2022, 2023, 2024)),
        carrier=strategies.sampled_from(("electricity", "natural_gas", "lpg", "biomass")),
        number=strategies.none() | strategies.integers(0, 9).map(str),
        notation_key=strategies.none() | strategies.sampled_from(list(NotationKey)),
        origin=strategies.sampled_from(list(Origin)),
    ),
    unique_by=lambda one: one.key,
)


@given(_ENTRIES, strategies.sets(strategies.sampled_from((2021, 2022, 2023, 2024))))
def test_that_no_number_is_ever_carried_and_nothing_is_overwritten(made: list[Entry], to_years: set[int]) -> None:
    there = {one.key: one for one in made}
    plan = carry_plan(there, [one for one in made if one.key.year == 2022], 2022, to_years)
    keys = [one.key for one in plan.entries]
    assert len(keys) == len(set(keys))
    assert not there.keys() & set(keys)
    for one in plan.entries:
        assert (one.text, one.quantity, one.grade, one.parameters, one.source) == ("", None, None, (), "")
        assert one.origin is Origin.CARRIED
