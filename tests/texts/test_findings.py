"""A finding is said with its place in words."""

import pytest

from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.models.findings import read_checks
from kbdesk.paths import resources_dir
from kbdesk.texts.findings import finding_text
from kbdesk.texts.texts import load_texts
from tests import builders


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_a_finding_names_its_place_in_words(language: str) -> None:
    texts = load_texts(resources_dir(), builders.codebook(), language)
    finding = Finding(Level.ERROR, "factor.missing", 2024, "residential", "bioethanol")
    sentence = finding_text(finding, texts)
    assert "2024" in sentence
    assert texts.carrier("bioethanol") in sentence
    assert "bioethanol," not in sentence


def test_that_what_a_finding_states_itself_goes_before_its_place() -> None:
    texts = load_texts(resources_dir(), builders.codebook(), "en")
    assert "factor.missing" in read_checks(resources_dir() / "findings" / "findings.csv")
    stated = Finding(Level.ERROR, "factor.missing", 2024, "residential", "bioethanol", (("year", "1999"),))
    assert "1999" in finding_text(stated, texts)
    assert "2024" not in finding_text(stated, texts)
