"""Why emissions changed, as other programs and people read it."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from kbdesk.models.breaks import Break
from kbdesk.models.breaks import BreakKind
from tests.cli.conftest import Kbdesk


@pytest.fixture
def document(kbdesk: Kbdesk, tmp_path: Path) -> Path:
    """Two years: gas of the households falls by a fifth, oil gives way to wood."""
    path = tmp_path / "Town.kbdesk"
    assert kbdesk("new", path, "--country", "DE", "--name", "Town").code == 0
    rows = ["year,sector,carrier,quantity,unit"]
    for year, gas, oil, wood in ((2010, 1000, 500, 0), (2020, 800, 100, 300)):
        rows += [f"{year},residential,natural_gas,{gas},MWh", f"{year},residential,heating_oil,{oil},MWh"]
        rows += [f"{year},residential,biomass,{wood},MWh"]
    (tmp_path / "values.csv").write_text("\n".join(rows), "utf-8")
    (tmp_path / "people.csv").write_text("year,indicator,value\n2010,population,500\n2020,population,510\n", "utf-8")
    for table in ("values.csv", "people.csv"):
        assert kbdesk("import", path, tmp_path / table).code == 0
    return path


def test_that_effects_sum_to_the_change_as_a_whole_and_in_every_part(kbdesk: Kbdesk, document: Path) -> None:
    found = kbdesk("compare", document, "--from", "2010", "--to", "2020", "--format", "json").json
    assert found["format"] == "kbdesk-compare/1"
    assert found["after_t"] - found["before_t"] == pytest.approx(found["change_t"], abs=1e-9)
    assert sum(found["effects"].values()) == pytest.approx(found["change_t"], abs=1e-9)
    for part in ("sectors", "carriers", "cells"):
        assert sum(p["change_t"] for p in found[part]) == pytest.approx(found["change_t"], abs=1e-9)
        for item in found[part]:
            assert sum(item["effects"].values()) == pytest.approx(item["change_t"], abs=1e-9)
    assert found["effects"]["population"] > 0
    assert found["effects"]["weather"] < 0  # 2010 was cold
    assert found["effects"]["energy_per_inhabitant"] + found["effects"]["weather"] < 0
    assert found["weather_known"]


def test_that_the_effects_in_the_document_sum_to_the_last_digit(kbdesk: Kbdesk, document: Path) -> None:
    rows = ["year,sector,carrier,quantity,unit"]
    for year, more in ((2010, 1), (2020, 3)):
        rows += [f"{year},industry,natural_gas,{1872022.171 / more},MWh", f"{year},industry,lignite,{more}.3,GJ"]
        rows += [f"{year},tertiary,electricity,{959275.977 * more},MWh"]
    more_values = document.with_name("more.csv")
    more_values.write_text("\n".join([*rows, "2020,agriculture,diesel,0.7,TJ"]), "utf-8")
    assert kbdesk("import", document, more_values).code == 0
    said = kbdesk("compare", document, "--from", "2010", "--to", "2020", "--format", "json").out
    found = json.loads(said, parse_float=Decimal, parse_int=Decimal)
    assert found["after_t"] - found["before_t"] == found["change_t"] == sum(found["effects"].values())
    for part in ("sectors", "carriers", "cells"):
        assert sum(item["change_t"] for item in found[part]) == found["change_t"]
        assert all(sum(item["effects"].values()) == item["change_t"] for item in found[part])
        for name, tonnes in found["effects"].items():
            assert sum(item["effects"].get(name, 0) for item in found[part]) == tonnes


def test_that_the_tables_have_a_line_for_each_sector_and_carrier_and_a_total(kbdesk: Kbdesk, document: Path) -> None:
    said = kbdesk("compare", document, "--from", "2010", "--to", "2020").out
    for words in ("Residential buildings", "Natural gas", "Heating oil", "Emission factors", "Change [t]"):
        assert words in said
    assert said.count("Total") == 2


def test_that_a_year_without_emissions_or_the_same_year_is_refused(kbdesk: Kbdesk, document: Path) -> None:
    missing = kbdesk("compare", document, "--from", "2001", "--to", "2020")
    assert (missing.code, missing.err.strip()) == (
        2,
        "There are no emissions of 2001 to compare. Years with emissions: 2010, 2020.",
    )
    same = kbdesk("compare", document, "--from", "2020", "--to", "2020")
    assert (same.code, same.err.strip()) == (2, "2020 cannot be compared with itself: name two years.")


@pytest.mark.parametrize(
    ("by", "shown", "hidden"), [("sector", "Residential", "Heating oil"), ("carrier", "Heating oil", "Residential")]
)
def test_that_one_of_the_tables_can_be_asked_for(
    kbdesk: Kbdesk, document: Path, by: str, shown: str, hidden: str
) -> None:
    said = kbdesk("compare", document, "--from", "2010", "--to", "2020", "--by", by).out
    assert shown in said
    assert hidden not in said


def test_that_a_break_has_an_effect_of_its_own_and_is_said(
    kbdesk: Kbdesk, document: Path, mark_break: Callable[[Path, Break], None]
) -> None:
    mark_break(document, Break(2015, BreakKind.METHOD, "new tool", "residential"))
    said = kbdesk("compare", document, "--from", "2010", "--to", "2020").out
    assert "Method, boundary or data" in said
    assert "2015: break in “Residential buildings” – new tool." in said
    found = kbdesk("compare", document, "--from", "2010", "--to", "2020", "--format", "json").json
    assert found["effects"]["method_or_boundary"]
    assert found["effects"]["energy_per_inhabitant"] == 0
    assert sum(found["effects"].values()) == pytest.approx(found["change_t"], abs=1e-9)
    assert [each["year"] for each in found["breaks"]] == [2015]


def test_that_the_chart_of_causes_compares_the_year_asked_for(kbdesk: Kbdesk, document: Path, tmp_path: Path) -> None:
    out = tmp_path / "causes.csv"
    assert kbdesk("chart", document, "causes", "--out", out, "--from", "2010", "--year", "2020").code == 0
    assert "2010 [t]" in out.read_text("utf-8-sig")
    refused = kbdesk("chart", document, "causes", "--out", out, "--from", "2001")
    assert (refused.code, refused.err.strip()) == (
        2,
        "There are no emissions of 2001 to compare. Years with emissions: 2010.",
    )
