"""Sentences of totals that are explained and of factor sets that are added."""

from kbdesk.texts.marking import mark

ERRORS: dict[str, str] = {
    "total.no_year": mark("There are no values of {year} to explain. Years with values: {known}."),
}

ACTIONS: dict[str, str] = {}

SENTENCES = {**ERRORS, **ACTIONS}
