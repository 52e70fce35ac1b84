"""The report as markup: headings, lists, tables and pictures as what they are; everything typed is escaped.

Where a picture is found, and a logo, is asked for: a file holds them within, a preview draws them later.
"""

from collections.abc import Callable
from collections.abc import Iterable
from html import escape

from kbdesk.reports.content import Block
from kbdesk.reports.content import Heading
from kbdesk.reports.content import Items
from kbdesk.reports.content import KeyNumbers
from kbdesk.reports.content import Letterhead
from kbdesk.reports.content import Logo
from kbdesk.reports.content import Look
from kbdesk.reports.content import Paragraph
from kbdesk.reports.content import Picture
from kbdesk.reports.content import Report
from kbdesk.reports.content import Table

_RULES = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_POLICY = f'<meta http-equiv="Content-Security-Policy" content="{_RULES}">'
"""Nothing is loaded from anywhere, whatever a text says."""

Address = Callable[[Picture | Logo], str]
"""Where a picture is found."""


def page(report: Report, address: Address, style: str) -> str:
    """The whole page, with its style."""
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
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        f'<main>\n<section class="first">\n{first}\n</section>',
        f'<section class="annex">\n{annex}\n</section>' if annex else "",
        "</main>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(parts)


def _blocks(blocks: Iterable[Block], address: Address) -> str:
    return "\n".join(_block(block, address) for block in blocks)


def _block(block: Block, address: Address) -> str:
    match block:
        case Letterhead():
            written = _letterhead(block, address)
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


def _letterhead(block: Letterhead, address: Address) -> str:
    """The logo stands beside the name, which says the same: it has an empty alternative text."""
    logo = f'<img src="{address(block.logo)}" alt="">' if block.logo else ""
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


def _text(text: str) -> str:
    return escape(text, quote=True)
