"""What stands behind values: its outcome travels, the people behind it do not."""

import csv
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kbdesk.exchange.canonical import canonical_bytes
from kbdesk.exchange.import_plan import RowState
from kbdesk.exchange.named_sources import as_handed_on
from kbdesk.exchange.submission import to_inventory
from kbdesk.exchange.tables_out import write_tables
from kbdesk.models.changes import apply_edits
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from kbdesk.models.second_looks import SecondLook
from kbdesk.texts.source_texts import source_text
from tests import builders
from tests.exchange.examples import LETTER
from tests.exchange.examples import explained_inventory
from tests.exchange.examples import payload_of
from tests.exchange.examples import plan
from tests.exchange.examples import plan_of
from tests.exchange.examples import problems
from tests.exchange.examples import schema
from tests.exchange.examples import texts
from tests.exchange.examples import verified
from tests.exchange.examples import written

GAS = EntryKey(2021, "residential", "natural_gas")
REASONS = {"weather": "Weather"}
PERSONAL = ("Weiß", "06232", "call early", "Anna", "Jan Wolf", "Herr Öl", "0171", "a.pdf")


def acknowledged_finding() -> Finding:
    (given,) = explained_inventory().acknowledgements.values()
    return Finding(Level.WARNING, "entry.unit_missing", 2021, "residential", "natural_gas", (), None, (), None, given)


def test_that_a_source_travels_in_words_and_its_contact_does_not() -> None:
    inventory = explained_inventory()
    payload = payload_of(inventory, reasons=REASONS, findings=[acknowledged_finding()])
    sources = {item["carrier"]: item["source"] for item in payload["entries"] if item["sector"] == "residential"}
    assert sources["natural_gas"] == source_text(inventory.entries[GAS], inventory.sources, texts("de"))
    assert sources["natural_gas"].startswith("=Stadtwerke Süd, Jahresmeldung")
    assert sources["natural_gas"].endswith("14.02.2021, p. 2")
    assert sources["heating_oil"].startswith("=Stadtwerke Süd")
    content = canonical_bytes(payload).decode()
    assert not [word for word in PERSONAL if word in content]


def test_that_no_personal_name_is_anywhere_in_the_file_nor_in_the_tables(tmp_path: Path) -> None:
    payload = payload_of(explained_inventory(), reasons=REASONS, findings=[acknowledged_finding()])
    book = load_workbook(written(payload, tmp_path).path)
    cells = "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    tables = "\n".join(path.read_text("utf-8") for path in write_tables(explained_inventory(), tmp_path, texts("de")))
    assert not [word for word in PERSONAL if word in cells + tables]
    assert "Stadtwerke" in cells
    assert "Stadtwerke" in tables


def test_that_what_is_handed_on_survives_the_submission() -> None:
    inventory = explained_inventory()
    back = to_inventory(json.loads(canonical_bytes(payload_of(inventory))))
    assert back == as_handed_on(inventory, texts("de"), "Office for climate")
    assert back.second_looks == {
        (2021, "residential"): SecondLook(2021, "residential", "Office for climate", "2024-03-06")
    }
    assert back.entries[EntryKey(2021, "municipal_other", "electricity")].contained_in == "tertiary/electricity"


def test_that_a_submission_with_everything_verifies(tmp_path: Path) -> None:
    payload = payload_of(explained_inventory(), reasons=REASONS, findings=[acknowledged_finding()])
    found = verified(written(payload, tmp_path).path)
    assert (found.differences, found.recomputed) == ((), ())
    assert found.sound


def explanations(folder: Path) -> list[list[object]]:
    payload = payload_of(explained_inventory(), reasons=REASONS, findings=[acknowledged_finding()])
    sheet = load_workbook(written(payload, folder).path)["Explanations"]
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_that_reasons_keys_and_second_looks_are_explained(tmp_path: Path) -> None:
    header, finding, *rows = explanations(tmp_path)
    assert str(header[7]).endswith("Acknowledged")
    assert str(finding[7]).endswith("Weather: a cold winter (2024-03-05)")
    told = {(row[1], row[3], row[4]): str(row[5]) for row in rows}
    elsewhere = told["IE", "municipal_other", "electricity"]
    assert texts("de").sector("tertiary") in elsewhere
    assert elsewhere.endswith(": one meter")
    assert told[None, "residential", None].endswith("2024-03-06")


def test_that_it_is_told_how_a_value_follows_from_bills(tmp_path: Path) -> None:
    key = EntryKey(2021, "residential", "heating_oil")
    payload = payload_of(
        explained_inventory(), explanations={key: ("12000 l × 273/365 Tage", "12000 l × 273/365 days")}
    )
    file = written(payload, tmp_path)
    rows = load_workbook(file.path)["Explanations"].iter_rows(values_only=True)
    (told,) = (row[5] for row in rows if row[2:5] == key and str(row[0]).endswith("From bills"))
    assert told == "12000 l × 273/365 Tage\n12000 l × 273/365 days"
    assert verified(file.path).sound


def test_that_a_reason_nobody_knows_any_more_is_told_by_its_name() -> None:
    (finding,) = payload_of(explained_inventory(), findings=[acknowledged_finding()])["findings"]
    assert finding["acknowledged"] == {
        "reason": "weather",
        "label": ["weather", "weather"],
        "text": "a cold winter",
        "on": "2024-03-05",
    }


def test_that_a_correction_lists_what_changed_behind_a_value_and_nothing_that_stayed() -> None:
    inventory = explained_inventory()
    before = to_inventory(json.loads(canonical_bytes(payload_of(inventory))))
    again = payload_of(inventory, revision=2, previous=before, previous_sha256="0" * 64)
    assert again["changes"] == []
    corrected = replace(LETTER, title="Corrected", contact="somebody else")
    elsewhere = inventory.entries[EntryKey(2021, "municipal_other", "electricity")]
    moved = replace(elsewhere, contained_in="industry")
    after = replace(inventory, sources={LETTER.id: corrected}, entries={**inventory.entries, elsewhere.key: moved})
    changes = payload_of(after, revision=2, previous=before, previous_sha256="0" * 64)["changes"]
    assert {(change["key"][-1], change["field"]) for change in changes} == {
        ("electricity", "contained_in"),
        ("electricity", "source"),
        ("heating_oil", "source"),
        ("natural_gas", "source"),
    }


def test_that_the_tables_written_keep_what_they_carry_and_the_records_where_they_are(tmp_path: Path) -> None:
    original = explained_inventory()
    path = next(path for path in write_tables(original, tmp_path, texts("de")) if path.name == "entries.csv")
    empty = builders.inventory()
    found = plan(path, empty)
    assert found.rejected == ()
    assert apply_edits(empty, found.edits).entries == as_handed_on(original, texts("de")).entries
    languages = [texts("en"), texts("de")]
    again = plan(path, original, languages=languages)
    assert again.count(RowState.SAME) == len(again.rows)
    with path.open(encoding="utf-8", newline="") as handle:
        assert not [c for row in csv.reader(handle) for c in row if c.startswith(("=", "+", "-", "@"))]


def test_that_another_source_in_a_table_takes_the_place_of_the_record(tmp_path: Path) -> None:
    content = "year,sector,carrier,quantity,unit,source\n2021,residential,natural_gas,412345,kWh_hs,by telephone\n"
    (row,) = plan_of(tmp_path, content, explained_inventory(), languages=[texts("de")]).rows
    assert isinstance(row.after, Entry)
    assert (row.after.source, row.after.source_id) == ("by telephone", "")


def test_that_a_table_without_sources_leaves_them(tmp_path: Path) -> None:
    content = "year,sector,carrier,quantity,unit\n2021,residential,natural_gas,5,kWh_hs\n"
    (row,) = plan_of(tmp_path, content, explained_inventory()).rows
    assert isinstance(row.after, Entry)
    assert (row.after.source, row.after.source_id, row.after.quantity) == ("p. 2", "s1", Decimal(5))


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_where_a_value_is_contained_is_read_in_any_language(tmp_path: Path, language: str) -> None:
    sector, carrier = texts(language).sector("tertiary"), texts(language).carrier("electricity")
    places = {sector: "tertiary", f"{sector}/{carrier}": "tertiary/electricity", "TERTIARY/": "tertiary"}
    for place, expected in places.items():
        content = (
            "year;sector;carrier;quantity;unit;notation_key;contained_in\n"
            f'2021;municipal_other;electricity;;;IE;"{place}"\n'
        )
        (row,) = plan_of(tmp_path, content).rows
        assert row.problems == ()
        assert isinstance(row.after, Entry)
        assert row.after.notation_key is NotationKey.IE
        assert row.after.contained_in == expected


@pytest.mark.parametrize(
    ("key", "place", "code"),
    [
        ("IE", "the moon", "import.unknown_place"),
        ("IE", "tertiary/cheese", "import.unknown_place"),
        ("IE", "/electricity", "import.unknown_place"),
        ("NO", "tertiary", "import.contained_without_key"),
    ],
)
def test_that_a_place_that_makes_no_sense_is_a_sentence(tmp_path: Path, key: str, place: str, code: str) -> None:
    content = (
        "year,sector,carrier,quantity,unit,notation_key,contained_in\n"
        f"2021,municipal_other,electricity,,,{key},{place}\n"
    )
    found = plan_of(tmp_path, content)
    assert problems(found) == [(2, code)]
    assert place in found.rejected[0].problems[0].sentence(texts("de"))


def test_that_the_payload_of_an_earlier_program_is_still_read() -> None:
    payload = json.loads(canonical_bytes(payload_of(builders.typical_inventory())))
    for finding in payload["findings"]:
        del finding["acknowledged"]
    assert schema().problem(payload) == ""
    assert to_inventory(payload) == builders.typical_inventory()
