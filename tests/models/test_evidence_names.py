"""Names under which kept files are written out."""

from hypothesis import given
from hypothesis import strategies as st

from kbdesk.models.evidence_names import is_opened
from kbdesk.models.evidence_names import safe_name


def test_that_documents_pictures_and_tables_are_opened() -> None:
    names = ("Gas letter 14.02.2023.pdf", "scan.JPG", "values.xlsx", "answer.eml")
    assert all(is_opened(name) for name in names)
    assert [safe_name(name) for name in names] == list(names)


def test_that_what_may_be_a_program_is_not_opened() -> None:
    for name in (
        "a.exe",
        "a.pdf.exe",
        "a.BAT",
        "a.js",
        "a.xlsm",
        "a.lnk",
        "a.html",
        "a.desktop",
        "pdf",
        ".pdf",
        "a.pdf.exe. ",
    ):
        assert not is_opened(name), name


def test_that_a_name_that_reads_backwards_does_not_hide_a_program() -> None:
    assert not is_opened("letter\u202efdp.exe")
    assert safe_name("letter\u202etxt.pdf") == "lettertxt.pdf"


def test_that_a_name_reserved_by_windows_is_changed() -> None:
    assert safe_name("con.pdf") == "con-.pdf"
    assert safe_name("a/b\\c:d.pdf") == "a-b-c-d.pdf"


@given(st.text(max_size=300))
def test_that_every_name_can_be_written_everywhere(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe) <= 80
    assert not set(safe) & set('<>:"/\\|?*\n\0')
    assert safe == safe.strip(" .") or safe.startswith(".")
    assert safe not in {".", ".."}
