"""How the width of a page is shared among the columns of a table: by what stands in them."""

from kbdesk.reports.content import Table

_PAGE_LETTERS = 104
"""About so many letters of a table fit side by side on a page."""
_PADDING = 3
_MOST_OF_A_TITLE = 14
"""Words of a header that are longer may be divided."""
_MOST_OF_A_WORD = 30
"""Longer words, such as addresses of web pages, may be divided too: they would leave no room for other columns."""
_NARROWEST = 0.04
"""No column has a smaller share of the page before they share it: a letter fits."""


def shares(table: Table) -> tuple[float, ...]:
    """The share of each column; they sum to 1. No word is divided as long as that is possible."""
    lines = (table.header, *table.rows)
    columns = range(len(table.header))
    whole = [max(len(line[column]) for line in lines) + _PADDING for column in columns]
    least = [_least(table, column) for column in columns]
    spare = _PAGE_LETTERS - sum(least)
    wanted = [max(0, wide - narrow) for wide, narrow in zip(whole, least, strict=True)]
    part = min(1.0, max(0.0, spare) / sum(wanted)) if sum(wanted) else 0.0
    widths = [narrow + part * more for narrow, more in zip(least, wanted, strict=True)]
    wide_enough = [max(width / sum(widths), _NARROWEST) for width in widths]
    return tuple(width / sum(wide_enough) for width in wide_enough)


def crowding(table: Table) -> float:
    """How many times as wide as the page the table is when no word is divided; 1 where it fits."""
    return max(1.0, sum(_least(table, column) for column in range(len(table.header))) / _PAGE_LETTERS)


def _least(table: Table, column: int) -> int:
    """As much as the longest word needs; numbers are never divided."""
    figures = column in table.figures
    cells = [row[column] for row in table.rows]
    if figures:
        words = [len(cell) for cell in cells]
    else:
        words = [min(len(word), _MOST_OF_A_WORD) for cell in cells for word in cell.split()]
    title = [min(len(word), _MOST_OF_A_TITLE) for word in table.header[column].split()]
    return max((*words, *title), default=1) + _PADDING
