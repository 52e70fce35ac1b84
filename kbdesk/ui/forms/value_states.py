"""The state of a value as a person sees it: an icon and a word."""

from typing import NamedTuple

from PySide6.QtGui import QColor

from kbdesk.models.inventory import NotationKey
from kbdesk.services.form_filling import ValueState
from kbdesk.texts.entry_texts import NOTATION
from kbdesk.texts.marking import mark
from kbdesk.ui.theme import Meaning
from kbdesk.ui.theme import Theme


class StateFace(NamedTuple):
    """Icon, word and meaning of a state."""

    icon: str
    word: str
    meaning: Meaning | None = None


FACES = {
    ValueState.CARRIED: StateFace("circle-question-mark", mark("still true?"), Meaning.WARNING),
    ValueState.ABSENT: StateFace("ban", mark("not here")),
    ValueState.UNKNOWN: StateFace("hourglass", NOTATION[NotationKey.NE]),
    ValueState.ELSEWHERE: StateFace("link", NOTATION[NotationKey.IE]),
    ValueState.CONFIDENTIAL: StateFace("lock", NOTATION[NotationKey.C]),
    ValueState.EXPECTED: StateFace("circle-dashed", mark("missing")),
    ValueState.MISSING: StateFace("circle-dashed", mark("missing")),
    ValueState.EMPTY: StateFace("circle", mark("optional")),
    ValueState.DRAFT: StateFace("circle-alert", mark("not a number"), Meaning.ERROR),
    ValueState.BASIS: StateFace("circle-question-mark", mark("basis?"), Meaning.WARNING),
    ValueState.WRONG: StateFace("circle-alert", mark("to correct"), Meaning.ERROR),
    ValueState.WARNED: StateFace("triangle-alert", mark("to check"), Meaning.WARNING),
    ValueState.CHECKED: StateFace("shield-check", mark("checked"), Meaning.OK),
    ValueState.ACKNOWLEDGED: StateFace("circle-check", mark("explained"), Meaning.OK),
    ValueState.ESTIMATED: StateFace("equal", mark("estimate")),
    ValueState.ENTERED: StateFace("check", mark("entered"), Meaning.OK),
}


def colour_of(face: StateFace, theme: Theme) -> QColor:
    """The colour of a state, for its icon and word."""
    return theme.colour(face.meaning) if face.meaning else theme.muted
