from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import Total
from kbdesk.models.calculation import YearResult
from kbdesk.models.calculation import compute_cell
from kbdesk.models.calculation import compute_inventory
from kbdesk.models.calculation import emissions_by_sector
from kbdesk.models.calculation import energy_total
from kbdesk.models.calculation import finder
from kbdesk.models.calculation import per_inhabitant
from kbdesk.models.calculation import summarise
from kbdesk.models.calculation import total
from kbdesk.models.codebook import SectorKind
from kbdesk.models.factors import FactorStatus
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from tests.builders import carriers_of
from tests.builders import codebook
from tests.builders import entry
from tests.builders import full_inventory
from tests.builders import inventory
from tests.builders import minimal_inventory
from tests.builders import rules
from tests.builders import typical_inventory

PLACES = [
    (sector.id, carrier.id)
    for sector in codebook().sectors.values()
    if sector.kind is not SectorKind.DIRECT
    for carrier in carriers_of(sector)
]
amounts = st.decimals(min_value=0, max_value=10**7, places=3, allow_nan=False, allow_infinity=False)
cells = st.dictionaries(st.sampled_from(PLACES), amounts, min_size=1, max_size=30)


def year_of(entries: Iterable[Entry], population: int | None = 6000) -> YearResult:
    people = {} if population is None else {2018: population}
    return compute_inventory(inventory(entries, population=people), rules())[2018]


def entries_of(amounts_by_place: dict[tuple[str, str], Decimal]) -> list[Entry]:
    return [entry(2018, sector, carrier, str(mwh)) for (sector, carrier), mwh in amounts_by_place.items()]


def keyed(sector: str, carrier: str, key: NotationKey) -> Entry:
    return Entry(EntryKey(2018, sector, carrier), notation_key=key)


def test_that_emissions_are_energy_times_factor() -> None:
    result = year_of([entry(2018, "residential", "electricity", "1000")])
    assert result.emissions_t == Total(Decimal("544.000"), 0)
    assert result.energy_mwh == Total(Decimal(1000), 0)
    assert result.emissions_t_per_inhabitant == Decimal(544) / 6000
    assert result.complete


def test_that_nothing_known_is_none_and_not_zero() -> None:
    assert total([]) == Total(None, 0)
    assert total([(None, True)]) == Total(None, 1)
    empty = summarise(2018, Decimal(6000), [], codebook())
    assert empty.emissions_t.value is None
    assert not empty.complete


def test_that_a_carrier_without_factor_makes_the_total_incomplete() -> None:
    result = year_of(
        [entry(2018, "residential", "electricity", "1000"), entry(2018, "residential", "district_cooling", "5")]
    )
    assert result.emissions_t == Total(Decimal("544.000"), 1)
    assert result.energy_mwh.complete
    assert not result.complete
    assert result.cells[-1].factor.status is FactorStatus.MISSING


def test_that_an_explicit_zero_needs_no_factor() -> None:
    result = year_of([entry(2018, "residential", "district_cooling", "0")])
    assert result.emissions_t == Total(Decimal(0), 0)
    assert result.complete


@pytest.mark.parametrize(
    ("key", "lacks"), [(NotationKey.NO, 0), (NotationKey.IE, 0), (NotationKey.NE, 1), (NotationKey.C, 1)]
)
def test_that_notation_keys_are_never_zero(key: NotationKey, lacks: int) -> None:
    result = year_of([keyed("residential", "natural_gas", key)])
    assert result.emissions_t == Total(None, lacks)
    assert result.energy_mwh == Total(None, lacks)


def test_that_a_draft_is_missing() -> None:
    draft = replace(entry(2018, "residential", "electricity", ""), text="about 1000")
    assert year_of([draft]).emissions_t == Total(None, 1)
    assert draft.is_draft


def test_that_direct_emissions_stand_apart() -> None:
    direct = entry(2018, "waste_water", DIRECT, "120", "t_CO2e")
    result = year_of([entry(2018, "residential", "electricity", "1000"), direct])
    assert result.direct_t == Total(Decimal(120), 0)
    assert result.emissions_t.value == Decimal("544.000")
    assert [c.key.sector for c in result.direct] == ["waste_water"]
    assert result.direct[0].energy_mwh is None


def test_that_per_inhabitant_needs_inhabitants() -> None:
    assert year_of([entry(2018, "residential", "electricity", "1")], None).emissions_t_per_inhabitant is None
    assert per_inhabitant(Decimal(1), Decimal(0)) is None
    assert per_inhabitant(Decimal(1), Decimal(-5)) is None
    assert per_inhabitant(None, Decimal(5)) is None
    assert per_inhabitant(Decimal(10), Decimal(5)) == 2


def test_that_cells_come_in_codebook_order_with_unknown_ones_last() -> None:
    mixed = [
        entry(2018, "no_such_sector", "electricity", "1"),
        entry(2018, "residential", "natural_gas", "1"),
        entry(2018, "residential", "electricity", "1"),
        entry(2018, "municipal_buildings", "natural_gas", "1"),
    ]
    keys = [(c.key.sector, c.key.carrier) for c in year_of(mixed).cells]
    assert keys == [
        ("municipal_buildings", "natural_gas"),
        ("residential", "electricity"),
        ("residential", "natural_gas"),
        ("no_such_sector", "electricity"),
    ]


def test_that_years_are_computed_in_their_order() -> None:
    assert list(compute_inventory(typical_inventory(), rules())) == [2010, 2020]


def test_that_one_changed_cell_is_computed_alone() -> None:
    small = minimal_inventory()
    before = compute_inventory(small, rules())[2022]
    changed = entry(2022, "residential", "electricity", "1")
    cell = compute_cell(changed, codebook(), finder(small, rules()))
    after = summarise(2022, before.population, [cell], codebook())
    again = inventory([changed], population={2022: 6030})
    assert after == compute_inventory(again, rules())[2022]


def test_that_the_largest_document_is_computed_completely() -> None:
    result = compute_inventory(full_inventory(range(2018, 2020)), rules("com-ipcc-co2-2024"))
    assert list(result) == [2018, 2019]
    assert len(result[2018].cells) == len(PLACES)
    assert result[2018].energy_mwh.complete


@given(cells)
def test_that_the_sectors_sum_to_the_total(found: dict[tuple[str, str], Decimal]) -> None:
    result = year_of(entries_of(found))
    parts = emissions_by_sector(result).values()
    assert sum((p.value for p in parts if p.value is not None), Decimal(0)) == (result.emissions_t.value or 0)
    assert sum(p.missing for p in parts) == result.emissions_t.missing
    assert energy_total(result.cells) == result.energy_mwh


@given(cells, st.integers(2, 1000))
def test_that_scaling_the_energy_scales_the_emissions(found: dict[tuple[str, str], Decimal], scale: int) -> None:
    once = year_of(entries_of(found)).emissions_t
    often = year_of(entries_of({place: mwh * scale for place, mwh in found.items()})).emissions_t
    assert often.missing == once.missing
    assert (often.value or 0) == (once.value or 0) * scale


@given(cells, st.sampled_from([NotationKey.NO, NotationKey.IE]))
def test_that_a_place_that_lacks_nothing_changes_nothing(
    found: dict[tuple[str, str], Decimal], key: NotationKey
) -> None:
    place = next(p for p in PLACES if p not in found)
    result = year_of(entries_of(found))
    with_key = year_of([*entries_of(found), keyed(*place, key)])
    assert figures(with_key) == figures(result)


@given(cells)
def test_that_a_place_that_is_not_estimated_adds_nothing_and_is_counted(found: dict[tuple[str, str], Decimal]) -> None:
    place = next(p for p in PLACES if p not in found)
    result = year_of(entries_of(found))
    with_key = year_of([*entries_of(found), keyed(*place, NotationKey.NE)])
    assert with_key.emissions_t == Total(result.emissions_t.value, result.emissions_t.missing + 1)
    assert not with_key.complete


@given(cells, st.randoms())
def test_that_the_order_of_entering_does_not_matter(found: dict[tuple[str, str], Decimal], random: Random) -> None:
    entries = entries_of(found)
    shuffled = list(entries)
    random.shuffle(shuffled)
    assert year_of(shuffled) == year_of(entries)


def figures(result: YearResult) -> tuple[object, ...]:
    return (
        result.energy_mwh,
        result.emissions_t,
        result.direct_t,
        result.data_quality,
        result.emissions_t_per_inhabitant,
    )


def test_that_a_cell_keeps_its_parts() -> None:
    cell: CellResult = year_of([entry(2018, "residential", "natural_gas", "412000", "kWh_hs")]).cells[0]
    assert cell.energy_mwh is not None
    assert cell.factor.t_per_mwh is not None
    assert cell.emissions_t == cell.energy_mwh * cell.factor.t_per_mwh
    assert cell.entry.text == "412000"
