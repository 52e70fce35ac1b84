"""The result as far as it goes, below the pages of the guide: a sentence, a bar by energy carrier, what is missing."""

from collections.abc import Iterator
from decimal import Decimal

from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.services.first_result import FirstResult
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.stacked_bar import Segment
from kbdesk.ui.widgets.stacked_bar import StackedBar

_LITTLE = Decimal("0.01")


class SoFarBar(QWidget):
    """Grows with every number."""

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setFont(theme.numerals(theme.heading(self.font(), 2)))
        self.bar = StackedBar(theme)
        self.missing = words(theme, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for widget in (self.sentence, self.bar, self.missing):
            column.addWidget(widget)

    def show_result(self, result: FirstResult, open_questions: int) -> None:
        """Show the result; so many questions of the guide are without an answer."""
        texts = self._texts
        self.sentence.setText(so_far_text(result, texts))
        self.bar.show_segments(texts.tr("Emissions so far by energy carrier"), segments(result, texts))
        missing = " · ".join(_missing(result, open_questions, texts))
        self.missing.setText(texts.tr("Still missing: {what}", what=missing) if missing else "")
        self.missing.setVisible(bool(missing))


def so_far_text(result: FirstResult, texts: Texts) -> str:
    """The result in one line."""
    numbers, tr = texts.numbers, texts.tr
    if result.emissions_t is None:
        return tr("So far: nothing yet. The first number shows a result.")
    parts = []
    if result.emissions_t_per_inhabitant is None:
        parts.append(tr("{t} t CO₂e", t=numbers.integer(result.emissions_t)))
    else:
        parts.append(tr("{t} t CO₂e per inhabitant", t=numbers.fixed(result.emissions_t_per_inhabitant, 1)))
    if result.energy_mwh_per_inhabitant is not None:
        energy = numbers.fixed(result.energy_mwh_per_inhabitant, 1)
        parts.append(tr("energy {mwh} MWh per inhabitant", mwh=energy))
    if result.own_share is not None:
        parts.append(tr("{share} of emissions from own data", share=numbers.percent(result.own_share, 0)))
    return tr("So far: {result}", result=" · ".join(parts))


def segments(result: FirstResult, texts: Texts) -> tuple[Segment, ...]:
    """The parts of the result with their shares."""
    whole = sum(part.emissions_t for part in result.parts)
    return tuple(
        Segment(texts.tr(part.label), _share(part.emissions_t / whole, texts), part.colour, part.emissions_t)
        for part in result.parts
    )


def _share(share: Decimal, texts: Texts) -> str:
    """The share as percent; a little one is little, not nothing."""
    shown = texts.numbers.percent(max(share, _LITTLE), 0)
    return f"< {shown}" if share < _LITTLE else shown


def _missing(result: FirstResult, open_questions: int, texts: Texts) -> Iterator[str]:
    if result.population_missing:
        yield texts.tr("inhabitants")
    for key in result.unknown:
        yield texts.tr("a detail of {carrier}", carrier=texts.carrier(key.carrier))
    if open_questions:
        yield texts.trn("{count} page of the guide", "{count} pages of the guide", open_questions)
