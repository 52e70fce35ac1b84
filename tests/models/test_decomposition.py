"""Effects sum to the change; simple changes have one cause; silence is no change of consumption."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.models.breaks import Break
from kbdesk.models.breaks import BreakKind
from kbdesk.models.calculation import YearResult
from kbdesk.models.calculation import compute_inventory
from kbdesk.models.decomposition import Decomposition
from kbdesk.models.decomposition import Effect
from kbdesk.models.decomposition import decompose
from kbdesk.models.heating_weather import HeatingWeather
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import NotationKey
from kbdesk.models.weather_series import DegreeDays
from tests.builders import entry
from tests.builders import inventory
from tests.builders import rules
from tests.builders import typical_inventory

GAS = Decimal("0.25")


def results(
    first: dict[str, str], second: dict[str, str], people: tuple[int, int] = (1000, 1000), factor: str = "0.25"
) -> tuple[YearResult, YearResult]:
    """Households in 2010 and 2020 by carrier; gas has a factor of its own in both years."""
    cells = [entry(2010, "residential", carrier, mwh) for carrier, mwh in first.items()]
    cells += [entry(2020, "residential", carrier, mwh) for carrier, mwh in second.items()]
    local = [
        LocalFactor(2010, "natural_gas", GAS),
        LocalFactor(2020, "natural_gas", Decimal(factor)),
        *(LocalFactor(year, "biomass", Decimal(0)) for year in (2010, 2020)),
    ]
    shown = compute_inventory(
        inventory(cells, population=dict(zip((2010, 2020), people, strict=True)), local=local), rules()
    )
    return shown[2010], shown[2020]


def only(found: Decomposition) -> dict[Effect, Decimal]:
    """The effects that are not zero, rounded to the milligram."""
    rounded = {effect: round(tonnes, 9) for effect, tonnes in found.effects().items()}
    return {effect: tonnes for effect, tonnes in rounded.items() if tonnes}


def test_that_more_people_alone_are_a_population_effect() -> None:
    found = decompose(*results({"natural_gas": "1000"}, {"natural_gas": "1100"}, (1000, 1100)))
    assert only(found) == {Effect.POPULATION: Decimal(25)}


def test_that_less_energy_each_is_an_effect_of_energy_per_inhabitant() -> None:
    found = decompose(*results({"natural_gas": "1000"}, {"natural_gas": "800"}))
    assert only(found) == {Effect.ENERGY: Decimal(-50)}


def test_that_a_cleaner_fuel_mix_is_an_effect_of_the_mix() -> None:
    found = decompose(*results({"natural_gas": "800", "biomass": "200"}, {"natural_gas": "400", "biomass": "600"}))
    assert only(found) == {Effect.MIX: Decimal(-100)}


def test_that_another_factor_alone_is_an_effect_of_the_factor() -> None:
    found = decompose(*results({"natural_gas": "1000"}, {"natural_gas": "1000"}, factor="0.2"))
    assert only(found) == {Effect.FACTOR: Decimal(-50)}


def test_that_several_causes_share_the_change_as_computed_by_hand() -> None:
    """250 t to 176 t with 10 % more people, energy each x 0.8, factor x 0.8: L = (176 - 250) / ln(0.704)."""
    found = decompose(*results({"natural_gas": "1000"}, {"natural_gas": "880"}, (1000, 1100), "0.2"))
    effects = {effect: float(tonnes) for effect, tonnes in found.effects().items()}
    assert effects[Effect.POPULATION] == pytest.approx(20.0952, abs=1e-4)
    assert effects[Effect.ENERGY] == pytest.approx(-47.0476, abs=1e-4)
    assert effects[Effect.FACTOR] == pytest.approx(-47.0476, abs=1e-4)


def test_that_a_fuel_given_up_is_an_effect_of_the_mix() -> None:
    found = decompose(*results({"natural_gas": "1000", "biomass": "0"}, {"natural_gas": "0", "biomass": "1000"}))
    assert only(found) == {Effect.MIX: Decimal(-250)}


def test_that_what_is_recorded_in_one_year_only_is_no_change_of_consumption() -> None:
    found = decompose(*results({"natural_gas": "1000"}, {"natural_gas": "1000", "heating_oil": "100"}))
    assert set(only(found)) == {Effect.COVERAGE}
    assert found.effects()[Effect.COVERAGE] == found.change_t


@pytest.mark.parametrize(("key", "effect"), [(NotationKey.NO, Effect.MIX), (NotationKey.NE, Effect.COVERAGE)])
def test_that_does_not_exist_is_a_zero_and_not_known_is_silence(key: NotationKey, effect: Effect) -> None:
    cells: list[Entry] = [
        entry(2010, "residential", "natural_gas", "1000"),
        entry(2010, "residential", "heating_oil", "500"),
        entry(2020, "residential", "natural_gas", "1500"),
        Entry(EntryKey(2020, "residential", "heating_oil"), notation_key=key),
    ]
    shown = compute_inventory(inventory(cells, population={2010: 1000, 2020: 1000}), rules())
    oil = decompose(shown[2010], shown[2020]).by_carrier()["heating_oil"]
    assert [e for e, tonnes in oil.items() if round(tonnes, 9)] == [effect]


def test_that_without_inhabitants_nothing_is_said_of_the_population() -> None:
    first, second = results({"natural_gas": "1000"}, {"natural_gas": "900"})
    found = decompose(replace(first, population=None), second)
    assert only(found) == {Effect.ENERGY: Decimal(-25)}


def test_that_a_negative_value_is_not_explained_away() -> None:
    first, second = results({"natural_gas": "1000"}, {"natural_gas": "-100"})
    assert set(only(decompose(first, second))) == {Effect.COVERAGE}


_AMOUNTS = st.decimals(0, 10**7, places=3) | st.just(Decimal(0))
_CARRIERS = ("electricity", "natural_gas", "heating_oil", "biomass")
_YEAR = st.dictionaries(st.sampled_from(_CARRIERS), _AMOUNTS, max_size=4)
_PEOPLE = st.integers(1, 10**6)


@given(
    st.dictionaries(st.sampled_from(("residential", "tertiary")), st.tuples(_YEAR, _YEAR), min_size=1),
    st.tuples(_PEOPLE, _PEOPLE),
)
def test_that_effects_sum_to_the_change_in_every_view(
    sectors: dict[str, tuple[dict[str, Decimal], dict[str, Decimal]]], people: tuple[int, int]
) -> None:
    cells = [
        entry(year, sector, carrier, str(mwh))
        for sector, years in sectors.items()
        for year, values in zip((2010, 2020), years, strict=True)
        for carrier, mwh in values.items()
    ]
    anchor = [entry(year, "industry", "electricity", "10") for year in (2010, 2020)]
    shown = compute_inventory(
        inventory([*cells, *anchor], population=dict(zip((2010, 2020), people, strict=True))), rules()
    )
    found = decompose(shown[2010], shown[2020])
    assert found.change_t == (shown[2020].emissions_t.value or 0) - (shown[2010].emissions_t.value or 0)
    assert sum(found.effects().values()) == found.change_t
    for view in (found.by_sector(), found.by_carrier()):
        for effect, tonnes in found.effects().items():
            assert sum(part[effect] for part in view.values()) == tonnes


def test_that_an_inventory_halved_in_everything_explains_itself() -> None:
    shown = compute_inventory(typical_inventory(), rules())
    found = decompose(shown[2010], shown[2020])
    assert found.change_t < 0
    assert sum(cell.change_t for cell in found.cells) == found.change_t


def weather(days: dict[int, int], mean: int = 3000, share: str = "1") -> HeatingWeather:
    """Natural gas heats rooms of the households by this share."""
    known = DegreeDays({year: Decimal(each) for year, each in days.items()}, Decimal(mean))
    return HeatingWeather(known, {"natural_gas": Decimal(share)}, frozenset({"residential"}))


def test_that_a_milder_winter_alone_is_an_effect_of_the_weather() -> None:
    """All gas heats, degree days fall by a fifth, and so does the gas."""
    first, second = results({"natural_gas": "1000"}, {"natural_gas": "800"})
    found = decompose(first, second, weather=weather({2010: 3500, 2020: 2800}))
    assert only(found) == {Effect.WEATHER: Decimal(-50)}
    assert found.with_weather


def test_that_only_the_part_that_heats_follows_the_weather() -> None:
    """Half of it heats: in mean weather 1000 MWh, of which the year with 4/5 of the degree days saves a tenth."""
    first, second = results({"natural_gas": "1000"}, {"natural_gas": "900"})
    found = decompose(first, second, weather=weather({2010: 3000, 2020: 2400}, share="0.5"))
    assert round(found.effects()[Effect.ENERGY] + found.effects()[Effect.WEATHER], 9) == -25
    assert float(found.effects()[Effect.WEATHER]) == pytest.approx(-25 * 1.118, rel=0.01)


def test_that_a_year_without_degree_days_leaves_the_weather_within_the_energy() -> None:
    first, second = results({"natural_gas": "1000"}, {"natural_gas": "800"})
    found = decompose(first, second, weather=weather({2010: 3500}))
    assert only(found) == {Effect.ENERGY: Decimal(-50)}
    assert not found.with_weather


def test_that_what_is_no_heat_of_a_heated_sector_has_no_weather() -> None:
    shown = compute_inventory(
        inventory([entry(y, "industry", "natural_gas", m) for y, m in ((2010, "1000"), (2020, "800"))]), rules()
    )
    found = decompose(shown[2010], shown[2020], weather=weather({2010: 3500, 2020: 2800}))
    assert not found.effects()[Effect.WEATHER]


METHOD = Break(2015, BreakKind.METHOD, "new tool")


def test_that_across_a_break_energy_and_mix_are_one_effect_and_what_is_known_stays_told() -> None:
    """The case computed by hand above: inhabitants and factor keep their effects, the energy is the break's."""
    years = results({"natural_gas": "1000"}, {"natural_gas": "880"}, (1000, 1100), "0.2")
    found = decompose(*years, breaks=[METHOD])
    effects = {effect: round(float(tonnes), 4) for effect, tonnes in found.effects().items() if tonnes}
    assert effects == {Effect.POPULATION: 20.0952, Effect.BREAK: -47.0476, Effect.FACTOR: -47.0476}
    assert found.breaks == (METHOD,)


@pytest.mark.parametrize(
    "elsewhere",
    [
        Break(2010, BreakKind.METHOD, ""),
        Break(2021, BreakKind.BOUNDARY, ""),
        Break(2015, BreakKind.METHOD, "", "industry"),
        Break(2015, BreakKind.FACTORS, ""),
    ],
)
def test_that_a_break_outside_or_of_another_sector_or_of_the_factor_set_hides_nothing(elsewhere: Break) -> None:
    found = decompose(*results({"natural_gas": "1000"}, {"natural_gas": "800"}), breaks=[elsewhere])
    assert only(found) == {Effect.ENERGY: Decimal(-50)}


def gas(years: dict[int, str]) -> dict[int, YearResult]:
    """Gas of the households by year, with a factor of 0.25 in every year."""
    local = [LocalFactor(year, "natural_gas", GAS) for year in years]
    cells = [entry(year, "residential", "natural_gas", mwh) for year, mwh in years.items()]
    return compute_inventory(inventory(cells, local=local, population=dict.fromkeys(years, 1000)), rules())


def test_that_only_the_step_across_the_break_is_taken_from_the_real_causes() -> None:
    """1000 to 900 before, 900 to 1200 across, 1200 to 1100 MWh after the break: -25, +75, -25 t."""
    shown = gas({2010: "1000", 2014: "900", 2015: "1200", 2020: "1100"})
    found = decompose(shown[2010], shown[2020], between=shown.values(), breaks=[METHOD])
    assert only(found) == {Effect.ENERGY: Decimal(-50), Effect.BREAK: Decimal(75)}


def test_that_a_year_with_a_gap_is_no_step_around_a_break() -> None:
    shown = gas({2010: "1000", 2015: "1200", 2020: "1100"}) | {
        2014: compute_inventory(inventory([entry(2014, "residential", "heating_oil", "1")]), rules())[2014]
    }
    found = decompose(shown[2010], shown[2020], between=shown.values(), breaks=[METHOD])
    assert only(found) == {Effect.ENERGY: Decimal(-25), Effect.BREAK: Decimal(50)}


def test_that_the_way_back_has_the_same_effects_the_other_way() -> None:
    shown = gas({2010: "1000", 2014: "900", 2015: "1200", 2020: "1100"})
    there = decompose(shown[2010], shown[2020], between=shown.values(), breaks=[METHOD])
    back = decompose(shown[2020], shown[2010], between=shown.values(), breaks=[METHOD])
    assert back.effects() == {effect: -tonnes for effect, tonnes in there.effects().items()}
    assert (back.from_year, back.before_t) == (2020, there.after_t)


@given(
    st.lists(st.tuples(st.dictionaries(st.sampled_from(_CARRIERS), _AMOUNTS, max_size=4), _PEOPLE), min_size=2),
    st.lists(st.tuples(st.integers(2000, 2012), st.sampled_from(("", "residential", "tertiary"))), max_size=3),
    st.lists(st.integers(2000, 4500), min_size=2, max_size=12),
)
def test_that_effects_with_weather_and_breaks_sum_to_the_change_in_every_view(
    years: list[tuple[dict[str, Decimal], int]], breaks: list[tuple[int, str]], days: list[int]
) -> None:
    years = years[:10]
    cells = [
        entry(2000 + at, sector, carrier, str(mwh))
        for at, (values, _) in enumerate(years)
        for carrier, mwh in values.items()
        for sector in ("residential", "tertiary")
    ]
    cells += [entry(2000 + at, "industry", "electricity", "10") for at in range(len(years))]
    people = {2000 + at: each for at, (_, each) in enumerate(years)}
    shown = compute_inventory(inventory(cells, population=people), rules())
    last = 2000 + len(years) - 1
    found = decompose(
        shown[2000],
        shown[last],
        between=shown.values(),
        weather=weather(
            {2000: days[0], last: days[-1]} | {2000 + at: each for at, each in enumerate(days)}, share="0.8"
        ),
        breaks=[Break(year, BreakKind.METHOD, "", sector) for year, sector in breaks],
    )
    assert sum(found.effects().values()) == found.change_t
    assert sum(cell.change_t for cell in found.cells) == found.change_t
    for view in (found.by_sector(), found.by_carrier()):
        for effect, tonnes in found.effects().items():
            assert sum(part[effect] for part in view.values()) == tonnes
