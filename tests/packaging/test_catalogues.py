"""Extraction finds what people see, refuses what cannot be translated, and keeps translations."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def script() -> Iterator[ModuleType]:
    """The extraction script, which is no part of any package."""
    spec = importlib.util.spec_from_file_location("catalogues_under_test", ROOT / "packaging" / "catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


@pytest.fixture
def project(tmp_path: Path, script: ModuleType) -> Path:
    """A project with one module and the tables."""
    (tmp_path / "kbdesk").mkdir()
    for name, _context, columns in script.TABLES:
        table = tmp_path / "resources" / name
        table.parent.mkdir(parents=True, exist_ok=True)
        cells = [f"{column} of {table.stem}" for column in columns]
        table.write_text(",".join(columns) + "\n" + ",".join(cells) + "\n", "utf-8")
    _say(tmp_path, 't.tr("One text.")')
    return tmp_path


def _say(project: Path, code: str) -> None:
    (project / "kbdesk" / "module.py").write_text(code + "\n", "utf-8")


def _found(script: Any, code: str) -> list[tuple[tuple[str, ...], str]]:
    return [(text.forms, text.context) for text in script.texts_of_code(code, "module.py")]


def test_that_texts_are_found_by_the_names_of_the_functions(script: ModuleType) -> None:
    code = 'a.tr("One {x}.", x=1)\nmark("Two")\nb.trn("{count} day", "{count} days", n)\ntrc("unit", "l")\n'
    assert _found(script, code) == [
        (("One {x}.",), ""),
        (("Two",), ""),
        (("{count} day", "{count} days"), ""),
        (("l",), "unit"),
    ]


def test_that_both_branches_of_a_condition_are_found(script: ModuleType) -> None:
    assert _found(script, 'tr("On" if on else "Off")') == [(("On",), ""), (("Off",), "")]


def test_that_a_text_in_several_pieces_is_one_text(script: ModuleType) -> None:
    assert _found(script, 'tr("One "\n   "text.")') == [(("One text.",), "")]


def test_that_a_variable_is_passed_over(script: ModuleType) -> None:
    assert _found(script, "tr(message)\ntrn(a, b, n)\ntrc(context, label)\n") == []


def test_that_a_formatted_string_is_refused_with_its_place(script: ModuleType) -> None:
    with pytest.raises(script.ExtractionError, match=r"^module\.py:2:"):
        _found(script, '\ntr(f"Hello {name}")\n')


def test_that_columns_of_tables_are_extracted_in_their_context(script: ModuleType, project: Path) -> None:
    catalogue = script.extract(project)
    assert catalogue.get("label of sectors", "sector") is not None
    assert catalogue.get("wording of commitments") is not None


def test_that_translations_are_kept_and_dropped_with_their_text(script: ModuleType, project: Path) -> None:
    path = script.catalogue_path("de", project)
    catalogue = script.translated(script.extract(project), script.Catalog(locale="de"))
    catalogue["One text."].string = "Ein Text."
    script.write(path, catalogue)
    kept = script.translated(script.extract(project), script.read(path))
    assert kept["One text."].string == "Ein Text."
    _say(project, 't.tr("Another text.")')
    changed = script.translated(script.extract(project), script.read(path))
    assert "One text." not in changed
    assert "Another text." in script.untranslated(changed)


def test_that_a_catalogue_is_written_the_same_every_time(script: ModuleType, project: Path) -> None:
    path = script.catalogue_path("de", project)
    script.write(path, script.translated(script.extract(project), script.Catalog(locale="de")))
    first = path.read_bytes()
    script.write(path, script.translated(script.extract(project), script.read(path)))
    assert path.read_bytes() == first
    assert b"Date" not in first
