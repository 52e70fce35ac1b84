"""Values from bills: recorded with them in one step, recomputed with them, never over what was typed later."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from kbdesk.errors import UserError
from kbdesk.models.bills import Bill
from kbdesk.models.bills import SplitMethod
from kbdesk.models.changes import Change
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import Origin
from kbdesk.services import base_data
from kbdesk.services import billing
from kbdesk.services import data_entry
from kbdesk.services import sources
from kbdesk.services.bill_explaining import bill_sentences
from kbdesk.services.project import Project

CheckState = Callable[[Callable[[], Change | None]], Change]
SECTOR, CARRIER = "municipal_buildings", "natural_gas"
GAS_YEAR = (date(2021, 10, 1), date(2022, 9, 30))
NEXT_GAS_YEAR = (date(2022, 10, 1), date(2023, 9, 30))


def gas_bill(
    period: tuple[date, date] = GAS_YEAR,
    quantity: str = "412345",
    unit: str = "kWh_hs",
    method: SplitMethod = SplitMethod.DAYS,
    *,
    z: str = "",
    hs: str = "",
    source_id: str = "",
    note: str = "",
) -> Bill:
    given = {"state_number": Decimal(z), "hs_kwh_per_m3": Decimal(hs)} if z else {}
    return billing.new_bill(
        SECTOR,
        CARRIER,
        period,
        quantity,
        Decimal(quantity),
        unit,
        parameters=given,
        method=method,
        source_id=source_id,
        note=note,
    )


def value(project: Project, year: int) -> Entry | None:
    return project.inventory.entries.get(EntryKey(year, SECTOR, CARRIER))


def record(project: Project, *bills: Bill, years: set[int] | None = None) -> Change | None:
    return billing.record_bills(project, SECTOR, CARRIER, bills, ".", years)


def test_that_two_gas_years_give_the_year_between_in_one_step(project: Project, check_state: CheckState) -> None:
    # 412345 × 273 / 365 = 308411.46…; 380000 × 92 / 365 = 95780.82…
    check_state(lambda: record(project, gas_bill(), gas_bill(NEXT_GAS_YEAR, "380000")))
    entry = value(project, 2022)
    assert entry is not None
    assert (entry.text, entry.quantity, entry.unit) == ("404192", Decimal(404192), "kWh_hs")
    assert entry.origin is Origin.BILLS
    assert len(project.inventory.bills) == 2
    assert value(project, 2021) is None, "92 of 365 days are no value of the year"


def test_that_a_year_covered_in_part_is_taken_where_it_is_wanted(project: Project) -> None:
    record(project, gas_bill(), years={2022})
    entry = value(project, 2022)
    assert entry is not None
    assert entry.text == "308411"


def test_that_degree_days_of_the_document_weight_the_years(project: Project) -> None:
    for year, degree_days in ((2021, "3300"), (2022, "2900")):
        base_data.record_base_datum(project, year, Indicator.HEATING_DEGREE_DAYS, degree_days, ".")
    record(project, gas_bill(method=SplitMethod.DEGREE_DAYS), years={2022})
    entry = value(project, 2022)
    assert entry is not None
    assert entry.text == "251417"


def test_that_gas_values_equal_on_all_bills_stay_with_the_volume(project: Project) -> None:
    record(
        project,
        gas_bill(quantity="40000", unit="m3", z="0.9674", hs="11.2"),
        gas_bill(NEXT_GAS_YEAR, "36000", "m3", z="0.9674", hs="11.2"),
    )
    entry = value(project, 2022)
    assert entry is not None
    assert entry.unit == "m3"
    assert dict(entry.parameters) == {"state_number": Decimal("0.9674"), "hs_kwh_per_m3": Decimal("11.2")}


def test_that_each_bill_is_converted_with_its_own_gas_values(project: Project) -> None:
    # 40000 × 0.9674 × 11.2 = 433395.2, of the rounded 273/365 = 324155.71
    # 36000 × 0.96 × 11.4 = 393984, of it 92/365 = 99305.56
    record(
        project,
        gas_bill(quantity="40000", unit="m3", z="0.9674", hs="11.2"),
        gas_bill(NEXT_GAS_YEAR, "36000", "m3", z="0.96", hs="11.4"),
    )
    entry = value(project, 2022)
    assert entry is not None
    assert (entry.unit, entry.text, entry.parameters) == ("kWh_hs", "423462", ())


def test_that_a_bill_without_gas_values_among_others_is_said(project: Project) -> None:
    bills = (gas_bill(unit="m3", z="0.9674", hs="11.2"), gas_bill(NEXT_GAS_YEAR, "36000", "m3"))
    assert refusal(lambda: record(project, *bills)) == "bill.gas_values_missing"


def test_that_bills_that_contradict_each_other_are_refused(project: Project) -> None:
    assert refusal(lambda: record(project, gas_bill(), gas_bill())) == "bill.overlap"
    assert refusal(lambda: record(project, gas_bill(), gas_bill(NEXT_GAS_YEAR, unit="GJ"))) == "bill.units_differ"
    assert record(project, gas_bill(note="school"), gas_bill(note="town hall")) is not None


@pytest.mark.parametrize(
    ("first", "last", "quantity", "code"),
    [
        (date(2022, 9, 30), date(2021, 10, 1), "1", "bill.ends_before"),
        (date(1989, 9, 30), date(1990, 10, 1), "1", "bill.period"),
        (date(2012, 10, 1), date(2022, 9, 30), "1", "bill.period"),
        (*GAS_YEAR, "-1", "bill.negative"),
    ],
)
def test_that_a_bill_that_cannot_be_is_refused(first: date, last: date, quantity: str, code: str) -> None:
    assert refusal(lambda: gas_bill((first, last), quantity)) == code


def test_that_removing_a_bill_recomputes_and_removing_all_takes_the_value_back(
    project: Project, check_state: CheckState
) -> None:
    one, other = gas_bill((date(2022, 1, 1), date(2022, 6, 30))), gas_bill((date(2022, 7, 1), date(2022, 12, 31)))
    record(project, one, other)
    entry = value(project, 2022)
    assert entry is not None
    assert entry.text == "824690"
    check_state(lambda: record(project, one, years={2022}))
    entry = value(project, 2022)
    assert entry is not None
    assert entry.text == "412345"
    check_state(lambda: record(project))
    assert value(project, 2022) is None
    assert project.inventory.bills == {}


def test_that_a_note_stays_when_its_value_is_taken_back(project: Project) -> None:
    record(project, gas_bill((date(2022, 1, 1), date(2022, 12, 31))))
    data_entry.record_note(project, EntryKey(2022, SECTOR, CARRIER), "new boiler in May")
    record(project)
    entry = value(project, 2022)
    assert entry is not None
    assert (entry.text, entry.note) == ("", "new boiler in May")


def test_that_a_value_typed_later_stays(project: Project) -> None:
    whole = (date(2022, 1, 1), date(2022, 12, 31))
    record(project, gas_bill(whole))
    key = EntryKey(2022, SECTOR, CARRIER)
    data_entry.record_quantity(project, key, "400000", ".")
    record(project, gas_bill(whole, "500000"))
    entry = value(project, 2022)
    assert entry is not None
    assert (entry.text, entry.origin) == ("400000", Origin.TYPED)
    said = bill_sentences(project, key, project.reference.texts("en"))
    assert said[-1] == "Another value is recorded; the 500,000 kWh gross of the bills are not used."
    record(project)
    assert value(project, 2022) == entry


def test_that_the_source_of_the_latest_bill_is_named_and_grades(project: Project) -> None:
    source = sources.new_source(project, supplier="Stadtwerke", kind="bill")
    sources.add_source(project, source)
    record(project, gas_bill(source_id=source.id), gas_bill(NEXT_GAS_YEAR, source_id=source.id))
    entry = value(project, 2022)
    assert entry is not None
    assert (entry.source_id, entry.grade) == (source.id, Grade.A)
    with pytest.raises(UserError):
        sources.remove_source(project, source.id)


def test_that_the_decimal_mark_is_the_one_of_the_user(project: Project) -> None:
    billing.record_bills(project, SECTOR, CARRIER, [gas_bill(quantity="412", unit="MWh")], ",", {2022})
    entry = value(project, 2022)
    assert entry is not None
    assert (entry.text, entry.quantity) == ("308,1530", Decimal("308.153")), "308,153 would read as thousands elsewhere"


def test_that_the_formula_is_said_bill_by_bill(project: Project) -> None:
    record(project, gas_bill(), gas_bill(NEXT_GAS_YEAR, "380000"))
    texts = project.reference.texts("en")
    assert bill_sentences(project, EntryKey(2022, SECTOR, CARRIER), texts) == (
        "1 Oct 2021 – 30 Sept 2022: 412,345 kWh gross × 273/365 days = 308,411 kWh gross",
        "1 Oct 2022 – 30 Sept 2023: 380,000 kWh gross × 92/365 days = 95,781 kWh gross",
        "308,411 + 95,781 = 404,192 kWh gross",
        "The bills cover all 365 days of the year.",
    )
    assert bill_sentences(project, EntryKey(2021, SECTOR, CARRIER), texts)[1:] == (
        "The bills cover 92 of 365 days of the year.",
        "The 103,934 kWh gross of the bills are not recorded as the value of the year.",
    )
    assert bill_sentences(project, EntryKey(2010, SECTOR, CARRIER), texts) == ()


def test_that_the_formula_says_degree_days_and_gas_values(project: Project) -> None:
    method = SplitMethod.DEGREE_DAYS
    record(
        project,
        gas_bill(quantity="40000", unit="m3", method=method, z="0.9674", hs="11.2", note="school"),
        gas_bill(NEXT_GAS_YEAR, "36000", "m3", method, z="0.96", hs="11.4", note="school"),
    )
    said = bill_sentences(project, EntryKey(2022, SECTOR, CARRIER), project.reference.texts("en"))
    assert said[0] == (
        "1 Oct 2021 – 30 Sept 2022, school: 40,000 m³ × 0.9674 × 11.2 = 433,395 kWh gross "
        "× 640/1,000 degree days = 277,373 kWh gross"
    )


def refusal(command: Callable[[], object]) -> str:
    with pytest.raises(UserError) as caught:
        command()
    return caught.value.code
