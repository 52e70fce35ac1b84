"""Breaks live in answers; what another program wrote there is read as far as it makes sense."""

from hypothesis import given
from hypothesis import strategies as st

from kbdesk.models.answers import Answer
from kbdesk.models.breaks import Break
from kbdesk.models.breaks import BreakKind
from kbdesk.models.breaks import breaks_between
from kbdesk.models.breaks import read_breaks

_BREAKS = st.builds(
    Break,
    year=st.integers(1900, 2100),
    kind=st.sampled_from(BreakKind),
    text=st.text(max_size=40),
    sector=st.sampled_from(("", "tertiary", "industry")),
)


def answers(*found: Answer) -> dict[str, Answer]:
    return {answer.question: answer for answer in found}


@given(_BREAKS)
def test_that_a_break_is_read_as_it_was_written(marked: Break) -> None:
    assert read_breaks(answers(marked.answer)) == (marked,)


def test_that_breaks_are_read_by_year_the_whole_before_a_sector() -> None:
    found = [
        Break(2015, BreakKind.DATA, "meters", "tertiary"),
        Break(2015, BreakKind.METHOD, "new tool"),
        Break(2005, BreakKind.BOUNDARY, "villages joined"),
    ]
    assert read_breaks(answers(*(each.answer for each in found))) == (found[2], found[1], found[0])


def test_that_other_answers_are_no_breaks_and_a_bare_sentence_is_one_of_method() -> None:
    said = answers(
        Answer("deadline", "2026-05-01"),
        Answer("break.soon", "x"),
        Answer("break.7", "x"),
        Answer("break.2010", "new tool"),
    )
    assert read_breaks(said) == (Break(2010, BreakKind.METHOD, "new tool"),)


def test_that_a_break_parts_the_years_before_from_its_own() -> None:
    marked = (Break(2015, BreakKind.METHOD, ""),)
    assert breaks_between(marked, 2014, 2015) == marked
    assert breaks_between(marked, 2015, 2020) == ()
    assert breaks_between(marked, 2010, 2014) == ()
