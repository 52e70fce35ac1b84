"""How the width of a page is shared among the columns of a table: by what stands in them."""

from kbdesk.reports.content import Table

_PAGE_LETTERS = 104
"""About so many letters of a table fit side by side on a page."""
_PADDING = 3
_MOST_OF_A_TITLE = 14
"""Words of a header that are longer may be divided."""


def shares(table: Table) -> tuple[float, ...]:
    """The share of each column; they sum to 1. No word is divided as long as that is possible."""
    lines = (table.header, *table.rows)
    columns = range(len(table.header))
    whole = [max(len(line[column]) for line in lines) + _PADDING for column in columns]
    least = [_least(table, column) for column in columns]
    spare = _PAGE_LETTERS - sum(least)
    wanted = [max(0, wide - narrow) for wide, narrow in zip(whole, least, strict=True)]
    if spare <= 0 or not sum(wanted):
        return tuple(narrow / sum(least) for narrow in least)
    part = min(1.0, spare / sum(wanted))
    widths = [narrow + part * more for narrow, more in zip(least, wanted, strict=True)]
    return tuple(width / sum(widths) for width in widths)


def crowding(table: Table) -> float:
    """How many times as wide as the page the table is when no word is divided; 1 where it fits."""
    return max(1.0, sum(_least(table, column) for column in range(len(table.header))) / _PAGE_LETTERS)


def _least(table: Table, column: int) -> int:
    """As much as the longest word needs; numbers are never divided."""
    figures = column in table.figures
    cells = [row[column] for row in table.rows]
    words = [len(word) for cell in cells for word in ([cell] if figures else cell.split())]
    title = [min(len(word), _MOST_OF_A_TITLE) for word in table.header[column].split()]
    return max((*words, *title), default=1) + _PADDING
