"""Every text people see is translated into every shipped language, with the same named places on both sides."""

import importlib.util
import re
import sys
from functools import cache
from string import Formatter
from types import ModuleType

import pytest
from babel.messages.catalog import Message

from kbdesk.texts.texts import LANGUAGES
from tests.architecture.source_tree import ROOT

# A form for one thing may say "one" instead of the number.
_COUNT = {"count"}

TRANSLATED = tuple(language for language in LANGUAGES if language != "en")


@cache
def _catalogues() -> ModuleType:
    """The extraction script, which is no part of any package."""
    spec = importlib.util.spec_from_file_location("catalogues", ROOT / "packaging" / "catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["catalogues"] = module
    spec.loader.exec_module(module)
    return module


@cache
def _messages(language: str) -> list[Message]:
    """What the catalogue would hold after a fresh extraction."""
    script = _catalogues()
    fresh = script.translated(script.extract(), script.read(script.catalogue_path(language)))
    return [message for message in fresh if message.id]


def _forms(text: object) -> list[str]:
    return [text] if isinstance(text, str) else [str(form) for form in text] if isinstance(text, tuple | list) else []


def _pairs(message: Message) -> list[tuple[str, str]]:
    """Every form of a translation with the English form it stands for: the singular, or else the plural."""
    sources = _forms(message.id)
    return [(form, sources[min(index, len(sources) - 1)]) for index, form in enumerate(_forms(message.string))]


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _has_access_key(text: str) -> bool:
    return re.search(r"&\w", text.replace("&&", "")) is not None


@pytest.mark.parametrize("language", TRANSLATED)
def test_that_every_text_is_translated(language: str) -> None:
    missing = [m.id for m in _messages(language) if m.fuzzy or not all(_forms(m.string)) or not m.string]
    assert missing == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_that_translations_have_the_same_named_places(language: str) -> None:
    different = [
        (message.id, form)
        for message in _messages(language)
        for form, source in _pairs(message)
        if form and _places(form) - _COUNT != _places(source) - _COUNT
    ]
    assert different == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_that_every_stored_translation_is_in_use(language: str) -> None:
    script = _catalogues()
    stored = {(m.context, str(m.id)) for m in script.read(script.catalogue_path(language)) if m.id}
    assert stored - {(m.context, str(m.id)) for m in _messages(language)} == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_that_access_keys_are_kept(language: str) -> None:
    lost = [
        (message.id, form)
        for message in _messages(language)
        for form in _forms(message.string)
        if form and _has_access_key(form) != _has_access_key(_forms(message.id)[-1])
    ]
    assert lost == []
