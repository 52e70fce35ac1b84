"""``kbdesk check``: findings in a terminal and for other programs."""

from datetime import date
from pathlib import Path

import pytest

from kbdesk.models.findings import Finding
from kbdesk.models.findings import Fix
from kbdesk.models.findings import FixKind
from kbdesk.models.findings import Level
from kbdesk.models.inventory import EntryKey
from kbdesk.paths import DataDir
from kbdesk.paths import resources_dir
from kbdesk.services.acknowledging import acknowledge
from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from kbdesk.services.reference import Reference
from kbdesk.services.reviews import with_acknowledgements
from tests.cli.conftest import Kbdesk

KEY = EntryKey(2011, "tertiary", "electricity")
UNUSUAL = Finding(Level.WARNING, "entry.place_unusual", *KEY, fix=Fix(FixKind.UNIT, (KEY,), "kWh"))


@pytest.fixture
def only_unusual(monkeypatch: pytest.MonkeyPatch) -> None:
    """One warning with a correction, whatever the checks of the program find."""
    monkeypatch.setattr(Project, "findings", property(lambda self: with_acknowledgements((UNUSUAL,), self.inventory)))


def explain(path: Path, data: Path) -> None:
    """Say in the document why the warning is right."""
    desk = Desk(Reference(resources_dir()), DataDir(data), lambda: date(2026, 3, 1))
    with desk.open(path) as project:
        acknowledge(project, UNUSUAL, "weather", "a mild winter")


@pytest.mark.usefixtures("only_unusual")
def test_that_a_correction_is_told_to_other_programs(kbdesk: Kbdesk, vinkovci: Path) -> None:
    said = kbdesk("check", vinkovci, "--format", "json")
    assert said.code == 1
    (found,) = said.json["findings"]
    cell = {"year": 2011, "sector": "tertiary", "carrier": "electricity"}
    assert found["fix"] == {"kind": "unit", "value": "kWh", "cells": [cell]}
    assert found["acknowledged"] is None


@pytest.mark.usefixtures("only_unusual")
def test_that_an_explained_warning_is_said_with_its_reason_and_is_no_failure(
    kbdesk: Kbdesk, vinkovci: Path, tmp_path: Path
) -> None:
    assert kbdesk("check", vinkovci).code == 1
    explain(vinkovci, tmp_path / "data")
    said = kbdesk("check", vinkovci)
    assert said.code == 0
    assert "It is right: Weather: a mild winter" in said.out
    (found,) = kbdesk("check", vinkovci, "--format", "json").json["findings"]
    assert found["acknowledged"]["reason"] == "weather"
    assert found["acknowledged"]["text"] == "a mild winter"
    assert found["acknowledged"]["on"] == "2026-03-01"
