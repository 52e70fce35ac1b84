"""Whatever happens to a submission on its way is seen and named."""

import base64
import gzip
import json
import os
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from kbdesk.errors import UserError
from kbdesk.exchange.canonical import canonical_bytes
from kbdesk.exchange.submission import SubmissionFile
from kbdesk.exchange.submission import to_inventory
from kbdesk.exchange.transport import packed
from kbdesk.exchange.verification import Status
from kbdesk.exchange.verification import Verification
from kbdesk.models.answers import Answer
from kbdesk.models.calculation import compute_inventory
from kbdesk.models.counting import HEAT_PUMPS_METERED
from kbdesk.models.inventory import Inventory
from tests import builders
from tests.exchange.examples import codes
from tests.exchange.examples import payload_of
from tests.exchange.examples import texts
from tests.exchange.examples import varied_inventory
from tests.exchange.examples import verified
from tests.exchange.examples import written
from tests.exchange.workbooks import resaved
from tests.exchange.workbooks import transport_of
from tests.exchange.workbooks import transport_only
from tests.exchange.workbooks import with_member


@pytest.fixture
def submitted(tmp_path: Path) -> SubmissionFile:
    return written(payload_of(varied_inventory()), tmp_path)


def test_that_a_submission_as_written_is_intact(submitted: SubmissionFile) -> None:
    found = verified(submitted.path)
    assert (found.status, found.findings, found.differences) == (Status.INTACT, (), ())
    assert (found.municipality, found.country, found.code) == ("Dudenhofen", "DE", "07338007")
    assert (found.year, found.revision, found.check_code) == (2020, 1, submitted.check_code)
    assert found.sha256 == submitted.sha256
    assert found.sound


def test_that_saving_it_in_another_program_changes_nothing(submitted: SubmissionFile) -> None:
    assert verified(resaved(submitted.path)).sound


def test_that_one_changed_value_is_named_with_both_values(submitted: SubmissionFile) -> None:
    def change(book: Any) -> None:
        row = next(row for row in book["Values"].iter_rows() if row[7].value == 9700.5)
        row[7].value = 9700.6

    found = verified(resaved(submitted.path, change))
    assert found.status is Status.EDITED
    (difference,) = found.differences
    assert difference.place.startswith("Values!H")
    assert (difference.found, difference.expected) == ("9700.6", "9700.50")


@pytest.mark.parametrize("sheet", ["Summary", "Values", "Explanations", "Changes", "Method", "Transport"])
def test_that_a_changed_text_is_seen_on_every_sheet(submitted: SubmissionFile, sheet: str) -> None:
    found = verified(resaved(submitted.path, lambda book: book[sheet].__setitem__("A1", "something else")))
    assert [(d.sheet, d.cell, d.found) for d in found.differences] == [(sheet, "A1", "something else")]


def test_that_added_removed_and_hidden_sheets_are_seen(submitted: SubmissionFile) -> None:
    def change(book: Any) -> None:
        book.create_sheet("More")["A1"] = "=1+1"
        del book["Changes"]
        book["Method"].sheet_state = "hidden"

    found = verified(resaved(submitted.path, change))
    assert found.status is Status.EDITED
    assert sorted(difference.place for difference in found.differences) == ["Changes", "Method", "More"]


def test_that_a_number_turned_into_text_is_seen(submitted: SubmissionFile) -> None:
    found = verified(resaved(submitted.path, lambda book: book["Values"].__setitem__("B2", "2010")))
    assert [d.place for d in found.differences] == ["Values!B2"]


def test_that_a_changed_payload_is_damaged_and_says_what_could_still_be_read(tmp_path: Path) -> None:
    payload = payload_of(varied_inventory())
    path = transport_only(tmp_path, {**payload, "year": 2019})
    original = written(payload, tmp_path)
    broken = transport_of(
        tmp_path,
        base64.b64encode(gzip.compress(json.dumps({**payload, "year": 2019}).encode())).decode(),
        schema="kbdesk-submission/1",
        sha256=original.sha256,
    )
    found = verified(broken)
    assert (found.status, codes(found)) == (Status.DAMAGED, ["submission.hash"])
    assert (found.municipality, found.year) == ("Dudenhofen", 2019)
    assert path == broken


def test_that_a_broken_piece_is_damaged(submitted: SubmissionFile) -> None:
    def change(book: Any) -> None:
        cell = next(row[1] for row in book["Transport"].iter_rows() if row[0].value == "payload")
        cell.value = cell.value[:100] + ("A" if cell.value[100] != "A" else "B") + cell.value[101:]

    found = verified(resaved(submitted.path, change))
    assert found.status is Status.DAMAGED
    assert found.findings
    assert texts("de").sentence(found.findings[0].code, dict(found.findings[0].parameters))


def test_that_a_newer_schema_is_newer_and_an_unknown_one_foreign(tmp_path: Path) -> None:
    newer = verified(transport_only(tmp_path, {"schema": "kbdesk-submission/2", "municipality": {"name": "Cork"}}))
    assert (newer.status, newer.municipality) == (Status.NEWER, "Cork")
    assert verified(transport_only(tmp_path, {"schema": "other/1"})).status is Status.FOREIGN


@pytest.mark.parametrize("content", [b"", b"year,sector\n", b"%PDF-1.4", b"PK", bytes(100)])
def test_that_other_files_are_foreign(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.xlsx"
    path.write_bytes(content)
    assert verified(path).status is Status.FOREIGN


def test_that_other_workbooks_and_archives_are_foreign(tmp_path: Path) -> None:
    book = resaved(written(payload_of(builders.minimal_inventory()), tmp_path).path, _without_transport)
    assert verified(book).status is Status.FOREIGN
    archive = tmp_path / "other.zip"
    with zipfile.ZipFile(archive, "w") as other:
        other.writestr("a.txt", "a")
    assert verified(archive).status is Status.FOREIGN


def test_that_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.xlsx", "submission.missing"), (tmp_path, "submission.folder")):
        with pytest.raises(UserError) as refused:
            verified(path)
        assert refused.value.code == code
        assert texts("de").error(refused.value)


def test_that_results_that_do_not_follow_are_named(tmp_path: Path) -> None:
    payload = payload_of(builders.minimal_inventory())
    payload["totals"][0]["emissions_t"] = "1"
    payload["entries"][0]["emissions_t"] = "1"
    found = verified(written(payload, tmp_path).path)
    assert (found.status, codes(found)) == (Status.INTACT, ["submission.recomputed"])
    assert [d.cell for d in found.recomputed] == ["2022 emissions_t", "2022 residential electricity emissions_t"]
    assert not found.sound


def test_that_an_unknown_factor_set_or_edition_is_said(tmp_path: Path) -> None:
    payload = payload_of(builders.minimal_inventory())
    payload["factor_set"] |= {"edition": "1999"}
    assert codes(verified(written(payload, tmp_path).path)) == ["submission.factor_set_edition"]
    payload["factor_set"] |= {"id": "of-tomorrow"}
    assert codes(verified(written(payload, tmp_path).path)) == ["submission.factor_set_unknown"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file")
def counted_once() -> Inventory:
    """A fleet beside road transport, and heat pumps that metered electricity contains."""
    cells = (
        ("road_passenger", "diesel", "20000"),
        ("municipal_fleet", "diesel", "100"),
        ("residential", "ambient_heat", "907.14"),
        ("residential", "electricity", "9650"),
    )
    known = builders.inventory([builders.entry(2018, *cell) for cell in cells], population={2018: 6000})
    return replace(known, answers={HEAT_PUMPS_METERED: Answer(HEAT_PUMPS_METERED, "yes")})


def test_that_what_is_counted_once_is_stated_and_verified(tmp_path: Path) -> None:
    payload = payload_of(counted_once())
    items = {(item["sector"], item["carrier"]): item for item in payload["entries"]}
    assert (payload["rules_version"], payload["accounting"]) == ("2", {"heat_pumps_metered": "yes"})
    assert items["municipal_fleet", "diesel"]["apart"] is True
    assert items["residential", "electricity"]["heat_pump_mwh"] == "283.48125"
    assert not {"apart", "heat_pump_mwh"} & items["road_passenger", "diesel"].keys()
    file = written(payload, tmp_path)
    assert verified(file.path).sound
    assert to_inventory(payload).answers == counted_once().answers


@pytest.mark.parametrize(
    ("sector", "change"),
    [
        ("municipal_fleet", {"apart": None}),
        ("road_passenger", {"apart": True}),
        ("residential", {"heat_pump_mwh": "1"}),
        ("residential", {"heat_pump_mwh": None}),
    ],
)
def test_that_what_is_counted_otherwise_than_the_rules_say_is_named(
    tmp_path: Path, sector: str, change: dict[str, Any]
) -> None:
    payload = payload_of(counted_once())
    item = next(i for i in payload["entries"] if i["sector"] == sector and i["carrier"] != "ambient_heat")
    for name, value in change.items():
        item[name] = value
        if value is None:
            del item[name]
    found = verified(written(payload, tmp_path).path)
    assert (found.status, codes(found)) == (Status.INTACT, ["submission.recomputed"])


def test_that_a_submission_by_the_first_rules_is_recomputed_by_them(tmp_path: Path) -> None:
    known = replace(counted_once(), answers={})
    first = replace(builders.rules(), version="1")
    payload = payload_of(known, results=compute_inventory(known, first)) | {"rules_version": "1"}
    assert payload["totals"][0]["energy_mwh"] == "30657.14"
    assert not any("apart" in item for item in payload["entries"])
    assert verified(written(payload, tmp_path).path).sound
    claimed = written(payload | {"rules_version": "2"}, tmp_path)
    assert codes(verified(claimed.path)) == ["submission.recomputed"]


def test_that_rules_of_a_newer_program_are_said_and_not_guessed(tmp_path: Path) -> None:
    found = verified(written(payload_of(counted_once()) | {"rules_version": "3"}, tmp_path).path)
    assert (found.status, codes(found), found.recomputed) == (Status.INTACT, ["submission.rules_unknown"], ())


def test_that_the_declaration_is_a_change_since_the_last_revision(tmp_path: Path) -> None:
    before = to_inventory(payload_of(replace(counted_once(), answers={})))
    payload = payload_of(counted_once(), previous=before, previous_sha256="0" * 64, revision=2)
    (change,) = payload["changes"]
    assert (change["key"], change["field"], change["old"], change["new"]) == (
        ["accounting"],
        "heat_pumps_metered",
        None,
        "yes",
    )
    assert verified(written(payload, tmp_path).path).sound


def test_that_nobody_waits_for_a_pipe_to_say_something(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xlsx")
    with pytest.raises(UserError) as caught:
        verified(tmp_path / "pipe.xlsx")
    assert caught.value.code == "submission.no_file"


def test_that_contradicting_activity_data_are_said(tmp_path: Path) -> None:
    payload = payload_of(builders.minimal_inventory())
    payload["entries"][0]["notation_key"] = "NO"
    assert codes(verified(written(payload, tmp_path).path)) == ["submission.contradictory"]


def test_that_a_file_under_another_ones_name_is_said(submitted: SubmissionFile) -> None:
    renamed = submitted.path.rename(submitted.path.with_name("KB-DE-07338007-2020-r1-AAAAAAA.xlsx"))
    assert codes(verified(renamed)) == ["submission.other_name"]
    assert verified(renamed.rename(renamed.with_name("attachment (1).xlsx"))).sound


def test_that_entities_and_bombs_are_refused(submitted: SubmissionFile, tmp_path: Path) -> None:
    entity = b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'
    for member in ("xl/workbook.xml", "xl/worksheets/sheet7.xml", "xl/worksheets/sheet2.xml"):
        found = verified(with_member(submitted.path, member, lambda _: entity))
        assert (found.status, codes(found)) == (Status.DAMAGED, ["submission.unreadable_workbook"])
    bomb = base64.b64encode(gzip.compress(b'{"a":"' + b" " * 30_000_000 + b'"}')).decode()
    found = verified(transport_of(tmp_path, bomb, schema="kbdesk-submission/1", sha256="0"))
    assert codes(found) == ["submission.payload_unreadable"]


@pytest.mark.parametrize(
    "document",
    [
        b"[]",
        b"{",
        b"1",
        b'{"schema": 1.5}',
        b'{"schema": NaN}',
        b"\xff",
        b"[" * 100_000,
        b'{"schema":"kbdesk-submission/1"}',
    ],
)
def test_that_a_payload_that_is_no_document_is_damaged(tmp_path: Path, document: bytes) -> None:
    text = base64.b64encode(gzip.compress(document)).decode()
    assert verified(transport_of(tmp_path, text, schema="kbdesk-submission/1", sha256="0")).status is Status.DAMAGED


def test_that_a_piece_of_the_payload_may_begin_with_a_sign(tmp_path: Path) -> None:
    text = packed(canonical_bytes(payload_of(builders.minimal_inventory())))
    place = text.index("+")
    path = transport_of(tmp_path, text, size=place, schema="kbdesk-submission/1", sha256="0")
    assert codes(verified(path)) == ["submission.hash"]


def test_that_a_revision_is_intact_too(tmp_path: Path) -> None:
    before = varied_inventory()
    municipality = replace(before.municipality, name="=Dudenhofen \ud800")
    first = written(payload_of(before), tmp_path)
    payload = payload_of(
        replace(before, municipality=municipality), revision=2, previous=before, previous_sha256=first.sha256
    )
    found = verified(written(payload, tmp_path).path)
    assert found.sound
    assert found.revision == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(data=st.data())
def test_that_no_bytes_whatever_end_in_a_traceback(submitted: SubmissionFile, data: st.DataObject) -> None:
    content = bytearray(submitted.path.read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=6)):
        content[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.one_of(st.just(len(content)), st.integers(0, len(content))))
    path = submitted.path.with_name("fuzzed.xlsx")
    path.write_bytes(bytes(content[:cut]))
    assert isinstance(verified(path), Verification)


_LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(max_size=8), st.sampled_from(["1e5", "-1", "9" * 300])
)
_SPOILED = st.one_of(_LEAVES, st.lists(_LEAVES, max_size=2), st.dictionaries(st.text(max_size=4), _LEAVES, max_size=2))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(data=st.data())
def test_that_no_payload_whatever_ends_in_a_traceback(tmp_path: Path, data: st.DataObject) -> None:
    payload = json.loads(json.dumps(payload_of(varied_inventory())))
    for _ in range(data.draw(st.integers(1, 3))):
        _spoil(payload, data)
    found = verified(transport_only(tmp_path, payload))
    assert found.status in (Status.EDITED, Status.DAMAGED, Status.FOREIGN, Status.NEWER)
    shown = (found.municipality, found.differences, [note.sentence(texts()) for note in found.findings])
    assert repr(shown).encode("utf-8")


def _spoil(payload: Any, data: st.DataObject) -> None:
    place = payload
    while True:
        keys = sorted(place) if isinstance(place, dict) else range(len(place))
        if not keys:
            return
        key: Any = data.draw(st.sampled_from(list(keys)))
        inner = place[key]
        if not isinstance(inner, dict | list) or data.draw(st.integers(0, 5)) == 0:
            place[key] = data.draw(_SPOILED)
            return
        place = inner


def _without_transport(book: Any) -> None:
    del book["Transport"]
