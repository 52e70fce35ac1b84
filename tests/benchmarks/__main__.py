"""``python -m tests.benchmarks [pytest arguments]``: measure, print the table with its marks, write it as JSON."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

REPORT = Path(".benchmarks") / "latest.json"
HERE = Path(__file__).parent
BESIDE = ("memory", "processor")
"""How the figures begin that are told beside the time."""


def main(arguments: list[str]) -> int:
    """Run the benchmarks and print what they measured; the exit code is pytest's."""
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw.json"
        options = [
            "-o",
            "python_files=bench_*.py",
            "-o",
            "python_functions=bench_*",
            "-p",
            "no:randomly",
            "-q",
            f"--benchmark-json={raw}",
            str(HERE),
        ]
        code = pytest.main([*options, *arguments])
        if not raw.exists():
            return int(code)
        rows = [_row(benchmark) for benchmark in json.loads(raw.read_text("utf-8"))["benchmarks"]]
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps(rows, indent=1) + "\n", "utf-8")
    _print(rows)
    return int(code)


def _row(benchmark: dict[str, Any]) -> dict[str, Any]:
    extra, stats = benchmark["extra_info"], benchmark["stats"]
    data = sorted(stats["data"])
    p95 = data[min(len(data) - 1, round(0.95 * (len(data) - 1)))]
    measured = p95 if extra.get("figure") == "p95" else stats["median"]
    return {
        "what": extra["what"],
        "figure": extra.get("figure", "median"),
        "milliseconds": round(1000 * measured, 2),
        "mark_milliseconds": extra["mark_ms"],
        "rounds": stats["rounds"],
        **{name: value for name, value in extra.items() if name.startswith(BESIDE)},
    }


def _print(rows: list[dict[str, Any]]) -> None:
    print(f"\n{'what':<62} {'measured':>12} {'mark':>10}")  # noqa: T201 - the table is the result
    for row in rows:
        within = "" if row["milliseconds"] <= row["mark_milliseconds"] else "  over the mark"
        beside = "".join(f"  {name} {value:.0f}" for name, value in row.items() if name.startswith(BESIDE))
        figures = f"{row['milliseconds']:>9.1f} ms {row['mark_milliseconds']:>7} ms"
        print(f"{row['what'] + ' (' + row['figure'] + ')':<62} {figures}{within}{beside}")  # noqa: T201
    print(f"\n{REPORT}")  # noqa: T201


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
