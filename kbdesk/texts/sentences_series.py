"""Sentences of the findings about years that do not go together: another factor set, another scheme, a changed base."""

from kbdesk.texts.marking import mark

SERIES = {
    "factor.drops_label": mark(
        "{year}: local factors replace those of BISKO (energy carriers: {count}), so the year is not BISKO-conform."
    ),
    "series.base_published": mark(
        "The base year {base} is known as a published result only. Check that it was computed by the same scheme and "
        "gases as the inventories from {year} on, else the reduction is not a real one."
    ),
    "series.sent_with_other_set": mark(
        "{year} was sent (revision {revision}) with “{sent}”; it is computed with another factor set now. Send it "
        "again, or say why the figures differ."
    ),
    "series.base_restated": mark(
        "Base year {year} restated: it was {was} t in the submission of {sent} (revision {revision}) and is {now} t "
        "now. Commitments are judged by the new figure. Say why it changed."
    ),
}
