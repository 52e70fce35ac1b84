"""One line that says whether the window's year is BISKO-conform, with the way to what is missing."""

from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QWidget

from kbdesk.services import conforming
from kbdesk.ui.context import Context
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import Meaning
from kbdesk.ui.widgets.step_box import StateLabel


class ConformityLine(QWidget):
    """Hidden where BISKO is neither used nor usual."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.label = StateLabel(context.theme, wrapped=False)
        self.button = QPushButton(context.texts.tr("Show what is missing…"))
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.show_gaps)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.label)
        row.addWidget(self.button)
        row.addStretch(1)

    def refresh(self) -> None:
        """Show the label of the window's year as it is now."""
        context = self._context
        found = conforming.label(context.project, context.year)
        self.setVisible(found is not None)
        if found is None:
            return
        icon, meaning = ("circle-check", Meaning.OK) if found.conform else ("circle-dashed", None)
        said = context.texts.tr(
            "{year}: {state}", year=str(context.year), state=conforming.label_text(found, context.texts)
        )
        self.label.show_state(icon, said, meaning)
        self.button.setVisible(not found.conform)

    def show_gaps(self) -> None:
        """Show what is missing."""
        from kbdesk.ui.dialogs.conformity_dialog import ConformityDialog  # noqa: PLC0415 - seldom needed

        ConformityDialog(self.window(), self._context).open()
