"""Sentences of breaks in the series."""

from kbdesk.texts.marking import mark

ERRORS = {
    "break.no_sentence": mark(
        "The break of {year} has no sentence: type what changed, for example “traffic counted anew”."
    ),
}

ACTIONS = {
    "action.break.marked": mark("break marked: {year}"),
    "action.break.removed": mark("break no longer marked: {year}"),
}

SENTENCES = {**ERRORS, **ACTIONS}
