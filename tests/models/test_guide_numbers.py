"""The shipped numbers of the guide fit the codebook, and every letter marks where its number stands."""

from kbdesk.models.guide_numbers import GuideNumbers
from kbdesk.models.guide_numbers import LineKind
from kbdesk.models.guide_numbers import read_guide_numbers
from kbdesk.paths import resources_dir
from kbdesk.texts.countries import is_country
from tests.builders import codebook

ASKED_COUNTRIES = {"DE", "AT", "CH", "FR", "IT", "HR", "HU"}


def shipped() -> GuideNumbers:
    return read_guide_numbers(resources_dir() / "guide")


def test_that_eight_numbers_are_asked_for() -> None:
    assert len(shipped().numbers) == 8
    assert shipped().number("wood").letter == "wood_note"


def test_that_every_place_can_be_entered_in_the_unit_of_its_letter() -> None:
    book = codebook()
    for number in shipped().numbers:
        for cell in number.cells:
            sector, carrier = book.sectors[cell.sector], book.carriers[cell.carrier]
            assert carrier.serves(sector.kind), cell
            if cell.unit:
                assert book.unit(cell.unit, cell.sector, cell.carrier) is not None, cell
            else:
                assert book.asks_basis(cell.sector, cell.carrier), cell


def test_that_no_place_is_asked_for_twice() -> None:
    places = [place for number in shipped().numbers for place in number.places]
    assert len(places) == len(set(places))


def test_that_every_letter_marks_the_spot_of_its_number() -> None:
    for number in shipped().numbers:
        lines = shipped().letters[number.letter]
        assert lines[0].kind is LineKind.FROM
        assert any(line.is_spot(number.cells[0].place) for line in lines), number.id
        assert all(line.value is not None for line in lines if line.spot)


def test_that_what_is_wanted_and_where_it_stands_fits_three_lines() -> None:
    for number in shipped().numbers:
        assert len(f"{number.wanted} {number.where}") <= 3 * 90, number.id


def test_that_hints_are_for_countries_and_the_wanted_ones_are_there() -> None:
    countries = {country for number in shipped().numbers for country in number.hints}
    assert all(is_country(country) for country in countries)
    assert countries >= ASKED_COUNTRIES
    assert shipped().number("natural_gas").hint("PT") == ""
