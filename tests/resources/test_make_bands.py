"""The script that makes the national bands: a country's value times the German spread."""

import csv
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "make_bands.py"
GERMAN = {"households": 2.0, "services": 1.5, "agriculture": 0.1, "industry": 2.4}
SHARES = {("XA", "electricity"): 2.0, ("XA", "natural_gas"): 0.2}


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_bands", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def made(script: ModuleType, tmp_path: Path) -> dict[tuple[str, str, str], tuple[float, float]]:
    """Two countries of a million people with all carriers alike; the second has twice the electricity, hardly gas."""
    energy, coverage = ["country,year,sector,carrier,value_mwh,source"], ["country,sector,year_from,year_to,coverage"]
    for country in ("DE", "XA"):
        for sector, each in GERMAN.items():
            coverage.append(f"{country},{sector},2019,2020,complete")
            for carrier in script.CARRIERS.values():
                share = SHARES.get((country, carrier), 1.0)
                energy += [f"{country},{year},{sector},{carrier},{each * share * 1e6},s" for year in (2019, 2020)]
                energy.append(f"{country},2012,{sector},{carrier},1,too old")
    population = ["country,year,population", *(f"{c},{y},1000000" for c in ("DE", "XA", "XB") for y in (2019, 2020))]
    for name, lines in (
        ("national_final_energy", energy),
        ("national_population", population),
        ("national_final_energy_coverage", coverage),
    ):
        (tmp_path / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    bands = ["country,id,low,high"]
    bands += [f"DE,{id_},3,12" for id_ in (*script.CARRIERS, *script.TOTALS, "municipal")]
    (tmp_path / "bands.csv").write_text("\n".join(bands) + "\n", encoding="utf-8")
    script.make_bands(tmp_path, tmp_path)
    with (tmp_path / "national_bands.csv").open(encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    assert all(row["source"] for row in rows)
    return {(r["country"], r["sector"], r["carrier"]): (float(r["low"]), float(r["high"])) for r in rows}


def test_that_a_cell_has_the_national_value_with_the_german_spread(
    made: dict[tuple[str, str, str], tuple[float, float]],
) -> None:
    assert made["DE", "*", "electricity"] == pytest.approx((3, 12))
    assert made["DE", "residential", "electricity"] == pytest.approx((1, 4))
    assert made["DE", "tertiary", "electricity"] == pytest.approx((0.8, 3.2))
    assert made["XA", "residential", "electricity"] == pytest.approx((2, 8))


def test_that_a_carrier_that_is_rare_there_and_a_country_without_figures_have_none(
    made: dict[tuple[str, str, str], tuple[float, float]],
) -> None:
    assert ("XA", "residential", "natural_gas") not in made
    assert ("XA", "residential", "heating_oil") in made
    assert not [place for place in made if place[0] == "XB"]


def test_that_the_shipped_table_is_the_one_the_script_writes(script: ModuleType) -> None:
    with (script.RESOURCES / "findings" / "national_bands.csv").open(encoding="utf-8") as handle:
        header, *rows = csv.reader(handle)
    assert tuple(header) == script.COLUMNS
    assert {row[-1] for row in rows} == {script.SOURCE}
