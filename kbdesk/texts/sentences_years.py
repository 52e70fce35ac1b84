"""Sentences of carrying years forward, second looks and the deadline."""

from kbdesk.texts.marking import mark

ERRORS = {
    "years.not_years": mark("“{found}” is not a list of years: write for example 2025, 2023-2025 or 2020, 2022."),
    "years.out_of_range": mark("The years {found} do not fit: choose years from {first} to {last}."),
    "deadline.not_a_day": mark("“{found}” is not a day: write for example 31 December 2026 or 2026-12-31."),
    "deadline.rhythm": mark("“{found}” is not a number of years: write a whole number from 1 to {longest}."),
}

ACTIONS = {
    "action.years.begin": mark("{years} begun after {from}: {count} places without numbers"),
    "action.years.confirm": mark("still true: {count}"),
    "action.years.confirm_all": mark("everything carried into {year} is still true: {count}"),
    "action.years.source": mark("{supplier} is still the source in {year}"),
    "action.years.drop_source": mark("{supplier} is no longer the source in {year}"),
    "action.years.retract": mark("no longer true, values are expected: {count}"),
    "action.look.checked": mark("second look at {sector} {year}"),
    "action.look.taken_back": mark("second look at {sector} {year} taken back"),
    "action.deadline.set": mark("deadline {day}, an inventory every {rhythm} years"),
}

SENTENCES = {**ERRORS, **ACTIONS}
