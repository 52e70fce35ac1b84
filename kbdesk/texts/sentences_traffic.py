"""Sentences of road traffic by kind of vehicle and road."""

from kbdesk.texts.marking import mark

ERRORS = {
    "traffic.no_consumption": mark("{what}: the consumption on 100 km is missing."),
    "traffic.amount": mark("{what}: “{found}” is no amount; type a number, 0 or more."),
    "traffic.twice": mark("{what} stands there twice: put both into one line."),
}

ACTIONS = {"action.traffic.record": mark("road traffic {year} by kind of vehicle and road")}

SENTENCES = {**ERRORS, **ACTIONS}
