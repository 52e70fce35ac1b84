"""Notation keys as real files of the Covenant and of GPC write them: “NO; IE”, “IE (I.1.1)”, “NE, C”.

Of several keys the one counts that leaves the total most open. What was written is kept as the note, so that nothing is
lost: where a value is included, or which key stood beside it.
"""

import re

from kbdesk.models.inventory import NotationKey

_KEY = re.compile(r"[A-Z]+")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_PARTED = re.compile(r"[;,/+&\s]+")
_MOST_OPEN_FIRST = (NotationKey.C, NotationKey.NE, NotationKey.IE, NotationKey.NO)


def mixed_key(text: str) -> NotationKey | None:
    """The key of a text that is nothing but keys with remarks in brackets; ``None`` for any other text."""
    words = [word for word in _PARTED.split(_IN_BRACKETS.sub(" ", text).upper()) if word]
    if not words or not all(_KEY.fullmatch(word) and word in NotationKey.__members__ for word in words):
        return None
    return next(key for key in _MOST_OPEN_FIRST if key.name in words)


def note_with_keys(note: str, text: str) -> str:
    """The note with what was written of the keys, said once."""
    return note if text in note else "; ".join(part for part in (note, text) if part)
