"""Sentences of the guide."""

from kbdesk.texts.marking import mark

ERRORS = {
    "guide.answer": mark("“{found}” is no answer to a question of the guide: yes, no and unsure are."),
}

ACTIONS = {
    "action.guide.yes": mark("{question} – yes"),
    "action.guide.no": mark("{question} – no"),
    "action.guide.unsure": mark("{question} – not sure yet"),
}

SENTENCES = {**ERRORS, **ACTIONS}
