"""What a cell of the entry grid says: number in the reader's format, short unit, remarks, one full sentence."""

from kbdesk.models.codebook import Codebook
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Origin
from kbdesk.models.numbers import read_number
from kbdesk.services.explaining import NOTATION
from kbdesk.texts.texts import Texts
from kbdesk.ui.item_models.entry_roles import CellFace
from kbdesk.ui.item_models.entry_roles import CellKind
from kbdesk.ui.item_models.entry_roles import FindingMark


def typed_text(entry: Entry | None, texts: Texts) -> str:
    """What the editor opens with: the text as typed, unless it would be read differently in today's number format."""
    if entry is None:
        return ""
    if entry.quantity is None or read_number(entry.text, texts.numbers.decimal_mark).value == entry.quantity:
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


def spoken(face: CellFace, key: EntryKey, texts: Texts) -> str:
    """The whole cell for a screen reader: sector, carrier, year, and what it holds."""
    if face.kind is CellKind.EMPTY:
        held = texts.tr("no value")
    elif face.kind is CellKind.DRAFT:
        held = texts.tr("not a number: {text}", text=face.text)
    else:
        held = f"{face.text} {face.unit}".strip()
    return f"{place_name(texts, key)}: {held}"


def entry_face(
    entry: Entry | None, texts: Texts, codebook: Codebook, finding: tuple[FindingMark, tuple[str, ...]]
) -> CellFace:
    """How a cell that can hold a value looks."""
    worst, sentences = finding
    if entry is None:
        return CellFace(finding=worst, remarks=sentences)
    kind, text = _content(entry, texts)
    shows_unit = kind is CellKind.VALUE and codebook.unit(entry.unit, entry.key.sector, entry.key.carrier) is not None
    return CellFace(
        kind=kind,
        text=text,
        unit=short_unit(texts, entry.unit, entry.key) if shows_unit else "",
        estimated=kind is CellKind.VALUE and entry.origin is Origin.START,
        has_note=bool(entry.note),
        finding=worst,
        remarks=(*sentences, *_remarks(entry, texts)),
    )


def _content(entry: Entry, texts: Texts) -> tuple[CellKind, str]:
    if entry.notation_key is not None:
        return CellKind.NOTATION, texts.tr(NOTATION[entry.notation_key])
    if entry.quantity is not None:
        return CellKind.VALUE, texts.numbers.plain(entry.quantity)
    return (CellKind.DRAFT, entry.text) if entry.is_draft else (CellKind.EMPTY, "")


def _remarks(entry: Entry, texts: Texts) -> tuple[str, ...]:
    said = []
    if entry.is_draft:
        said.append(texts.tr("“{text}” is not a number; it is kept until you correct it.", text=entry.text))
    if entry.origin is Origin.START and entry.quantity is not None:
        said.append(texts.tr("Estimated from national values for a start; replace it when you know the real value."))
    if entry.quantity is not None:
        unit = texts.unit_label(entry.unit, entry.key.sector, entry.key.carrier)
        said.append(texts.tr("Typed: {text} {unit}", text=entry.text, unit=unit))
    if entry.grade is not None:
        said.append(texts.tr("Data quality: {grade}", grade=entry.grade))
    if entry.source:
        said.append(texts.tr("Source: {source}", source=entry.source))
    if entry.note:
        said.append(texts.tr("Note: {note}", note=entry.note))
    return tuple(said)
