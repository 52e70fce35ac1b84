"""``kbdesk report``: the council report without a window."""

from pathlib import Path

import pytest

from tests.cli.conftest import Kbdesk


@pytest.mark.parametrize(("suffix", "start"), [("pdf", b"%PDF-1.7"), ("docx", b"PK"), ("html", b"<!DOCTYPE html>")])
def test_that_the_report_is_written_in_each_kind(
    kbdesk: Kbdesk, vinkovci: Path, tmp_path: Path, suffix: str, start: bytes
) -> None:
    out = tmp_path / f"council.{suffix}"
    done = kbdesk("report", vinkovci, "--year", "2011", "--out", out)
    assert (done.code, done.err) == (0, "")
    assert str(out) in done.out
    assert out.read_bytes().startswith(start)


def test_that_the_report_speaks_the_language_that_is_wished(kbdesk: Kbdesk, vinkovci: Path, tmp_path: Path) -> None:
    out = tmp_path / "council.html"
    kbdesk("report", vinkovci, "--year", "2011", "--out", out, "--language", "de")
    assert b'<html lang="de">' in out.read_bytes()
    assert kbdesk("report", vinkovci, "--year", "2011", "--out", out, "--language", "xx").code == 2


def test_that_a_year_without_emissions_is_one_sentence(kbdesk: Kbdesk, vinkovci: Path, tmp_path: Path) -> None:
    refused = kbdesk("report", vinkovci, "--year", "1999", "--out", tmp_path / "council.pdf")
    assert refused.code == 2
    assert "2011" in refused.err
    assert refused.err.count("\n") == 1
