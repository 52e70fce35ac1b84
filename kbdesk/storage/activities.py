"""Rows of the table ``activity`` as activities and back."""

from kbdesk.models.activities import Activity
from kbdesk.models.activities import ActivityKind
from kbdesk.models.activities import ActivityState
from kbdesk.storage import tables
from kbdesk.storage.record_table import RecordTable
from kbdesk.storage.record_table import Row


def _row_of(activity: Activity) -> Row:
    return {
        "id": activity.id,
        "kind": activity.kind.value,
        "title": activity.title,
        "state": activity.state.value,
        "start_year": activity.start_year,
        "end_year": activity.end_year,
        "partner": activity.partner,
        "country": activity.country,
        "decided": activity.decided,
        "resolution": activity.resolution,
        "text": activity.text,
        "source_id": activity.source_id,
    }


def _activity_of(
    id_: str,
    kind: str,
    title: str,
    state: str,
    start_year: int | None,
    end_year: int | None,
    *texts: str,
) -> Activity:
    return Activity(id_, ActivityKind(kind), title, ActivityState(state), start_year, end_year, *texts)


ACTIVITIES = RecordTable("activity", tables.activity, _row_of, _activity_of)
