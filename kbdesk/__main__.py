"""The entry: global options, then a command or the window. Whatever goes wrong ends in a sentence, never a traceback.

kbdesk [--data-dir DIR] [--language xx] [--version] [COMMAND … | FILE.kbdesk | --sample]
"""

import gc
import gettext
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kbdesk import __version__
from kbdesk.errors import UserError
from kbdesk.paths import DataDir
from kbdesk.paths import default_data_dir
from kbdesk.paths import resources_dir

DONE = 0
FAILED = 2
INTERRUPTED = 130
NOBODY_READS = 141

_HELP = ("-h", "--help")
_SAMPLE = "--sample"
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the program: the global options and what comes after them."""

    rest: tuple[str, ...]
    data_dir: DataDir
    language: str = ""
    wants_version: bool = False


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; its exit code (0 done, 1 findings, 2 bad input or failure)."""
    _prepare_streams()
    data_dir = default_data_dir()
    language = ""
    try:
        call = read_call(sys.argv[1:] if argv is None else argv)
        data_dir, language = call.data_dir, call.language
        code = _run(call)
        sys.stdout.flush()
    except UserError as error:
        _complain(language, error.code, error.parameters)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Nobody reads any more (``kbdesk … | head``); Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOBODY_READS
    except Exception as error:  # noqa: BLE001 - the last resort: a bug becomes a sentence and a log
        _complain(language, "program.failed", {"error": type(error).__name__, "log": str(_log(data_dir))})
        return FAILED
    return code


def read_call(argv: Sequence[str]) -> Call:
    """Split the global options, which stand in front, from the rest."""
    rest = list(argv)
    values = {"--data-dir": "", "--language": ""}
    wants_version = False
    while rest and (rest[0] == "--version" or rest[0].partition("=")[0] in values):
        name, assigned, value = rest.pop(0).partition("=")
        if name == "--version":
            wants_version = True
        elif assigned or rest:
            values[name] = value if assigned else rest.pop(0)
        else:
            raise UserError("program.option_without_value", option=name)
    chosen = values["--data-dir"]
    data_dir = DataDir(Path(chosen).expanduser().absolute()) if chosen else default_data_dir()
    return Call(tuple(rest), data_dir, values["--language"], wants_version)


def _run(call: Call) -> int:
    if call.wants_version:
        print(f"kbdesk {__version__}")
        return DONE
    if call.language:
        _check_language(call.language)
    if call.rest[:1] and call.rest[0] in _HELP:
        return _help(call.language)
    _keep_font_lists(call.data_dir)
    from kbdesk.cli.commands import NAMES  # noqa: PLC0415 - --version needs nothing of this

    if call.rest and call.rest[0] in NAMES:
        from kbdesk.cli.main import run  # noqa: PLC0415 - the window does not need the commands

        return run(list(call.rest), call.data_dir, call.language)
    _check_window(call.rest)
    return _window(call)


def _window(call: Call) -> int:
    # Modules, window and document are some 200,000 objects that all stay: searching them for garbage again and again
    # while they are made costs an eighth of the start and finds nothing. Frozen and unfrozen they count as old at once.
    gc.disable()
    try:
        from kbdesk.app import open_window  # noqa: PLC0415 - commands do not need Qt

        program = open_window(list(call.rest), call.data_dir, call.language)
    finally:
        gc.freeze()
        gc.unfreeze()
        gc.enable()
    return program.run()


def _keep_font_lists(data_dir: DataDir) -> None:
    """What matplotlib writes goes to our own folder, unless somebody chose another or ours cannot be written."""
    there = next((p for p in (data_dir.root, *data_dir.root.parents) if p.exists()), data_dir.root)
    if there.is_dir() and os.access(there, os.W_OK):
        os.environ.setdefault("MPLCONFIGDIR", str(data_dir.fonts))


def _help(language: str) -> int:
    from kbdesk.cli.commands import NAMES  # noqa: PLC0415 - needed only here
    from kbdesk.cli.commands import command  # noqa: PLC0415 - needed only here

    print((__doc__ or "").splitlines()[2].strip())
    summaries = _catalogue(language)
    width = max(map(len, NAMES))
    for name in sorted(NAMES):
        print(f"  {name:{width}}  {summaries.gettext(command(name).SUMMARY)}")
    return DONE


def _check_window(arguments: Sequence[str]) -> None:
    """Refuse what is neither a document nor an option of the window, and a window nobody could see."""
    for found in arguments:
        if found.startswith("-") and found != _SAMPLE:
            raise UserError("program.unknown_option", option=found)
        path = Path(found)
        if found != _SAMPLE and not path.suffix and path.name == found and not path.exists():
            raise UserError("program.unknown_command", found=found)
    if sys.platform.startswith("linux") and not any(map(os.environ.get, _SCREENS)):
        raise UserError("program.no_screen")


def _check_language(language: str) -> None:
    from kbdesk.texts.texts import LANGUAGES  # noqa: PLC0415 - costs start-up time

    if language not in LANGUAGES:
        raise UserError("program.language", found=language, known=", ".join(LANGUAGES))


def _prepare_streams() -> None:
    """A program without a console has no streams; Windows gives consoles an old code page; a letter never fails."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - lives as long as we
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8" if os.name == "nt" else None, errors="backslashreplace")


def _complain(language: str, code: str, parameters: dict[str, object]) -> None:
    """Print the sentence of a code without needing any part of the program that may just have failed."""
    from kbdesk.texts.sentences import SENTENCES  # noqa: PLC0415 - rarely needed

    print(_catalogue(language).gettext(SENTENCES[code]).format(**parameters), file=sys.stderr)


def _catalogue(language: str) -> gettext.NullTranslations:
    """The texts of a language, of the system's where none is named, without anything else of the program."""
    from kbdesk.texts.texts import DOMAIN  # noqa: PLC0415 - rarely needed

    wanted = [language] if language else None
    return gettext.translation(DOMAIN, resources_dir() / "i18n", languages=wanted, fallback=True)


def _log(data_dir: DataDir) -> Path:
    """Append the current exception to the log; where that cannot be written, in the folder for temporary files."""
    import platform  # noqa: PLC0415 - rarely needed
    import tempfile  # noqa: PLC0415 - rarely needed
    import traceback  # noqa: PLC0415 - rarely needed
    from datetime import UTC  # noqa: PLC0415 - rarely needed
    from datetime import datetime  # noqa: PLC0415 - rarely needed

    now = datetime.now(UTC).isoformat(timespec="seconds")
    head = f"{now} kbdesk {__version__}, Python {platform.python_version()}, {platform.platform()}"
    for folder in (data_dir.logs, Path(tempfile.gettempdir())):
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            with (folder / "kbdesk.log").open("a", encoding="utf-8") as log:
                log.write(f"{head}\n{traceback.format_exc()}\n")
            return folder / "kbdesk.log"
    return Path(os.devnull)


if __name__ == "__main__":
    sys.exit(main())
