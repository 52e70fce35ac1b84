"""The activities over the years, with the same in one sentence."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.models.activities import Activity
from kbdesk.models.activities import ActivityState
from kbdesk.texts.activity_names import state_name
from kbdesk.texts.activity_names import years_text
from kbdesk.texts.texts import Texts
from kbdesk.ui.context import Context
from kbdesk.ui.theme import GRID
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.running_text import RunningText
from kbdesk.ui.widgets.timeline import Timeline
from kbdesk.ui.widgets.timeline import period
from kbdesk.ui.widgets.timeline_painting import TimelineBar


class ActivityTimeline(QWidget):
    """Unseen where there is no activity."""

    wanted = Signal(str)
    """Id of the activity that was chosen with Enter or a double click."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.heading = Heading(context.theme, 2, context.texts.tr("Over the years"))
        self.summary = RunningText()
        self.timeline = Timeline(context.theme, context.texts.tr("Activities over the years"))
        self.timeline.wanted.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        for widget in (self.heading, self.summary, self.timeline):
            column.addWidget(widget)

    def refresh(self, shown: Sequence[Activity]) -> None:
        """Show these activities, those that began first on top, those without a year last."""
        texts, today = self._context.texts, self._context.project.today().year
        order = sorted(shown, key=lambda a: (a.start_year or a.end_year or today + 1_000, a.title.casefold()))
        bars = [_bar(activity, texts) for activity in order]
        said = _summary(bars, today, texts)
        self.summary.setText(said)
        self.timeline.show_bars(bars, today, said)
        self.setVisible(bool(bars))


def _bar(activity: Activity, texts: Texts) -> TimelineBar:
    years = years_text(activity, texts) or texts.tr("year not known")
    finished = activity.state is ActivityState.DONE
    return TimelineBar(
        id=activity.id,
        label=activity.title,
        caption=f"{years}, {state_name(activity.state, texts)}",
        start=activity.start_year,
        end=activity.end_year,
        goes_on=not finished and activity.start_year is not None and activity.end_year is None,
        is_planned=activity.state is ActivityState.PLANNED,
        is_finished=finished,
    )


def _summary(bars: Sequence[TimelineBar], today: int, texts: Texts) -> str:
    """What is to be seen, in words."""
    dated = [bar for bar in bars if bar.start is not None or bar.end is not None]
    if not dated:
        return texts.tr("No activity has a year yet.") if bars else ""
    first = period(dated, today).first
    return texts.trn(
        "{count} activity since {first}; running today: {running}.",
        "{count} activities since {first}; running today: {running}.",
        len(dated),
        first=str(first),
        running=str(sum(bar.goes_on and not bar.is_planned for bar in dated)),
    )
