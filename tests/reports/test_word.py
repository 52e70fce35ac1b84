"""The report as a Word document: what Word itself calls heading, list, header row, language."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from kbdesk.errors import UserError
from kbdesk.reports.word import write_word
from kbdesk.reports.word_template import check_template
from tests.reports.examples import NASTY
from tests.reports.examples import png
from tests.reports.examples import report


def _opened(content: bytes) -> WordDocument:
    return Document(BytesIO(content))


def _template(text: str = "Old letter") -> bytes:
    document = Document()
    document.add_heading(text, 1)
    document.styles["Heading 1"].font.name = "Georgia"
    document.sections[0].header.paragraphs[0].text = "Office of the mayor"
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _changed(content: bytes, name: str, old: bytes, new: bytes, extra: str = "") -> bytes:
    result = BytesIO()
    with ZipFile(BytesIO(content)) as archive, ZipFile(result, "w") as changed:
        for member in archive.namelist():
            data = archive.read(member)
            changed.writestr(member, data.replace(old, new) if member == name else data)
        if extra:
            changed.writestr(extra, b"macro")
    return result.getvalue()


def _headings(document: WordDocument) -> list[tuple[str, str]]:
    return [(p.style.name, p.text) for p in document.paragraphs if p.style and "Heading" in (p.style.name or "")]


def test_that_headings_are_headings() -> None:
    assert _headings(_opened(write_word(report()))) == [
        ("Heading 1", "Report Words"),
        ("Heading 2", "Why"),
        ("Heading 2", "Annex 1"),
        ("Heading 3", "Gaps"),
    ]


def test_that_causes_are_a_list_of_word() -> None:
    styles = [p.style.name for p in _opened(write_word(report())).paragraphs if p.style]
    assert styles.count("List Number") == 2
    assert styles.count("List Bullet") == 1


def test_that_each_table_repeats_its_header_row_and_divides_no_row() -> None:
    for table in _opened(write_word(report())).tables:
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert heads == [True, *(False for _ in heads[1:])]
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None


def test_that_the_properties_of_tables_stand_in_the_order_word_wants() -> None:
    order = (
        "tblStyle",
        "tblW",
        "jc",
        "tblInd",
        "tblBorders",
        "shd",
        "tblLayout",
        "tblCellMar",
        "tblLook",
        "tblCaption",
    )
    for table in _opened(write_word(report())).tables:
        names = [child.tag.partition("}")[2] for child in table._tbl.tblPr]
        assert names == sorted(names, key=order.index)


def test_that_every_picture_has_an_alternative_text() -> None:
    shapes = _opened(write_word(report())).inline_shapes
    assert len(shapes) == 3
    assert all(shape._inline.docPr.get("descr") for shape in shapes)


def test_that_the_file_says_its_language_title_and_author_and_nothing_of_its_maker() -> None:
    document = _opened(write_word(report()))
    properties = document.core_properties
    assert properties.title == "Report Words"
    assert properties.author == properties.last_modified_by == "Musterdorf"
    assert properties.language == "de-DE"
    assert properties.comments == ""
    languages = document.styles.element.findall(".//" + qn("w:lang"))
    assert {language.get(qn("w:val")) for language in languages} == {"de-DE"}


def test_that_the_annex_begins_on_a_page_of_its_own() -> None:
    document = _opened(write_word(report()))
    annex = next(p for p in document.paragraphs if p.text == "Annex 1")
    assert annex.paragraph_format.page_break_before


def test_that_what_is_typed_stays_text() -> None:
    content = write_word(report(nasty=NASTY))
    assert any(p.text == NASTY for p in _opened(content).paragraphs)
    with ZipFile(BytesIO(content)) as archive:
        written = archive.read("word/document.xml")
    assert b"<script>" not in written
    assert b"fldSimple" not in written


def test_that_a_template_gives_styles_and_head_and_loses_its_text() -> None:
    document = _opened(write_word(report(), _template()))
    assert document.styles["Heading 1"].font.name == "Georgia"
    assert document.sections[0].header.paragraphs[0].text == "Office of the mayor"
    assert "Old letter" not in [p.text for p in document.paragraphs]
    assert _headings(document)[0] == ("Heading 1", "Report Words")


def test_that_a_template_without_our_styles_gets_them() -> None:
    document = Document()
    for name in ("Heading 3", "List Number", "List Bullet", "Caption"):
        document.styles[name].delete()
    buffer = BytesIO()
    document.save(buffer)
    written = _opened(write_word(report(), buffer.getvalue()))
    assert ("Heading 3", "Gaps") in _headings(written)
    assert "1. One cause" in [p.text for p in written.paragraphs]


def test_that_a_dotx_file_is_a_template_too() -> None:
    dotx = _changed(_template(), "[Content_Types].xml", b"document.main+xml", b"template.main+xml")
    check_template(dotx, "letter.dotx")
    assert _headings(_opened(write_word(report(), dotx)))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no document",
        png(),
        _template()[:2000],
        _changed(_template(), "", b"", b"", extra="word/vbaProject.bin"),
        _changed(_template(), "word/document.xml", b"<w:body>", b"<w:bod>"),
    ],
)
def test_that_what_cannot_serve_as_a_template_is_refused(content: bytes) -> None:
    with pytest.raises(UserError) as refused:
        check_template(content, "letter.docx")
    assert refused.value.code == "report.no_template_file"


def test_that_the_same_report_makes_the_same_bytes() -> None:
    assert write_word(report()) == write_word(report())
