"""Random work of an officer on an open document, step by step against what must come of it."""

import random
from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from kbdesk.errors import UserError
from kbdesk.models.acknowledgements import Acknowledgement
from kbdesk.models.answers import Answer
from kbdesk.models.bills import Bill
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.counting import HEAT_PUMPS_METERED
from kbdesk.models.findings import Level
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.second_looks import SecondLook
from kbdesk.models.sources import Source
from kbdesk.services import acknowledging
from kbdesk.services import billing
from kbdesk.services import data_entry
from kbdesk.services import declaring
from kbdesk.services import evidence
from kbdesk.services import guiding
from kbdesk.services import second_looks
from kbdesk.services import sources
from kbdesk.services import years
from kbdesk.services.desk import Desk
from kbdesk.services.history import describe
from kbdesk.services.history import history_of
from tests.builders import records_in
from tests.services.expected_state import ExpectedState
from tests.services.expected_state import with_key

CELLS = (
    ("residential", "electricity"),
    ("residential", "natural_gas"),
    ("residential", "heating_oil"),
    ("residential", "ambient_heat"),
    ("tertiary", "electricity"),
    ("municipal_buildings", "district_heat"),
    ("industry", "natural_gas"),
    ("public_transport_rail", "electricity"),
    ("road_passenger", "diesel"),
    ("municipal_fleet", "diesel"),
)
YEARS = (2010, 2015, 2019, 2020, 2021)
TYPED: tuple[tuple[str, Decimal | None], ...] = (
    ("412.345", Decimal(412345)),
    ("412,345", Decimal("412.345")),
    ("1 234,5", Decimal("1234.5")),
    ("9800", Decimal(9800)),
    ("0", Decimal(0)),
    ("0,10", Decimal("0.10")),
    ("12 oder 13", None),
    ("?", None),
    ("", None),
)
"""What is typed with a decimal comma, and the number it is."""
UNITS = ("MWh", "kWh", "GJ")
DAY = date(2024, 3, 5)
LETTER = b"%PDF-1.7 a letter"


class RandomWork:
    """One officer at one document; the same seed does the same work."""

    def __init__(self, desk: Desk, path: Path, seed: int) -> None:
        self.desk = desk
        self.path = path
        self.dice = random.Random(seed)  # noqa: S311 - repeatable, not secret
        self.project = desk.open(path)
        self.expected = self._told()
        self._texts = [desk.reference.texts(language) for language in ("en", "de")]
        self._works: Sequence[tuple[int, Callable[[], None]]] = (
            (30, self.type_quantity),
            (4, self.type_unit),
            (5, self.type_beside),
            (5, self.give_key),
            (4, self.give_keys),
            (3, self.say_contained),
            (3, self.clear),
            (4, self.paste),
            (4, self.add_source),
            (3, self.change_source),
            (3, self.remove_source),
            (4, self.name_source),
            (2, self.keep_letter),
            (4, self.enter_bills),
            (3, self.answer),
            (3, self.declare),
            (3, self.acknowledge),
            (4, self.look_twice),
            (2, self.begin_year),
            (2, self.confirm),
            (16, self.undo),
            (10, self.redo),
        )

    def step(self) -> None:
        """Do one thing and hold the document in memory against what must be there."""
        weights, works = zip(*self._works, strict=True)
        (work,) = self.dice.choices(works, weights)
        work()
        assert {record.identity: record for record in records_in(self.project.inventory)} == self.expected.records

    def go_back_and_forth(self) -> None:
        """Take back many steps and repeat some of them."""
        for _ in range(self.dice.randrange(1, 12)):
            self.undo()
        for _ in range(self.dice.randrange(12)):
            self.redo()
        assert {record.identity: record for record in records_in(self.project.inventory)} == self.expected.records

    def restart(self) -> None:
        """Close and open: everything must be as it was, also what follows from it, and told in words."""
        self.check_file()
        results, findings = dict(self.project.results), self.project.findings
        undoable, redoable = self.project.undoable, self.project.redoable
        self.project.close()
        self.project = self.desk.open(self.path)
        assert dict(self.project.results) == results
        assert self.project.findings == findings
        assert (self.project.undoable, self.project.redoable) == (undoable, redoable)
        self.check_file()

    def check_file(self) -> None:
        """Hold the file against what must be there, and tell its history."""
        inventory = self.project.document.read_inventory()
        assert {record.identity: record for record in records_in(inventory)} == self.expected.records
        assert (self.project.undoable is None) == (not self.expected.can_undo)
        assert (self.project.redoable is None) == (not self.expected.can_redo)
        for key in list(self.expected.entries())[:3]:
            assert all(history_of(self.project, key, texts) for texts in self._texts)

    def close(self) -> None:
        """Close the document."""
        self.project.close()

    def type_quantity(self) -> None:
        key, (text, quantity) = self._key(), self.dice.choice(TYPED)
        expected_again = not text and self.expected.expected_before(key) is not None
        now = self.expected.entry(key)

        def typed(entry: Entry) -> Entry:
            origin = Origin.CARRIED if expected_again else Origin.TYPED
            return replace(
                self._with_unit(entry), text=text, quantity=quantity, notation_key=None, contained_in="", origin=origin
            )

        change = data_entry.record_quantity(self.project, key, text, ",")
        self._changed(change, [] if now is not None and now.text == text else [self.expected.changed(key, typed)])

    def type_unit(self) -> None:
        key, unit = self._key(), self.dice.choice(UNITS)
        change = data_entry.record_unit(self.project, key, unit)
        self._changed(change, [self.expected.changed(key, lambda entry: replace(entry, unit=unit))])

    def type_beside(self) -> None:
        """Note, source in words or grade."""
        key, number = self._key(), str(self.dice.randrange(3))
        grade = self.dice.choice([None, *Grade])
        record, change = self.dice.choice(
            [
                (partial(data_entry.record_note, note=f" n{number} "), lambda e: replace(e, note=f"n{number}")),
                (partial(data_entry.record_source, source=f"p. {number}"), lambda e: replace(e, source=f"p. {number}")),
                (partial(data_entry.record_note, note=""), lambda e: replace(e, note="")),
                (partial(data_entry.record_grade, grade=grade), lambda e: replace(e, grade=grade)),
            ]
        )
        self._changed(record(self.project, key), [self.expected.changed(key, change)])

    def give_key(self) -> None:
        key, notation = self._key(), self.dice.choice([None, *NotationKey])
        change = data_entry.record_notation_key(self.project, key, notation)
        self._changed(change, [self.expected.changed(key, lambda entry: with_key(entry, notation))])

    def give_keys(self) -> None:
        keys, notation = self._keys(), self.dice.choice([None, *NotationKey])
        change = data_entry.record_notation_keys(self.project, keys, notation, note="all")

        def keyed(entry: Entry) -> Entry:
            return replace(with_key(entry, notation), note="all")

        self._changed(change, [self.expected.changed(key, keyed) for key in keys])

    def say_contained(self) -> None:
        key, where = self._key(), self.dice.choice(["industry", "tertiary/electricity"])
        edit = self.expected.changed(key, lambda entry: replace(with_key(entry, NotationKey.IE), contained_in=where))
        if where in {key.sector, "/".join(key[1:])}:
            with pytest.raises(UserError):
                data_entry.record_contained_in(self.project, key, where)
            return
        self._changed(data_entry.record_contained_in(self.project, key, where), [edit])

    def clear(self) -> None:
        keys = self._keys()
        found = [(key, entry) for key in keys if (entry := self.expected.entry(key)) is not None]
        edits = [Edit(entry, self.expected.expected_before(key)) for key, entry in found]
        self._changed(data_entry.clear(self.project, keys), edits)

    def paste(self) -> None:
        block = {key: self.dice.choice([typed for typed in TYPED if typed[0]]) for key in self._keys()}
        change = data_entry.paste(self.project, {key: text for key, (text, _) in block.items()}, ",")
        self._changed(change, [self._pasted(key, *typed) for key, typed in block.items()])

    def add_source(self) -> None:
        made = sources.new_source(self.project, supplier="Stadtwerke", kind=self.dice.choice(["", "operator"]))
        self._changed(sources.add_source(self.project, made), [Edit(None, made)])

    def change_source(self) -> None:
        if source := self._source():
            title = f"letter {self.dice.randrange(4)}"
            change = sources.change_source(self.project, source.id, "title", title)
            self._changed(change, [Edit(source, replace(source, title=title))])

    def remove_source(self) -> None:
        if source := self._source():
            users = [r for r in self.expected.records.values() if isinstance(r, Entry | Bill)]
            if any(user.source_id == source.id for user in users):
                with pytest.raises(UserError):
                    sources.remove_source(self.project, source.id)
                return
            self._changed(sources.remove_source(self.project, source.id), [Edit(source, None)])

    def name_source(self) -> None:
        source, keys = self._source(), self._keys()
        source_id = source.id if source else ""
        change = data_entry.record_source_id(self.project, keys, source_id, "p. 2")
        named = partial(replace, source_id=source_id, source="p. 2")
        self._changed(change, [self.expected.changed(key, named) for key in keys])

    def keep_letter(self) -> None:
        if source := self._source():
            letter = self.path.with_name("letter.pdf")
            letter.write_bytes(LETTER + bytes([self.dice.randrange(3)]))
            change = evidence.attach_file(self.project, source.id, letter)
            kept = self.project.inventory.sources[source.id].file_sha256
            assert self.project.document.file_content(kept) == letter.read_bytes()
            self._changed(change, [Edit(source, replace(source, file_name="letter.pdf", file_sha256=kept))])

    def enter_bills(self) -> None:
        """Bills of one meter: those that are there and one more, of a year or across two."""
        sector, carrier = self.dice.choice(CELLS)
        there = billing.bills_of_cell(self.project, sector, carrier)
        first = date(self.dice.choice(YEARS), self.dice.choice([1, 10]), 1)
        last = date(first.year + (first.month > 1), 12 if first.month == 1 else 9, 31 if first.month == 1 else 30)
        unit = there[0].unit if there else "MWh"
        amount = Decimal(self.dice.randrange(1, 9000))
        new = billing.new_bill(sector, carrier, (first, last), str(amount), amount, unit)
        try:
            change = billing.record_bills(self.project, sector, carrier, (*there, new), ",")
        except UserError:
            assert any(bill.first_day <= last and first <= bill.last_day for bill in there)
            return
        assert change is not None
        for edit in change.edits:
            assert isinstance(edit.record, Bill | Entry | SecondLook)
            if isinstance(edit.before, Entry) and edit.before.text:
                assert edit.before.origin is Origin.BILLS
        if first.month == 1:
            computed = self.project.inventory.entries.get(EntryKey(first.year, sector, carrier))
            assert computed is not None
            assert computed.origin is not Origin.BILLS or computed.quantity == amount
        self._taken_over(change)

    def answer(self) -> None:
        card, value = self.dice.choice(self.desk.reference.cards), self.dice.choice(guiding.ANSWERS)
        change = guiding.answer_card(self.project, card, value)
        for edit in change.edits if change else ():
            assert not (isinstance(edit.before, Entry) and (edit.before.text or edit.before.note))
            assert not (isinstance(edit.after, Entry) and edit.after.text)
        if change is not None:
            self._taken_over(change)

    def declare(self) -> None:
        said = self.dice.choice(declaring.HEAT_PUMPS)
        before = self.expected.records.get(Answer(HEAT_PUMPS_METERED, "").identity)
        after = Answer(HEAT_PUMPS_METERED, said) if said else None
        self._changed(
            declaring.declare_heat_pumps(self.project, said), [Edit(before, after)] if before or after else []
        )

    def acknowledge(self) -> None:
        open_ones = [finding for finding in self.project.findings if finding.level is not Level.ERROR]
        if not open_ones:
            return
        finding, reason = self.dice.choice(open_ones), self.dice.choice(list(self.desk.reference.reasons))
        place = (finding.code, finding.year or 0, finding.sector, finding.carrier)
        of_now = acknowledging.fingerprint(self.project, finding)
        given = Acknowledgement(
            *place, of_now, reason, "seen", self.project.document.who, self.project.today().isoformat()
        )
        change = acknowledging.acknowledge(self.project, finding, reason, " seen ")
        before = self.expected.records.get(given.identity)
        self._changed(change, [Edit(before, given)])
        resting = [each for each in self.project.findings if each.place == finding.place]
        assert all(each.acknowledged == given for each in resting)

    def look_twice(self) -> None:
        key = self._key()
        look = SecondLook(key.year, key.sector, self.project.document.who, self.project.today().isoformat())
        before = self.expected.records.get(look.identity)
        if before is not None and self.dice.random() < 0.3:
            self._changed(second_looks.take_back(self.project, key.year, key.sector), [Edit(before, None)])
        else:
            self._changed(second_looks.check(self.project, key.year, key.sector), [Edit(before, look)])

    def begin_year(self) -> None:
        known = {key.year for key in self.expected.entries()}
        if not known:
            return
        start, goal = self.dice.choice(sorted(known)), self.dice.choice([*YEARS, 2022, 2023])
        change = years.carry_forward(self.project, years.plan(self.project, start, [goal]))
        for edit in change.edits if change else ():
            if isinstance(edit.record, Entry):
                assert edit.before is None
                assert edit.record.key.year == goal
                assert edit.record.quantity is None
                assert not edit.record.text
        if change is not None:
            self._taken_over(change)

    def confirm(self) -> None:
        keys = [e.key for e in self.expected.entries().values() if e.origin is Origin.CARRIED and e.notation_key]
        edits = [
            Edit(entry, replace(entry, origin=Origin.TYPED)) for key in keys if (entry := self.expected.entry(key))
        ]
        self._changed(years.confirm(self.project, keys), edits)

    def undo(self) -> None:
        could = self.expected.can_undo
        change = self.project.undo()
        assert (change is not None) == could
        self.expected.undo()

    def redo(self) -> None:
        could = self.expected.can_redo
        change = self.project.redo()
        assert (change is not None) == could
        self.expected.redo()

    def _changed(self, change: Change | None, edits: Sequence[Edit]) -> None:
        assert (change is not None) == self.expected.edit(edits)
        self._say(change)

    def _taken_over(self, change: Change) -> None:
        self.expected.take_over(change.edits)
        self._say(change)

    def _say(self, change: Change | None) -> None:
        if change is not None:
            assert all(describe(change, texts) for texts in self._texts)

    def _told(self) -> ExpectedState:
        reference, document = self.desk.reference, self.project.document
        (first, *_) = records_in(self.project.inventory)
        assert first == self.project.municipality
        journal = document.changes_since(0)
        return ExpectedState.of_journal(self.project.municipality, journal, reference.codebook, reference.cards)

    def _key(self) -> EntryKey:
        return EntryKey(self.dice.choice(YEARS), *self.dice.choice(CELLS))

    def _keys(self) -> list[EntryKey]:
        return list(dict.fromkeys(self._key() for _ in range(self.dice.randrange(1, 6))))

    def _source(self) -> Source | None:
        found = [record for record in self.expected.records.values() if isinstance(record, Source)]
        return self.dice.choice(found) if found else None

    def _with_unit(self, entry: Entry) -> Entry:
        """An entry of whose unit nobody was asked (a key stood there) gets the usual one with its value."""
        if entry.text or entry.unit:
            return entry
        return replace(entry, unit=self.expected.usual_unit(entry.key))

    def _pasted(self, key: EntryKey, text: str, quantity: Decimal | None) -> Edit:
        now = self.expected.entry(key)
        if now is not None and now.text == text:
            return Edit(now, now)
        return self.expected.changed(
            key,
            lambda entry: replace(
                self._with_unit(entry),
                text=text,
                quantity=quantity,
                notation_key=None,
                contained_in="",
                origin=Origin.PASTED,
            ),
        )
