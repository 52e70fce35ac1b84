"""What was typed, with its unit once."""

import pytest

from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.paths import resources_dir
from kbdesk.texts.entry_texts import typed_text
from kbdesk.texts.texts import load_texts
from tests.builders import codebook


@pytest.mark.parametrize(("text", "shown"), [("412.345", "412.345 kWh"), ("412.345 kWh", "412.345 kWh"), ("", "")])
def test_that_a_unit_is_said_once(text: str, shown: str) -> None:
    entry = Entry(EntryKey(2020, "residential", "electricity"), text=text, unit="kWh")
    assert typed_text(entry, load_texts(resources_dir(), codebook(), "de")) == shown
