"""What holds of every inventory, whatever is in it: parts, scales, empty places and keys, in every unit and view."""

from decimal import Decimal

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from kbdesk.models.calculation import Total
from kbdesk.models.calculation import YearResult
from kbdesk.models.calculation import compute_inventory
from kbdesk.models.calculation import emissions_by_sector
from kbdesk.models.codebook import SectorKind
from kbdesk.models.codebook import Unit
from kbdesk.models.conversion import convert
from kbdesk.models.decomposition import decompose
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.views import ViewKind
from kbdesk.models.views import ViewTable
from kbdesk.models.views import view
from tests.builders import carriers_of
from tests.builders import codebook
from tests.builders import entry
from tests.builders import inventory
from tests.builders import rules

Place = tuple[str, str]
YEAR, LATER = 2018, 2020
PLACES = [
    (sector.id, carrier.id)
    for sector in codebook().sectors.values()
    if sector.kind is not SectorKind.DIRECT and sector.id != "municipal_fleet"
    for carrier in carriers_of(sector)
]
"""Every place that is counted: BISKO shows the fleet of the municipality beside the totals."""
VIEWS = [kind for kind in ViewKind if kind is not ViewKind.QUALITY]
PARAMETERS = (
    ("hs_kwh_per_m3", Decimal("11.2")),
    ("state_number", Decimal("0.97")),
    ("kwh_per_km", Decimal("0.6")),
    ("km_per_vehicle", Decimal(12_000)),
)
ENERGY_UNITS = [unit for unit in codebook().units.values() if unit.factor_to_mwh is not None]

amounts = st.integers(0, 10**7).map(lambda thousandths: Decimal(thousandths) / 1000)
quantities = st.dictionaries(st.sampled_from(PLACES), amounts, min_size=1, max_size=15)


@st.composite
def typed_cells(draw: st.DrawFn, year: int = YEAR) -> list[Entry]:
    """Values of any place in any unit that fits it."""
    found = []
    for (sector, carrier), quantity in draw(quantities).items():
        chosen = draw(st.sampled_from([unit.id for unit in codebook().units_for(sector, carrier)]))
        found.append(entry(year, sector, carrier, str(quantity), chosen, parameters=PARAMETERS))
    return found


def year_of(entries: list[Entry]) -> YearResult:
    return compute_inventory(inventory(entries, population={YEAR: 6000}), rules())[YEAR]


def keyed(place: Place, key: NotationKey) -> Entry:
    return Entry(EntryKey(YEAR, *place), notation_key=key)


def is_same(one: Decimal, other: Decimal, size: Decimal = Decimal(1)) -> bool:
    """Equal but for the last of the 28 digits: a gigajoule is a MWh without end."""
    return abs(one - other) <= max(abs(one), abs(other), abs(size), Decimal(1)).scaleb(-22)


def tables(result: YearResult) -> list[ViewTable]:
    return [view(result, codebook(), kind) for kind in VIEWS]


def free_place(entries: list[Entry]) -> Place:
    taken = {(each.key.sector, each.key.carrier) for each in entries}
    return next(place for place in PLACES if place not in taken)


@given(typed_cells())
def test_that_parts_sum_to_the_total_in_every_view(entries: list[Entry]) -> None:
    result = year_of(entries)
    for table in tables(result):
        is_energy = table.kind in (ViewKind.ENERGY, ViewKind.COVENANT_ENERGY)
        total = result.energy_mwh if is_energy else result.emissions_t
        assert table.total == total
        for parts in (table.cells, table.row_totals, table.column_totals):
            known = sum((part.value or Decimal(0) for part in parts.values()), Decimal(0))
            assert is_same(known, total.value or Decimal(0))
            assert sum(part.missing for part in parts.values()) == total.missing


@given(typed_cells(), st.integers(0, 1000))
def test_that_scaling_all_quantities_scales_energy_and_emissions(entries: list[Entry], scale: int) -> None:
    often = [
        entry(YEAR, e.key.sector, e.key.carrier, str((e.quantity or 0) * scale), e.unit, parameters=PARAMETERS)
        for e in entries
    ]
    once, scaled = year_of(entries), year_of(often)
    for before, after in zip(once.cells, scaled.cells, strict=True):
        assert (after.energy_mwh is None) == (before.energy_mwh is None)
        assert is_same(after.energy_mwh or Decimal(0), (before.energy_mwh or Decimal(0)) * scale)
    # Where there is no factor no energy has no emissions, and any energy unknown ones.
    known = sum((c.emissions_t for c in once.cells if c.emissions_t is not None), Decimal(0))
    assert is_same(scaled.emissions_t.value or Decimal(0), known * scale)


@given(typed_cells(), st.sampled_from([NotationKey.NO, NotationKey.IE]))
def test_that_a_place_with_nothing_in_it_changes_no_number_of_any_view(entries: list[Entry], key: NotationKey) -> None:
    before, after = year_of(entries), year_of([*entries, keyed(free_place(entries), key)])
    assert (after.energy_mwh, after.emissions_t, after.data_quality) == (
        before.energy_mwh,
        before.emissions_t,
        before.data_quality,
    )
    for first, second in zip(tables(before), tables(after), strict=True):
        assert second.total == first.total
        assert {k: t for k, t in second.cells.items() if t != Total(None, 0)} == {
            k: t for k, t in first.cells.items() if t != Total(None, 0)
        }


@given(typed_cells())
def test_that_an_expected_value_changes_no_number_and_is_counted_as_missing(entries: list[Entry]) -> None:
    empty = Entry(EntryKey(YEAR, *free_place(entries)), origin=Origin.CARRIED)
    before, after = year_of(entries).emissions_t, year_of([*entries, empty]).emissions_t
    assert after == Total(before.value, before.missing + 1)


@given(st.dictionaries(st.sampled_from(PLACES), st.sampled_from(NotationKey), min_size=1, max_size=15))
def test_that_keys_are_zero_in_no_total(keys: dict[Place, NotationKey]) -> None:
    result = year_of([keyed(place, key) for place, key in keys.items()])
    lacking = sum(key in (NotationKey.NE, NotationKey.C) for key in keys.values())
    assert result.emissions_t == result.energy_mwh == Total(None, lacking)
    assert result.emissions_t_per_inhabitant is None
    assert all(part.value is None for part in emissions_by_sector(result).values())
    for table in tables(result):
        assert table.total == Total(None, lacking)
        assert all(part.value is None for part in (*table.cells.values(), *table.row_totals.values()))


@settings(max_examples=30)
@given(typed_cells(), typed_cells(LATER))
def test_that_the_effects_sum_to_the_change_in_every_unit(first: list[Entry], second: list[Entry]) -> None:
    found = compute_inventory(inventory([*first, *second], population={YEAR: 6000, LATER: 6100}), rules())
    before, after = found[YEAR], found[LATER]
    if before.emissions_t.value is None or after.emissions_t.value is None:
        return
    why = decompose(before, after)
    assert is_same(sum(why.effects().values(), Decimal(0)), why.change_t, after.emissions_t.value)
    assert is_same(why.change_t, after.emissions_t.value - before.emissions_t.value, after.emissions_t.value)


@given(amounts, st.sampled_from(ENERGY_UNITS), st.sampled_from(ENERGY_UNITS))
def test_that_units_convert_into_each_other_and_back(quantity: Decimal, one: Unit, other: Unit) -> None:
    there, back = energy_of(quantity, one), energy_of(Decimal(1), other)
    in_other = there / back
    again = energy_of(in_other, other) / energy_of(Decimal(1), one)
    assert abs(again - quantity) <= quantity.scaleb(-24)


def energy_of(quantity: Decimal, unit: Unit) -> Decimal:
    found = convert(quantity, unit, {}).energy_mwh
    assert found is not None
    return found
