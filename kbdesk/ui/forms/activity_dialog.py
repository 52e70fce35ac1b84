"""An activity: what it is, since when, with whom, by which resolution, shown by what."""

from PySide6.QtWidgets import QCompleter
from PySide6.QtWidgets import QFormLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.errors import UserError
from kbdesk.models.activities import Activity
from kbdesk.models.activities import ActivityKind
from kbdesk.models.activities import ActivityState
from kbdesk.models.changes import Change
from kbdesk.models.membership import Suggestion
from kbdesk.services import activities
from kbdesk.services.activities import TypedActivity
from kbdesk.services.activity_reading import FIELDS
from kbdesk.texts.activity_names import KINDS
from kbdesk.texts.activity_names import STATES
from kbdesk.texts.countries import country_name
from kbdesk.texts.countries import known_countries
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.forms.activity_evidence import evidence_picker
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.day_echo import DayEcho
from kbdesk.ui.widgets.page import paint
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.scroll_page import ScrollPage
from kbdesk.ui.widgets.side_by_side import side_by_side

_WIDTH_CHARACTERS = 84
_YEAR_CHARACTERS = 10
_CHOICE = 30


class ActivityDialog(FormDialog):
    """Nothing is recorded before "Save activity"; then it is one step."""

    def __init__(self, context: Context, parent: QWidget, before: Activity | None = None) -> None:
        tr = context.texts.tr
        super().__init__(parent, tr("New activity") if before is None else tr("Change activity"))
        self._context, self._before = context, before
        self.kind, self.state, self.country = CalmCombo(), CalmCombo(), CalmCombo()
        self.title, self.partner, self.resolution, self.text = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.start_year, self.end_year, self.decided, self.reported = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.evidence = evidence_picker(context, tr("Evidence"))
        self.about = words(context.theme, "")
        self.message = words(context.theme, "", muted=False)
        paint(self.message, context.theme.error)
        for hidden in (self.about, self.message):
            hidden.hide()
        self._offer()
        self._arrange()
        self._show(_typed_again(context, before) if before is not None else TypedActivity(ActivityKind.CAMPAIGN, ""))
        self.kind.currentIndexChanged.connect(self._follow_kind)
        self._start = self._warned = self.typed

    def propose(self, suggestion: Suggestion) -> None:
        """Begin with a suggestion; what it is about is said below the fields."""
        trc = self._context.texts.trc
        self._show(
            TypedActivity(
                suggestion.kind,
                trc("membership", suggestion.title),
                partner=suggestion.partner,
                country=suggestion.partner_country,
            )
        )
        self.about.setText(trc("membership", suggestion.about))
        self.about.show()
        self.start_year.setFocus()

    @property
    def typed(self) -> TypedActivity:
        """What stands in the fields."""
        return TypedActivity(
            kind=ActivityKind(self.kind.value),
            title=self.title.text(),
            state=ActivityState(self.state.value),
            start_year=self.start_year.text(),
            end_year=self.end_year.text(),
            partner=self.partner.text(),
            country=self.country.value,
            decided=self.decided.text(),
            resolution=self.resolution.text(),
            text=self.text.text(),
            source_id=self.evidence.source_id,
            reported=self.reported.text() if self.kind.value == ActivityKind.COVENANT else "",
        )

    @override
    def accept(self) -> None:
        context = self._context
        try:
            change = self._record()
        except UserError as error:
            self.message.setText(context.texts.error(error))
            self.message.show()
            self._field_of(error).setFocus()
            return
        context.run(lambda: change, None)
        super().accept()

    @override
    def reject(self) -> None:
        """Leave; what was typed and not saved is asked for once, and again after every change."""
        if self.typed in (self._start, self._warned):
            super().reject()
            return
        self._warned = self.typed
        said = self._context.texts.tr("The activity is not saved yet. Press Esc again to leave without it.")
        self.message.setText(said)
        self.message.show()

    def _record(self) -> Change | None:
        project, texts, before = self._context.project, self._context.texts, self._before
        if before is None:
            return activities.add(project, self.typed, texts)
        return activities.change(project, before.id, self.typed, texts)

    def _field_of(self, error: UserError) -> QWidget:
        """The field an error is about."""
        texts, wrong = self._context.texts, error.parameters.get("field")
        if error.code == "activity.order":
            return self.end_year
        named = next((name for name, words_ in FIELDS.items() if texts.tr(words_) == wrong), "title")
        field: QWidget = getattr(self, named)
        return field

    def _follow_kind(self) -> None:
        """Reports are asked for of signatories of the Covenant only."""
        self._form.setRowVisible(self._reported_row, self.kind.value == ActivityKind.COVENANT)

    def _offer(self) -> None:
        texts = self._context.texts
        self.kind.offer([(kind.value, texts.tr(name)) for kind, name in KINDS.items()], ActivityKind.CAMPAIGN.value)
        self.state.offer([(s.value, texts.tr(name)) for s, name in STATES.items()], ActivityState.RUNNING.value)
        self.country.offer([("", texts.tr("not said")), *known_countries(texts)], "")
        for combo in (self.kind, self.country):
            combo.setMinimumContentsLength(_CHOICE)
        partners = {activity.partner for activity in self._context.project.inventory.activities.values()}
        self.partner.setCompleter(QCompleter(sorted(partners - {""}), self.partner))

    def _show(self, typed: TypedActivity) -> None:
        for line, text in (
            (self.title, typed.title),
            (self.start_year, typed.start_year),
            (self.end_year, typed.end_year),
            (self.partner, typed.partner),
            (self.decided, typed.decided),
            (self.resolution, typed.resolution),
            (self.text, typed.text),
            (self.reported, typed.reported),
        ):
            line.setText(text)
            line.setCursorPosition(0)
        self.kind.setCurrentIndex(self.kind.findData(typed.kind.value))
        self.state.setCurrentIndex(self.state.findData(typed.state.value))
        if typed.country and self.country.findData(typed.country) < 0:
            self.country.addItem(country_name(self._context.texts, typed.country), typed.country)
        self.country.setCurrentIndex(self.country.findData(typed.country))
        self.evidence.show_source(typed.source_id, "")
        self._follow_kind()

    def _arrange(self) -> None:
        texts, page, self._form = self._context.texts, ScrollPage(), QFormLayout()
        self._form.setHorizontalSpacing(MARGIN)
        self._form.setVerticalSpacing(GRID)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, field, description, shown in self._fields():
            named = QLabel(label)
            named.setBuddy(field)
            if field is not self.evidence:
                field.setAccessibleName(label.replace("&", ""))
            if description:
                field.setAccessibleDescription(description)
            self._form.addRow(named, shown)
            if field is self.reported:
                self._reported_row = self._form.rowCount() - 1
        for year in (self.start_year, self.end_year):
            year.setFixedWidth(year.fontMetrics().averageCharWidth() * _YEAR_CHARACTERS + 2 * GRID)
        self.title.setPlaceholderText(texts.tr("For example: City Cycling"))
        self.resolution.setPlaceholderText(texts.tr("For example: council resolution no. 12"))
        page.column.addLayout(self._form)
        page.column.addWidget(self.about)
        page.column.addStretch(1)
        self.column.addWidget(page, 1)
        self.column.addWidget(self.message)
        self.add_buttons(texts, texts.tr("Save activity"))
        room, line = self.screen().availableSize(), self.fontMetrics().height()
        needed = page.column.sizeHint().width() + page.verticalScrollBar().sizeHint().width() + 2 * GAP + GRID
        wide = max(_WIDTH_CHARACTERS * self.fontMetrics().averageCharWidth(), needed)
        self.resize(
            min(wide, room.width() - 2 * GRID),
            min(page.column.sizeHint().height() + 9 * line, room.height() - 4 * line),
        )

    def _fields(self) -> tuple[tuple[str, QWidget, str, QWidget], ...]:
        """Label, field, description, and what stands in the form."""
        tr, context = self._context.texts.tr, self._context
        decided = DayEcho(self.decided, context.theme, context.texts)
        reported = DayEcho(self.reported, context.theme, context.texts)
        return (
            (tr("&Kind"), self.kind, tr("What the activity is"), self.kind),
            (tr("&Title"), self.title, tr("What it is called"), self.title),
            (tr("&State"), self.state, tr("How far it is"), self.state),
            (tr("&First year"), self.start_year, tr("The year it began or will begin in"), self.start_year),
            (tr("&Last year"), self.end_year, tr("The year it ended in; empty where it goes on"), self.end_year),
            (tr("&Partner"), self.partner, tr("With whom: a town, a people, an association"), self.partner),
            (tr("C&ountry"), self.country, tr("The country of the partner"), self.country),
            (tr("&Resolution"), self.resolution, tr("The council's decision, for example its number"), self.resolution),
            (tr("&Day of the resolution"), self.decided, "", side_by_side(self.decided, decided)),
            (tr("Last report &handed in on"), self.reported, "", side_by_side(self.reported, reported)),
            (tr("D&escription"), self.text, tr("What is done, in a sentence"), self.text),
            (tr("Ev&idence"), self.evidence, "", self.evidence),
        )


def _typed_again(context: Context, activity: Activity) -> TypedActivity:
    """An activity as it would be typed."""
    texts = context.texts
    return TypedActivity(
        kind=activity.kind,
        title=activity.title,
        state=activity.state,
        start_year=str(activity.start_year or ""),
        end_year=str(activity.end_year or ""),
        partner=activity.partner,
        country=activity.country,
        decided=activities.day_text(activity.decided, texts),
        resolution=activity.resolution,
        text=activity.text,
        source_id=activity.source_id,
        reported=activities.day_text(activities.reported(context.project, activity), texts),
    )
