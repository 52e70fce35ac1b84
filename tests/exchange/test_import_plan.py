"""Tables of all kinds become plans: what is new, changed, the same or rejected, and why."""

from decimal import Decimal
from pathlib import Path

import pytest

from kbdesk.errors import UserError
from kbdesk.exchange.import_plan import RowState
from kbdesk.exchange.table_kinds import TableKind
from kbdesk.models.changes import apply_edits
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.paths import resources_dir
from tests import builders
from tests.exchange.examples import plan
from tests.exchange.examples import plan_of
from tests.exchange.examples import problems
from tests.exchange.examples import texts

HEADER = "year,sector,carrier,quantity,unit\n"


def test_that_the_sample_municipality_is_imported_without_a_single_rejected_row() -> None:
    inventory = builders.inventory()
    for name, kind in (
        ("entries", TableKind.ENTRIES),
        ("structure", TableKind.STRUCTURE),
        ("local_factors", TableKind.LOCAL_FACTORS),
    ):
        found = plan(resources_dir() / "sample" / f"{name}.csv", inventory)
        assert found.kind is kind
        assert found.count(RowState.NEW) == len(found.rows) > 0
        inventory = apply_edits(inventory, found.edits)
    gas_1990 = inventory.entries[EntryKey(1990, "buildings_unallocated", "natural_gas")]
    assert gas_1990.quantity == 1872022
    assert gas_1990.origin is Origin.IMPORT
    assert inventory.population(1990) == 275150
    assert inventory.local_factors[1990, "natural_gas"].t_per_mwh == Decimal("0.252")


def test_that_published_results_are_recognised_with_and_without_a_sector(tmp_path: Path) -> None:
    found = plan_of(tmp_path, "Year;Emissions_t;Sector\n1990;2.400.000;\n1990;1.200.000,5;Residential buildings\n")
    assert found.kind is TableKind.PUBLISHED
    inventory = apply_edits(builders.inventory(), found.edits)
    assert inventory.published[1990, ""].emissions_t == 2_400_000
    assert inventory.published[1990, "residential"].emissions_t == Decimal("1200000.5")


def test_that_any_order_case_and_blanks_of_the_header_do_and_extra_columns_are_reported(tmp_path: Path) -> None:
    content = (
        "# export of 2021\n\n Unit ;QUANTITY;Carrier; sector;Year;Meter\nMWh;9700,5;electricity;residential;2020;7\n"
    )
    found = plan_of(tmp_path, content)
    assert (found.separator, found.ignored_columns) == (";", ("Meter",))
    assert [(row.number, row.state) for row in found.rows] == [(4, RowState.NEW)]
    (edit,) = found.edits
    assert isinstance(edit.after, Entry)
    assert (edit.after.text, edit.after.quantity) == ("9700,5", Decimal("9700.5"))


def test_that_labels_of_every_language_stand_for_their_ids(tmp_path: Path) -> None:
    book, german = builders.codebook(), texts("de")
    sector, carrier = german.sector("residential"), german.carrier("heating_oil")
    unit = german.unit_label("l", "residential", "heating_oil")
    assert book.sectors["residential"].label
    found = plan_of(tmp_path, f'year,sector,carrier,quantity,unit\n2020,"{sector}","{carrier}",5,"{unit}"\n')
    assert problems(found) == []
    (edit,) = found.edits
    assert edit.identity == ("entry", "2020", "residential", "heating_oil")
    assert isinstance(edit.after, Entry)
    assert edit.after.unit == "l"


def test_that_a_direct_sector_needs_neither_carrier_nor_unit(tmp_path: Path) -> None:
    found = plan_of(tmp_path, HEADER + "2020,waste_water,,12.5,\n2021,waste_water,electricity,1,kWh\n")
    assert problems(found) == [(3, "import.carrier_does_not_fit")]
    (edit,) = found.edits
    assert isinstance(edit.after, Entry)
    assert (edit.after.key.carrier, edit.after.unit) == (DIRECT, "t_CO2e")


def test_that_the_decimal_mark_is_decided_by_column_and_shown_with_its_evidence(tmp_path: Path) -> None:
    rows = "2020,residential,electricity,1.234,MWh\n2021,residential,electricity,1234.5,MWh\n"
    (column,) = plan_of(tmp_path, HEADER + rows, decimal_default=",").columns
    assert (column.target, column.mark, column.evidence, column.ambiguous) == ("quantity", ".", "1234.5", False)
    assert column.samples == (("1.234", Decimal("1.234")), ("1234.5", Decimal("1234.5")))
    table = HEADER.replace(",", ";") + "2020;residential;electricity;1.234;MWh\n"
    (doubtful,) = plan_of(tmp_path, table, decimal_default=",").columns
    assert (doubtful.mark, doubtful.evidence, doubtful.ambiguous) == (",", "", True)
    assert doubtful.samples == (("1.234", Decimal(1234)),)


@pytest.mark.parametrize(
    ("separator", "default", "quantity"),
    [(",", ",", "12.345"), (";", ".", "12345"), ("\t", ",", "12345"), ("\t", ".", "12.345")],
)
def test_that_the_separator_tells_the_decimal_mark_where_no_cell_does(
    tmp_path: Path, separator: str, default: str, quantity: str
) -> None:
    table = (HEADER + "2020,residential,electricity,12.345,MWh\n").replace(",", separator)
    found = plan_of(tmp_path, table, decimal_default=default)
    (edit,) = found.edits
    assert isinstance(edit.after, Entry)
    assert edit.after.quantity == Decimal(quantity)
    assert found.columns[0].ambiguous


def test_that_a_column_with_both_decimal_marks_has_no_number_that_is_guessed(tmp_path: Path) -> None:
    rows = "2020;residential;electricity;1.234,5;MWh\n2021;residential;electricity;5,678.9;MWh\n"
    doubtful = "2022;residential;electricity;5.678;MWh\n2023;residential;electricity;12;MWh\n"
    found = plan_of(tmp_path, HEADER.replace(",", ";") + rows + doubtful)
    assert problems(found) == [(4, "import.number_ambiguous")]
    quantities = [edit.after.quantity for edit in found.edits if isinstance(edit.after, Entry)]
    assert quantities == [Decimal("1234.5"), Decimal("5678.9"), Decimal(12)]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (",residential,electricity,1,MWh", "import.empty_cell"),
        ("2020,residential,electricity,NE,MWh", "import.key_for_number"),
        (f"2020,residential,electricity,{'9' * 60},MWh", "import.number_too_long"),
        ("2020,residential,qqqqq,1,MWh", "import.unknown_word"),
    ],
)
def test_that_a_problem_is_named_for_what_it_is(tmp_path: Path, row: str, code: str) -> None:
    found = plan_of(tmp_path, HEADER + row + "\n")
    assert problems(found) == [(2, code)]
    for planned in found.rejected:
        assert planned.problem is not None
        assert "–" not in planned.problem.sentence(texts())


def test_that_utf_16_is_read_without_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "unmarked.csv"
    for encoding in ("utf-16-le", "utf-16-be"):
        path.write_bytes((HEADER + "2020,residential,electricity,1,MWh,\n").encode(encoding))
        assert plan(path, builders.inventory()).encoding == "utf-16"


def test_that_a_factor_in_grams_is_no_factor_in_tonnes(tmp_path: Path) -> None:
    found = plan_of(tmp_path, "year,carrier,t_per_mwh\n2020,natural_gas,252\n2020,electricity,2.1\n")
    assert problems(found) == [(2, "import.factor_too_large")]


def test_that_a_device_is_no_table() -> None:
    with pytest.raises(UserError) as caught:
        plan(Path("/dev/null"), builders.inventory())
    assert caught.value.code in {"import.no_file", "import.missing"}


def test_that_every_problem_of_every_row_is_named(tmp_path: Path) -> None:
    rows = (
        "20x0,residentail,electricty,12a,MWh,\n"
        "2020,residential,natural_gas,1,l,\n"
        "1899,residential,electricity,1,MWh,\n"
        "2020,residential,electricity,-1,MWh,\n"
        "2020,tertiary,electricity,5,MWh,NE\n"
        "2021,tertiary,electricity,,MWh,\n"
        "2022,tertiary,electricity,1,MWh,XX\n"
        "2023,tertiary,electricity,7 MWh,MWh,\n"
    )
    found = plan_of(tmp_path, "year,sector,carrier,quantity,unit,notation_key\n" + rows)
    assert problems(found) == [
        (2, "import.year"),
        (2, "import.unknown_sector"),
        (2, "import.unknown_carrier"),
        (2, "import.not_a_number"),
        (3, "import.unit_not_valid"),
        (4, "import.year"),
        (5, "import.negative"),
        (6, "import.value_and_key"),
        (7, "import.no_value"),
        (8, "import.unknown_notation_key"),
        (9, "import.not_a_number"),
    ]
    assert not found.edits
    first = found.rows[0].problems
    assert first[1].expected.startswith("residential")
    assert first[2].expected.startswith("electricity")
    assert "kWh_hs" in found.rows[1].problems[0].expected
    assert all(problem.sentence(texts("de")) for row in found.rows for problem in row.problems)


def test_that_rows_about_the_same_cell_are_both_rejected(tmp_path: Path) -> None:
    row = "2020,residential,electricity,1,MWh\n"
    found = plan_of(tmp_path, HEADER + row + "2021,residential,electricity,1,MWh\n" + row)
    assert problems(found) == [(2, "import.duplicate"), (4, "import.duplicate")]
    assert found.rows[0].problems[0].expected == "4"
    assert found.rows[0].problems[0].found == "2020 · residential · electricity"
    assert found.count(RowState.NEW) == 1


def test_that_rows_are_compared_with_what_is_recorded(tmp_path: Path) -> None:
    inventory = builders.inventory([builders.entry(2020, "residential", "electricity", "9700", source="meter")])
    same = plan_of(tmp_path, HEADER + '2020,residential,electricity,"9,700.00",MWh\n', inventory)
    assert (same.count(RowState.SAME), same.edits) == (1, ())
    changed = plan_of(tmp_path, HEADER + "2020,residential,electricity,9701,MWh\n", inventory)
    (edit,) = changed.edits
    assert isinstance(edit.after, Entry)
    assert edit.before == inventory.entries[EntryKey(2020, "residential", "electricity")]
    assert (edit.after.grade, edit.after.source) == (Grade.A, "meter")


def test_that_a_column_that_is_there_but_empty_clears_what_is_recorded(tmp_path: Path) -> None:
    inventory = builders.inventory([builders.entry(2020, "residential", "electricity", "9700", source="meter")])
    found = plan_of(tmp_path, HEADER.strip() + ",source\n2020,residential,electricity,9700,MWh,\n", inventory)
    (edit,) = found.edits
    assert isinstance(edit.after, Entry)
    assert edit.after.source == ""


@pytest.mark.parametrize(
    ("written", "key", "note"),
    [
        ("NO; IE", NotationKey.IE, "NO; IE"),
        ("IE (I.1.1)", NotationKey.IE, "IE (I.1.1)"),
        ("ne/c", NotationKey.C, "ne/c"),
        ("no", NotationKey.NO, ""),
    ],
)
def test_that_mixed_notation_keys_of_real_files_are_read_with_what_was_written(
    tmp_path: Path, written: str, key: NotationKey, note: str
) -> None:
    table = f'year,sector,carrier,quantity,unit,notation_key\n2020,residential,lignite,,,"{written}"\n'
    (edit,) = plan_of(tmp_path, table).edits
    assert isinstance(edit.after, Entry)
    assert (edit.after.notation_key, edit.after.note) == (key, note)
    assert plan_of(tmp_path, table, apply_edits(builders.inventory(), [edit])).edits == ()


@pytest.mark.parametrize("written", ["XX", "IE NOX", "(I.1.1)", "NO IE?", "none"])
def test_that_other_words_are_no_notation_keys(tmp_path: Path, written: str) -> None:
    table = f'year,sector,carrier,quantity,unit,notation_key\n2020,residential,lignite,,,"{written}"\n'
    assert problems(plan_of(tmp_path, table)) == [(2, "import.unknown_notation_key")]


def test_that_notation_keys_and_parameters_are_read(tmp_path: Path) -> None:
    header = "year,sector,carrier,quantity,unit,notation_key,hs_kwh_per_m3,state_number,quality\n"
    rows = "2020,residential,natural_gas,1000,m3,,11.2,0.9674,b\n2020,residential,district_heat,,,no,,,\n"
    found = plan_of(tmp_path, header + rows + "2021,residential,electricity,5,kWh,,11,,\n")
    assert problems(found) == [(4, "import.parameter_does_not_fit")]
    gas, heat = (edit.after for edit in found.edits)
    assert isinstance(gas, Entry)
    assert isinstance(heat, Entry)
    assert dict(gas.parameters) == {"hs_kwh_per_m3": Decimal("11.2"), "state_number": Decimal("0.9674")}
    assert (gas.grade, heat.notation_key) == (Grade.B, NotationKey.NO)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("2020,population,0", "import.zero"),
        ("2020,population,6030.5", "import.not_whole"),
        ("2020,population,", "import.empty_cell"),
        ("2020,inhabitnts,6030", "import.unknown_indicator"),
        ("2020,area_km2,-1", "import.negative"),
    ],
)
def test_that_base_data_are_checked(tmp_path: Path, row: str, code: str) -> None:
    found = plan_of(tmp_path, f"year,indicator,value\n{row}\n2019,area_km2,12.5\n")
    assert problems(found) == [(2, code)]
    assert found.edits[0].identity == ("base", "2019", Indicator.AREA_KM2)


def test_that_a_mapping_reads_somebody_elses_table(tmp_path: Path) -> None:
    mapping = tmp_path / "map.json"
    mapping.write_text(
        '{"columns": {"Jahr": "year", "Verbrauch": "quantity", "Abnehmer": "sector"},'
        ' "values": {"sector": {"HH": "residential"}},'
        ' "constants": {"carrier": "electricity", "unit": "kWh"}, "decimal": ",", "skip_rows": 2}',
        encoding="utf-8",
    )
    content = "Stadtwerke\nyear,quantity\nJahr;Abnehmer;Verbrauch\n2020;HH;1.234\n2021;XY;5\n"
    found = plan_of(tmp_path, content, mapping=mapping)
    assert problems(found) == [(5, "import.unknown_word")]
    (edit,) = found.edits
    assert isinstance(edit.after, Entry)
    assert (edit.after.quantity, edit.after.unit, edit.after.key.carrier) == (Decimal(1234), "kWh", "electricity")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("{", "import.mapping_unreadable"),
        ("[]", "import.mapping_part"),
        ('{"colums": {}}', "import.mapping_part"),
        ('{"columns": {"a": "quantitiy"}}', "import.mapping_column"),
        ('{"columns": {"a": ["year"]}}', "import.mapping_part"),
        ('{"values": []}', "import.mapping_part"),
        ('{"decimal": ";"}', "import.mapping_part"),
        ('{"skip_rows": -1}', "import.mapping_part"),
        ("[" * 100_000, "import.mapping_unreadable"),
    ],
)
def test_that_a_bad_mapping_is_a_sentence(tmp_path: Path, content: str, code: str) -> None:
    mapping = tmp_path / "map.json"
    mapping.write_text(content, encoding="utf-8")
    with pytest.raises(UserError) as refused:
        plan_of(tmp_path, HEADER + "2020,residential,electricity,1,MWh\n", mapping=mapping)
    assert refused.value.code == code
    assert texts("de").error(refused.value)
