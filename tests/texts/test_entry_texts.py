"""What was typed, as a person reads it."""

from dataclasses import replace

import pytest

from kbdesk.paths import resources_dir
from kbdesk.texts.entry_texts import typed_text
from kbdesk.texts.texts import load_texts
from tests.builders import codebook
from tests.builders import entry


@pytest.mark.parametrize(
    ("text", "unit", "shown"),
    [
        ("", "MWh", ""),
        ("56.670", "MWh", "56.670 MWh"),
        ("56.670 kWh", "kWh", "56.670 kWh"),
        ("56.670 kWh", "MWh", "56.670 kWh → MWh"),
        ("56.670 bushels", "MWh", "56.670 bushels"),
    ],
)
def test_that_a_unit_is_said_once_and_a_unit_put_right_is_said(text: str, unit: str, shown: str) -> None:
    typed = replace(entry(2019, "residential", "electricity", "", unit), text=text)
    assert typed_text(typed, load_texts(resources_dir(), codebook(), "de")) == shown
