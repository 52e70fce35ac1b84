"""The register of activities: the list with its filter and order, what is due, and the same over the years."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QMenu
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.models.activities import Activity
from kbdesk.models.activities import ActivityKind
from kbdesk.models.membership import Suggestion
from kbdesk.services import activities
from kbdesk.texts.activity_names import KINDS
from kbdesk.texts.activity_names import kind_name
from kbdesk.texts.marking import mark
from kbdesk.ui.context import Context
from kbdesk.ui.forms.activity_dialog import ActivityDialog
from kbdesk.ui.forms.activity_timeline import ActivityTimeline
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Meaning
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.flow_layout import FlowLayout
from kbdesk.ui.widgets.register_table import RegisterTable
from kbdesk.ui.widgets.running_text import RunningText
from kbdesk.ui.widgets.step_box import StateLabel

_COLUMNS = 6
"""So many columns of the whole register are shown; the others are in the dialog and in the copy."""
_WORDS = (1, 3)
_LINES = 12
_SORTING_OF_COLUMN = ("kind", "title", "years", "partner", "country", "state")
_SORTINGS = {
    "years": mark("Newest first"),
    "title": mark("Title"),
    "kind": mark("Kind"),
    "partner": mark("Partner"),
    "country": mark("Country"),
    "state": mark("State"),
}


class ActivityRegister(QWidget):
    """Enter or *Change* opens an activity, Delete or *Remove* takes it away, *Undo* brings it back."""

    def __init__(self, context: Context, run: Run) -> None:
        super().__init__()
        self._context, self._run = context, run
        tr, icon = context.texts.tr, context.theme.icon
        self.new = QPushButton(icon("plus"), tr("&New activity…"))
        self.suggest = QPushButton(icon("lightbulb"), tr("&Suggestions"))
        self.edit = QPushButton(icon("pencil"), tr("&Change…"))
        self.remove = QPushButton(icon("trash-2"), tr("Re&move"))
        self.copy = QPushButton(icon("copy"), tr("Copy as &table"))
        self.filter, self.sorting = CalmCombo(), CalmCombo()
        self.table = RegisterTable(tr("Activities"), tr("Copy"), _WORDS)
        self.table.horizontalHeader().setResizeContentsPrecision(0)  # only what is seen is measured
        self._shown: tuple[list[str], list[tuple[str, ...]]] = ([], [])
        self._told: tuple[activities.Note, ...] = ()
        self.timeline = ActivityTimeline(context)
        self.empty = RunningText(
            tr(
                "A partnership, a campaign, a working group, a project: what your municipality does beside its "
                "figures. Begin with a suggestion, or record the one that is running now."
            )
        )
        self._offer_suggestions()
        self._arrange()
        self._connect()

    @property
    def first_field(self) -> QWidget:
        """Where the keyboard goes: the list, or the way to the first activity."""
        return self.table if self.table.isVisibleTo(self) else self.new

    def refresh(self) -> None:
        """Show the register as it is now."""
        project, texts = self._context.project, self._context.texts
        used = {activity.kind for activity in project.inventory.activities.values()}
        if self.filter.count() and self.filter.value and ActivityKind(self.filter.value) not in used:
            self.filter.setCurrentIndex(0)
        chosen = self.filter.value if self.filter.count() else ""
        kinds = ((kind.value, kind_name(kind, texts)) for kind in KINDS if kind in used)
        self.filter.offer([("", texts.tr("All kinds")), *kinds], chosen)
        shown = activities.in_order(project, self.sorting.value, texts, ActivityKind(chosen) if chosen else None)
        header, lines = activities.rows_of(project, shown, texts)
        ids, cells = [activity.id for activity in shown], [line[:_COLUMNS] for line in lines]
        if (ids, cells) != self._shown:
            self._shown = ids, cells
            self.table.show_records(header[:_COLUMNS], cells, ids, ())
            self._fit(len(shown))
        self._show_notes()
        self.timeline.refresh(shown)
        known = bool(project.inventory.activities)
        self.empty.setVisible(not known)
        for widget in (self.table, self.edit, self.remove, self.copy, self.notes, self._choices):
            widget.setVisible(known)
        self._follow(self.table.current)

    def ask_for_new(self) -> None:
        """Ask for a new activity."""
        ActivityDialog(self._context, self.window()).open()

    def begin_with(self, suggestion: Suggestion) -> None:
        """Ask for a new activity, with what is known of a suggested one."""
        dialog = ActivityDialog(self._context, self.window())
        dialog.open()
        dialog.propose(suggestion)

    def change_chosen(self) -> None:
        """Change the activity chosen."""
        self.change(self.table.current)

    def change(self, activity_id: str) -> None:
        """Change an activity."""
        activity: Activity | None = self._context.project.inventory.activities.get(activity_id)
        if activity is not None:
            self.table.choose(activity_id)
            ActivityDialog(self._context, self.window(), activity).open()

    def remove_chosen(self) -> None:
        """Remove the activity chosen."""
        if chosen := self.table.current:
            self._run(lambda: activities.remove(self._context.project, chosen))
            self.first_field.setFocus()

    def copy_all(self) -> None:
        """Put the whole register on the clipboard, as a spreadsheet takes it."""
        context = self._context
        QGuiApplication.clipboard().setText(activities.as_table(context.project, context.texts))
        context.messages.show_info(context.texts.tr("The whole register is on the clipboard."))

    def _fit(self, lines: int) -> None:
        """As high as its lines, up to twelve."""
        table = self.table
        height = max(2, min(lines, _LINES)) * table.verticalHeader().defaultSectionSize() + 2 * table.frameWidth()
        bar = table.horizontalScrollBar().sizeHint().height()
        table.setFixedHeight(height + table.horizontalHeader().sizeHint().height() + bar)

    def _show_notes(self) -> None:
        """What is due or missing, one line each."""
        texts, column = self._context.texts, self._notes_column
        told = activities.notes(self._context.project, texts)
        if told == self._told:
            return
        self._told = told
        while column.count():
            widget = column.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        for note in told:
            line = StateLabel(self._context.theme)
            line.show_state(
                "triangle-alert" if note.is_urgent else "info",
                note.sentence(texts),
                Meaning.WARNING if note.is_urgent else None,
            )
            column.addWidget(line)

    def _offer_suggestions(self) -> None:
        texts, menu = self._context.texts, QMenu(self.suggest)
        country = self._context.project.municipality.country
        for suggestion in self._context.project.reference.membership.suggested(country):
            words = f"{kind_name(suggestion.kind, texts)}: {texts.trc('membership', suggestion.title)}"
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(_calling(partial(self.begin_with, suggestion)))
        self.suggest.setMenu(menu)

    def _connect(self) -> None:
        self.new.clicked.connect(self.ask_for_new)
        self.copy.clicked.connect(self.copy_all)
        self.filter.activated.connect(self.refresh)
        self.sorting.activated.connect(self.refresh)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort_by)
        for wanted in (self.edit.clicked, self.table.change_wanted):
            wanted.connect(self.change_chosen)
        for wanted in (self.remove.clicked, self.table.removal_wanted):
            wanted.connect(self.remove_chosen)
        self.table.chosen.connect(self._follow)
        self.timeline.wanted.connect(self.change)

    def _sort_by(self, column: int) -> None:
        self.sorting.setCurrentIndex(self.sorting.findData(_SORTING_OF_COLUMN[column]))
        self.refresh()

    def _follow(self, chosen: str) -> None:
        for button in (self.edit, self.remove):
            button.setEnabled(bool(chosen))

    def _arrange(self) -> None:
        tr = self._context.texts.tr
        self.sorting.offer([(id_, tr(words)) for id_, words in _SORTINGS.items()], "years")
        self.filter.offer([("", tr("All kinds"))], "")
        self._choices, self.notes = QWidget(), QWidget()
        self._notes_column = QVBoxLayout(self.notes)
        self._notes_column.setContentsMargins(0, 0, 0, 0)
        self._notes_column.setSpacing(SMALL)
        choices = FlowLayout(self._choices)
        described = (
            (tr("Sho&w"), self.filter, tr("Shows the activities of one kind only")),
            (tr("&Order"), self.sorting, tr("What the list is put in order by")),
        )
        for text, combo, description in described:
            label = QLabel(text)
            label.setBuddy(combo)
            combo.setAccessibleName(text.replace("&", ""))
            combo.setAccessibleDescription(description)
            pair = QWidget()
            row = _row(pair)
            row.addWidget(label)
            row.addWidget(combo)
            choices.addWidget(pair)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.new, self.suggest, self.edit, self.remove, self.copy):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        for widget in (self.empty, buttons, self._choices, self.table, self.notes, self.timeline):
            column.addWidget(widget)


def _row(parent: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    return row


def _calling(command: Callable[[], None]) -> Callable[[bool], None]:
    """A command as a signal calls it that also tells whether something is checked."""
    return lambda _checked: command()
