"""Sentences of the forms: what a field refuses, what was done there."""

from kbdesk.texts.marking import mark

ERRORS: dict[str, str] = {}

ACTIONS: dict[str, str] = {
    "action.entry.basis": mark("gross or net: {basis}, values: {count}"),
}

SENTENCES = {**ERRORS, **ACTIONS}
