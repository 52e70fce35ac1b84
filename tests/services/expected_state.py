"""What a document must hold after random work: records and the states before them, kept by rules of its own.

Nothing here calls the services or looks into the file. Where an activity decides much by itself (bills, carrying years
forward, questions for all years) its edits are taken over after they were checked against what stands here.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace
from typing import Self

from kbdesk.models.absences import Card
from kbdesk.models.absences import Place
from kbdesk.models.answers import NO
from kbdesk.models.answers import Answer
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.changes import StepKind
from kbdesk.models.codebook import Codebook
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Municipality
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.inventory import Record
from kbdesk.models.second_looks import SecondLook

Records = Mapping[tuple[str, ...], Record]


class ExpectedState:
    """A list of states, and which of them is the present one."""

    def __init__(self, records: Iterable[Record], codebook: Codebook, cards: Sequence[Card]) -> None:
        self._book = codebook
        self._cards = cards
        self._states: list[Records] = [{record.identity: record for record in records}]
        self._place = 0
        self._visited = list(self._states)

    @classmethod
    def of_journal(
        cls, municipality: Municipality, changes: Iterable[Change], codebook: Codebook, cards: Sequence[Card]
    ) -> Self:
        """The states a document went through from its beginning, as its journal tells."""
        state = cls([municipality], codebook, cards)
        for change in changes:
            if change.kind is StepKind.EDIT:
                state.take_over(change.edits)
            elif change.kind is StepKind.UNDO:
                state.undo()
            else:
                state.redo()
        return state

    @property
    def records(self) -> Records:
        """Every record by its identity."""
        return self._states[self._place]

    @property
    def can_undo(self) -> bool:
        """Whether a step made here stands."""
        return self._place > 0

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back and nothing was done since."""
        return self._place < len(self._states) - 1

    @property
    def previous(self) -> Records:
        """The state that *undo* leads to; the present one where there is none."""
        return self._states[max(0, self._place - 1)]

    @property
    def following(self) -> Records:
        """The state that *redo* leads to; the present one where there is none."""
        return self._states[min(len(self._states) - 1, self._place + 1)]

    def undo(self) -> None:
        """Go back one state."""
        self._place -= self.can_undo
        self._visited.append(self.records)

    def redo(self) -> None:
        """Go forward one state."""
        self._place += self.can_redo
        self._visited.append(self.records)

    def edit(self, edits: Iterable[Edit]) -> bool:
        """Make a new state with these edits and what follows from them; whether anything changed."""
        real = [edit for edit in edits if edit.before != edit.after]
        if not real:
            return False
        after = dict(self.records)
        for edit in (*real, *self._looks_lost(real), *self._absences(real)):
            assert after.get(edit.identity) == edit.before
            if edit.after is None:
                del after[edit.identity]
            else:
                after[edit.identity] = edit.after
        self._arrive(after)
        return True

    def take_over(self, edits: Iterable[Edit]) -> None:
        """Make a new state with exactly these edits, each of which must begin at what stands here."""
        after = dict(self.records)
        for edit in edits:
            assert after.get(edit.identity) == edit.before
            after.pop(edit.identity, None)
            if edit.after is not None:
                after[edit.identity] = edit.after
        self._arrive(after)

    def entries(self) -> dict[EntryKey, Entry]:
        """The entries by their place."""
        return {record.key: record for record in self.records.values() if isinstance(record, Entry)}

    def entry(self, key: EntryKey) -> Entry | None:
        """What stands in a cell."""
        found = self.records.get(Entry(key).identity)
        return found if isinstance(found, Entry) else None

    def changed(self, key: EntryKey, change: Callable[[Entry], Entry]) -> Edit:
        """The edit of one cell; an entry that says nothing is none."""
        before = self.entry(key)
        return Edit(before, self._or_nothing(change(before or Entry(key, unit=self.usual_unit(key)))))

    def expected_before(self, key: EntryKey) -> Entry | None:
        """The expected entry in whose place the present text was typed, if it was."""
        now = self.entry(key)
        if now is None or not now.text:
            return None
        for records in reversed(self._visited):
            earlier = records.get(now.identity)
            if not isinstance(earlier, Entry) or not earlier.text:
                return earlier if isinstance(earlier, Entry) and earlier.is_expected else None
        return None

    def usual_unit(self, key: EntryKey) -> str:
        """The unit of the nearest earlier year, else that of the codebook; none where gross or net is asked for."""
        earlier = [e for e in self.entries().values() if e.key[1:] == key[1:] and e.key.year < key.year and e.unit]
        if earlier:
            return max(earlier, key=lambda entry: entry.key.year).unit
        return "" if self._book.asks_basis(key.sector, key.carrier) else self._book.default_unit(key.carrier)

    def absent(self) -> frozenset[Place]:
        """What the municipality said does not exist."""
        answers = {record.question: record.value for record in self.records.values() if isinstance(record, Answer)}
        return frozenset(place for card in self._cards if answers.get(card.answer_id) == NO for place in card.places)

    def _arrive(self, records: Records) -> None:
        self._states[self._place + 1 :] = [records]
        self._place += 1
        self._visited.append(records)

    def _or_nothing(self, entry: Entry) -> Entry | None:
        beside = (entry.source, entry.source_id, entry.note, entry.grade, entry.parameters)
        if entry.text or entry.notation_key or any(beside) or entry.is_expected:
            return entry
        pair = self._book.basis_pair(self._book.default_unit(entry.key.carrier), *entry.key[1:]) or ()
        return None if entry.unit in ("", self.usual_unit(entry.key), *pair) else entry

    def _looks_lost(self, edits: Sequence[Edit]) -> list[Edit]:
        touched = {e.record.key[:2] for e in edits if isinstance(e.record, Entry)}
        edited = {edit.identity for edit in edits}
        looks = [record for record in self.records.values() if isinstance(record, SecondLook)]
        return [Edit(s, None) for s in looks if (s.year, s.sector) in touched and s.identity not in edited]

    def _absences(self, edits: Sequence[Edit]) -> list[Edit]:
        made = {edit.after.key for edit in edits if isinstance(edit.after, Entry)}
        new_years = {key.year for key in made} - {key.year for key in self.entries()}
        keys = [EntryKey(year, *place) for year in new_years for place in self.absent()]
        carried = (Entry(key, notation_key=NotationKey.NO, origin=Origin.CARRIED) for key in keys if key not in made)
        return [Edit(None, entry) for entry in carried]


def with_key(entry: Entry, key: NotationKey | None) -> Entry:
    """The entry with a notation key in place of a value, or without one."""
    if key is None:
        return replace(entry, notation_key=None, contained_in="")
    where = entry.contained_in if key is NotationKey.IE else ""
    return replace(entry, text="", quantity=None, notation_key=key, contained_in=where, origin=Origin.TYPED)
