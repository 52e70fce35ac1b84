"""What a report says, as plain records in the language of the reader; each writer puts the same into its own form."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kbdesk.charts.data import Chart


class Look(StrEnum):
    """How a paragraph is set: as running text, as the one sentence that matters, or as a small note."""

    TEXT = "text"
    LEAD = "lead"
    NOTE = "note"


class Heading(NamedTuple):
    """A heading of level 1 (the title) to 3."""

    level: int
    text: str


class Paragraph(NamedTuple):
    """One paragraph; line ends are kept."""

    text: str
    look: Look = Look.TEXT


class Items(NamedTuple):
    """A list, numbered or with dots."""

    texts: tuple[str, ...]
    numbered: bool = False


class KeyNumber(NamedTuple):
    """A number to remember: as it is written, what it is, and what to hold it against."""

    value: str
    meaning: str
    comparison: str = ""


class KeyNumbers(NamedTuple):
    """A few numbers side by side under what they are; ``title`` names them for those who cannot see them."""

    title: str
    numbers: tuple[KeyNumber, ...]


class Picture(NamedTuple):
    """A chart with its alternative text; the writer draws it. ``main``: the one of the first page, as high as fits."""

    chart: Chart
    main: bool = False

    @property
    def alt_text(self) -> str:
        """What the picture says, in words."""
        return self.chart.alt_text


class Table(NamedTuple):
    """A table with its title and header row; ``figures`` are the columns of numbers, set to the right.

    ``widths`` are relative, none means as the content needs; ``sums``: the last row is a total.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: frozenset[int] = frozenset()
    sums: bool = False


class Logo(NamedTuple):
    """A checked picture (PNG) with its size in pixels; decoration beside the name, so its text is the name."""

    png: bytes
    width: int
    height: int


class Letterhead(NamedTuple):
    """Who reports."""

    name: str
    logo: Logo | None = None


Block = Letterhead | Heading | Paragraph | Items | KeyNumbers | Picture | Table


@dataclass(frozen=True, slots=True)
class Report:
    """A first page for those who read one page, and an annex for those who want to know.

    ``language`` is a language tag, ``author`` the municipality, ``page_words`` what a page says of itself
    (“Page {number} of {count}”).
    """

    title: str
    author: str
    subject: str
    language: str
    day: date
    page_words: str
    first_page: tuple[Block, ...]
    annex: tuple[Block, ...] = ()

    def blocks(self) -> Iterator[Block]:
        """Everything in reading order."""
        yield from self.first_page
        yield from self.annex
