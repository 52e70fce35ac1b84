"""What every place of the window has in common."""

from abc import abstractmethod
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from kbdesk.models.changes import Change
from kbdesk.ui.context import Context


@dataclass(frozen=True, slots=True)
class PlaceState:
    """How far a place is: an icon and a word, never a colour alone."""

    icon: str
    word: str


class Place(QWidget):
    """One place: built when first shown, told of every change and of the year chosen."""

    id = ""
    icon = ""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.entrance: QWidget | None = None
        """Where the keyboard goes when the place is entered, and it is not its first field.

        A focus proxy would also make the Tab key skip what stands before it.
        """

    @staticmethod
    def title(context: Context) -> str:
        """The place's name in the list."""
        raise NotImplementedError

    @staticmethod
    def state(context: Context) -> PlaceState | None:
        """The place's state in the list; ``None`` where it has none."""
        del context
        return None

    @abstractmethod
    def refresh(self, change: Change | None) -> None:
        """Show the document as it is now; ``None`` means everything may have changed."""

    def show_year(self, year: int) -> None:
        """Show this year; places without a year do nothing."""
        del year

    def show_target(self, target: object) -> None:
        """Go to what another place pointed at (an ``EntryKey``)."""
        del target

    def save_pending(self) -> None:
        """Save what is being typed; places without fields do nothing."""
