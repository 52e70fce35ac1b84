"""A plant of a heat network in one year; what its heat bears is said while it is typed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.errors import UserError
from kbdesk.models.plants import PlantYear
from kbdesk.services import heat_networks
from kbdesk.services.plant_reading import TypedPlant
from kbdesk.services.plant_reading import read_plant
from kbdesk.texts.plant_texts import plant_sentences
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.dialogs.plant_fields import PlantFields
from kbdesk.ui.dialogs.plant_fields import typed_plant
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.page import paint
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.scroll_page import ScrollPage

_WIDTH_CHARACTERS = 90


class PlantDialog(FormDialog):
    """Nothing is recorded before "Save plant"; then it is one step."""

    def __init__(self, context: Context, year: int, parent: QWidget, *, before: PlantYear | None = None) -> None:
        texts = context.texts
        title = texts.tr("Plant {year}", year=str(year))
        super().__init__(parent, title)
        self._context, self._year, self._before = context, year, before
        self._warned = False
        self.fields = PlantFields(context)
        self.result_text = words(context.theme, "", muted=False)
        self.message = words(context.theme, "", muted=False)
        paint(self.message, context.theme.error)
        if before is not None:
            self.fields.show_typed(typed_plant(before, context))
        self._start = self.fields.typed
        self._arrange()
        self.fields.changed.connect(self._follow)
        self._follow()

    def propose(self, plant: PlantYear) -> None:
        """Show what another year says of the plant, without its amounts: they are those of that year."""
        typed = typed_plant(plant, self._context)
        fuels = tuple((carrier, "") for carrier, _ in typed.fuels)
        self.fields.show_typed(typed._replace(fuels=fuels, heat="", sold="", electricity="", source=""))
        self._start = self.fields.typed
        self._follow()
        self.fields.fuels[0].amount.setFocus()

    @property
    def typed(self) -> TypedPlant:
        """What stands in the fields."""
        return self.fields.typed

    @override
    def accept(self) -> None:
        context, project = self._context, self._context.project
        try:
            plant = read_plant(self.typed, self._year, context.texts)
            change = heat_networks.record_plant(project, plant, self._before)
        except UserError as error:
            self.message.setText(context.texts.error(error))
            self.message.show()
            self._focus(error)
            return
        context.run(lambda: change, None)
        super().accept()

    @override
    def reject(self) -> None:
        """Leave; what was typed and not saved is asked for once."""
        if self.typed == self._start or self._warned:
            super().reject()
            return
        self._warned = True
        self.message.setText(self._context.texts.tr("The plant is not saved yet. Press Esc again to leave without it."))
        self.message.show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes from field to field; the plant is saved with its button, or Ctrl+Enter."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        else:
            self.focusNextChild()

    def _arrange(self) -> None:
        texts, page = self._context.texts, ScrollPage()
        page.column.addWidget(self.fields)
        result = QVBoxLayout()
        result.setSpacing(GRID)
        result.addWidget(Heading(self._context.theme, 2, texts.tr("What its heat bears")))
        result.addWidget(self.result_text)
        page.column.addLayout(result)
        page.column.addStretch(1)
        self.column.addWidget(page, 1)
        self.column.addWidget(self.message)
        self.message.hide()
        self.add_buttons(texts, texts.tr("Save plant"))
        room, line = self.screen().availableSize(), self.fontMetrics().height()
        needed = page.column.sizeHint().width() + page.verticalScrollBar().sizeHint().width() + 2 * GAP + GRID
        wide = max(_WIDTH_CHARACTERS * self.fontMetrics().averageCharWidth(), needed)
        self.resize(
            min(wide, room.width() - 2 * GRID),
            min(page.column.sizeHint().height() + 14 * line, room.height() - 4 * line),
        )

    def _follow(self) -> None:
        """Say what follows from what is typed so far, or what is still missing."""
        context, texts = self._context, self._context.texts
        self._warned = False
        self.message.hide()
        try:
            typed = self.typed
            named = typed if typed.name.strip() else typed._replace(name=texts.tr("The plant"))
            found = heat_networks.heat_of(context.project, read_plant(named, self._year, texts))
        except UserError as error:
            self.result_text.setText(texts.error(heat_networks.told(error, texts)))
            paint(self.result_text, context.theme.muted)
            return
        self.result_text.setText("\n".join(plant_sentences(found, texts)))
        paint(self.result_text, context.theme.text)

    def _focus(self, error: UserError) -> None:
        """Go to the field that is refused."""
        fields, field = self.fields, error.parameters.get("field")
        named = {
            line.accessibleName(): line
            for line in (
                fields.heat,
                fields.sold,
                fields.electricity,
                fields.temperature,
                fields.heat_efficiency,
                fields.power_efficiency,
            )
        }
        named.update({self._context.texts.carrier(row.carrier.value): row.amount for row in fields.fuels})
        (named.get(str(field)) or fields.name).setFocus()
