"""What the states of a measure are called."""

from collections.abc import Mapping
from types import MappingProxyType

from kbdesk.models.measures import MeasureStatus
from kbdesk.texts.marking import mark

STATUS_NAMES: Mapping[MeasureStatus, str] = MappingProxyType(
    {
        MeasureStatus.IDEA: mark("idea"),
        MeasureStatus.DECIDED: mark("decided"),
        MeasureStatus.RUNNING: mark("running"),
        MeasureStatus.DONE: mark("done"),
        MeasureStatus.DROPPED: mark("dropped"),
    }
)
