"""Every letter that goes to a field or menu goes to one only, in every place and language."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QMenuBar
from PySide6.QtWidgets import QToolButton
from PySide6.QtWidgets import QWidget

from kbdesk.texts.texts import LANGUAGES
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.place_registry import PLACES
from kbdesk.ui.places.progress import ProgressPlace


def words(widget: QWidget) -> Iterator[str]:
    """What a visible widget shows with a letter of its own."""
    if isinstance(widget, QMenuBar):
        yield from (action.text() for action in widget.actions())
    elif isinstance(widget, QLabel):
        if widget.buddy() is not None:
            yield widget.text()
    elif isinstance(widget, QAbstractButton) and not isinstance(widget, QToolButton):
        yield widget.text()


def given_twice(window: QWidget) -> set[str]:
    shown = [text for widget in window.findChildren(QWidget) if widget.isVisible() for text in words(widget)]
    letters = Counter(key for text in shown if (key := QKeySequence.mnemonic(text).toString()))
    return {key for key, times in letters.items() if times > 1}


def views(window: MainWindow) -> tuple[str, ...]:
    """What can be chosen to be shown in the place."""
    place = window.frame.stack.shown
    return place.kinds if isinstance(place, ProgressPlace) else ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_no_letter_is_given_twice(window: MainWindow, language: str) -> None:
    window.use_language(language)
    window.new_document()
    assert given_twice(window) == set()
    window.open_sample()
    for place in PLACES:
        window.show_place(place.id)
        assert given_twice(window) == set(), place.id
        for view in views(window):
            window.show_place(place.id, view)
            assert given_twice(window) == set(), view
