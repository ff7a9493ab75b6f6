"""How legible a colour is on another, by WCAG 2.1 (success criterion 1.4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.color import Color

LEGIBLE = 4.5
"""The least contrast of text, WCAG level AA."""

STEPS = 20


def luminance(color: Color) -> float:
    """The relative luminance, 0 for black to 1 for white; transparency is left out."""
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.normalized
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(color: Color, ground: Color) -> float:
    """The contrast ratio of two opaque colours, 1 to 21."""
    darker, lighter = sorted((luminance(color), luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


def legible(color: Color, grounds: Sequence[Color], least: float = LEGIBLE) -> Color:
    """The colour, moved towards white or black only as far as text on all `grounds` needs.

    If no colour is legible on all of them, the one at the end of the way is given.
    """
    end = grounds[0].get_contrast_text(1.0)
    for step in range(STEPS):
        moved = color.blend(end, step / STEPS, alpha=1.0)
        if all(contrast(moved, ground) >= least for ground in grounds):
            return moved
    return end
