"""The guide of a first inventory: one question a page, from the inhabitants to the first result."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtGui import QPalette
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.services import guiding
from kbdesk.services.first_result import first_result
from kbdesk.ui.context import Context
from kbdesk.ui.forms.guide_cards import CardsPage
from kbdesk.ui.forms.guide_inhabitants import InhabitantsPage
from kbdesk.ui.forms.guide_number import NumberPage
from kbdesk.ui.forms.guide_page import GuidePage
from kbdesk.ui.forms.guide_page import tab_stops
from kbdesk.ui.forms.guide_result import OVERVIEW
from kbdesk.ui.forms.guide_result import ResultPage
from kbdesk.ui.place import Place
from kbdesk.ui.place import PlaceState
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.destinations import Destination
from kbdesk.ui.widgets.guide_footer import GuideFooter
from kbdesk.ui.widgets.guide_page_list import GuidePageList
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.scroll_page import ScrollPage

_WIDE_CHARACTERS = 120
"""Average characters of width from which list, field and letter stand side by side."""
_TALL_LINES = 30
"""Lines of text from which the result stays in sight below the page; with less room it scrolls with it."""


class GuidePlace(Place):
    """Leave and come back at any time: every answer is saved and can be changed."""

    id = "guide"
    icon = "compass"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.pages: dict[str, GuidePage] = {}
        self.list = GuidePageList(context.theme, context.texts)
        self.jump = CalmCombo()
        self.progress = words(context.theme, "")
        self.footer = GuideFooter(context.theme, context.texts)
        self._ids = guiding.page_ids(context.project)
        self._titles = {id_: self._title_of(id_) for id_ in self._ids}
        self._scroll = ScrollPage()
        self._pages = QVBoxLayout()
        self._whole = QVBoxLayout(self)
        self._current = ""
        self._arrange()
        self._connect()
        self.show_page(guiding.resume_page(context.project, context.year), focus=False)

    @staticmethod
    @override
    def title(context: Context) -> str:
        return context.texts.tr("Guide")

    @staticmethod
    @override
    def state(context: Context) -> PlaceState | None:
        now, texts = guiding.state(context.project, context.year), context.texts
        if now.finished:
            return PlaceState("circle-check", texts.tr("done"))
        if not now.begun:
            return PlaceState("circle", texts.tr("not begun"))
        done, whole = str(now.answered), str(len(now.pages))
        return PlaceState("circle-dashed", texts.tr("{done} of {whole}", done=done, whole=whole))

    @property
    def page(self) -> GuidePage:
        """The page that is shown."""
        return self.pages[self._current]

    @override
    def focusProxy(self) -> QWidget:
        """Where the keyboard begins; Qt is not told, it would leave out of the Tab order what stands before it."""
        return self.page.first_field

    @override
    def refresh(self, change: Change | None) -> None:
        if change is None and self.page.year != self.context.year:
            self.page.show_year(self.context.year)
        else:
            self.page.refresh(change)
        self._show_progress()

    @override
    def show_year(self, year: int) -> None:
        self.page.show_year(year)
        self._show_progress()

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, str) and target in self._ids:
            self.show_page(target)

    @override
    def save_pending(self) -> None:
        self.page.save_pending()

    def show_page(self, page_id: str, *, focus: bool = True) -> None:
        """Go to a page; what is typed on the one before is saved."""
        if self._current:
            self.page.save_pending()
        page = self._built(page_id)
        if page_id != self._current:
            for each in self.pages.values():
                each.setVisible(each is page)
            self._current = page_id
            page.show_year(self.context.year)
            self._scroll.verticalScrollBar().setValue(0)
        self._show_progress()
        self._fit()
        if focus:
            page.first_field.setFocus(Qt.FocusReason.TabFocusReason)

    def go_on(self) -> None:
        """Enter or *Next*: to the next page, unless something on this one wants a look first."""
        self.page.save_pending()
        if not self.page.hold_back():
            self._step(1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.save_pending()
            self.context.bus.place_wanted.emit(OVERVIEW, None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _step(self, by: int) -> None:
        at = self._ids.index(self._current) + by
        if at >= len(self._ids):
            self.context.bus.place_wanted.emit(OVERVIEW, None)
        elif at >= 0:
            self.show_page(self._ids[at])

    def _arrange(self) -> None:
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.jump.setAccessibleName(self.context.texts.tr("Pages of the guide"))
        self.jump.setAccessibleDescription(self.context.texts.tr("Goes to another page"))
        self._scroll.column.setSpacing(GRID)
        head = QHBoxLayout()
        head.setSpacing(MARGIN)
        head.addWidget(self.progress, 1)
        head.addWidget(self.jump)
        self._scroll.column.addLayout(head)
        self._scroll.column.addLayout(self._pages, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self._scroll, 1)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addLayout(row, 1)
        self._whole.addWidget(self.footer)

    def _connect(self) -> None:
        self.list.page_chosen.connect(lambda page: self.show_page(page, focus=False))
        self.jump.activated.connect(lambda: self.show_page(self.jump.value))
        self.footer.back.clicked.connect(lambda: self._step(-1))
        self.footer.skip.clicked.connect(lambda: self._step(1))
        self.footer.next.clicked.connect(self.go_on)

    def _built(self, page_id: str) -> GuidePage:
        """A page; made when it is first shown."""
        if page_id not in self.pages:
            page = self._make(page_id)
            page.next_wanted.connect(self.go_on)
            page.hide()
            self.pages[page_id] = page
            self._pages.addWidget(page, 1)
        return self.pages[page_id]

    def _make(self, page_id: str) -> GuidePage:
        if page_id == guiding.INHABITANTS:
            return InhabitantsPage(self.context)
        if page_id == guiding.CARDS:
            return CardsPage(self.context)
        if page_id == guiding.RESULT:
            page = ResultPage(self.context)
            page.destination_wanted.connect(self._go)
            return page
        return NumberPage(self.context, self.context.project.reference.guide_numbers.number(page_id))

    def _go(self, wanted: Destination) -> None:
        self.context.bus.place_wanted.emit(wanted.place, wanted.target)

    def _title_of(self, page_id: str) -> str:
        texts = self.context.texts
        own = {
            guiding.INHABITANTS: texts.tr("Inhabitants"),
            guiding.CARDS: texts.tr("What is there"),
            guiding.RESULT: texts.tr("First result"),
        }
        if page_id in own:
            return own[page_id]
        return texts.trc("guide", self.context.project.reference.guide_numbers.number(page_id).title)

    def _show_progress(self) -> None:
        """What follows from an answer: the list, the count, the result below."""
        project, texts, year = self.context.project, self.context.texts, self.context.year
        now = guiding.state(project, year)
        self.list.show_pages(tuple((page, self._titles[page.page]) for page in now.pages), self._current)
        self.jump.offer([(id_, self._titles[id_]) for id_ in self._ids], self._current)
        at, whole = str(self._ids.index(self._current) + 1), str(len(self._ids))
        self.progress.setText(texts.tr("Page {at} of {whole}", at=at, whole=whole))
        self.footer.result.show_result(first_result(project, year), sum(not page.answered for page in now.pages[:-1]))
        self._order_tabs()
        self.footer.show_position(first=self._current == self._ids[0], last=self._current == self._ids[-1])

    def _order_tabs(self) -> None:
        """From top to bottom, also through fields that were made since, and the buttons below at last."""
        buttons = (self.footer.back, self.footer.skip, self.footer.next)
        for before, after in pairwise((self.list, self.jump, *tab_stops(self.page.tab_order), *buttons)):
            self.setTabOrder(before, after)

    def _fit(self) -> None:
        """In a small window, or with large text, things stand below each other."""
        metrics = self.fontMetrics()
        wide = self.width() >= _WIDE_CHARACTERS * metrics.averageCharWidth()
        tall = self.height() >= _TALL_LINES * metrics.height()
        self.list.setVisible(wide)
        self.jump.setVisible(not wide)
        if self._current:
            self.page.show_wide(wide=wide)
        below = self._whole if tall else self._scroll.column
        if below.indexOf(self.footer) < 0:
            below.addWidget(self.footer)
