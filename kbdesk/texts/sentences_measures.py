"""Sentences of the register of measures."""

from kbdesk.texts.marking import mark

ERRORS = {
    "measure.no_title": mark("The measure has no title: type one, for example “Street lighting to LED”."),
    "measure.year": mark("“{found}” is no year of a measure: type one from {first} to {last}, or leave it empty."),
    "measure.years": mark("The year of full effect, {end}, is earlier than the year the measure begins, {start}."),
    "measure.amount": mark("“{found}” is no amount: type a number, 0 or more, or leave the field empty."),
    "measure.currency": mark("“{found}” is no currency: type its three letters, for example EUR or CHF."),
}

ACTIONS = {
    "action.measure.added": mark("new measure: {title}"),
    "action.measure.changed": mark("measure: {title}"),
    "action.measure.removed": mark("measure deleted: {title}"),
}

SENTENCES = {**ERRORS, **ACTIONS}
