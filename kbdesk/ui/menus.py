"""The menus: every command of the window with its words and its shortcut."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtGui import QActionGroup
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu
from PySide6.QtWidgets import QMenuBar

from kbdesk.texts.texts import LANGUAGES
from kbdesk.texts.texts import Texts
from kbdesk.ui.language_names import LANGUAGE_NAMES
from kbdesk.ui.new_document import NewDocument
from kbdesk.ui.panels.registry import PANELS
from kbdesk.ui.place_registry import PLACES
from kbdesk.ui.place_registry import START
from kbdesk.ui.place_registry import place_keys
from kbdesk.ui.theme import Theme

_NATIVE = QKeySequence.SequenceFormat.NativeText
_Keys = QKeySequence | QKeySequence.StandardKey | str


class Commands(Protocol):
    """What the menus call; the window, which carries it out, says what each one does."""

    def new_document(self) -> None: ...  # noqa: D102
    def open_document(self, path: Path | None = None) -> bool: ...  # noqa: D102
    def make_document(self, new: NewDocument) -> bool: ...  # noqa: D102
    def open_sample(self) -> bool: ...  # noqa: D102
    def import_table(self) -> None: ...  # noqa: D102
    def start_inventory(self) -> None: ...  # noqa: D102
    def save_copy(self) -> None: ...  # noqa: D102
    def back_up(self) -> None: ...  # noqa: D102
    def restore_backup(self) -> None: ...  # noqa: D102
    def show_settings(self) -> None: ...  # noqa: D102
    def close_document(self) -> None: ...  # noqa: D102
    def close(self) -> bool: ...  # noqa: D102
    def new_year(self, proposed: str = "") -> None: ...  # noqa: D102
    def undo(self) -> None: ...  # noqa: D102
    def redo(self) -> None: ...  # noqa: D102
    def edit_focused(self, what: str) -> None: ...  # noqa: D102
    def show_place(self, place_id: str, target: object = None) -> None: ...  # noqa: D102
    def step_year(self, by: int) -> None: ...  # noqa: D102
    def choose_year(self) -> None: ...  # noqa: D102
    def use_language(self, language: str) -> None: ...  # noqa: D102
    def show_shortcuts(self) -> None: ...  # noqa: D102
    def show_handbook(self) -> None: ...  # noqa: D102
    def show_about(self) -> None: ...  # noqa: D102


class Menus:
    """Fills a menu bar; ``undo``, ``redo`` and ``needing_document`` are kept up to date by the window."""

    def __init__(self, bar: QMenuBar, texts: Texts, theme: Theme, commands: Commands) -> None:
        self._texts = texts
        self._theme = theme
        self._commands = commands
        self.needing_document: list[QAction] = []
        self._actions: list[tuple[QMenu, str, QAction]] = []
        tr = texts.tr
        # Made here and kept: menus that a bar makes itself do not outlive the bar's Python side.
        self._bar = bar
        self._menus = [QMenu(title, bar) for title in (tr("&File"), tr("&Edit"), tr("&View"), tr("&Help"))]
        fillers = (self._fill_file, self._fill_edit, self._fill_view, self._fill_help)
        for fill, menu in zip(fillers, self._menus, strict=True):
            fill(menu)
            bar.addMenu(menu)

    def enable(self, *, document: bool) -> None:
        """Enable what needs a document only where there is one."""
        for action in self.needing_document:
            action.setEnabled(document)

    def show_recent(self, paths: list[Path]) -> None:
        """Offer these documents under *Recent*."""
        self.recent.clear()
        for path in paths:
            action = self.recent.addAction(path.stem.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(partial(self._open_recent, path))
        self.recent.setEnabled(bool(paths))

    def _open_recent(self, path: Path, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signature
        self._commands.open_document(path)

    def show_steps(self, undo: str, redo: str) -> None:
        """Say what undo and redo would do; an empty text means nothing."""
        for action, text, plain in (
            (self.undo, undo, self._texts.tr("Undo")),
            (self.redo, redo, self._texts.tr("Redo")),
        ):
            action.setText((text or plain).replace("&", "&&"))
            action.setToolTip(text or plain)
            action.setEnabled(bool(text))

    def shortcuts(self) -> list[tuple[str, str, str]]:
        """Keys, words and menu of every command that has a shortcut."""
        return [
            (keys, plain(words), plain(menu.title()))
            for menu, words, action in self._actions
            if (keys := ", ".join(key.toString(_NATIVE) for key in action.shortcuts()))
        ]

    def _fill_file(self, menu: QMenu) -> None:
        tr, run = self._texts.tr, self._commands
        self._add(menu, tr("&New…"), run.new_document, QKeySequence.StandardKey.New, "file-plus")
        self._add(menu, tr("&Open…"), run.open_document, QKeySequence.StandardKey.Open, "folder-open")
        self.recent = QMenu(tr("&Recent"), menu)
        menu.addMenu(self.recent)
        self.recent.setToolTipsVisible(True)
        self._add(menu, tr("Sample &municipality"), run.open_sample, "", "landmark")
        menu.addSeparator()
        self._document(menu, tr("&Import table…"), run.import_table, "Ctrl+I", "file-input")
        self._document(menu, tr("Start with national &values…"), run.start_inventory, "", "landmark")
        menu.addSeparator()
        self._document(menu, tr("Save a &copy…"), run.save_copy, "Ctrl+Shift+S", "copy")
        self._document(menu, tr("&Back up now"), run.back_up, "", "database-backup")
        self._add(menu, tr("Res&tore backup…"), run.restore_backup, "", "archive-restore")
        menu.addSeparator()
        self._add(menu, tr("&Settings…"), run.show_settings, "Ctrl+,", "settings")
        menu.addSeparator()
        self._document(menu, tr("C&lose document"), run.close_document, "Ctrl+W", "x")
        self._add(menu, tr("&Quit"), run.close, "Ctrl+Q", "log-out")

    def _fill_edit(self, menu: QMenu) -> None:
        tr, run = self._texts.tr, self._commands
        self.undo = self._add(menu, tr("Undo"), run.undo, "Ctrl+Z", "undo-2")
        self.redo = self._add(menu, tr("Redo"), run.redo, "Ctrl+Y", "redo-2")
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        menu.addSeparator()
        self._document(menu, tr("New &year…"), run.new_year, "Ctrl+Shift+N", "calendar-plus")
        menu.addSeparator()
        for what, text, key in (
            ("cut", tr("Cu&t"), QKeySequence.StandardKey.Cut),
            ("copy", tr("&Copy"), QKeySequence.StandardKey.Copy),
            ("paste", tr("&Paste"), QKeySequence.StandardKey.Paste),
        ):
            action = self._add(menu, text, partial(run.edit_focused, what), key)
            # Shown, but left to the focused widget: it knows these keys itself.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    def _fill_view(self, menu: QMenu) -> None:
        tr, run = self._texts.tr, self._commands
        places = ((START, tr("Start"), "house"), *((p.id, tr(p.title), p.icon) for p in PLACES))
        for number, (id_, title, icon) in enumerate(places, start=1):
            action = self._add(menu, title, partial(run.show_place, id_), place_keys(number), icon)
            if id_ != START:
                self.needing_document.append(action)
        menu.addSeparator()
        for panel in PANELS:
            words = tr("Data entry: {panel}", panel=plain(tr(panel.title)))
            self._document(menu, words, partial(run.show_place, "data_entry", panel.id), panel.keys, panel.icon)
        menu.addSeparator()
        self._document(menu, tr("Go to &year…"), run.choose_year, "Ctrl+G", "calendar")
        self._document(menu, tr("&Earlier year"), partial(run.step_year, -1), "Ctrl+PgUp", "chevron-left")
        self._document(menu, tr("&Later year"), partial(run.step_year, 1), "Ctrl+PgDown", "chevron-right")
        menu.addSeparator()
        self._languages = languages = QMenu(tr("Lan&guage"), menu)
        languages.setIcon(self._theme.icon("languages"))
        menu.addMenu(languages)
        group = QActionGroup(languages)
        for language in LANGUAGES:
            action = self._add(languages, LANGUAGE_NAMES.get(language, language), partial(run.use_language, language))
            action.setCheckable(True)
            action.setChecked(language == self._texts.language)
            group.addAction(action)

    def _fill_help(self, menu: QMenu) -> None:
        tr, run = self._texts.tr, self._commands
        self._add(menu, tr("&Handbook"), run.show_handbook, "Shift+F1", "file-text")
        self._add(menu, tr("&Keyboard shortcuts"), run.show_shortcuts, "F1", "keyboard")
        menu.addSeparator()
        self._add(menu, tr("&About kbdesk"), run.show_about, "", "info")

    def _document(self, menu: QMenu, text: str, slot: Callable[[], object], key: _Keys, icon: str) -> QAction:
        action = self._add(menu, text, slot, key, icon)
        self.needing_document.append(action)
        return action

    def _add(self, menu: QMenu, text: str, slot: Callable[[], object], key: _Keys = "", icon: str = "") -> QAction:
        action = QAction(text, menu)
        if icon:
            action.setIcon(self._theme.icon(icon))
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked: slot())
        menu.addAction(action)
        self._actions.append((menu, text, action))
        return action


def plain(text: str) -> str:
    """The words of a menu entry without its key and without dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
