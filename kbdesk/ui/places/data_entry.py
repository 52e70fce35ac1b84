"""Data entry: the same values as a form, as the grid of a year, or as the grid of a carrier over the years."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtGui import QPalette
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QButtonGroup
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QStackedWidget
from PySide6.QtWidgets import QToolButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.models.inventory import EntryKey
from kbdesk.ui.context import Context
from kbdesk.ui.item_models.entry_progress import open_count
from kbdesk.ui.item_models.entry_progress import value_count
from kbdesk.ui.panels.panel import EntryPanel
from kbdesk.ui.panels.registry import FIRST
from kbdesk.ui.panels.registry import PANELS
from kbdesk.ui.panels.registry import RegisteredPanel
from kbdesk.ui.place import Place
from kbdesk.ui.place import PlaceState
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import SMALL

_NARROW_SCREEN = 125
"""Characters: on a narrower screen there is no room for words beside the icons of the commands."""


class DataEntryPlace(Place):
    """Shows one panel at a time; the value the keyboard is at stays the same when another one is chosen."""

    id = "data_entry"
    icon = "table-2"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._registered = {panel.id: panel for panel in PANELS}
        self._built: dict[str, EntryPanel] = {}
        self._outdated: set[str] = set()
        self._shown = ""
        self._stack = QStackedWidget()
        self._commands = QStackedWidget()
        self.buttons = {panel.id: self._button(panel) for panel in self._registered.values()}
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._arrange()
        self._add_shortcuts()
        remembered = context.desk.settings.load().entry_panel
        self.show_panel(remembered if remembered in self._registered else FIRST)

    @staticmethod
    @override
    def title(context: Context) -> str:
        return context.texts.tr("Data entry")

    @staticmethod
    @override
    def state(context: Context) -> PlaceState | None:
        texts, todo = context.texts, open_count(context.project, context.year)
        if todo:
            return PlaceState("circle-alert", texts.trn("{count} open", "{count} open", todo))
        entered = value_count(context.project, context.year)
        if not entered:
            return PlaceState("circle", texts.tr("no values yet"))
        return PlaceState("circle-check", texts.trn("{count} value", "{count} values", entered))

    @property
    def panel(self) -> EntryPanel:
        """The panel that is shown."""
        return self._built[self._shown]

    def show_panel(self, panel_id: str) -> EntryPanel:
        """Show a panel, as the document is now, at the value the panel before was at."""
        if panel_id == self._shown:
            return self.panel
        before = self._built.get(self._shown)
        if before is not None:
            before.save_pending()
        key = before.current_key() if before is not None else None
        panel = self._brought_up(panel_id)
        self._shown = panel_id
        self._stack.setCurrentWidget(panel)
        self._commands.setCurrentIndex(self._stack.indexOf(panel))
        self.buttons[panel_id].setChecked(True)
        self.setFocusProxy(panel)
        if key is not None:
            panel.show_target(key)
        return panel

    @override
    def refresh(self, change: Change | None) -> None:
        self._outdated.update(id_ for id_ in self._built if id_ != self._shown)
        self.panel.refresh(change)

    @override
    def show_year(self, year: int) -> None:
        self._outdated.update(id_ for id_ in self._built if id_ != self._shown)
        self.panel.show_year(year)

    @override
    def show_target(self, target: object) -> None:
        """Go to a value, in the panel shown or one that has it; or show a panel, named by its id."""
        if isinstance(target, str) and target in self._registered:
            self._choose(target)
        if not isinstance(target, EntryKey):
            return
        if target.year != self.context.year:
            self.context.bus.year_chosen.emit(target.year)
            self.show_year(target.year)
        others = (id_ for id_ in self._registered if id_ != self._shown)
        if self.panel.show_target(target):
            return
        for panel_id in others:
            if self._brought_up(panel_id).show_target(target):
                self.show_panel(panel_id)
                self.panel.show_target(target)
                return

    @override
    def save_pending(self) -> None:
        self.panel.save_pending()

    def go_to_next_open(self) -> None:
        """Go to the next value with something left to do."""
        if not self.panel.go_to_next_open():
            self.context.messages.show_info(self.panel.nothing_open())

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.save_pending()
        super().hideEvent(event)

    def _brought_up(self, panel_id: str) -> EntryPanel:
        """The panel with everything that happened while it was not shown; made when it is first wanted."""
        panel = self._built.get(panel_id)
        if panel is None:
            panel = self._built[panel_id] = self._registered[panel_id].load()(self.context, self._run)
            self._stack.addWidget(panel)
            self._commands.addWidget(_in_a_row(panel.commands()))
            if self.screen().availableSize().width() < self.fontMetrics().averageCharWidth() * _NARROW_SCREEN:
                _show_icons_only(panel.commands())
        elif panel_id in self._outdated:
            panel.show_year(self.context.year)
            panel.refresh(None)
        self._outdated.discard(panel_id)
        return panel

    def _choose(self, panel_id: str) -> None:
        """Show a panel because a person chose it, and remember that."""
        panel = self.show_panel(panel_id)
        (panel.focusProxy() or panel).setFocus(Qt.FocusReason.ShortcutFocusReason)
        settings = self.context.desk.settings.load()
        if settings.entry_panel != panel_id:
            settings.entry_panel = panel_id
            self.context.desk.settings.save(settings)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        group = QButtonGroup(self)
        for button in self.buttons.values():
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._commands)
        for stack in (self._stack, self._commands):
            stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._commands.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, GRID, MARGIN, GRID)
        layout.setSpacing(GRID)
        layout.addLayout(row)
        layout.addWidget(self._stack, 1)

    def _button(self, panel: RegisteredPanel) -> QToolButton:
        button, tr = QToolButton(), self.context.texts.tr
        button.setText(tr(panel.title))
        button.setIcon(self.context.theme.icon(panel.icon))
        button.setToolTip(tr("{what} ({keys})", what=tr(panel.what), keys=_native(panel.keys)))
        button.setAccessibleDescription(tr(panel.what))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _checked: self._choose(panel.id))
        button.toggled.connect(lambda on: self._mark_chosen(button, panel.icon, chosen=on))
        _set_bold(button, bold=True)
        button.setMinimumWidth(button.sizeHint().width())
        _set_bold(button, bold=False)
        return button

    def _mark_chosen(self, button: QToolButton, icon: str, *, chosen: bool) -> None:
        """Bold and tinted: on some dark surfaces a pressed button looks like any other."""
        theme = self.context.theme
        _set_bold(button, bold=chosen)
        button.setIcon(theme.icon(icon, theme.accent if chosen else None))

    def _add_shortcuts(self) -> None:
        self._shortcut("F8", self.go_to_next_open)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._shortcut(keys, self._toggle_details)
        self._shortcut("Ctrl+;", self._begin_note)
        self._shortcut("Ctrl+F", self._focus_filter)

    def _toggle_details(self) -> None:
        self.panel.toggle_details()

    def _begin_note(self) -> None:
        self.panel.begin_note()

    def _focus_filter(self) -> None:
        self.panel.focus_filter()

    def _shortcut(self, keys: str, carry_out: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(carry_out)

    def _run(self, command: Callable[[], Change | None]) -> bool:
        return self.context.run(command, self)


def _set_bold(button: QToolButton, *, bold: bool) -> None:
    font = button.font()
    font.setBold(bold)
    button.setFont(font)


def _show_icons_only(widgets: tuple[QWidget, ...]) -> None:
    """Leave the words to tooltip and assistive technology."""
    for button in widgets:
        if isinstance(button, QToolButton) and not button.icon().isNull():
            button.setToolTip(button.toolTip() or button.text())
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)


def _in_a_row(widgets: tuple[QWidget, ...]) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SMALL)
    for widget in widgets:
        row.addWidget(widget)
    return whole


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
