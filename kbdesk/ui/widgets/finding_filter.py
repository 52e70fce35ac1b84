"""Which findings are shown: of which years, of which level, with which words."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QWidget

from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.texts.finding_words import level_word
from kbdesk.texts.finding_words import place_words
from kbdesk.texts.findings import finding_text
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.flow_layout import FlowLayout

_THIS, _ALL = "this", "all"
_COMBO_CHARACTERS = 12
_TEXT_CHARACTERS = 30


class FindingFilter(QWidget):
    """Two lists to choose from and a line to type in."""

    changed = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.years, self.level, self.text = CalmCombo(), CalmCombo(), QLineEdit()
        tr = texts.tr
        self.years.offer([(_THIS, tr("This year")), (_ALL, tr("All years"))], _THIS)
        levels = [(level.value, level_word(level, texts)) for level in Level]
        self.level.offer([("", tr("All levels")), *levels], "")
        self.text.setPlaceholderText(tr("Filter findings"))
        self.text.setAccessibleName(tr("Filter findings"))
        self.text.setAccessibleDescription(tr("Sector, energy carrier or any other word"))
        self.text.setClearButtonEnabled(True)
        self.text.setMinimumWidth(_TEXT_CHARACTERS * self.fontMetrics().averageCharWidth())
        flow = FlowLayout(self)
        flow.setSpacing(MARGIN)
        flow.addWidget(_named(tr("&Period"), self.years, tr("Shows the findings of these years")))
        flow.addWidget(_named(tr("&Level"), self.level, tr("Shows the findings of this level")))
        flow.addWidget(self.text)
        for combo in (self.years, self.level):
            combo.setMinimumContentsLength(_COMBO_CHARACTERS)
            combo.activated.connect(self.changed)
        self.text.textChanged.connect(self.changed)

    @property
    def all_years(self) -> bool:
        """Whether the findings of every year are wanted."""
        return self.years.value == _ALL

    def clear(self) -> None:
        """Leave out none but those of other years."""
        self.years.setCurrentIndex(0)
        self.level.setCurrentIndex(0)
        self.text.clear()

    def fitting(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings of the level chosen whose sentence or place has the words typed."""
        wanted = self.text.text().casefold().split()
        level = self.level.value
        return tuple(f for f in findings if level in ("", f.level) and (not wanted or self._has(f, wanted)))

    def _has(self, finding: Finding, wanted: list[str]) -> bool:
        shown = f"{finding_text(finding, self._texts)} {place_words(finding, self._texts)}".casefold()
        return all(word in shown for word in wanted)


def _named(label: str, combo: CalmCombo, what: str) -> QWidget:
    """A list with its label, kept together."""
    pair, name = QWidget(), QLabel(label)
    name.setBuddy(combo)
    combo.setAccessibleName(label.replace("&", ""))
    combo.setAccessibleDescription(what)
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    row.addWidget(name)
    row.addWidget(combo)
    return pair
