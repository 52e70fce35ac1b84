"""What carrying years forward would make, as rows of a table: one a sector and energy carrier, with its years."""

from collections.abc import Mapping

from kbdesk.models.carrying import CarryPlan
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import NotationKey
from kbdesk.models.sources import Source
from kbdesk.models.year_lists import years_in_words
from kbdesk.texts.entry_texts import NOTATION
from kbdesk.texts.texts import Texts


def carry_header(texts: Texts) -> tuple[str, ...]:
    """The columns of the rows."""
    tr = texts.tr
    return tr("Sector"), tr("Energy carrier"), tr("What comes along"), tr("Source"), tr("Years")


def carry_rows(plan: CarryPlan, sources: Mapping[str, Source], texts: Texts) -> list[tuple[str, ...]]:
    """The rows in the order of the plan."""
    by_place: dict[tuple[str, str], list[Entry]] = {}
    for entry in plan.entries:
        by_place.setdefault((entry.key.sector, entry.key.carrier), []).append(entry)
    return [
        (
            texts.sector(sector),
            texts.carrier(carrier),
            what_comes(entries[0], texts),
            sources[entries[0].source_id].supplier if entries[0].source_id in sources else "",
            years_in_words(tuple(sorted(entry.key.year for entry in entries))),
        )
        for (sector, carrier), entries in by_place.items()
    ]


def what_comes(entry: Entry, texts: Texts) -> str:
    """A carried entry in words: an expected value with its unit, or the key with a question mark behind it."""
    if entry.notation_key is None:
        unit = texts.unit_label(entry.unit, entry.key.sector, entry.key.carrier)
        return texts.tr("a value, in {unit}", unit=unit) if unit else texts.tr("a value")
    return texts.tr("{key}: still true?", key=key_words(entry, texts))


def key_words(entry: Entry, texts: Texts) -> str:
    """The notation key in plain words, where a value is contained, and the note."""
    if entry.notation_key is None:
        return ""
    said = texts.tr(NOTATION[entry.notation_key])
    if entry.notation_key is NotationKey.IE and entry.contained_in:
        sector, _, carrier = entry.contained_in.partition("/")
        where = texts.sector(sector) + (f", {texts.carrier(carrier)}" if carrier else "")
        said = texts.tr("contained in {where}", where=where)
    return f"{said} ({entry.note})" if entry.note else said
