"""The officer's letters: what is typed of them is caught or converted, visibly and rightly."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kbdesk.models.bills import SplitMethod
from kbdesk.models.findings import FixKind
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Indicator
from kbdesk.services import acknowledging
from kbdesk.services import base_data
from kbdesk.services import billing
from kbdesk.services import data_entry
from kbdesk.services import guiding
from kbdesk.services.desk import Desk
from kbdesk.services.explaining import explain_cell
from kbdesk.services.project import Project
from kbdesk.texts.findings import finding_text
from tests.builders import DUDENHOFEN

LETTERS = Path(__file__).parents[1] / "data" / "letters"
DIRECT = [path for path in sorted(LETTERS.glob("*.json")) if "typed" in json.loads(path.read_text("utf-8"))]
BILLS = [path for path in sorted(LETTERS.glob("*.json")) if path not in DIRECT]
COMMA = ","


def by_name(path: Path) -> str:
    return path.stem


@pytest.fixture
def project(desk: Desk, tmp_path: Path) -> Iterator[Project]:
    """A new document of a municipality of 6,030."""
    with desk.create(tmp_path / "Town.kbdesk", DUDENHOFEN) as opened:
        base_data.record_base_datum(opened, 2022, Indicator.POPULATION, "6.030", COMMA)
        yield opened


def key_of(letter: dict[str, Any]) -> EntryKey:
    return EntryKey(letter["year"], letter["sector"], letter["carrier"])


def findings(project: Project, key: EntryKey) -> list[str]:
    """What is said about a cell; every sentence can be read in both languages."""
    found = [finding for finding in project.findings_of(key.year) if key in finding.cells]
    for language in ("en", "de"):
        assert all(finding_text(finding, project.reference.texts(language)) for finding in found)
    return [finding.code for finding in found]


def energy(project: Project, key: EntryKey) -> Decimal | None:
    cell = project.cell(key)
    return cell.energy_mwh if cell is not None else None


def type_letter(project: Project, letter: dict[str, Any]) -> EntryKey:
    """Type what the letter says, in the guide where it asks for it, else in data entry."""
    key = key_of(letter)
    if "number" in letter:
        number = project.reference.guide_numbers.number(letter["number"])
        unit = letter["unit"] or next(cell.unit for cell in number.cells if cell.place == key[1:])
        guiding.record_quantity(project, number, key, letter["typed"], COMMA, unit)
    else:
        data_entry.record_quantity(project, key, letter["typed"], COMMA)
        if letter["unit"]:
            data_entry.record_unit(project, key, letter["unit"])
    return key


def correct(project: Project, letter: dict[str, Any], key: EntryKey) -> None:
    """Do what the findings ask for."""
    if "fix" in letter:
        (finding,) = (found for found in project.findings if found.fix and key in found.fix.keys)
        assert finding.fix is not None
        assert (finding.fix.kind, finding.fix.value) == (FixKind.UNIT, letter["fix"])
        acknowledging.apply_fix(project, finding)
    if "chosen_unit" in letter:
        data_entry.record_unit(project, key, letter["chosen_unit"])
    if "parameters" in letter:
        given = {name: Decimal(value) for name, value in letter["parameters"].items()}
        data_entry.record_parameters(project, key, given)


@pytest.mark.parametrize("path", DIRECT, ids=by_name)
def test_that_a_letter_becomes_the_energy_it_stands_for(project: Project, path: Path) -> None:
    letter = json.loads(path.read_text("utf-8"))
    key = type_letter(project, letter)
    caught = findings(project, key)
    assert set(letter["caught_by"]) <= set(caught), caught
    if letter["caught_by"]:
        assert energy(project, key) != Decimal(letter["energy_mwh"])
    correct(project, letter, key)
    assert energy(project, key) == Decimal(letter["energy_mwh"])
    assert not set(findings(project, key)) & set(letter["caught_by"])
    assert project.inventory.entries[key].text == letter["typed"], "what was typed stays as it was typed"


@pytest.mark.parametrize("path", DIRECT, ids=by_name)
def test_that_how_a_letter_was_understood_can_be_read(project: Project, path: Path) -> None:
    letter = json.loads(path.read_text("utf-8"))
    key = type_letter(project, letter)
    correct(project, letter, key)
    for language in ("en", "de"):
        texts = project.reference.texts(language)
        told = "\n".join(explain_cell(project, key, texts))
        assert letter["typed"] in told
        assert texts.numbers.plain(Decimal(letter["energy_mwh"])) in told


@pytest.mark.parametrize("path", BILLS, ids=by_name)
def test_that_a_year_gets_its_share_of_bills_from_october_to_september(project: Project, path: Path) -> None:
    letter = json.loads(path.read_text("utf-8"))
    key = key_of(letter)
    bills = [
        billing.new_bill(
            key.sector,
            key.carrier,
            (date.fromisoformat(first), date.fromisoformat(last)),
            text,
            Decimal(text.replace(".", "")),
            letter["unit"],
            method=SplitMethod(letter["method"]),
        )
        for first, last, text in letter["bills"]
    ]
    billing.record_bills(project, key.sector, key.carrier, bills, COMMA)
    assert energy(project, key) == Decimal(letter["energy_mwh"])
    assert EntryKey(2021, key.sector, key.carrier) not in project.inventory.entries, "a part of a year is no year"
    told = "\n".join(explain_cell(project, key, project.reference.texts("de")))
    assert all(f"{Decimal(text.replace('.', '')):,}".replace(",", ".") in told for _, _, text in letter["bills"])


def test_that_all_letters_together_are_one_inventory(project: Project) -> None:
    total = Decimal(0)
    for path in [path for path in DIRECT if path.stem != "gas_gross"]:
        letter = json.loads(path.read_text("utf-8"))
        correct(project, letter, type_letter(project, letter))
        total += Decimal(letter["energy_mwh"])
    result = project.results[2022]
    assert result.energy_mwh.value == total
    assert result.energy_mwh.complete
    assert not [finding for finding in project.findings_of(2022) if finding.level == "error"]
