"""Sentences of acknowledged findings and one-click corrections."""

from kbdesk.texts.marking import mark

ERRORS = {
    "finding.error_stays": mark(
        "An error cannot be acknowledged: the year cannot be submitted with it. Correct the value instead."
    ),
}

ACTIONS = {
    "action.finding.acknowledged": mark("acknowledged: {carrier}, {sector} {year}"),
    "action.finding.acknowledged_year": mark("acknowledged: finding of {year}"),
    "action.finding.withdrawn": mark("acknowledgement withdrawn: {carrier}, {sector} {year}"),
    "action.finding.withdrawn_year": mark("acknowledgement withdrawn: finding of {year}"),
    "action.finding.fixed_unit": mark("unit {value} taken for {year}, values: {count}"),
    "action.finding.fixed_quantity": mark("number corrected to {value}, {year}"),
    "action.finding.fixed_confirm": mark("confirmed for {year}, notation keys: {count}"),
}

SENTENCES = {**ERRORS, **ACTIONS}
