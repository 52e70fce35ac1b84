"""Where the cells of a pasted block go and how they are read."""

from decimal import Decimal

import pytest

from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from kbdesk.services.block_headings import Axis
from kbdesk.services.block_reading import BlockPlace
from kbdesk.services.block_reading import BlockReading
from kbdesk.services.block_reading import CellState
from kbdesk.services.block_reading import paste_block
from kbdesk.services.block_reading import read_block
from kbdesk.services.clipboard_cells import BlockCell
from kbdesk.services.clipboard_cells import read_cells
from kbdesk.services.project import Project
from tests.services.conftest import CLIPBOARD
from tests.services.conftest import CheckState

HOMES, TRADE = "residential", "tertiary"
START = EntryKey(2020, HOMES, "electricity")
YEAR = BlockPlace(START, (HOMES, TRADE, "industry"), ("electricity", "natural_gas", "heating_oil"), Axis.CARRIER)
SERIES = BlockPlace(START, (HOMES, TRADE), ("2020", "2021", "2022"), Axis.YEAR)


def read(project: Project, text: str, place: BlockPlace = YEAR, mark: str = ",", chosen: str = "") -> BlockReading:
    return read_block(project, read_cells(text), place, mark, chosen)


def placed(reading: BlockReading) -> dict[EntryKey | None, Decimal | None]:
    return {cell.key: cell.value for cell in reading.cells}


def key(year: int, sector: str, carrier: str) -> EntryKey:
    return EntryKey(year, sector, carrier)


def test_that_a_block_without_names_goes_where_the_cursor_is(project: Project) -> None:
    reading = read(project, "1,5\t2\n3\t4")
    assert placed(reading) == {
        START: Decimal("1.5"),
        key(2020, HOMES, "natural_gas"): Decimal(2),
        key(2020, TRADE, "electricity"): Decimal(3),
        key(2020, TRADE, "natural_gas"): Decimal(4),
    }
    assert not reading.is_doubtful


@pytest.mark.parametrize(
    "text",
    [
        "\tNatural gas\tElectricity\ntertiary\t1\t2\nResidential buildings\t3\t4",
        "Sektor\tErdgas\tStrom\ntertiary\t1\t2\n{homes}\t3\t4",
        "\tTertiary\t{homes}\nErdgas [MWh]\t1\t3\nElectricity\t2\t4",
    ],
)
def test_that_names_in_any_language_put_numbers_where_they_belong(project: Project, text: str) -> None:
    reading = read(project, text.replace("{homes}", project.reference.texts("de").sector(HOMES)))
    values = {k[1:]: v for k, v in placed(reading).items() if k is not None}
    assert values[TRADE, "natural_gas"] == Decimal(1)
    assert values[TRADE, "electricity"] == Decimal(2)
    assert values[HOMES, "natural_gas"] == Decimal(3)
    assert values[HOMES, "electricity"] == Decimal(4)
    assert reading.is_doubtful


def test_that_years_above_go_to_their_years(project: Project) -> None:
    reading = read(project, "2022\t2021\n5\t6\n7\t8", SERIES)
    assert placed(reading) == {
        key(2022, HOMES, "electricity"): Decimal(5),
        key(2021, HOMES, "electricity"): Decimal(6),
        key(2022, TRADE, "electricity"): Decimal(7),
        key(2021, TRADE, "electricity"): Decimal(8),
    }


def test_that_years_beside_and_carriers_above_go_to_the_sector_of_the_cursor(project: Project) -> None:
    reading = read(project, "Jahr\tErdgas\tStrom\n2021\t1\t2\n2022\t3\t4")
    assert reading.down is not None
    assert reading.down.axis is Axis.YEAR
    assert placed(reading)[key(2022, HOMES, "natural_gas")] == Decimal(3)
    assert placed(reading)[key(2021, HOMES, "electricity")] == Decimal(2)


def test_that_what_one_column_proves_holds_for_the_others(project: Project) -> None:
    reading = read(project, "1.234\t7,5\n2.345\t8,5", mark=".")
    assert [cell.value for cell in reading.cells][::2] == [Decimal(1234), Decimal(2345)]
    assert (reading.decision.mark, reading.is_doubtful) == (",", False)


def test_that_the_decimal_mark_is_asked_for_where_nothing_proves_it(project: Project) -> None:
    reading = read(project, "1.234\n2.345")
    assert reading.is_doubtful
    assert reading.decision.sample == "1.234"
    assert [cell.value for cell in read(project, "1.234\n2.345", chosen=".").cells] == [
        Decimal("1.234"),
        Decimal("2.345"),
    ]


def test_that_a_single_cell_is_never_asked_for(project: Project) -> None:
    assert not read(project, "1.234").is_doubtful
    assert not read(project, "ask the utility").is_doubtful


def test_that_the_states_say_what_becomes_of_each_cell(project: Project) -> None:
    reading = read(project, "9700\t38000 MWh\t5\nabout 6\t7\t8\nNO\tnicht vorhanden\t")
    states = [cell.state for cell in reading.cells]
    assert states[:4] == [CellState.SAME, CellState.SAME, CellState.CHANGED, CellState.NOT_UNDERSTOOD]
    assert reading.cells[6].notation_key is NotationKey.NO
    assert reading.count(CellState.NEW) == 3


def test_that_unknown_names_have_no_place_and_are_told(project: Project) -> None:
    reading = read(project, "\tStrom\tHogwarts\nx\t1\t2\ny\t3\t4")
    assert reading.across is not None
    assert reading.across.unknown == ("Hogwarts",)
    assert reading.count(CellState.NOWHERE) == 2
    assert reading.headings_left_out


def test_that_a_name_that_stands_there_twice_is_taken_once(project: Project) -> None:
    reading = read(project, "\tStrom\tStrom\nx\t1\t2")
    assert [cell.state for cell in reading.cells] == [CellState.CHANGED, CellState.NOWHERE]


def test_that_the_unit_of_a_heading_is_the_unit_of_its_numbers(project: Project) -> None:
    reading = read(project, "\tErdgas [kWh]\tStrom\nresidential\t38.000.000\t9700")
    paste_block(project, reading)
    assert project.inventory.entries[key(2020, HOMES, "natural_gas")].unit == "kWh"


def test_that_a_block_larger_than_the_grid_goes_nowhere(project: Project) -> None:
    reading = read(project, "1\n2\n3\n4")
    assert (reading.room, reading.cells) == ((3, 3), ())


def test_that_a_cell_where_the_carrier_does_not_occur_has_no_place(project: Project) -> None:
    place = BlockPlace(
        key(2020, "road_passenger", "diesel"), ("road_passenger", "waste_water"), ("diesel",), Axis.CARRIER
    )
    assert [cell.state for cell in read(project, "1\n2", place).cells][1] is CellState.NOWHERE


def test_that_a_block_from_a_german_spreadsheet_arrives_exactly(project: Project, check_state: CheckState) -> None:
    text = (CLIPBOARD / "libreoffice_german.txt").read_text(encoding="utf-8")
    html = (CLIPBOARD / "libreoffice_german.html").read_text(encoding="utf-8")
    book = project.reference.codebook
    sectors = tuple(s for s in book.sectors if all(book.occurs(s, c) for c in ("electricity", "natural_gas")))
    years = tuple(str(year) for year in range(2010, 2022))
    series = BlockPlace(key(2010, sectors[0], "electricity"), sectors * 2, years, Axis.YEAR)
    reading = read_block(project, read_cells(text, html), series, ".")
    rounded = [cell for cell in reading.cells if cell.rounded]
    assert [(cell.shown, cell.value) for cell in rounded] == [("1.234,6", Decimal("1234.5678"))]
    assert reading.cells[0].value == Decimal("29148.3")
    assert reading.cells[52].value == Decimal(1234)
    check_state(lambda: paste_block(project, reading))


def test_that_a_number_displayed_in_full_is_recorded_as_displayed(project: Project) -> None:
    rows = ((BlockCell("1.234", Decimal(1234)), BlockCell("01.02.2020", Decimal(43862))),)
    reading = read_block(project, rows, YEAR, ".")
    assert (reading.cells[0].text, reading.cells[0].value) == ("1.234", Decimal(1234))
    assert reading.cells[1].state is CellState.NOT_UNDERSTOOD


def test_that_same_cells_are_left_out_of_the_step(project: Project) -> None:
    before: Entry = project.inventory.entries[START]
    paste_block(project, read(project, "9700\t1"))
    assert project.inventory.entries[START] is before
