"""Sentences of membership, climate justice and activities."""

from kbdesk.texts.marking import mark

ERRORS = {
    "activity.no_title": mark("The activity has no title: type one, for example “City Cycling”."),
    "activity.year": mark("{field}: “{found}” is no year. Type one from {first} to {last}, or leave it empty."),
    "activity.order": mark("The last year, {end}, is before the first year, {start}: exchange them or correct one."),
    "activity.day": mark("{field}: “{found}” is no day. Type it like 14.02.2023 or 2023-02-14, or leave it empty."),
    "activity.country": mark("“{found}” is no country that is known here: choose one of the list, or leave it empty."),
    "membership.day": mark("“{found}” is no day. Type it like 14.02.2023 or 2023-02-14, or leave it empty."),
}

NOTES = {
    "activity.without_year": mark("{title}: no year yet. With one it stands on the timeline."),
    "activity.past_end": mark("{title}: ended in {year} and still counts as running. Is it finished?"),
    "activity.no_signature": mark(
        "{title}: no day of the council's decision yet. It shows when the next report is due."
    ),
    "activity.plan_due": mark("{title}: the action plan is due on {day}."),
    "activity.plan_overdue": mark("{title}: the action plan was due on {day}."),
    "activity.report_due": mark(
        "{title}: the next report is due on {day}; at least every second one contains a new inventory."
    ),
    "activity.report_overdue": mark("{title}: a report was due on {day}."),
    "justice.no_timber_resolution": mark(
        "No resolution yet against tropical timber from destructive logging. Members commit themselves to one."
    ),
}

ACTIONS = {
    "action.activity.added": mark("new activity: {title}"),
    "action.activity.changed": mark("activity: {title}"),
    "action.activity.removed": mark("activity deleted: {title}"),
    "action.member.type": mark("type of member"),
    "action.member.resolution": mark("membership resolution"),
    "action.member.date": mark("day of the membership resolution"),
    "action.member.generation": mark("pledge adopted"),
    "action.member.source": mark("evidence of the membership"),
    "action.justice.stance": mark("climate justice: what is held"),
    "action.justice.date": mark("climate justice: day of a resolution"),
    "action.justice.resolution": mark("climate justice: resolution"),
    "action.justice.source": mark("climate justice: evidence"),
}

SENTENCES = {**ERRORS, **NOTES, **ACTIONS}
