"""The report as one HTML file that needs nothing beside it: no scripts, pictures within. Same report, same bytes.

Every text is escaped. The outline is that of the report, tables have header cells, pictures their alternative text.
"""

from base64 import b64encode
from collections.abc import Callable
from collections.abc import Iterable
from html import escape

from kbdesk.charts.draw import picture_bytes
from kbdesk.charts.style import ChartStyle
from kbdesk.reports.content import Block
from kbdesk.reports.content import Heading
from kbdesk.reports.content import Items
from kbdesk.reports.content import KeyNumbers
from kbdesk.reports.content import Letterhead
from kbdesk.reports.content import Look
from kbdesk.reports.content import Paragraph
from kbdesk.reports.content import Picture
from kbdesk.reports.content import Report
from kbdesk.reports.content import Table

_INCHES = (6.7, 4.3)
_RULES = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_POLICY = f'<meta http-equiv="Content-Security-Policy" content="{_RULES}">'
"""Nothing is loaded from anywhere, whatever a text says."""
_STYLE = """
:root { color-scheme: light; }
body { margin: 0 auto; padding: 1.5rem; max-width: 46rem; color: #16191d; background: #fff;
  font: 1rem/1.5 Arial, "Liberation Sans", sans-serif; }
header { display: flex; justify-content: space-between; align-items: end; gap: 1rem;
  border-bottom: 3px solid #332288; padding-bottom: .4rem; color: #565d66; font-weight: bold; }
header img { max-height: 4rem; max-width: 11rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 1rem 0 .5rem; }
h2 { font-size: 1.3rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
p { margin: 0 0 .7rem; max-width: 42rem; white-space: pre-line; }
.lead { font-size: 1.3rem; line-height: 1.3; font-weight: bold; }
.note { font-size: .875rem; color: #565d66; }
figure { margin: 1rem 0 1.5rem; }
figure img { width: 100%; height: auto; }
.scroll { overflow-x: auto; margin: 1rem 0 1.5rem; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.35; }
caption { text-align: left; font-weight: bold; padding: .3rem 0; }
th, td { padding: .3rem .5rem; text-align: left; vertical-align: top; border-bottom: 1px solid #c9ced4; }
thead th { background: #f1f3f6; color: #565d66; vertical-align: bottom; }
tbody th { font-weight: normal; }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .figure { white-space: normal; }
.sum > * { font-weight: bold; border-bottom-color: #16191d; }
.numbers { table-layout: fixed; border-spacing: .6rem 0; border-collapse: separate; margin: 0 -.6rem; }
.numbers th, .numbers td { background: #f1f3f6; border: 0; }
.numbers caption { padding-left: .6rem; }
.value { font-size: 1.9rem; font-weight: bold; line-height: 1.1; }
.comparison { color: #565d66; }
@media print {
  @page { size: A4; margin: 17mm 20mm; }
  body { padding: 0; max-width: none; font-size: 9.5pt; }
  .first figure img { max-height: 105mm; object-fit: contain; }
  .annex { break-before: page; }
  h2, h3, caption { break-after: avoid; }
  figure, tr { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
}
"""


def write_html(report: Report, source: Callable[[Picture], str] | None = None) -> bytes:
    """The report as the content of a file; ``source`` says where a picture is found if not in the file itself."""
    address = source or _data_uri
    first, annex = (_blocks(blocks, address) for blocks in (report.first_page, report.annex))
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{_text(report.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        _POLICY,
        f"<title>{_text(report.title)}</title>",
        f'<meta name="author" content="{_text(report.author)}">',
        f'<meta name="description" content="{_text(report.subject)}">',
        f'<meta name="date" content="{report.day.isoformat()}">',
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        f'<main>\n<section class="first">\n{first}\n</section>',
        f'<section class="annex">\n{annex}\n</section>' if annex else "",
        "</main>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(parts).encode()


def _blocks(blocks: Iterable[Block], address: Callable[[Picture], str]) -> str:
    return "\n".join(_block(block, address) for block in blocks)


def _block(block: Block, address: Callable[[Picture], str]) -> str:
    match block:
        case Letterhead():
            written = _letterhead(block)
        case Heading():
            written = f"<h{block.level}>{_text(block.text)}</h{block.level}>"
        case Paragraph():
            kind = "" if block.look is Look.TEXT else f' class="{block.look}"'
            written = f"<p{kind}>{_text(block.text)}</p>"
        case Items():
            tag = "ol" if block.numbered else "ul"
            items = "".join(f"<li>{_text(text)}</li>" for text in block.texts)
            written = f"<{tag}>{items}</{tag}>"
        case KeyNumbers():
            written = _numbers(block)
        case Picture():
            written = f'<figure><img src="{address(block)}" alt="{_text(block.alt_text)}"></figure>'
        case Table():
            written = _table(block)
    return written


def _letterhead(block: Letterhead) -> str:
    """The logo stands beside the name, which says the same: it has an empty alternative text."""
    logo = f'<img src="{_png_uri(block.logo.png)}" alt="">' if block.logo else ""
    return f"<header><span>{_text(block.name)}</span>{logo}</header>"


def _numbers(block: KeyNumbers) -> str:
    heads = "".join(f'<th scope="col">{_text(number.meaning)}</th>' for number in block.numbers)
    values = "".join(f'<td class="value">{_text(number.value)}</td>' for number in block.numbers)
    comparisons = "".join(f'<td class="comparison">{_text(number.comparison)}</td>' for number in block.numbers)
    return (
        f'<table class="numbers"><caption>{_text(block.title)}</caption><thead><tr>{heads}</tr></thead>'
        f"<tbody><tr>{values}</tr><tr>{comparisons}</tr></tbody></table>"
    )


def _table(block: Table) -> str:
    heads = "".join(f'<th scope="col"{_kind(block, at)}>{_text(cell)}</th>' for at, cell in enumerate(block.header))
    last = len(block.rows) - 1
    rows = "\n".join(_row(block, row, is_sum=block.sums and at == last) for at, row in enumerate(block.rows))
    return (
        f'<div class="scroll"><table><caption>{_text(block.title)}</caption>\n<thead><tr>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody></table></div>"
    )


def _row(block: Table, row: tuple[str, ...], *, is_sum: bool) -> str:
    first = f'<th scope="row"{_kind(block, 0)}>{_text(row[0])}</th>'
    others = "".join(f"<td{_kind(block, at)}>{_text(cell)}</td>" for at, cell in enumerate(row[1:], 1))
    kind = ' class="sum"' if is_sum else ""
    return f"<tr{kind}>{first}{others}</tr>"


def _kind(block: Table, column: int) -> str:
    return ' class="figure"' if column in block.figures else ""


def _data_uri(picture: Picture) -> str:
    return _png_uri(picture_bytes(picture.chart, ".png", ChartStyle(), _INCHES))


def _png_uri(png: bytes) -> str:
    return f"data:image/png;base64,{b64encode(png).decode('ascii')}"


def _text(text: str) -> str:
    return escape(text, quote=True)
