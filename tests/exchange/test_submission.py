"""A submission carries everything, in one form, under one name."""

import json
from dataclasses import replace
from datetime import date
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from kbdesk.errors import UserError
from kbdesk.exchange.canonical import CHECK_ALPHABET
from kbdesk.exchange.canonical import canonical_bytes
from kbdesk.exchange.canonical import check_code
from kbdesk.exchange.canonical import decimal_text
from kbdesk.exchange.canonical import file_name
from kbdesk.exchange.canonical import sha256_of
from kbdesk.exchange.submission import to_inventory
from kbdesk.models.inventory import EntryKey
from tests import builders
from tests.exchange.examples import payload_of
from tests.exchange.examples import schema
from tests.exchange.examples import texts
from tests.exchange.examples import varied_inventory
from tests.exchange.examples import verified
from tests.exchange.examples import written

SHEETS = ["Summary", "Values", "Explanations", "Changes", "Method", "Commitments and activities", "Transport"]


def test_that_a_document_survives_its_submission() -> None:
    inventory = varied_inventory()
    payload = json.loads(canonical_bytes(payload_of(inventory)))
    assert to_inventory(payload) == inventory


@settings(max_examples=50, deadline=None)
@given(
    quantity=st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**15, places=6),
    text=st.text(max_size=30).filter(bool),
    note=st.text(max_size=60),
)
def test_that_any_entry_survives_its_submission(quantity: Decimal, text: str, note: str) -> None:
    entry = replace(builders.entry(2020, "residential", "electricity", "1"), text=text, quantity=quantity, note=note)
    inventory = builders.inventory([entry])
    payload = payload_of(inventory)
    assert schema().problem(payload) == ""
    assert to_inventory(json.loads(canonical_bytes(payload))) == inventory


def test_that_the_payload_has_no_floats_and_one_form() -> None:
    payload = payload_of(varied_inventory())

    def no_float(value: Any) -> None:
        assert not isinstance(value, float)
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            no_float(part)

    no_float(payload)
    content = canonical_bytes(payload)
    assert canonical_bytes(json.loads(content)) == content
    assert b'": ' not in content


def test_that_results_stand_beside_the_activity_data() -> None:
    payload = payload_of(builders.minimal_inventory())
    (entry,) = payload["entries"]
    (total,) = payload["totals"]
    assert entry["energy_mwh"] == "9650"
    assert entry["factor_status"] == "exact"
    assert Decimal(entry["emissions_t"]) == Decimal(9650) * Decimal(entry["factor_t_per_mwh"])
    assert total["emissions_t"] == entry["emissions_t"]
    assert Decimal(total["emissions_t_per_inhabitant"]) == Decimal(total["emissions_t"]) / 6030
    assert payload["commitments"][0]["verdict"] == "not_assessable"


def test_that_a_missing_value_is_null_and_counted() -> None:
    inventory = builders.inventory([builders.entry(2020, "residential", "electricity", "", grade=None)])
    (total,) = payload_of(inventory)["totals"]
    assert (total["emissions_t"], total["emissions_missing"]) == (None, 1)


def test_that_changes_since_the_last_revision_are_listed_by_field() -> None:
    before = builders.typical_inventory()
    key = EntryKey(2020, "residential", "electricity")
    changed = replace(before.entries[key], text="9800", quantity=Decimal(9800))
    added = builders.entry(2020, "tertiary", "natural_gas", "5", grade=None)
    kept = {k: e for k, e in before.entries.items() if k != EntryKey(2010, "tertiary", "electricity")}
    after = replace(before, entries={**kept, key: changed, added.key: added})
    payload = payload_of(after, revision=2, previous=before, previous_sha256="0" * 64)
    changes = [(tuple(c["key"][1:]), c["field"], c["old"], c["new"]) for c in payload["changes"]]
    assert (("2020", "residential", "electricity"), "quantity", "9700", "9800") in changes
    assert (("2020", "tertiary", "natural_gas"), "unit", None, "MWh") in changes
    assert (("2010", "tertiary", "electricity"), "quantity", "7320.0", None) in changes
    assert payload_of(before)["changes"] is None
    assert payload_of(before, revision=2, previous=before, previous_sha256="0" * 64)["changes"] == []


def test_that_the_check_code_is_unambiguous_and_follows_from_the_hash() -> None:
    assert not set("01OILSBZU") & set(CHECK_ALPHABET)
    first, second = check_code(sha256_of(b"1")), check_code(sha256_of(b"2"))
    assert len(first) == 7
    assert first != second
    assert set(first) <= set(CHECK_ALPHABET)
    assert first == check_code(sha256_of(b"1"))


@pytest.mark.parametrize(
    ("country", "code", "name", "year", "revision", "expected"),
    [
        ("DE", "07338007", "Dudenhofen", 2022, 1, "KB-DE-07338007-2022-r1-K7QFXYA.xlsx"),
        ("PT", "", "Óbidos (São Pedro)", 2022, 12, "KB-PT-ObidosSaoPed-2022-r12-K7QFXYA.xlsx"),
        ("IE", "IE-LA 0123456789 ABC", "Cork", 2022, 3, "KB-IE-IELA012345678-2022-r3-K7QFXYA.xlsx"),
        ("EL", "", "Αθήνα", 2022, 1, "KB-EL-X-2022-r1-K7QFXYA.xlsx"),
        ("", "a/../b", "", 2022, 1, "KB-XX-ab-2022-r1-K7QFXYA.xlsx"),
        ("DE", "", "Weißenfels", 2022, 999, "KB-DE-Weissenfels-2022-r999-K7QFXYA.xlsx"),
    ],
)
def test_that_file_names_are_plain_and_short(
    country: str, code: str, name: str, year: int, revision: int, expected: str
) -> None:
    found = file_name(country, code, name, year, revision, "K7QFXYA")
    assert found == expected
    assert len(found) <= 40
    assert found.isascii()


@pytest.mark.parametrize(("value", "text"), [("1E+3", "1000"), ("12.50", "12.50"), ("1E-7", "0.0000001")])
def test_that_decimals_are_written_without_exponents(value: str, text: str) -> None:
    assert decimal_text(Decimal(value)) == text


def test_that_the_workbook_has_all_sheets_and_nothing_that_runs(tmp_path: Path) -> None:
    file = written(payload_of(varied_inventory()), tmp_path)
    assert file.path.name == f"KB-DE-07338007-2020-r1-{file.check_code}.xlsx"
    book = load_workbook(file.path)
    assert book.sheetnames == SHEETS
    for sheet in book.worksheets:
        assert sheet.sheet_state == "visible"
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n", "inlineStr")
                assert cell.hyperlink is None
                assert not str(cell.value).startswith(("=", "+", "-", "@")) or cell.data_type == "n"
    values = book["Values"]
    titles = [cell.value for cell in values[1]]
    column = titles.index("Quantity") if "Quantity" in titles else 7
    assert values.freeze_panes == "A2"
    numbers = [row[column].value for row in values.iter_rows(min_row=2) if row[0].value == "entry"]
    assert 9700.5 in numbers
    assert 0 in numbers
    codes = [row[1].value for row in book["Summary"].iter_rows() if len(row) > 1]
    assert "07338007" in codes


def test_that_the_same_payload_gives_the_same_bytes(tmp_path: Path) -> None:
    payload = payload_of(varied_inventory())
    first = written(payload, tmp_path / "a").path.read_bytes()
    again = written(payload_of(varied_inventory()), tmp_path / "b").path.read_bytes()
    assert first == again
    other = written(payload_of(varied_inventory(), created=date(2026, 11, 23)), tmp_path / "b")
    assert other.path.read_bytes() != first


def test_that_the_document_properties_bear_the_day_of_the_payload(tmp_path: Path) -> None:
    file = written(payload_of(varied_inventory(), created=date(2026, 11, 23)), tmp_path)
    properties = load_workbook(file.path).properties
    assert (properties.created, properties.modified) == (datetime(2026, 11, 23), datetime(2026, 11, 23))  # noqa: DTZ001
    assert properties.title == file.path.name


def test_that_cells_look_as_they_should(tmp_path: Path) -> None:
    book = load_workbook(written(payload_of(varied_inventory()), tmp_path).path)
    summary, values = book["Summary"], book["Values"]
    assert summary["A1"].font.sz == 16
    assert summary.column_dimensions["A"].width == 44
    assert (values["A1"].font.b, values["A1"].fill.fgColor.rgb, values["A1"].alignment.wrap_text) == (
        True,
        "FF0B4F5C",
        True,
    )
    assert (values["C2"].number_format, values["H2"].number_format) == ("@", "#,##0.00")
    sources = {row[17].value: row[17] for row in values.iter_rows(min_row=2)}
    assert sources["'=HYPERLINK(1)"].quotePrefix
    assert not sources["study of 1992"].quotePrefix


@pytest.mark.parametrize("note", ["#N/A", "#REF!", "=1", "_x0041_", " a ", "1990", "a\nb", "'=1", "TRUE"])
def test_that_any_note_stays_a_text(tmp_path: Path, note: str) -> None:
    entry = replace(builders.entry(2020, "residential", "electricity", "1"), note=note)
    file = written(payload_of(builders.inventory([entry])), tmp_path)
    assert load_workbook(file.path)["Values"]["S2"].data_type == "s"
    assert verified(file.path).sound


def test_that_a_number_no_spreadsheet_can_hold_is_written_as_text(tmp_path: Path) -> None:
    payload = payload_of(builders.minimal_inventory())
    payload["entries"][0]["quantity"] = "9" * 400
    file = written(payload, tmp_path)
    assert load_workbook(file.path)["Values"]["H2"].value == "9" * 400
    assert verified(file.path).differences == ()


def test_that_words_on_the_sheets_are_in_both_languages() -> None:
    bilingual = payload_of(builders.minimal_inventory())["wording"]
    english = payload_of(builders.minimal_inventory(), "en")["wording"]
    assert bilingual["languages"] == ["de", "en"]
    assert bilingual["sectors"]["residential"][1] == texts("en").sector("residential")
    assert (english["languages"], english["phrases"]) == (["en"], {})


def test_that_an_unwritable_folder_is_a_sentence_and_leaves_nothing_behind(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(UserError) as refused:
        written(payload_of(builders.minimal_inventory()), blocked / "inside")
    assert refused.value.code == "submission.unwritable"
    assert texts("de").error(refused.value)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_that_a_payload_of_another_shape_is_never_written(tmp_path: Path) -> None:
    payload = payload_of(builders.minimal_inventory())
    with pytest.raises(ValueError, match="published shape"):
        written({**payload, "year": "2022"}, tmp_path)
    assert list(tmp_path.iterdir()) == []
