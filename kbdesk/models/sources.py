"""Where values come from: a source is recorded once and named by many values."""

from dataclasses import dataclass

MAX_FILE_BYTES = 10 * 1024 * 1024
"""The largest file that is kept with a source."""


@dataclass(frozen=True, slots=True)
class Source:
    """A letter, a bill, a register: who supplied it, of which day, and the file that was kept of it.

    ``id`` is given once and never shown. ``kind`` is an id of ``resources/codebook/source_kinds.csv`` (empty: not
    said), from which a data quality grade is proposed. ``date`` is the day of the letter as ISO text, empty where
    unknown. The file itself is in the document under ``file_sha256`` (empty: no file). Which page a value is on says
    the value's own ``source`` text.
    """

    id: str
    supplier: str
    kind: str = ""
    contact: str = ""
    title: str = ""
    date: str = ""
    note: str = ""
    file_name: str = ""
    file_sha256: str = ""

    @property
    def identity(self) -> tuple[str, ...]:
        """Kind, id."""
        return ("source", self.id)
