"""How good the figures of a year are: final energy by data grade, in every sector and in all, with the score.

The score is that of ``kbdesk.models.data_quality``: undefined while energy is without a grade, and without energy.
"""

from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from kbdesk.charts.axes import value_axis
from kbdesk.charts.classes import sector_scheme
from kbdesk.charts.data import BarRow
from kbdesk.charts.data import Quantity
from kbdesk.charts.data import RowBar
from kbdesk.charts.data import RowBars
from kbdesk.charts.data import RowPiece
from kbdesk.charts.data import StackClass
from kbdesk.charts.grades import UNGRADED
from kbdesk.charts.grades import grade_classes
from kbdesk.charts.request import ChartRequest
from kbdesk.charts.request import base_year_note
from kbdesk.charts.request import footer
from kbdesk.charts.request import year_list
from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import YearResult
from kbdesk.models.data_quality import WEIGHTS
from kbdesk.models.data_quality import data_quality
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Origin
from kbdesk.texts.texts import Texts

_CLOSE = 0.005
"""Scores no further apart are the same when they are printed."""


class _Group(NamedTuple):
    """Energy [MWh] of some sectors: by grade, the part of each that are start values, and the score.

    Without energy every value that belongs here is missing.
    """

    label: str
    energy: dict[str, float]
    start: dict[str, float]
    score: Decimal | None

    @property
    def total(self) -> float:
        return sum(self.energy.values())

    def share(self, grade: str) -> float:
        return self.energy.get(grade, 0.0) / self.total if self.total else 0.0

    @property
    def start_share(self) -> float:
        return sum(self.start.values()) / self.total if self.total else 0.0


def quality_chart(request: ChartRequest, texts: Texts) -> RowBars:
    """Shares of the final energy of the chosen own year by grade; years of which only results are known have none."""
    with_energy = [year for year, result in request.results.items() if any(_energy(c) for c in result.cells)]
    year = request.chosen(with_energy)
    groups = tuple(_groups(request.results[year], texts)) if year is not None else ()
    classes = tuple(c for c in grade_classes(texts) if any(c.id in group.energy for group in groups))
    sentence = _sentence(request, texts, year, groups)
    return RowBars(
        kind="quality",
        title=_title(request, texts, year),
        sentence=sentence,
        alt_text=_alt_text(texts, sentence, groups, classes),
        y_label=texts.tr("Share of the final energy"),
        notes=tuple(_notes(request, texts, year, groups)),
        footer=footer(request, texts, [year] if year is not None else [s.year for s in request.supports]),
        axis=value_axis(texts.numbers, 1.0, percent=True)._replace(high=1.0),
        header=_header(texts, classes),
        cells=tuple(_cells(group, classes) for group in groups),
        numbers=texts.numbers,
        classes=classes,
        rows=tuple(_row(texts, group, classes, strong=n == 0) for n, group in enumerate(groups)),
        end_header=texts.tr("Score"),
        weak_label=texts.tr("hatched: start values") if any(group.start for group in groups) else "",
    )


def _energy(cell: CellResult) -> float:
    return float(cell.energy_mwh) if cell.energy_mwh is not None and cell.energy_mwh > 0 else 0.0


def _groups(result: YearResult, texts: Texts) -> Iterator[_Group]:
    scheme = sector_scheme(texts.codebook)
    cells = [cell for cell in result.cells if _energy(cell) or cell.lacks_energy]
    yield _group(texts.tr("All sectors"), cells)
    for id_, label, _ in scheme.classes:
        if found := [cell for cell in cells if scheme.class_of(cell.entry.key.sector) == id_]:
            yield _group(texts.tr(label), found)


def _group(label: str, cells: Sequence[CellResult]) -> _Group:
    energy: dict[str, float] = {}
    start: dict[str, float] = {}
    for cell in cells:
        if not _energy(cell):
            continue
        grade = cell.entry.grade.value if cell.entry.grade else UNGRADED
        energy[grade] = energy.get(grade, 0.0) + _energy(cell)
        if cell.entry.origin is Origin.START:
            start[grade] = start.get(grade, 0.0) + _energy(cell)
    score = data_quality((cell.entry.grade, cell.energy_mwh) for cell in cells if cell.energy_mwh is not None)
    return _Group(label, energy, start, score)


def _title(request: ChartRequest, texts: Texts, year: int | None) -> str:
    name = request.inventory.municipality.name
    if year is None:
        return texts.tr("Data quality: {name}", name=name)
    return texts.tr("Data quality {year}: {name}", year=year, name=name)


def _score(texts: Texts, score: Decimal | None) -> str:
    return texts.tr("undefined") if score is None else texts.numbers.percent(score, 0)


def _sentence(request: ChartRequest, texts: Texts, year: int | None, groups: Sequence[_Group]) -> str:
    if year is None:
        if request.supports:
            return texts.tr(
                "Only results are known of {years}: they have no data quality.",
                years=year_list(support.year for support in request.supports),
            )
        return texts.tr("There are no emissions to show yet: they appear with the first values.")
    whole, *sectors = groups
    if whole.score is None:
        share = texts.numbers.percent(whole.share(UNGRADED), 0)
        return texts.tr(
            "{year}: the data quality is undefined – {share} of the energy is without a grade.", year=year, share=share
        )
    score = _score(texts, whole.score)
    scored = [(group.score, group.label) for group in sectors if group.score is not None]
    lowest, label = min(scored)
    if float(whole.score - lowest) < _CLOSE:
        return texts.tr("{year}: data quality {score}.", year=year, score=score)
    return texts.tr(
        "{year}: data quality {score} – weakest: {label} ({other}).",
        year=year,
        score=score,
        label=label,
        other=_score(texts, lowest),
    )


def _notes(request: ChartRequest, texts: Texts, year: int | None, groups: Sequence[_Group]) -> Iterator[str]:
    yield from base_year_note(request, texts)
    if year is None:
        return
    b, c = (texts.numbers.plain(WEIGHTS[grade]) for grade in (Grade.B, Grade.C))
    yield texts.tr("Score: energy of grade A counts full, B {b}, C {c}, D nothing.", b=b, c=c)
    if groups[0].start:
        share = texts.numbers.percent(groups[0].start_share, 0)
        yield texts.tr("{share} of the energy are start values from national figures.", share=share)
    if missing := request.results[year].energy_mwh.missing:
        yield texts.trn(
            "{count} value is missing; the score says nothing of it.",
            "{count} values are missing; the score says nothing of them.",
            missing,
        )


def _row(texts: Texts, group: _Group, classes: Sequence[StackClass], *, strong: bool) -> BarRow:
    if not group.total:
        return BarRow(group.label, (RowBar((), texts.tr("values are missing")),), strong)
    pieces = tuple(
        RowPiece(c.id, group.share(c.id), group.start.get(c.id, 0.0) / group.total, "" if c.id == UNGRADED else c.id)
        for c in classes
        if group.energy.get(c.id)
    )
    return BarRow(group.label, (RowBar(pieces, _score(texts, group.score)),), strong)


def _header(texts: Texts, classes: Sequence[StackClass]) -> tuple[str, ...]:
    return (
        texts.tr("Sector"),
        texts.tr("Final energy [MWh]"),
        *(c.label for c in classes),
        texts.tr("of which start values"),
        texts.tr("Score"),
    )


def _cells(group: _Group, classes: Sequence[StackClass]) -> tuple[str | Quantity, ...]:
    shares = [group.share(c.id) for c in classes]
    score = None if group.score is None else float(group.score)
    parts = [Quantity(share, 0, percent=True, signed=False) for share in (*shares, group.start_share, score)]
    if not group.total:
        parts = [Quantity(None) for _ in parts]
    return (group.label, Quantity(group.total or None), *parts)


def _alt_text(texts: Texts, sentence: str, groups: Sequence[_Group], classes: Sequence[StackClass]) -> str:
    if not groups:
        return sentence
    values = "; ".join(f"{group.label}: {_spoken(texts, group, classes)}" for group in groups if group.total)
    return texts.tr("Bar chart. {sentence} {values}.", sentence=sentence, values=values)


def _spoken(texts: Texts, group: _Group, classes: Sequence[StackClass]) -> str:
    shares = [(c.label, group.share(c.id)) for c in classes if group.energy.get(c.id)]
    return ", ".join(f"{label} {texts.numbers.percent(share, 0)}" for label, share in shares)
