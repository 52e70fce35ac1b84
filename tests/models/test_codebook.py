from pathlib import Path

import pytest

from kbdesk.models.codebook import SectorKind
from kbdesk.models.inventory import DIRECT
from kbdesk.models.resource_tables import read_table
from tests.builders import carriers_of
from tests.builders import codebook


def test_that_every_sector_and_carrier_is_named_once_and_refers_to_known_ones() -> None:
    book = codebook()
    assert len({s.label for s in book.sectors.values()}) == len(book.sectors)
    assert len({c.label for c in book.carriers.values()}) == len(book.carriers)
    assert {c.variant_of for c in book.carriers.values()} - {""} <= set(book.carriers)


def test_that_variants_end() -> None:
    book = codebook()
    for carrier in book.carriers:
        assert len(list(book.variants(carrier))) <= 3
    assert list(book.variants("electricity_heating")) == ["electricity_heating", "electricity"]
    assert list(book.variants("unknown")) == ["unknown"]
    assert list(book.variants("")) == []


def test_that_every_carrier_can_be_entered_in_its_default_unit_in_every_sector_it_serves() -> None:
    book = codebook()
    for sector in book.sectors.values():
        for carrier in carriers_of(sector):
            assert book.units_for(sector.id, carrier.id)[0].id == book.default_unit(carrier.id), carrier.id


def test_that_a_unit_of_another_carrier_does_not_apply() -> None:
    book = codebook()
    assert book.unit("m3", "residential", "natural_gas") is not None
    assert book.unit("m3", "residential", "heating_oil") is None
    assert book.unit("furlong", "residential", "heating_oil") is None


def test_that_distances_apply_in_transport_only() -> None:
    book = codebook()
    assert book.unit("vehicle_km", "road_passenger", "diesel") is not None
    assert book.unit("vehicle_km", "residential", "diesel") is None
    assert book.unit("vehicle_km", "no_such_sector", "diesel") is None


def test_that_direct_emissions_are_entered_in_tonnes() -> None:
    book = codebook()
    assert book.default_unit(DIRECT) == "t_CO2e"
    assert [unit.id for unit in book.units_for("waste_water", DIRECT)] == ["t_CO2e"]
    assert book.unit("MWh", "waste_water", DIRECT) is None


def test_that_the_same_question_has_the_same_answer() -> None:
    book = codebook()
    assert book.unit("l", "residential", "heating_oil") is book.unit("l", "residential", "heating_oil")


def test_that_sectors_and_carriers_keep_their_order() -> None:
    book = codebook()
    assert book.sectors_of(SectorKind.DIRECT)[0].id == "waste_disposal"
    assert sorted(book.sector_positions.values()) == list(range(len(book.sectors)))
    assert sorted(book.carrier_positions.values()) == list(range(len(book.carriers)))
    assert not any(carrier.serves(SectorKind.DIRECT) for carrier in book.carriers.values())


def test_that_unsplit_motor_fuels_are_a_transport_fuel_with_the_factor_of_diesel() -> None:
    fuel = codebook().carriers["motor_fuels"]
    assert (fuel.variant_of, fuel.group, fuel.covenant_column) == ("diesel", "fossil", "6")
    assert fuel.serves(SectorKind.TRANSPORT)
    assert not fuel.serves(SectorKind.STATIONARY)
    assert not fuel.serves(SectorKind.DIRECT)


def test_that_remarks_in_a_table_are_skipped(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("# a remark\nid,label\n1,one\n# another\n2,two\n", encoding="utf-8")
    assert [row["label"] for row in read_table(table)] == ["one", "two"]


@pytest.mark.parametrize("kind", [SectorKind.STATIONARY, SectorKind.TRANSPORT])
def test_that_electricity_serves_both_kinds(kind: SectorKind) -> None:
    assert codebook().carriers["electricity"].serves(kind)


def test_that_an_unknown_carrier_has_units_of_energy_and_no_usual_one() -> None:
    book = codebook()
    assert book.default_unit("no_such_carrier") == ""
    assert {"MWh", "kWh"} <= {unit.id for unit in book.units_for("residential", "no_such_carrier")}
