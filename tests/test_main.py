"""The entry: global options, and a sentence instead of a traceback whatever happens."""

from pathlib import Path

import pytest

from kbdesk import __version__
from kbdesk.__main__ import main
from kbdesk.__main__ import read_call
from kbdesk.errors import UserError
from kbdesk.paths import default_data_dir


def test_that_global_options_stand_before_the_command(tmp_path: Path) -> None:
    call = read_call(["--data-dir", str(tmp_path), "--language=de", "new", "--language", "fr"])
    assert call.data_dir.root == tmp_path
    assert call.language == "de"
    assert call.rest == ("new", "--language", "fr")


def test_that_without_options_the_usual_folder_and_no_language_are_taken() -> None:
    call = read_call(["my.kbdesk"])
    assert call.data_dir == default_data_dir()
    assert call.language == ""
    assert call.rest == ("my.kbdesk",)


def test_that_an_option_without_its_value_is_refused() -> None:
    with pytest.raises(UserError) as caught:
        read_call(["--data-dir"])
    assert caught.value.code == "program.option_without_value"


def test_that_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"kbdesk {__version__}\n"


def test_that_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "  self-test " in capsys.readouterr().out


def test_that_an_unknown_language_is_refused_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--language", "xx", "self-test"]) == 2
    assert capsys.readouterr().err == "There is no language “xx”. Known languages: en, de.\n"


def _fail_with(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> int:
        raise error

    monkeypatch.setattr("kbdesk.cli.main.run", fail)


def test_that_a_bug_becomes_a_sentence_and_a_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _fail_with(ZeroDivisionError("a bug"), monkeypatch)
    assert main(["--data-dir", str(tmp_path), "self-test"]) == 2
    said = capsys.readouterr().err
    log = tmp_path / "logs" / "kbdesk.log"
    assert said.count("\n") == 1
    assert "ZeroDivisionError" in said
    assert str(log) in said
    assert "a bug" in log.read_text("utf-8")


def test_that_an_error_the_user_can_mend_becomes_its_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _fail_with(UserError("municipality.no_name"), monkeypatch)
    assert main(["self-test"]) == 2
    assert capsys.readouterr().err.startswith("The municipality has no name")


def test_that_an_interruption_is_quiet(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    _fail_with(KeyboardInterrupt(), monkeypatch)
    assert main(["self-test"]) == 130
    assert capsys.readouterr().err == ""
