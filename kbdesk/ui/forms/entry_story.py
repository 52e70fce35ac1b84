"""What is known about one value: earlier years, how its emissions are computed, who changed it when."""

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.models.calculation import CellResult
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import EntryKey
from kbdesk.services.explaining import NOTATION
from kbdesk.services.explaining import explain_cell
from kbdesk.services.history import history_of
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts
from kbdesk.ui.context import Context
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL

_EARLIER = 2
_READABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class EntryStory(QWidget):
    """Three short texts under headings; each can be read and copied with the keyboard."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, tr = context, context.texts.tr
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        self.findings = self._part(layout, tr("Findings"))
        self.earlier = self._part(layout, tr("Earlier values"))
        self.explanation = self._part(layout, tr("How it is computed"))
        self.history = self._part(layout, tr("History"))
        layout.addStretch(1)

    def show_entry(self, key: EntryKey | None, findings: Iterable[str]) -> None:
        """Tell the story of a cell."""
        project, texts = self._context.project, self._context.texts
        self._tell(self.findings, findings)
        self._tell(self.earlier, earlier_values(project, key, texts) if key else ())
        recorded = key is not None and project.cell(key) is not None
        self._tell(self.explanation, explain_cell(project, key, texts)[1:] if key and recorded else ())
        self._tell(self.history, history_of(project, key, texts) if key else ())

    def _part(self, layout: QVBoxLayout, heading: str) -> QLabel:
        title = QLabel(heading)
        title.setFont(self._context.theme.heading(self.font(), 2))
        body = QLabel()
        body.setTextFormat(Qt.TextFormat.PlainText)
        body.setWordWrap(True)
        body.setTextInteractionFlags(_READABLE)
        body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        body.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        body.setContentsMargins(0, 0, 0, GRID)
        body.setAccessibleName(heading)
        title.setBuddy(body)
        layout.addWidget(title)
        layout.addWidget(body)
        return body

    def _tell(self, body: QLabel, lines: Iterable[str]) -> None:
        text = "\n".join(lines)
        body.setText(text)
        body.setAccessibleDescription(text)
        body.setVisible(bool(text))
        title = next(w for w in self.findChildren(QLabel) if w.buddy() is body)
        title.setVisible(bool(text))


def earlier_values(project: Project, key: EntryKey, texts: Texts) -> tuple[str, ...]:
    """The last two values of the same cell in earlier years, each with the change to this year's."""
    places = (key._replace(year=year) for year in project.results if year < key.year)
    same = [place for place in places if place in project.inventory.entries]
    now = _size(project.cell(key))
    lines = []
    for earlier in sorted(same, reverse=True)[:_EARLIER]:
        cell = project.cell(earlier)
        lines.append(_line(earlier.year, _amount(cell, texts), _change(_size(cell), now, texts), texts))
    return tuple(lines)


def _size(cell: CellResult | None) -> Decimal | None:
    """Final energy [MWh], or for direct emissions [t]."""
    if cell is None:
        return None
    return cell.emissions_t if cell.key.carrier == DIRECT else cell.energy_mwh


def _amount(cell: CellResult | None, texts: Texts) -> str:
    size = _size(cell)
    if cell is not None and cell.entry.notation_key is not None:
        return texts.tr(NOTATION[cell.entry.notation_key])
    if cell is None or size is None:
        return "–"
    unit = "t CO2e" if cell.key.carrier == DIRECT else "MWh"
    return f"{texts.numbers.significant(size)} {unit}"


def _change(before: Decimal | None, now: Decimal | None, texts: Texts) -> str:
    if not before or now is None:
        return ""
    return texts.numbers.percent(now / before - 1, signed=True)


def _line(year: int, amount: str, change: str, texts: Texts) -> str:
    if not change:
        return f"{year}: {amount}"
    return texts.tr("{year}: {amount}, {change} since then", year=str(year), amount=amount, change=change)
