"""What a cell of the entry grid says: number in the reader's format, short unit, remarks, one full sentence."""

from kbdesk.models.codebook import Codebook
from kbdesk.models.inventory import COMPUTED
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import Origin
from kbdesk.models.sums import read_amount
from kbdesk.texts.entry_texts import NOTATION
from kbdesk.texts.marking import mark
from kbdesk.texts.source_texts import source_text
from kbdesk.texts.texts import Texts
from kbdesk.ui.item_models.entry_roles import CellFace
from kbdesk.ui.item_models.entry_roles import CellKind
from kbdesk.ui.item_models.entry_roles import FindingMark


def typed_text(entry: Entry | None, texts: Texts) -> str:
    """What the editor opens with: the text as typed, unless it would be read differently in today's number format."""
    if entry is None:
        return ""
    if entry.quantity is None or read_amount(entry.text, texts.numbers.decimal_mark).value == entry.quantity:
        return entry.text
    return texts.numbers.plain(entry.quantity)


def short_unit(texts: Texts, unit: str, key: EntryKey) -> str:
    """The unit's label without its explanation in brackets."""
    return texts.unit_label(unit, key.sector, key.carrier).partition(" (")[0]


def place_name(texts: Texts, key: EntryKey) -> str:
    """Sector, carrier and year of a cell."""
    return texts.tr(
        "{sector}, {carrier}, {year}",
        sector=texts.sector(key.sector),
        carrier=texts.carrier(key.carrier),
        year=str(key.year),
    )


def contained_name(where: str, texts: Texts) -> str:
    """The name of the sector, or of sector and carrier, in which a value is included."""
    sector, _, carrier = where.partition("/")
    return f"{texts.sector(sector)}, {texts.carrier(carrier)}" if carrier else texts.sector(sector)


def spoken(face: CellFace, key: EntryKey, texts: Texts) -> str:
    """The whole cell for a screen reader: sector, carrier, year, and what it holds."""
    if face.kind is CellKind.EMPTY:
        held = texts.tr("no value")
    elif face.kind is CellKind.DRAFT:
        held = texts.tr("not a number: {text}", text=face.text)
    elif face.kind is CellKind.EXPECTED:
        held = texts.tr("a value is expected")
    else:
        held = f"{face.text} {face.unit}".strip()
    return f"{place_name(texts, key)}: {held}"


def entry_face(inventory: Inventory, key: EntryKey, texts: Texts, codebook: Codebook, finding: FindingMark) -> CellFace:
    """How a cell that can hold a value looks; without remarks, which few cells are ever asked for."""
    entry = inventory.entries.get(key)
    if entry is None:
        return CellFace(finding=finding)
    kind, text = _content(entry, texts)
    shows_unit = kind is CellKind.VALUE and codebook.unit(entry.unit, entry.key.sector, entry.key.carrier) is not None
    return CellFace(
        kind=kind,
        text=text,
        unit=short_unit(texts, entry.unit, entry.key) if shows_unit else "",
        estimated=kind is CellKind.VALUE and entry.origin is Origin.START,
        computed=kind is CellKind.VALUE and entry.origin in COMPUTED,
        has_note=bool(entry.note),
        finding=finding,
    )


def _content(entry: Entry, texts: Texts) -> tuple[CellKind, str]:
    if entry.notation_key is not None:
        return CellKind.NOTATION, texts.tr(NOTATION[entry.notation_key])
    if entry.quantity is not None:
        return CellKind.VALUE, texts.numbers.plain(entry.quantity)
    if entry.is_expected:
        return CellKind.EXPECTED, texts.tr("expected")
    return (CellKind.DRAFT, entry.text) if entry.is_draft else (CellKind.EMPTY, "")


_ORIGINS = {
    Origin.START: mark("Estimated from national values for a start; replace it when you know the real value."),
    Origin.BILLS: mark("Added up from bills."),
    Origin.TRAFFIC: mark("Computed from kilometres and consumption."),
}
"""What is said of values that nobody typed."""


def entry_remarks(entry: Entry, inventory: Inventory, texts: Texts) -> tuple[str, ...]:
    """What a cell says of its value in the tooltip and to screen readers."""
    said = []
    if entry.is_draft:
        said.append(texts.tr("“{text}” is not a number; it is kept until you correct it.", text=entry.text))
    if entry.quantity is not None and entry.origin in _ORIGINS:
        said.append(texts.tr(_ORIGINS[entry.origin]))
    if entry.is_expected:
        said.append(texts.tr("A value is expected here: the year this one was carried forward from has one."))
    if entry.quantity is not None:
        unit = texts.unit_label(entry.unit, entry.key.sector, entry.key.carrier)
        said.append(texts.tr("Typed: {text} {unit}", text=entry.text, unit=unit))
    if entry.grade is not None:
        said.append(texts.tr("Data quality: {grade}", grade=entry.grade))
    if source := source_text(entry, inventory.sources, texts):
        said.append(texts.tr("Source: {source}", source=source))
    if entry.contained_in:
        said.append(texts.tr("Contained in: {where}", where=contained_name(entry.contained_in, texts)))
    if entry.note:
        said.append(texts.tr("Note: {note}", note=entry.note))
    return tuple(said)
