"""Sources and days in words."""

from datetime import date
from pathlib import Path

import pytest

from kbdesk.models.sources import Source
from kbdesk.paths import resources_dir
from kbdesk.texts.days import day_in_words
from kbdesk.texts.days import read_typed_day
from kbdesk.texts.source_texts import source_line
from kbdesk.texts.source_texts import source_text
from kbdesk.texts.texts import Texts
from kbdesk.texts.texts import load_texts
from tests.builders import codebook
from tests.builders import entry

LETTER = Source("1", "Stadtwerke", title="letter", date="2023-02-14")
SOURCES = {"1": LETTER}


def texts(language: str = "en") -> Texts:
    resources: Path = resources_dir()
    return load_texts(resources, codebook(), language)


def test_that_a_source_is_said_with_title_day_and_place() -> None:
    named = entry(2022, "residential", "natural_gas", "1", source_id="1", source="p. 2")
    assert source_text(named, SOURCES, texts()) == "Stadtwerke, letter of 14 Feb 2023, p. 2"


def test_that_free_words_stand_for_themselves() -> None:
    assert source_text(entry(2022, "a", "b", "1", source="own meter"), SOURCES, texts()) == "own meter"
    assert source_text(entry(2022, "a", "b", "1", source="p. 2", source_id="gone"), SOURCES, texts()) == "p. 2"
    assert source_text(entry(2022, "a", "b", "1"), SOURCES, texts()) == ""


def test_that_what_is_not_known_of_a_source_is_left_out() -> None:
    assert source_line(Source("1", "Stadtwerke"), texts()) == "Stadtwerke"
    assert source_line(Source("1", "Stadtwerke", date="2023-02-14"), texts()) == "Stadtwerke, 14 Feb 2023"
    assert source_line(Source("1", "Stadtwerke", title="bill"), texts()) == "Stadtwerke, bill"
    assert source_line(Source("1", "Stadtwerke", title="bill", date="?"), texts()) == "Stadtwerke, bill of ?"


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_a_day_is_read_back_from_how_it_is_shown(language: str) -> None:
    for month in range(1, 13):
        day = date(2023, month, 4)
        for shown in (texts(language).numbers.day(day), day_in_words(day, texts(language))):
            assert read_typed_day(shown, texts(language)) == (day, None, "")


def test_that_english_without_a_country_puts_the_day_first() -> None:
    assert read_typed_day("03/04/2023", texts()).day == date(2023, 4, 3)
    assert day_in_words(date(2023, 4, 3), texts()) == "3 April 2023"
