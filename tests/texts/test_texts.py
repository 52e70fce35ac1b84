"""Codes, labels and numbers become what a person reads."""

import gettext
from decimal import Decimal
from pathlib import Path

import pytest

from kbdesk.errors import UserError
from kbdesk.models.inventory import DIRECT
from kbdesk.paths import resources_dir
from kbdesk.texts.numbers import Numbers
from kbdesk.texts.texts import Texts
from kbdesk.texts.texts import load_texts
from tests.builders import codebook


class Catalogue(gettext.NullTranslations):
    """A catalogue that shows what was asked for."""

    def gettext(self, message: str) -> str:
        """The message, marked."""
        return f"«{message}»"

    def pgettext(self, context: str, message: str) -> str:
        """The message with its context, marked."""
        return f"«{context}: {message}»"


def _texts(catalogue: gettext.NullTranslations | None = None, locale: str = "en") -> Texts:
    return Texts(locale, catalogue or gettext.NullTranslations(), Numbers(locale), codebook())


def test_that_places_are_filled_after_translating() -> None:
    assert _texts(Catalogue()).tr("{year}: {value}", year="1990", value="x") == "«1990: x»"


def test_that_numbers_in_places_are_written_in_the_locale() -> None:
    assert _texts(locale="de").tr("{value} t", value=Decimal("1234.5")) == "1.234,5 t"


def test_that_braces_stay_where_nothing_is_to_be_filled() -> None:
    assert _texts().tr("{}") == "{}"


@pytest.mark.parametrize(("count", "written"), [(1, "1 row"), (2, "2 rows"), (1000, "1,000 rows")])
def test_that_counts_choose_the_form(count: int, written: str) -> None:
    assert _texts().trn("{count} row", "{count} rows", count) == written


def test_that_an_error_becomes_its_sentence() -> None:
    error = UserError("program.language", found="xx", known="en, de")
    assert _texts().error(error) == "There is no language “xx”. Known languages: en, de."


def test_that_labels_are_translated_in_their_context() -> None:
    texts = _texts(Catalogue())
    assert texts.sector("street_lighting").startswith("«sector: ")
    assert texts.carrier("electricity").startswith("«carrier: ")


def test_that_direct_emissions_have_a_name_among_the_carriers() -> None:
    assert _texts().carrier(DIRECT) == "direct emissions"


def test_that_unknown_ids_stand_for_themselves() -> None:
    texts = _texts()
    assert texts.sector("x") == "x"
    assert texts.carrier("x") == "x"
    assert texts.unit_label("x", "residential", "electricity") == "x"


def test_that_an_unknown_language_becomes_english() -> None:
    texts = load_texts(resources_dir(), codebook(), "xx")
    assert texts.language == "en"
    assert texts.numbers.locale == "en"
    assert texts.is_translated


def test_that_without_a_compiled_catalogue_the_source_texts_are_shown(tmp_path: Path) -> None:
    texts = load_texts(tmp_path, codebook(), "de", "de_AT")
    assert texts.tr("direct emissions") == "direct emissions"
    assert not texts.is_translated
    assert texts.numbers.locale == "de_AT"
