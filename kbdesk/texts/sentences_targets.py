"""Sentences of commitments that are held and of own targets."""

from kbdesk.texts.marking import mark

ERRORS = {
    "target.no_name": mark("The target has no name: type one, for example “Climate neutral 2040”."),
    "target.share": mark("“{found}” is no reduction: type percent, more than 0 and at most 100."),
    "target.level": mark("“{found}” is no level: type tonnes per inhabitant and year, 0 or more."),
    "target.base_year": mark("“{found}” cannot be the base year: type a year from 1990 to {last}, or leave it empty."),
    "target.target_year": mark("“{found}” cannot be the year of the target: type one from 1991 to {last}."),
    "target.before_base": mark("The year of the target, {target}, must be later than the base year, {base}."),
}

ACTIONS = {
    "action.target.held": mark("commitment held: {name}"),
    "action.target.not_held": mark("commitment not held: {name}"),
    "action.target.added": mark("new target: {name}"),
    "action.target.changed": mark("target: {name}"),
    "action.target.removed": mark("target deleted: {name}"),
}

SENTENCES = {**ERRORS, **ACTIONS}
