"""Breaks travel in the submission, stand among its explanations, and their change is a change."""

import json
from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook

from kbdesk.exchange.canonical import canonical_bytes
from kbdesk.exchange.submission import to_inventory
from kbdesk.exchange.verification import Status
from kbdesk.models.breaks import Break
from kbdesk.models.breaks import BreakKind
from kbdesk.models.inventory import Inventory
from tests.builders import typical_inventory
from tests.exchange.examples import payload_of
from tests.exchange.examples import schema
from tests.exchange.examples import verified
from tests.exchange.examples import written

MARKED = (
    Break(2015, BreakKind.METHOD, "=traffic counted anew"),
    Break(2015, BreakKind.DATA, "gas metered by the grid operator", "tertiary"),
)


def broken() -> Inventory:
    return replace(typical_inventory(), answers={each.question: each.answer for each in MARKED})


def test_that_breaks_survive_the_submission() -> None:
    payload = json.loads(canonical_bytes(payload_of(broken())))
    assert schema().problem(payload) == ""
    assert to_inventory(payload).answers == broken().answers


def test_that_a_submission_without_breaks_says_nothing_of_them() -> None:
    assert "breaks" not in payload_of(typical_inventory())


def test_that_breaks_stand_among_the_explanations_of_an_intact_file(tmp_path: Path) -> None:
    file = written(payload_of(broken()), tmp_path)
    sheet = load_workbook(file.path)["Explanations"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    said = [row for row in rows if str(row[0]).endswith("Break in the series")]
    assert [(row[1], row[2], row[3]) for row in said] == [("method", 2015, None), ("data", 2015, "tertiary")]
    assert "better data: gas metered by the grid operator" in str(said[1][5])
    assert verified(file.path).status is Status.INTACT


def test_that_a_new_break_is_a_change_since_the_last_revision() -> None:
    payload = payload_of(broken(), revision=2, previous=typical_inventory(), previous_sha256="0" * 64)
    assert {"key": ["break", "2015", "tertiary"], "field": "kind", "old": None, "new": "data"} in payload["changes"]
