"""What the ways of entering values have in common."""

from abc import abstractmethod

from PySide6.QtWidgets import QWidget

from kbdesk.models.changes import Change
from kbdesk.models.inventory import EntryKey
from kbdesk.ui.context import Context
from kbdesk.ui.item_models.commands import Run


class EntryPanel(QWidget):
    """One way of entering values; built when first chosen. All show the same values, saved on leaving a field."""

    id = ""
    icon = ""

    def __init__(self, context: Context, run: Run) -> None:
        super().__init__()
        self.context = context
        self.run = run

    @staticmethod
    def title(context: Context) -> str:
        """The words on its button, with a mnemonic."""
        raise NotImplementedError

    @abstractmethod
    def refresh(self, change: Change | None) -> None:
        """Show the document as it is now; ``None`` means everything may have changed."""

    @abstractmethod
    def show_year(self, year: int) -> None:
        """Show this year."""

    @abstractmethod
    def show_target(self, key: EntryKey) -> bool:
        """Put the keyboard into the field of a value; False where it has none here."""

    @abstractmethod
    def current_key(self) -> EntryKey | None:
        """The value the keyboard is at, so that another panel can begin there."""

    @abstractmethod
    def save_pending(self) -> None:
        """Save what is being typed."""

    @abstractmethod
    def go_to_next_open(self) -> bool:
        """Go to the next value with something left to do; False where there is none."""

    @abstractmethod
    def focus_filter(self) -> None:
        """Put the keyboard into the filter."""

    def commands(self) -> tuple[QWidget, ...]:
        """Buttons that stand at the right of the choice of panels while this one is shown."""
        return ()

    def toggle_details(self) -> None:
        """Go to the details of the current value, or from there back; panels that show them anyway do nothing."""

    def begin_note(self) -> None:
        """Put the keyboard into the note on the current value; panels without one do nothing."""

    def nothing_open(self) -> str:
        """What is said when nothing is left to do."""
        return self.context.texts.tr("Nothing is open in {year}.", year=str(self.context.year))
