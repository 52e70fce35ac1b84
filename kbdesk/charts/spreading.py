"""Labels that would overlap are moved apart, as little as possible, in their order."""

from collections.abc import Sequence


def spread(wanted: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """The middles of labels so that none overlaps another, near the wanted middles, between low and high.

    Labels that touch move as one block around their common middle. Where there is more label than room they start at
    the upper end and run over the lower one.
    """
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    blocks: list[tuple[float, list[int]]] = []
    for n in order:
        blocks.append((_held(wanted[n], heights[n], low, high), [n]))
        while len(blocks) > 1 and _overlap(blocks[-2], blocks[-1], heights):
            _, upper = blocks.pop()
            _, lower = blocks.pop()
            blocks.append(_block([*lower, *upper], wanted, heights, low, high))
    return _middles(blocks, heights, len(wanted))


def _block(
    members: list[int], wanted: Sequence[float], heights: Sequence[float], low: float, high: float
) -> tuple[float, list[int]]:
    """The block of these labels, stacked from the bottom up, where its members' wishes balance."""
    height, pulls, below = sum(heights[n] for n in members), 0.0, 0.0
    for n in members:
        pulls += wanted[n] - (below + heights[n] / 2)
        below += heights[n]
    return _held(pulls / len(members) + height / 2, height, low, high), members


def _held(middle: float, height: float, low: float, high: float) -> float:
    return min(max(middle, low + height / 2), high - height / 2)


def _overlap(lower: tuple[float, list[int]], upper: tuple[float, list[int]], heights: Sequence[float]) -> bool:
    room = sum(heights[n] for n in (*lower[1], *upper[1])) / 2
    return upper[0] - lower[0] < room


def _middles(blocks: Sequence[tuple[float, list[int]]], heights: Sequence[float], count: int) -> list[float]:
    middles = [0.0] * count
    for middle, members in blocks:
        bottom = middle - sum(heights[n] for n in members) / 2
        for n in members:
            middles[n] = bottom + heights[n] / 2
            bottom += heights[n]
    return middles
