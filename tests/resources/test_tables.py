"""The shipped tables are complete, consistent and say where they are from."""

from pathlib import Path

import pytest

from kbdesk.models.factor_files import FactorLibrary
from kbdesk.models.inventory import DIRECT
from kbdesk.models.resource_tables import read_table
from kbdesk.paths import resources_dir
from tests.builders import codebook
from tests.builders import factor_library

RESOURCES = resources_dir()
FOLDERS = ("billing", "codebook", "commitments", "factors", "findings", "national", "sample")


@pytest.mark.parametrize("folder", FOLDERS)
def test_that_every_folder_says_where_its_data_are_from(folder: str) -> None:
    assert "ource" in (RESOURCES / folder / "README.md").read_text(encoding="utf-8")


def test_that_the_codebook_is_the_one_of_the_rules() -> None:
    book = codebook()
    assert len(book.sectors) == 23
    assert {"electricity", "natural_gas", "ambient_heat", "motor_fuels"} <= set(book.carriers)
    assert {unit.carrier for unit in book.units.values()} <= {*book.carriers, "*", "transport", DIRECT}
    assert all(unit.source and unit.label for unit in book.units.values())


def test_that_a_unit_has_one_label_and_a_label_one_unit_within_a_carrier() -> None:
    book = codebook()
    for carrier in book.carriers:
        units = book.units_for("road_passenger", carrier)
        assert len({unit.label for unit in units}) == len(units), carrier


@pytest.mark.parametrize("set_id", factor_library().ids)
def test_that_a_set_knows_only_known_carriers_and_plausible_values(set_id: str) -> None:
    found = factor_library().get(set_id)
    carriers = {carrier for _, carrier in found.series}
    assert carriers <= set(codebook().carriers)
    assert {derived.from_carrier for derived in found.derived.values()} <= carriers
    for series in found.series.values():
        for row in series.values():
            assert 0 <= row.t_per_mwh < 3  # Estonian oil shale in the 1990s as published: 2.9
            assert row.confidence in {"high", "medium", "low"}


@pytest.mark.parametrize("set_id", factor_library().ids)
def test_that_no_row_stands_twice(set_id: str) -> None:
    rows = read_table(RESOURCES / "factors" / f"{set_id}.csv")
    places = [(row["country"], row["year"], row["carrier"]) for row in rows]
    assert len(set(places)) == len(places)


def test_that_every_source_is_used_and_every_used_source_is_there() -> None:
    named = {row["id"] for row in read_table(RESOURCES / "factors" / "sources.csv")}
    used = {row["source"] for set_id in factor_library().ids for row in read_table(_table(set_id))}
    assert named == used


def test_that_sets_say_what_they_are() -> None:
    for row in read_table(RESOURCES / "factors" / "sets.csv"):
        assert all(row.values()), row["id"]


def test_that_the_library_of_an_other_folder_is_independent(tmp_path: Path) -> None:
    (tmp_path / "sets.csv").write_text("id,title,edition\nown,Own factors,2025\n", encoding="utf-8")
    assert FactorLibrary(tmp_path).ids == ("own",)


def test_that_bisko_has_a_factor_for_every_required_carrier() -> None:
    from kbdesk.models.completeness import CARRIERS
    from kbdesk.models.factors import lookup

    for carrier in CARRIERS:
        for year in range(1990, 2023):
            found = lookup(factor_library().get("bisko"), codebook(), {}, "DE", year, carrier)
            assert found.t_per_mwh is not None, (carrier, year)


def _table(set_id: str) -> Path:
    return RESOURCES / "factors" / f"{set_id}.csv"
