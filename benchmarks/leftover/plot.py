"""A plot of precision against recall as SVG, drawn without a library so that the same figures give the same file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_WIDTH, _HEIGHT, _LEFT, _TOP, _SIDE = 640, 420, 56, 24, 360
_LEAST = 0.6
_COLOURS = ("#1b6ca8", "#c0392b", "#2e8b57", "#8e44ad")


def draw(curves: Mapping[str, Sequence[tuple[float, float]]], chosen: Mapping[str, tuple[float, float]]) -> str:
    """The plot: a curve of (precision, recall) for each name, a dot where the default stands."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
    ]
    for tenth in range(0, 11, 2):
        x, _ = _at(_LEAST, tenth / 10)
        parts.append(f'<line x1="{x}" y1="{_TOP}" x2="{x}" y2="{_TOP + _SIDE}" stroke="#ddd"/>')
        parts.append(f'<text x="{x}" y="{_TOP + _SIDE + 16}" text-anchor="middle">{tenth / 10:g}</text>')
    for tenth in range(6, 11):
        _, y = _at(tenth / 10, 0)
        parts.append(f'<line x1="{_LEFT}" y1="{y}" x2="{_LEFT + _SIDE}" y2="{y}" stroke="#ddd"/>')
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{tenth / 10:g}</text>')
    parts.append(f'<text x="{_LEFT + _SIDE / 2:g}" y="{_HEIGHT - 4}" text-anchor="middle">recall</text>')
    parts.append(f'<text x="14" y="{_TOP - 10}">precision</text>')
    for i, (name, curve) in enumerate(curves.items()):
        points = " ".join("{},{}".format(*_at(*point)) for point in curve if point[0] >= _LEAST)
        x, y = _at(*chosen[name])
        colour = _COLOURS[i % len(_COLOURS)]
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<circle cx="{x}" cy="{y}" r="5" fill="{colour}"/>')
        parts.append(f'<text x="{_LEFT + _SIDE + 16}" y="{_TOP + 20 + 20 * i}" fill="{colour}">{name}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _at(precision: float, recall: float) -> tuple[float, float]:
    x = _LEFT + _SIDE * recall
    y = _TOP + _SIDE * (1 - precision) / (1 - _LEAST)
    return round(x, 1), round(y, 1)
