"""What can be done with all selected cells at once: from a button and from the context menu, each one undo step."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu
from PySide6.QtWidgets import QToolButton

from kbdesk.models.codebook import Unit
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import NotationKey
from kbdesk.services import data_entry
from kbdesk.services import sources
from kbdesk.texts.marking import mark
from kbdesk.ui.context import Context
from kbdesk.ui.forms.grid_clipboard import GridClipboard
from kbdesk.ui.forms.grid_explaining import add_totals
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.widgets.entry_grid import EntryGrid

_REASONS = (
    (NotationKey.NE, mark("Not &known yet…")),
    (NotationKey.IE, mark("C&ontained in…")),
    (NotationKey.C, mark("Con&fidential…")),
)


class GridSelection:
    """The commands for the selected cells; ``button`` shows them, so does the context menu of the grid."""

    def __init__(self, context: Context, grid: EntryGrid, clipboard: GridClipboard, run: Run) -> None:
        self._context, self._grid, self._clipboard, self._run = context, grid, clipboard, run
        self.menu = QMenu(grid)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.button = QToolButton()
        self.button.setText(context.texts.tr("Selection"))
        self.button.setToolTip(context.texts.tr("What can be done with the selected cells (Shift+F10)"))
        self.button.setIcon(context.theme.icon("list-checks"))
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(self.menu)
        grid.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.view.customContextMenuRequested.connect(self._show_menu)
        grid.view.fill_wanted.connect(self.fill)

    def keys(self) -> list[EntryKey]:
        """The selected cells that can hold a value, row by row."""
        view = self._grid.view
        chosen = view.selectionModel().selectedIndexes() or [view.currentIndex()]
        shown = [i for i in chosen if not (view.isRowHidden(i.row()) or view.isColumnHidden(i.column()))]
        ordered = sorted(shown, key=lambda index: (index.row(), index.column()))
        return [key for index in ordered if (key := self._grid.model.key(index)) is not None]

    def fill(self) -> None:
        """Take source and note, never a number, from the cell above: each cell of a selection from its top row."""
        above = self._grid.texts_above(self.keys())
        self._run(lambda: data_entry.fill(self._context.project, above))

    def set_key(self, notation_key: NotationKey | None) -> None:
        """Say of all selected cells why they have no value, without a reason."""
        self._set_key(self.keys(), notation_key, "", "")

    def ask_reason(self, notation_key: NotationKey) -> None:
        """Ask why the selected cells have no value, and record it."""
        from kbdesk.ui.dialogs.reason_dialog import ReasonDialog  # noqa: PLC0415 - seldom needed

        keys = self.keys()
        dialog = ReasonDialog(self._grid.window(), self._context.texts, notation_key, keys)
        dialog.given.connect(partial(self._set_key, keys, notation_key))
        dialog.open()

    def set_grade(self, grade: Grade | None) -> None:
        """Grade all selected cells."""
        keys = self._recorded()
        if self._run(lambda: data_entry.record_grades(self._context.project, keys, grade)):
            self._say(len(keys))

    def set_unit(self, unit: str) -> None:
        """Set the unit of all selected cells."""
        keys = self._recorded()
        if self._run(lambda: data_entry.record_units(self._context.project, keys, unit)):
            self._say(len(keys))

    def ask_source(self) -> None:
        """Ask for the source of all selected cells, and record it."""
        from kbdesk.ui.forms.selection_source_dialog import SelectionSourceDialog  # noqa: PLC0415 - seldom needed

        keys = self._recorded()
        dialog = SelectionSourceDialog(self._grid.window(), self._context, len(keys))
        dialog.given.connect(partial(self._set_source, keys))
        dialog.open()

    def common_units(self) -> list[Unit]:
        """The units that apply to every selected cell that has an entry."""
        codebook = self._context.project.reference.codebook
        offered = [codebook.units_for(key.sector, key.carrier) for key in self._recorded()]
        if not offered:
            return []
        known = [{unit.id for unit in units} for units in offered]
        return [unit for unit in offered[0] if all(unit.id in ids for ids in known)]

    def _recorded(self) -> list[EntryKey]:
        """The selected cells that hold something; grades, units and sources say nothing of an empty one."""
        entries = self._context.project.inventory.entries
        return [key for key in self.keys() if key in entries]

    def _set_key(self, keys: list[EntryKey], notation_key: NotationKey | None, note: str, where: str) -> None:
        project, texts = self._context.project, self._context.texts
        entries = project.inventory.entries
        replaced = sum(1 for key in keys if (entry := entries.get(key)) is not None and entry.text)
        done = self._run(
            lambda: data_entry.record_notation_keys(project, keys, notation_key, note=note, contained_in=where)
        )
        if done and replaced:
            self._context.messages.show_info(
                texts.trn(
                    "{count} value gave way to the reason; Undo brings it back.",
                    "{count} values gave way to the reason; Undo brings them back.",
                    replaced,
                )
            )
        elif done:
            self._say(len(keys))

    def _set_source(self, keys: list[EntryKey], source_id: str, place: str) -> None:
        if self._run(lambda: sources.name_source(self._context.project, keys, source_id, place)):
            self._say(len(keys))

    def _say(self, count: int) -> None:
        if count > 1:
            texts = self._context.texts
            self._context.messages.show_success(texts.trn("Set in {count} cell.", "Set in {count} cells.", count))

    def _show_menu(self, place: QPoint) -> None:
        self.menu.popup(self._grid.view.viewport().mapToGlobal(place))

    def _fill_menu(self) -> None:
        """Offer what fits the selection now."""
        menu, tr = self.menu, self._context.texts.tr
        menu.clear()
        count = len(self.keys())
        menu.addSection(self._context.texts.trn("{count} cell selected", "{count} cells selected", count))
        add, standard = partial(self._add, menu), QKeySequence.StandardKey
        add(tr("&Copy"), self._clipboard.copy, standard.Copy, "copy")
        add(tr("Copy with &headings"), self._clipboard.copy_with_headings, "Ctrl+Shift+C", "")
        add(tr("&Paste"), self._clipboard.paste, standard.Paste, "clipboard-paste")
        menu.addSeparator()
        add(tr("Does &not exist here"), partial(self.set_key, NotationKey.NO), "", "ban")
        for key, words in _REASONS:
            add(tr(words), partial(self.ask_reason, key), "", "")
        menu.addSeparator()
        self._add_choices()
        add(tr("Set &source…"), self.ask_source, "", "library", enabled=bool(self._recorded()))
        add(tr("Source and note from &above"), self.fill, "Ctrl+D", "")
        menu.addSeparator()
        add(tr("&Delete"), self._clipboard.clear, standard.Delete, "eraser")
        menu.addSeparator()
        add_totals(menu, self._context, self._grid)

    def _add_choices(self) -> None:
        menu, texts, recorded = self.menu, self._context.texts, bool(self._recorded())
        grades = menu.addMenu(texts.tr("Set data &quality"))
        grades.setEnabled(recorded)
        for grade in Grade:
            self._add(grades, texts.tr(_GRADES[grade]), partial(self.set_grade, grade), "", "")
        self._add(grades, texts.tr("not graded"), partial(self.set_grade, None), "", "")
        units = menu.addMenu(texts.tr("Set &unit"))
        common = self.common_units()
        units.setEnabled(bool(common))
        for unit in common:
            self._add(units, texts.unit(unit).replace("&", "&&"), partial(self.set_unit, unit.id), "", "")

    def _add(
        self,
        menu: QMenu,
        text: str,
        carry_out: Callable[[], None],
        keys: QKeySequence.StandardKey | str,
        icon: str,
        *,
        enabled: bool = True,
    ) -> None:
        action = QAction(text, menu)
        if icon:
            action.setIcon(self._context.theme.icon(icon))
        action.setShortcut(QKeySequence(keys))
        # Shown, but left to the grid: it knows these keys itself.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setEnabled(enabled)
        action.triggered.connect(lambda _checked: carry_out())
        menu.addAction(action)


_GRADES = {
    Grade.A: mark("&A – measured or billed here"),
    Grade.B: mark("&B – extrapolated from own data"),
    Grade.C: mark("&C – from regional figures"),
    Grade.D: mark("&D – from national figures"),
}
