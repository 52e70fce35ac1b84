"""The computed inventory as other programs read it."""

from pathlib import Path

import pytest

from tests.cli.conftest import Kbdesk

YEAR_KEYS = {
    "year",
    "population",
    "final_energy_mwh",
    "emissions_t",
    "emissions_t_per_capita",
    "data_quality",
    "complete",
    "bisko_conform",
    "cells",
    "direct",
}
CELL_KEYS = {
    "sector",
    "carrier",
    "quantity",
    "unit",
    "final_energy_mwh",
    "notation_key",
    "quality",
    "origin",
    "factor_t_per_mwh",
    "factor_status",
    "factor_source",
    "emissions_t",
}


def test_that_vinkovci_2011_gives_its_published_totals(kbdesk: Kbdesk, vinkovci: Path) -> None:
    """Source: Green-Zone-Lab/vk_secap, recomputed with the stated factors."""
    year = kbdesk("inventory", vinkovci, "--format", "json").json["years"][0]
    assert year["final_energy_mwh"] == pytest.approx(448608.50, abs=0.01)
    assert year["emissions_t"] == pytest.approx(88739.45, abs=0.01)
    assert year["emissions_t_per_capita"] == pytest.approx(2.513011, abs=1e-6)


def test_that_the_json_has_the_shape_of_the_contract(kbdesk: Kbdesk, vinkovci: Path) -> None:
    document = kbdesk("inventory", vinkovci, "--format", "json").json
    assert document["format"] == "kbdesk-inventory/1"
    assert document["municipality"] == {"name": "Vinkovci", "country": "HR", "code": ""}
    assert (document["factor_set"], document["base_year"]) == ("com-ipcc-co2-2022", 2011)
    year = document["years"][0]
    assert set(year) >= YEAR_KEYS
    assert all(set(cell) >= CELL_KEYS for cell in year["cells"])
    assert {cell["factor_status"] for cell in year["cells"]} == {"local"}


def test_that_another_factor_set_can_be_tried_without_changing_the_document(kbdesk: Kbdesk, vinkovci: Path) -> None:
    before = kbdesk("inventory", vinkovci, "--format", "json").out
    other = kbdesk("inventory", vinkovci, "--factor-set", "com-lca-co2e-2024", "--format", "json").json
    assert other["factor_set"] == "com-lca-co2e-2024"
    assert kbdesk("inventory", vinkovci, "--format", "json").out == before


def test_that_years_can_be_chosen(kbdesk: Kbdesk, vinkovci: Path) -> None:
    assert kbdesk("inventory", vinkovci, "--years", "1990-2010", "--format", "json").json["years"] == []
    assert kbdesk("inventory", vinkovci, "--years", "2011", "--format", "csv").out.count("\n") == 17
    refused = kbdesk("inventory", vinkovci, "--years", "20ll")
    assert (refused.code, "20ll" in refused.err) == (2, True)


def test_that_a_cell_is_explained_down_to_the_factor_and_the_typed_quantity(kbdesk: Kbdesk, vinkovci: Path) -> None:
    said = kbdesk("explain", vinkovci, "--year", 2011, "--sector", "residential", "--carrier", "natural_gas").out
    for part in ("85563.07134000001", "0.202", "Constants", "SECAP", "17,283.74"):
        assert part in said


def test_that_the_fleet_stands_beside_the_cells_that_sum_to_the_total(kbdesk: Kbdesk, tmp_path: Path) -> None:
    document, table = tmp_path / "m.kbdesk", tmp_path / "values.csv"
    assert kbdesk("new", document, "--country", "DE", "--name", "Dudenhofen").code == 0
    rows = ("2018,road_passenger,diesel,20000,MWh", "2018,municipal_fleet,diesel,100,MWh")
    table.write_text("\n".join(("year,sector,carrier,quantity,unit", *rows)), "utf-8")
    assert kbdesk("import", document, table).code == 0
    (year,) = kbdesk("inventory", document, "--format", "json").json["years"]
    assert [cell["sector"] for cell in year["cells"]] == ["road_passenger"]
    assert [(cell["sector"], cell["final_energy_mwh"]) for cell in year["aside"]] == [("municipal_fleet", 100)]
    assert year["emissions_t"] == pytest.approx(sum(cell["emissions_t"] for cell in year["cells"]))
    header, *lines = (line.split(",") for line in kbdesk("inventory", document, "--format", "csv").out.splitlines())
    assert [line[header.index("counted")] for line in lines] == ["yes", "no"]
    (covenant,) = kbdesk("inventory", document, "--factor-set", "com-lca-co2e-2024", "--format", "json").json["years"]
    assert covenant["aside"] == []
    assert covenant["final_energy_mwh"] == 20100
