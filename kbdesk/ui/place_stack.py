"""The places side by side: built when first shown, kept up to date while shown, caught up when shown again."""

from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QStackedWidget
from PySide6.QtWidgets import QWidget

from kbdesk.models.changes import Change
from kbdesk.ui.context import Context
from kbdesk.ui.focused_edit import enter
from kbdesk.ui.place import Place
from kbdesk.ui.place_registry import RegisteredPlace


class PlaceStack(QStackedWidget):
    """Shows one place at a time."""

    def __init__(self, places: tuple[RegisteredPlace, ...]) -> None:
        super().__init__()
        self._registered = {place.id: place for place in places}
        self._built: dict[str, Place] = {}
        self._outdated: set[str] = set()
        self._shown = ""

    @property
    def shown(self) -> Place | None:
        """The place that is shown."""
        return self._built.get(self._shown)

    def built(self, place_id: str) -> Place | None:
        """A place, if it was shown before."""
        return self._built.get(place_id)

    def show_place(self, place_id: str, context: Context) -> Place:
        """Show a place, as the document is now."""
        place = self._built.get(place_id)
        if place is None:
            place = self._registered[place_id].load()(context)
            self._built[place_id] = place
            self.addWidget(place)
            place.refresh(None)
        elif place_id in self._outdated:
            place.show_year(context.year)
            place.refresh(None)
        self._outdated.discard(place_id)
        self._shown = place_id
        changes = place is not self.currentWidget()
        self.setCurrentWidget(place)
        focused = QApplication.focusWidget()
        if changes and focused is not None and place.isAncestorOf(focused):
            # Qt moved the keyboard from the place before into the first field; the place may want it elsewhere.
            enter(place)
        return place

    def save_pending(self) -> None:
        """Have the shown place save what is being typed, also where the window lost the focus."""
        if self.shown is not None:
            self.shown.save_pending()

    def show_start(self, start: QWidget) -> None:
        """Show the start place, which is none of the document's."""
        self._shown = ""
        self.setCurrentWidget(start)

    def tell_change(self, change: Change) -> None:
        """The shown place follows the change; the others when they are shown again."""
        self._outdated.update(id_ for id_ in self._built if id_ != self._shown)
        if self.shown is not None:
            self.shown.refresh(change)

    def tell_year(self, year: int) -> None:
        """The shown place shows another year; the others when they are shown again."""
        self._outdated.update(id_ for id_ in self._built if id_ != self._shown)
        if self.shown is not None:
            self.shown.show_year(year)
