"""How colours look to people who see colours otherwise, and how far two colours are apart.

Simulation: Machado, Oliveira and Fernandes 2009 at full severity, in linear light. Difference: CIEDE2000 (CIE 142-2001;
formulas as numbered by Sharma, Wu and Dalal 2005), about 1 where a trained eye just sees it, under D65.
"""

import math
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

_Triple = tuple[float, float, float]
_Matrix = tuple[_Triple, _Triple, _Triple]


class Vision(StrEnum):
    """Ways of seeing colours."""

    ORDINARY = "ordinary"
    NO_RED = "protanopia"
    NO_GREEN = "deuteranopia"
    NO_BLUE = "tritanopia"
    GREY = "greyscale"


_SEEN: Mapping[Vision, _Matrix] = MappingProxyType(
    {
        Vision.ORDINARY: ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
        Vision.NO_RED: (
            (0.152286, 1.052583, -0.204868),
            (0.114503, 0.786281, 0.099216),
            (-0.003882, -0.048116, 1.051998),
        ),
        Vision.NO_GREEN: (
            (0.367322, 0.860646, -0.227968),
            (0.280085, 0.672501, 0.047413),
            (-0.011820, 0.042940, 0.968881),
        ),
        Vision.NO_BLUE: (
            (1.255528, -0.076749, -0.178779),
            (-0.078411, 0.930809, 0.147602),
            (0.004733, 0.691367, 0.303900),
        ),
        Vision.GREY: ((0.2126, 0.7152, 0.0722), (0.2126, 0.7152, 0.0722), (0.2126, 0.7152, 0.0722)),
    }
)
_TO_XYZ: _Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE: _Triple = (0.95047, 1.0, 1.08883)


def seen(colour: str, vision: Vision) -> _Triple:
    """Red, green and blue of a colour in linear light (0 to 1) as it is seen."""
    red, green, blue = (_times(row, _linear(colour)) for row in _SEEN[vision])
    return _clipped(red), _clipped(green), _clipped(blue)


def difference(first: str, second: str, vision: Vision) -> float:
    """How far two colours are apart for somebody who sees like this (CIEDE2000)."""
    return _ciede2000(_lab(seen(first, vision)), _lab(seen(second, vision)))


def _linear(colour: str) -> _Triple:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def _light(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _times(row: _Triple, colour: _Triple) -> float:
    return sum(a * b for a, b in zip(row, colour, strict=True))


def _clipped(channel: float) -> float:
    return min(max(channel, 0.0), 1.0)


def _lab(light: _Triple) -> _Triple:
    x, y, z = (_root(_times(row, light) / white) for row, white in zip(_TO_XYZ, _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(share: float) -> float:
    return float(share ** (1 / 3)) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116


def _ciede2000(first: _Triple, second: _Triple) -> float:
    mean_chroma = (math.hypot(*first[1:]) + math.hypot(*second[1:])) / 2
    stretch = 1.5 - 0.5 * math.sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7))
    (l1, c1, h1), (l2, c2, h2) = (_polar(lab, stretch) for lab in (first, second))
    turn = 0.0 if not c1 * c2 else (h2 - h1 + 180) % 360 - 180
    hue = h1 + h2 if not c1 * c2 else h1 + turn / 2
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    tint = (
        1
        - 0.17 * _cosine(hue - 30)
        + 0.24 * _cosine(2 * hue)
        + 0.32 * _cosine(3 * hue + 6)
        - 0.20 * _cosine(4 * hue - 63)
    )
    by_light = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2))
    by_chroma = (c2 - c1) / (1 + 0.045 * chroma)
    by_hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * chroma * tint)
    rotation = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    rotation *= math.sin(math.radians(60 * math.exp(-((((hue % 360) - 275) / 25) ** 2))))
    return math.sqrt(by_light**2 + by_chroma**2 + by_hue**2 + rotation * by_chroma * by_hue)


def _polar(lab: _Triple, stretch: float) -> _Triple:
    light, a, b = lab[0], lab[1] * stretch, lab[2]
    return light, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def _cosine(degrees: float) -> float:
    return math.cos(math.radians(degrees))
