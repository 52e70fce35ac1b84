import re
from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from kbdesk.models.municipalities import KnownMunicipality
from kbdesk.models.municipalities import MunicipalityIndex
from kbdesk.models.municipalities import expanded
from kbdesk.models.municipalities import folded
from kbdesk.paths import resources_dir


@cache
def index() -> MunicipalityIndex:
    return MunicipalityIndex.load(resources_dir() / "national" / "municipalities.txt.gz")


def first(query: str, country: str = "") -> KnownMunicipality:
    return index().search(query, country)[0]


@pytest.mark.parametrize("query", ["Münster", "muenster", "MUNSTER", "münster", " Münster ", "05515000"])
def test_that_muenster_is_found_however_it_is_typed(query: str) -> None:
    assert first(query) == KnownMunicipality("DE", "05515000", "Münster, Stadt", 315293, 2020, Decimal("303.51"))


@pytest.mark.parametrize(
    ("query", "country", "name"),
    [
        ("lodz", "", "Łódź"),
        ("Kobenhavn", "DK", "København"),
        ("koebenhavn", "DK", "København"),
        ("bozen", "", "Bolzano/Bozen"),
        ("bolzano bozen", "", "Bolzano/Bozen"),
        ("l'hay", "", "L'Haÿ-les-Roses"),
        ("strassenhaus", "DE", "Straßenhaus"),
        ("Straßenhaus", "DE", "Straßenhaus"),
        ("frankfurt am main", "", "Frankfurt am Main, Stadt"),
        ("saint etienne", "FR", "Saint-Étienne"),
        ("dudenh", "DE", "Dudenhofen"),
    ],
)
def test_that_accents_case_and_punctuation_do_not_matter(query: str, country: str, name: str) -> None:
    assert first(query, country).name == name


def test_that_names_come_before_beginnings_words_and_middles() -> None:
    names = [folded(re.split("[,(]", found.name)[0]) for found in index().search("hausen", "DE", 200)]
    kinds = [(name != "hausen", not name.startswith("hausen"), " hausen" not in f" {name}") for name in names]
    assert kinds == sorted(kinds)
    assert len(set(kinds)) >= 3


def test_that_among_equals_the_larger_comes_first() -> None:
    people = [found.population or 0 for found in index().search("saint de", "FR")]
    assert all(larger >= smaller for larger, smaller in pairwise(people))


def test_that_a_country_narrows_the_search() -> None:
    assert {found.country for found in index().search("ber", "AT")} == {"AT"}
    assert index().search("berlin", "XX") == ()


def test_that_nothing_typed_finds_nothing() -> None:
    assert index().search("") == index().search("  ") == index().search("-") == ()
    assert index().search("qqqq zzzz") == ()


def test_that_no_more_than_asked_for_is_found_and_none_twice() -> None:
    found = index().search("a", limit=7)
    assert len(found) == 7
    found = index().search("heim", limit=500)
    assert len({(m.country, m.code) for m in found}) == len(found) == 500


def test_that_a_municipality_is_found_by_its_code_alone() -> None:
    found = index().find("DE", "07338007")
    assert found is not None
    assert found.name == "Dudenhofen"
    assert index().find("DE", "0733800") is None
    assert index().find("AT", "no such code") is None


def test_that_what_the_source_lacks_is_missing() -> None:
    found = first("reykjav", "IS")
    assert found.population is None
    assert found.area_km2 is not None


def test_that_the_list_covers_35_countries() -> None:
    assert len(index().countries) == 35
    assert "DE" in index().countries


@settings(max_examples=50)
@given(st.text(max_size=12), st.sampled_from(["", "DE", "FR", "PL"]))
def test_that_any_text_can_be_searched_for(query: str, country: str) -> None:
    assert len(index().search(query, country, 5)) <= 5


@given(st.text())
def test_that_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert "\t" not in expanded("Ä Ö Ü")
