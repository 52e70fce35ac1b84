"""Several years as people write them: ``2025``, ``2023-2025``, ``2023, 2025``."""

import re

_PART = re.compile(r"([12][0-9]{3})(?:\s*[-–—]\s*([12][0-9]{3}))?")
_BETWEEN = re.compile(r"\s*[,;]\s*|(?<=\d)\s+(?=\d)")


def read_years(text: str) -> tuple[int, ...]:
    """The years named, ascending, each once; empty where the text is no list of years."""
    years: set[int] = set()
    for part in _BETWEEN.split(text.strip()):
        found = _PART.fullmatch(part)
        if found is None:
            return ()
        first, last = int(found[1]), int(found[2] or found[1])
        if last < first:
            return ()
        years.update(range(first, last + 1))
    return tuple(sorted(years))


def years_in_words(years: tuple[int, ...]) -> str:
    """The years in few letters: ``2025``, ``2023–2025``, ``2020, 2022``; ascending years are expected."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
