"""Every code has its sentence, every sentence its code, and every named place is filled."""

import ast
import csv
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from kbdesk.texts import sentences
from kbdesk.texts.sentences import SENTENCES
from tests.architecture.source_tree import ROOT
from tests.architecture.source_tree import calls
from tests.architecture.source_tree import first_literal
from tests.architecture.source_tree import literals
from tests.architecture.source_tree import modules
from tests.architecture.source_tree import relative

# A prefix that is completed where it stands ends in "_"; a dot and three letters make a file name.
_SHAPE = re.compile(r"[a-z]\w*\.(?!json$|csv$|txt$)\w+(?:\.\w+)*(?<!_)")
_CODED = ("UserError", "Problem", "Finding", "sentence")
_ACTING = ("record", "commit")


def _modules_with_code() -> Iterator[tuple[Path, ast.Module]]:
    return ((path, tree) for path, tree in modules().items() if not path.name.startswith("sentences"))


def _parts() -> list[dict[str, str]]:
    return [part.SENTENCES for name, part in vars(sentences).items() if name.startswith("sentences_")]


def _used() -> set[str]:
    return {text for _, tree in _modules_with_code() for text in literals(tree)}


def _is_used(code: str, used: set[str]) -> bool:
    """Whether a code stands somewhere, whole or as a prefix (``"action."``, ``"import.cell_"``) and the rest."""
    cuts = [index + 1 for index, letter in enumerate(code) if letter in "._"]
    return code in used or any(code[:cut] in used and code[cut:] in used for cut in cuts)


def _places(sentence: str) -> set[str]:
    return {name.partition(".")[0].partition("[")[0] for _, name, _, _ in Formatter().parse(sentence) if name}


def test_that_every_code_has_a_sentence() -> None:
    unknown = [
        f"{relative(path)}:{call.lineno} {code}"
        for path, tree in _modules_with_code()
        for call in calls(tree, *_CODED)
        if (code := first_literal(call)) is not None and code not in SENTENCES
    ]
    assert unknown == []


def test_that_every_action_has_a_sentence() -> None:
    unknown = [
        f"{relative(path)}:{call.lineno} {action}"
        for path, tree in _modules_with_code()
        for call in calls(tree, *_ACTING)
        if (action := first_literal(call)) is not None and f"action.{action}" not in SENTENCES
    ]
    assert unknown == []


def test_that_whatever_looks_like_a_code_is_one() -> None:
    groups = {code.partition(".")[0] for code in SENTENCES}
    known = {*SENTENCES, *(code.removeprefix("action.") for code in SENTENCES)}
    unknown = [
        f"{relative(path)}: {text}"
        for path, tree in _modules_with_code()
        for text in literals(tree)
        if _SHAPE.fullmatch(text) and text.partition(".")[0] in groups and text not in known
    ]
    assert unknown == []


def test_that_every_finding_of_the_table_has_a_sentence() -> None:
    with (ROOT / "resources" / "findings" / "findings.csv").open(encoding="utf-8", newline="") as stream:
        codes = [row["code"] for row in csv.DictReader(stream)]
    assert codes
    assert [code for code in codes if code not in SENTENCES] == []


def test_that_every_named_place_of_an_error_is_filled() -> None:
    unfilled = [
        f"{relative(path)}:{call.lineno} {code} {sorted(missing)}"
        for path, tree in _modules_with_code()
        for call in calls(tree, "UserError")
        if (code := first_literal(call)) in SENTENCES
        and all(keyword.arg for keyword in call.keywords)
        and (missing := _places(SENTENCES[str(code)]) - {str(keyword.arg) for keyword in call.keywords})
    ]
    assert unfilled == []


def test_that_no_sentence_is_unused() -> None:
    used = _used()
    assert [code for code in SENTENCES if not _is_used(code, used)] == []


def test_that_no_code_is_given_twice() -> None:
    assert sum(len(part) for part in _parts()) == len(SENTENCES)
