"""Files and functions stay small: the budgets come from measuring well-kept programs of the same kind."""

import ast
from statistics import median
from statistics import quantiles

from tests.architecture.source_tree import modules
from tests.architecture.source_tree import relative


def _file_lengths() -> dict[str, int]:
    lengths = {relative(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    return {name: lines for name, lines in lengths.items() if lines > 1}


def _function_lengths() -> dict[str, int]:
    return {
        f"{relative(path)}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def _p90(lengths: dict[str, int]) -> float:
    return quantiles(lengths.values(), n=10)[-1]


def test_that_no_file_is_longer_than_500_lines() -> None:
    assert {name: lines for name, lines in _file_lengths().items() if lines > 500} == {}


def test_that_files_are_short_as_a_rule() -> None:
    lengths = _file_lengths()
    assert median(lengths.values()) <= 120
    assert _p90(lengths) <= 300


def test_that_no_function_is_longer_than_60_lines() -> None:
    assert {name: lines for name, lines in _function_lengths().items() if lines > 60} == {}


def test_that_functions_are_short_as_a_rule() -> None:
    lengths = _function_lengths()
    assert median(lengths.values()) <= 8
    assert _p90(lengths) <= 25
