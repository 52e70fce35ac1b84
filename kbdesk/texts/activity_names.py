"""What kinds and states of activities, types of members and stances are called; an activity's years in words."""

from kbdesk.models.activities import Activity
from kbdesk.models.activities import ActivityKind
from kbdesk.models.activities import ActivityState
from kbdesk.models.membership import MemberType
from kbdesk.models.membership import Stance
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

KINDS = {
    ActivityKind.CAMPAIGN: mark("Campaign"),
    ActivityKind.CITY_PARTNERSHIP: mark("City partnership"),
    ActivityKind.CLIMATE_PARTNERSHIP: mark("Climate partnership"),
    ActivityKind.INDIGENOUS: mark("Support of indigenous partners"),
    ActivityKind.WORKING_GROUP: mark("Working group"),
    ActivityKind.PROJECT: mark("Project"),
    ActivityKind.COVENANT: mark("Covenant of Mayors"),
    ActivityKind.OTHER: mark("Other activity"),
}
"""In the order in which they are offered."""

STATES = {
    ActivityState.PLANNED: mark("planned"),
    ActivityState.RUNNING: mark("running"),
    ActivityState.DONE: mark("finished"),
}

MEMBER_TYPES = {
    MemberType.MUNICIPALITY: mark("Municipality or city"),
    MemberType.DISTRICT: mark("District"),
    MemberType.REGION: mark("Region"),
    MemberType.STATE: mark("Federal state"),
    MemberType.NGO: mark("Non-governmental organisation"),
    MemberType.OTHER: mark("Other member"),
}

STANCES = {
    Stance.YES: mark("yes"),
    Stance.PLANNED: mark("planned"),
    Stance.NO: mark("no"),
}


def kind_name(kind: ActivityKind, texts: Texts) -> str:
    """The name of a kind of activity."""
    return texts.tr(KINDS[kind])


def state_name(state: ActivityState, texts: Texts) -> str:
    """The name of a state."""
    return texts.tr(STATES[state])


def stance_name(stance: Stance | None, texts: Texts) -> str:
    """The word for a stance; where nothing is said, that."""
    return texts.tr("not said") if stance is None else texts.tr(STANCES[stance])


def years_text(activity: Activity, texts: Texts) -> str:
    """The years of an activity: “2019–2024”, “since 2019”, “until 2024”, “2022”; empty where none is known."""
    start, end = activity.start_year, activity.end_year
    if start is None and end is None:
        return ""
    if start is None:
        return texts.tr("until {year}", year=str(end))
    if end is None:
        planned = activity.state is ActivityState.PLANNED
        return texts.tr("from {year}", year=str(start)) if planned else texts.tr("since {year}", year=str(start))
    return str(start) if start == end else f"{start}–{end}"
