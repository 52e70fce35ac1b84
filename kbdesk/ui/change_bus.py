"""The one place everyone may listen to: every change of the open document, with who made it."""

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal


class ChangeBus(QObject):
    """Tells every view what changed; the initiator can leave itself out."""

    document_changed = Signal(object, object)
    """``Change`` and the widget that made it (or ``None``)."""

    year_chosen = Signal(int)
    """The year the window is about was chosen."""

    place_wanted = Signal(str, object)
    """Id of a place to go to, and what to show there (an ``EntryKey``, a year, or ``None``)."""

    new_year_wanted = Signal(str)
    """Beginning new years was asked for: the years proposed, as typed; empty to let the dialog propose."""
