"""The report as PDF: for archives, for everybody's ears, and with a first page that holds."""

import re
import zlib
from dataclasses import replace
from functools import cache

import pytest

from kbdesk.reports.content import Items
from kbdesk.reports.content import Paragraph
from kbdesk.reports.content import Report
from kbdesk.reports.content import Table
from kbdesk.reports.pdf import write_pdf
from tests.reports.examples import NASTY
from tests.reports.examples import report


@cache
def _pdf() -> bytes:
    return write_pdf(report())


def _pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", pdf))


def _streams(pdf: bytes) -> bytes:
    """Whatever is packed in the file, unpacked."""
    found = re.findall(rb"stream\n(.*?)\nendstream", pdf, re.DOTALL)
    unpacked = []
    for stream in found:
        try:
            unpacked.append(zlib.decompress(stream))
        except zlib.error:
            unpacked.append(stream)
    return b"\n".join(unpacked)


def _first_page_only(made: Report, *more: Paragraph | Items) -> Report:
    return Report(
        made.title,
        made.author,
        made.subject,
        made.language,
        made.day,
        made.page_words,
        (*made.first_page, *more),
    )


def test_that_the_file_is_one_for_archives_and_says_its_language_and_title() -> None:
    pdf = _pdf()
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf
    assert b"/OutputIntents" in pdf
    assert b"/Lang (de)" in pdf
    assert b"Report Words" in pdf
    assert b"/DisplayDocTitle true" in pdf


def test_that_every_font_is_within() -> None:
    pdf = _pdf()
    assert pdf.count(b"/FontDescriptor\n") or b"/Type /FontDescriptor" in pdf
    assert len(re.findall(rb"/FontFile2", pdf)) == len(re.findall(rb"/Type /FontDescriptor", pdf)) == 2
    assert pdf.count(b"/ToUnicode") >= 2


def test_that_headings_lists_tables_and_pictures_are_tagged() -> None:
    pdf = _pdf()
    kinds = [kind.decode() for kind in re.findall(rb"/S /(\w+)", pdf)]
    assert b"/Marked true" in pdf
    for kind in ("H1", "H2", "H3", "P", "L", "LI", "LBody", "Table", "TR", "TH", "TD", "Figure", "Caption"):
        assert kind in kinds
    assert kinds.count("Figure") == 2
    assert len(re.findall(rb"/Alt <", pdf)) == 2
    assert b"/Scope /Column" in pdf
    assert b"/Scope /Row" in pdf


def test_that_all_that_is_drawn_is_tagged_or_decoration() -> None:
    content = _streams(_pdf())
    begun = len(re.findall(rb"\b(?:BDC|BMC)\b", content))
    assert begun
    assert begun == len(re.findall(rb"\bEMC\b", content))
    outside = re.sub(rb"/\w+ (?:<</MCID \d+>> BDC|BMC).*?EMC", b"", content, flags=re.DOTALL)
    assert b" Tj" not in outside
    assert b"TJ ET" not in outside


def test_that_the_outline_leads_to_the_headings() -> None:
    pdf = _pdf()
    assert b"/Outlines" in pdf
    assert len(re.findall(rb"/Title \(", pdf)) >= 4


@pytest.mark.parametrize("words", [0, 40, 110])
def test_that_the_first_page_holds_whatever_is_written(words: int) -> None:
    text = "Gemeindeverwaltung " * words
    longest = _first_page_only(
        report(), Paragraph(text), Items(tuple(text[:240] for _ in range(3))), Paragraph(text[:200])
    )
    assert _pages(write_pdf(longest)) == 1


def test_that_a_long_table_goes_on_with_its_header() -> None:
    long = write_pdf(report(rows=120))
    assert _pages(long) > _pages(_pdf())
    assert _streams(long).count(b"/Artifact BMC") > _streams(_pdf()).count(b"/Artifact BMC")


def test_that_signs_the_font_lacks_do_no_harm() -> None:
    assert _pages(write_pdf(report(nasty=NASTY))) == 2


def test_that_the_same_report_makes_the_same_bytes() -> None:
    assert write_pdf(report()) == _pdf()


def test_that_a_word_longer_than_its_column_is_divided() -> None:
    made = report()
    row = ("W" * 300, *("x" for _ in range(7)))
    long = Table("Register", tuple(f"C{at}" for at in range(8)), (row, tuple(reversed(row))))
    assert _pages(write_pdf(replace(made, annex=(long,)))) >= 1
