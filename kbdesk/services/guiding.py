"""The guide of a first inventory: questions answered once for all years, eight numbers, how far one is.

Everything is a record of the inventory: the answers, the inhabitants, the entries. Which page was left is kept in the
same step as the last answer given there, so that moving through the pages is nothing to undo.
"""

from collections.abc import Collection
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace

from kbdesk.errors import UserError
from kbdesk.models.absences import Card
from kbdesk.models.absences import Place
from kbdesk.models.absences import absent_places
from kbdesk.models.answers import NO
from kbdesk.models.answers import YES
from kbdesk.models.answers import Answer
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.guide_numbers import GuideCell
from kbdesk.models.guide_numbers import GuideNumber
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.services.data_entry import blank_entry
from kbdesk.services.data_entry import quantity_edit
from kbdesk.services.project import Project

UNSURE = "unsure"
ANSWERS = (YES, NO, UNSURE)
_ACTIONS = {YES: "guide.yes", NO: "guide.no", UNSURE: "guide.unsure"}
PAGE = "guide_page"
"""The answer that holds the page of the guide at which the last answer was given."""
INHABITANTS = "inhabitants"
CARDS = "cards"
RESULT = "result"


@dataclass(frozen=True, slots=True)
class PageState:
    """One page of the guide: answered, or nothing to answer because it was said not to exist here."""

    page: str
    answered: bool
    absent: bool = False


@dataclass(frozen=True, slots=True)
class GuideState:
    """The pages of the guide for a year; the last, the result, is reached when all others are answered."""

    year: int
    pages: tuple[PageState, ...]

    @property
    def answered(self) -> int:
        """The number of pages with an answer."""
        return sum(page.answered for page in self.pages)

    @property
    def begun(self) -> bool:
        """Whether anything of this guide was answered but the inhabitants, who may come with the municipality."""
        return any(page.answered for page in self.pages if page.page != INHABITANTS)

    @property
    def finished(self) -> bool:
        """Whether every page is answered."""
        return all(page.answered for page in self.pages)

    @property
    def first_open(self) -> str:
        """The first page without an answer; the result where there is none."""
        return next((page.page for page in self.pages if not page.answered), RESULT)


def page_ids(project: Project) -> tuple[str, ...]:
    """The pages of the guide in their order."""
    return (INHABITANTS, CARDS, *(number.id for number in project.reference.guide_numbers.numbers), RESULT)


def state(project: Project, year: int) -> GuideState:
    """How far the guide is for a year."""
    inventory, absent = project.inventory, project.absent
    asked = (
        PageState(INHABITANTS, answered=bool(inventory.population(year))),
        PageState(CARDS, answered=all(inventory.answer(card.answer_id) for card in project.reference.cards)),
        *(_number_state(project, number, year, absent) for number in project.reference.guide_numbers.numbers),
    )
    return GuideState(year, (*asked, PageState(RESULT, answered=all(page.answered for page in asked))))


def finished(project: Project, year: int) -> bool:
    """Whether every question of the guide is answered for a year."""
    return state(project, year).finished


def resume_page(project: Project, year: int) -> str:
    """The page to go on with: the one left, or the next one without an answer where it has been given."""
    now, left = state(project, year), project.inventory.answer(PAGE)
    places = [page.page for page in now.pages]
    if left not in places:
        return now.first_open
    later = now.pages[places.index(left) :]
    return next((page.page for page in later if not page.answered), now.first_open)


def answer_card(project: Project, card: Card, value: str) -> Change | None:
    """Answer a question for all years, as one step.

    *No* sets the key *does not exist here* in every place of the card in every year that has entries (other years get
    it with their first entry), never over a value, another key or a note: see ``kept``. Any other answer takes back the
    keys that were set so and not edited since, but those that another card's *no* asks for.
    """
    if value not in ANSWERS:
        raise UserError("guide.answer", found=value)
    inventory = project.inventory
    before, answer = inventory.answers.get(card.answer_id), Answer(card.answer_id, value)
    if before == answer:
        return None
    keys = _set_absent(project, card.places) if value == NO else _take_back(project, card)
    edits = [Edit(before, answer), *keys, *_page_edit(project, CARDS)]
    return project.commit(_ACTIONS[value], {"question": card.question, "card": card.id}, edits)


def kept(project: Project, card: Card) -> tuple[EntryKey, ...]:
    """The entries that stay although the card says *no*: they hold a value, another key or a note."""
    return tuple(entry.key for entry in _entries(project, card.places) if not _gives_way(entry) and not _is_no(entry))


def record_quantity(
    project: Project, number: GuideNumber, key: EntryKey, text: str, decimal_mark: str, unit: str
) -> Change | None:
    """Record the quantity typed for a number; an empty text deletes it.

    A new entry is in ``unit`` unless another one was typed behind the number, and gets the grade such a letter is
    usually worth.
    """
    edit = quantity_edit(project, key, text, decimal_mark, Origin.TYPED, unit)
    after = edit.after
    if not text.strip() and isinstance(after, Entry):
        after = _left_of(replace(after, grade=None) if after.grade is number.grade else after)
    elif isinstance(after, Entry) and (edit.before is None or not _has_value(edit.before)):
        after = replace(after, grade=after.grade or number.grade)
    return _commit(project, "entry.quantity", number.id, key, text.strip(), Edit(edit.before, after))


def record_key(project: Project, page: str, key: EntryKey, notation_key: NotationKey | None) -> Change | None:
    """Record why there is no value; it takes the value's place (undo brings it back). ``None`` takes it back."""
    before = project.inventory.entries.get(key)
    if notation_key is None:
        after = _left_of(replace(before, notation_key=None)) if before else None
    else:
        entry = before or blank_entry(project, key)
        after = replace(entry, text="", quantity=None, notation_key=notation_key, origin=Origin.TYPED)
    return _commit(project, "entry.notation_key", page, key, notation_key or "–", Edit(before, after))


def cell_to_show(project: Project, number: GuideNumber, year: int) -> GuideCell:
    """The place of a number to begin with: the first with an answer in the year, else the first that exists here."""
    entries, absent = project.inventory.entries, project.absent
    keys = {cell: entries.get(EntryKey(year, *cell.place)) for cell in number.cells}
    answered = next((cell for cell, entry in keys.items() if entry is not None and _is_answer(entry)), None)
    existing = next((cell for cell in number.cells if cell.place not in absent), number.cells[0])
    return answered or existing


def _commit(project: Project, action: str, page: str, key: EntryKey, shown: str, edit: Edit) -> Change | None:
    if edit.before == edit.after:
        return None
    place = {"year": str(key.year), "sector": key.sector, "carrier": key.carrier, "value": shown}
    return project.commit(action, place, [edit, *_page_edit(project, page)])


def _page_edit(project: Project, page: str) -> tuple[Edit, ...]:
    before, after = project.inventory.answers.get(PAGE), Answer(PAGE, page)
    return () if before == after else (Edit(before, after),)


def _number_state(project: Project, number: GuideNumber, year: int, absent: Collection[Place]) -> PageState:
    entries = project.inventory.entries
    found = [entry for s, c in number.places if (entry := entries.get(EntryKey(year, s, c))) is not None]
    is_absent = number.places <= set(absent)
    answered = any(_is_answer(entry) for entry in found)
    return PageState(number.id, answered=answered or is_absent, absent=is_absent and not answered)


def _is_answer(entry: Entry) -> bool:
    return bool(entry.text or entry.notation_key) and not _is_set_by_card(entry)


def _set_absent(project: Project, places: Collection[Place]) -> Iterator[Edit]:
    for year in project.inventory.years:
        for sector, carrier in sorted(places):
            key = EntryKey(year, sector, carrier)
            before = project.inventory.entries.get(key)
            if before is None:
                yield Edit(None, Entry(key, notation_key=NotationKey.NO, origin=Origin.CARRIED))
            elif _gives_way(before):
                yield Edit(before, replace(before, notation_key=NotationKey.NO, origin=Origin.CARRIED))


def _take_back(project: Project, card: Card) -> Iterator[Edit]:
    """Nothing where the card did not say *no*."""
    if project.inventory.answer(card.answer_id) != NO:
        return
    others = [other for other in project.reference.cards if other.id != card.id]
    places = card.places - absent_places(others, project.inventory.answers)
    for entry in _entries(project, places):
        if _is_set_by_card(entry):
            yield Edit(entry, _left_of(replace(entry, notation_key=None)))


def _has_value(record: object) -> bool:
    return isinstance(record, Entry) and bool(record.text)


def _left_of(entry: Entry) -> Entry | None:
    """The entry where it says anything; a unit alone says that a value is expected if it was carried forward."""
    expected = entry.origin is Origin.CARRIED and entry.unit
    says = entry.text or entry.source or entry.source_id or entry.note or entry.grade or entry.parameters
    return entry if says or expected else None


def _entries(project: Project, places: Collection[Place]) -> Iterator[Entry]:
    known = project.inventory.entries
    for year in project.inventory.years:
        for sector, carrier in sorted(places):
            if (entry := known.get(EntryKey(year, sector, carrier))) is not None:
                yield entry


def _gives_way(entry: Entry) -> bool:
    return not entry.text and entry.notation_key is None and not entry.note


def _is_no(entry: Entry) -> bool:
    return entry.notation_key is NotationKey.NO


def _is_set_by_card(entry: Entry) -> bool:
    return _is_no(entry) and entry.origin is Origin.CARRIED and not entry.note
