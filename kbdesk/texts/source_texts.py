"""Sources as a person reads them: “Stadtwerke, letter of 14 Feb 2023, p. 2”."""

from collections.abc import Mapping
from datetime import date

from kbdesk.models.inventory import Entry
from kbdesk.models.sources import Source
from kbdesk.texts.texts import Texts


def source_text(entry: Entry, sources: Mapping[str, Source], texts: Texts) -> str:
    """Where a value is from, with the place in it; empty where nothing is said."""
    source = sources.get(entry.source_id)
    if source is None:
        return entry.source
    return ", ".join(part for part in (source_line(source, texts), entry.source) if part)


def source_line(source: Source, texts: Texts) -> str:
    """Supplier, title and day of a source, as far as they are known."""
    day = source_day(source, texts)
    if source.title and day:
        return _joined(source.supplier, texts.tr("{title} of {day}", title=source.title, day=day))
    return _joined(source.supplier, source.title or day)


def source_day(source: Source, texts: Texts) -> str:
    """The day of a source; one that another program wrote and nobody can read stands for itself."""
    if not source.date:
        return ""
    try:
        return texts.numbers.day(date.fromisoformat(source.date))
    except ValueError:
        return source.date


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
