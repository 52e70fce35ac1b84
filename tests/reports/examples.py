"""A report with everything in it, among it texts that try to be more than text."""

from datetime import date
from functools import cache
from io import BytesIO

from PIL import Image

from kbdesk.charts.compute import compute_chart
from kbdesk.charts.data import Chart
from kbdesk.reports.content import Heading
from kbdesk.reports.content import Items
from kbdesk.reports.content import KeyNumber
from kbdesk.reports.content import KeyNumbers
from kbdesk.reports.content import Letterhead
from kbdesk.reports.content import Logo
from kbdesk.reports.content import Look
from kbdesk.reports.content import Paragraph
from kbdesk.reports.content import Picture
from kbdesk.reports.content import Report
from kbdesk.reports.content import Table
from tests.builders import typical_inventory
from tests.charts.examples import request
from tests.charts.examples import texts

NASTY = "<script>alert(1)</script> & =HYPERLINK(\"x\") 'quoted' 🌍"
DAY = date(2024, 5, 14)


@cache
def chart() -> Chart:
    """A picture of real figures."""
    return compute_chart("per-inhabitant", request(typical_inventory()), texts())


def png(width: int = 40, height: int = 20) -> bytes:
    """A picture as it may be chosen as a logo."""
    buffer = BytesIO()
    Image.new("RGBA", (width, height), (0, 90, 160, 128)).save(buffer, "PNG")
    return buffer.getvalue()


def table(rows: int = 3) -> Table:
    """A table with a total."""
    body = tuple((f"Sector {number}", f"{number * 1000}", "text of a cell") for number in range(1, rows))
    return Table(
        "Figures", ("Sector", "Emissions [t]", "Note"), (*body, ("Total", "5000", "")), frozenset({1}), sums=True
    )


def report(rows: int = 3, *, nasty: str = "Words") -> Report:
    """First page and annex with every kind of block."""
    numbers = tuple(KeyNumber("6.5 t", "Emissions per inhabitant", "1990: 9.1 t") for _ in range(3))
    return Report(
        title=f"Report {nasty}",
        author="Musterdorf",
        subject="2015: 6.5 t per inhabitant.",
        language="de",
        day=DAY,
        page_words="Page {number} of {count}",
        first_page=(
            Letterhead("Musterdorf", Logo(png(), 40, 20)),
            Heading(1, f"Report {nasty}"),
            Paragraph(nasty, Look.LEAD),
            KeyNumbers("Three numbers", numbers),
            Picture(chart(), main=True),
            Heading(2, "Why"),
            Items(("One cause", nasty), numbered=True),
            Paragraph("Contact: town hall", Look.NOTE),
        ),
        annex=(
            Heading(2, "Annex 1"),
            Paragraph("Method"),
            Heading(3, "Gaps"),
            Items(("A gap",)),
            Picture(chart()),
            table(rows),
        ),
    )
