"""Sentences of the start inventory: what it refuses, what it did, what it could not fill."""

from kbdesk.texts.marking import mark

ERRORS = {
    "start.years": mark("A start inventory of {found} is not possible: choose years from {earliest} to {latest}."),
    "start.no_table": mark(
        "There are no national values for {country}, so nothing can be filled: enter your own values."
    ),
    "inhabitants.no_series": mark(
        "There is no national series of inhabitants for {country}, so nothing can be filled: enter your own numbers."
    ),
}

ACTIONS = {
    "action.base.inhabitants_filled": mark("inhabitants filled {years}: {count}"),
    "action.start.filled": mark("start inventory {years}, values: {count}"),
}

GAPS = {
    "start.no_inhabitants": mark(
        "{years}: nothing was filled, because no inhabitants are known. Enter those of one year under base data."
    ),
    "start.no_national_inhabitants": mark("{years}: nothing was filled, because the national inhabitants are missing."),
    "start.nothing": mark("{sector} {years}: no national values."),
    "start.electricity_only": mark("{sector} {years}: electricity only, other energy carriers are missing."),
    "start.not_used": mark("{sector} {years}: not filled. {text}"),
    "start.weak": mark("{sector} {years}: filled with care. {text}"),
}

SENTENCES = {**ERRORS, **ACTIONS, **GAPS}
