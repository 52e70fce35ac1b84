"""Sentences of the review codes."""

from kbdesk.texts.marking import mark

SENTENCES = {
    "review.placeholder": mark("…"),
}
