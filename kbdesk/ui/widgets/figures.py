"""The big numbers of a year: value large, what it is below."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.models.calculation import YearResult
from kbdesk.models.own_data import own_data_share
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Theme
from kbdesk.ui.theme import scaled

_LARGE = 1.8


class BigFigure(NamedTuple):
    """A number in words and what it is."""

    value: str
    caption: str


class FigureRow(QWidget):
    """The big numbers side by side."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = 5
        self._row = QGridLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setHorizontalSpacing(GAP)
        self._row.setVerticalSpacing(GRID)
        self._cards: list[tuple[QLabel, QLabel]] = []
        self._places: list[QVBoxLayout] = []

    def show_figures(self, figures: tuple[BigFigure, ...]) -> None:
        """Show these numbers; there are always as many."""
        while len(self._cards) < len(figures):
            self._add_card()
        for (value, caption), figure in zip(self._cards, figures, strict=True):
            value.setText(figure.value)
            caption.setText(figure.caption)
            value.setAccessibleName(f"{figure.caption}: {figure.value}")

    def show_in_columns(self, columns: int) -> None:
        """Put so many numbers side by side."""
        if columns == self._columns:
            return
        self._columns = columns
        for at, column in enumerate(self._places):
            self._row.removeItem(column)
            self._row.addLayout(column, *divmod(at, columns))
        for at in range(self._row.columnCount()):
            self._row.setColumnStretch(at, 1 if at < columns else 0)

    @property
    def texts(self) -> tuple[BigFigure, ...]:
        """What is shown."""
        return tuple(BigFigure(value.text(), caption.text()) for value, caption in self._cards)

    def _add_card(self) -> None:
        value, caption = QLabel(), QLabel()
        value.setFont(self._theme.numerals(scaled(self.font(), _LARGE)))
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        caption.setForegroundRole(QPalette.ColorRole.Text)
        caption.setWordWrap(True)
        for label in (value, caption):
            label.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout()
        column.setSpacing(SMALL)
        column.addWidget(value)
        column.addWidget(caption)
        column.addStretch()
        self._row.addLayout(column, *divmod(len(self._cards), self._columns))
        self._row.setColumnStretch(len(self._cards) % self._columns, 1)
        self._cards.append((value, caption))
        self._places.append(column)


def figures_of(result: YearResult | None, texts: Texts, gas: str) -> tuple[BigFigure, ...]:
    """The numbers of a year; a dash where nothing is known, *at least* where parts are missing."""
    numbers, tr = texts.numbers, texts.tr
    if result is None:
        empty = (
            tr("t {gas} per inhabitant", gas=gas),
            tr("t {gas}", gas=gas),
            tr("MWh final energy"),
            tr("data quality"),
            tr("of emissions rest on your own data"),
        )
        return tuple(BigFigure("–", caption) for caption in empty)
    emissions, energy = result.emissions_t, result.energy_mwh
    share = numbers.fixed(result.emissions_t_per_inhabitant, 1)
    return (
        BigFigure(_at_least(share, emissions.missing, texts), tr("t {gas} per inhabitant", gas=gas)),
        BigFigure(_at_least(numbers.integer(emissions.value), emissions.missing, texts), tr("t {gas}", gas=gas)),
        BigFigure(_at_least(numbers.integer(energy.value), energy.missing, texts), tr("MWh final energy")),
        BigFigure(*_quality(result, texts)),
        BigFigure(numbers.percent(own_data_share(result.cells), 0), tr("of emissions rest on your own data")),
    )


def _at_least(shown: str, missing: int, texts: Texts) -> str:
    return texts.tr("≥ {value}", value=shown) if missing and shown != "–" else shown


def _quality(result: YearResult, texts: Texts) -> tuple[str, str]:
    if result.data_quality is not None:
        return texts.numbers.percent(result.data_quality, 0), texts.tr("data quality")
    ungraded = sum(cell.entry.grade is None and bool(cell.energy_mwh) for cell in result.cells)
    caption = texts.trn(
        "data quality undefined: {count} value without grade",
        "data quality undefined: {count} values without grade",
        ungraded,
    )
    return "–", caption if ungraded else texts.tr("data quality undefined: no energy yet")
