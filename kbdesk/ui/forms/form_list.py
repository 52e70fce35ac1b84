"""The forms to choose from, by sector or by supplier, each with how far it is as an icon and a word."""

from collections.abc import Iterable
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QToolButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.models.entry_forms import EntryForm
from kbdesk.models.entry_forms import FormGroup
from kbdesk.services.form_filling import FormProgress
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts
from kbdesk.ui.context import Context
from kbdesk.ui.place import PlaceState
from kbdesk.ui.place_list import PlaceList
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.widgets.calm_combo import CalmCombo

_CHARACTERS = 36
_UNLIMITED = 16777215
"""What Qt takes for no limit."""
_GROUPS = {FormGroup.SECTOR: mark("By sector"), FormGroup.SUPPLIER: mark("By supplier")}


class FormList(QWidget):
    """Tells the form and the group that are chosen; what does not exist here stands at the end."""

    form_chosen = Signal(str)
    group_chosen = Signal(object)
    filter_changed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[str, ...] = ()
        self.groups: dict[FormGroup, QToolButton] = {}
        self.filter = QLineEdit()
        self.list = PlaceList(context.theme)
        self.combo = CalmCombo()
        self._narrow = False
        self._arrange()
        self.list.place_chosen.connect(self.form_chosen)
        self.combo.activated.connect(lambda: self.form_chosen.emit(self.combo.value))
        self.filter.textChanged.connect(self.filter_changed)

    def show_forms(self, forms: Iterable[EntryForm], progress: Mapping[str, FormProgress], chosen: str) -> None:
        """Show these forms, those that do not exist here last, with this one chosen."""
        ordered = sorted(forms, key=lambda form: progress[form.id].absent)
        ids = tuple(form.id for form in ordered)
        if ids != self._shown:
            self._shown = ids
            blocked = self.list.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            self.list.clear()
            self.list.blockSignals(blocked)
            for form in ordered:
                self.list.add_place(form.id, form.icon, self._context.texts.trc("form", form.label))
        for form in ordered:
            self.show_progress(form.id, progress[form.id])
        self.choose(chosen)

    def choose(self, form_id: str) -> None:
        """Show which form is chosen, without telling anyone."""
        self.list.choose(form_id)
        if self._narrow and form_id in self._shown:
            labels = [self.list.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(self.list.count())]
            self.combo.offer(zip(self._shown, labels, strict=True), form_id)

    def show_progress(self, form_id: str, progress: FormProgress) -> None:
        """Show how far a form is."""
        self.list.show_state(form_id, progress_state(progress, self._context.texts))

    def show_group(self, group: FormGroup) -> None:
        """Show which forms are listed."""
        self.groups[group].setChecked(True)

    def make_narrow(self, *, narrow: bool) -> None:
        """Where there is no room beside the form, a list that opens serves in one line above it."""
        self._narrow = narrow
        width = self.fontMetrics().averageCharWidth() * _CHARACTERS + 2 * GRID
        self.setMinimumWidth(0 if narrow else width)
        self.setMaximumWidth(_UNLIMITED if narrow else width)
        self.list.setHidden(narrow)
        self.combo.setVisible(narrow)
        self.filter.setVisible(not narrow or bool(self.filter.text()))

    def _arrange(self) -> None:
        tr, group = self._context.texts.tr, QButtonGroup(self)
        switch = QHBoxLayout()
        switch.setSpacing(SMALL)
        for each, words in _GROUPS.items():
            button = QToolButton()
            button.setText(tr(words))
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _checked=False, each=each: self.group_chosen.emit(each))
            group.addButton(button)
            self.groups[each] = button
            switch.addWidget(button)
        switch.addWidget(self.combo, 1)
        switch.addStretch(0)
        self.filter.setPlaceholderText(tr("Filter forms and values"))
        self.filter.setAccessibleName(tr("Filter forms and values"))
        self.filter.setToolTip(tr("Filter forms and values (Ctrl+F)"))
        self.filter.setClearButtonEnabled(True)
        self.list.setMinimumWidth(0)
        self.list.setMaximumWidth(_UNLIMITED)
        self.list.setAccessibleName(tr("Forms"))
        self.combo.setAccessibleName(tr("Forms"))
        self.combo.setAccessibleDescription(tr("Goes to another form"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(switch)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        self.make_narrow(narrow=False)


def progress_state(progress: FormProgress, texts: Texts) -> PlaceState:
    """How far a form is, as an icon and words."""
    if progress.absent:
        return PlaceState("ban", texts.tr("not here"))
    if progress.missing:
        missing, asked = texts.numbers.integer(progress.missing), texts.numbers.integer(progress.asked)
        return PlaceState("circle-dashed", texts.tr("{missing} of {asked} missing", missing=missing, asked=asked))
    if progress.open:
        return PlaceState("triangle-alert", texts.trn("{count} to check", "{count} to check", progress.open))
    if progress.asked:
        return PlaceState("circle-check", texts.tr("complete"))
    if progress.entered:
        return PlaceState("circle-check", texts.trn("{count} value", "{count} values", progress.entered))
    return PlaceState("circle", texts.tr("optional"))
