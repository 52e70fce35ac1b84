"""The log-mean Divisia index of one product: how much each of its factors explains of its change (LMDI-I).

With the log-mean weight ``L(a, b) = (a - b) / ln(a / b)`` the effect of a factor is ``L(E1, E0) ln(x1 / x0)``, and the
effects sum to the change (Ang 2004, Energy Policy 32, 1131-1139). A factor that is zero in one of the years takes the
whole change, several share it equally: the limit of small values (Ang and Liu 2007, Energy Policy 35, 238-246).
"""

from collections.abc import Sequence
from decimal import Context
from decimal import Decimal

_QUANTUM = Decimal("1e-12")
"""Effects are kept to the microgram and the largest takes the rest: their sum is the change to the last digit."""
_CONTEXT = Context(prec=30)
"""Digits of a logarithm: more than of any effect that is kept, and few enough to be quick."""
_ZERO = Decimal(0)
Pair = tuple[Decimal | None, Decimal | None]
"""A factor before and after; ``None`` where a zero leaves it undefined."""


class Logarithms:
    """The logarithm of each ratio, computed once: most cells share their factors, and many digits take time."""

    def __init__(self) -> None:
        self._known: dict[Pair, Decimal] = {}

    def ratio(self, before: Decimal, after: Decimal) -> Decimal:
        """``ln(after / before)``."""
        if before == after:
            return _ZERO
        if (found := self._known.get((before, after))) is None:
            found = self._known[before, after] = (after / before).ln(_CONTEXT)
        return found


def log_mean_effects(before: Decimal, after: Decimal, factors: Sequence[Pair], logs: Logarithms) -> list[Decimal]:
    """What each factor explains of the change of their product, in the precision of the context."""
    if before and after:
        weight = before if before == after else (after - before) / logs.ratio(before, after)
        return [weight * logs.ratio(x, y) if x and y else _ZERO for x, y in factors]
    if before == after:
        return [_ZERO] * len(factors)
    turned = [x is not None and y is not None and bool(x) != bool(y) for x, y in factors]
    return [(after - before) / turned.count(True) if each else _ZERO for each in turned]


def closed(effects: Sequence[Decimal], change: Decimal) -> list[Decimal]:
    """The effects rounded, with what is left over in the largest."""
    rounded = [effect.quantize(_QUANTUM) for effect in effects]
    largest = max(range(len(rounded)), key=lambda at: abs(rounded[at]))
    rounded[largest] += change - sum(rounded)
    return rounded
