"""The plot of the page on speed: seconds by sentences, both axes logarithmic, as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil, floor, log10

WIDTH, HEIGHT = 640, 340
LEFT, RIGHT, TOP, BOTTOM = 70, 150, 20, 48
COLOURS = ("#0b7285", "#c2410c")  # both readable on white and on black
GREY = "#808080"


def draw(series: Mapping[str, Mapping[int, float]]) -> str:
    """The lines of ``series``, each named at its end, above it where another line goes on."""
    counts = [count for line in series.values() for count in line]
    seconds = [value for line in series.values() for value in line.values()]
    across = floor(log10(min(counts))), ceil(log10(max(counts)))
    up = floor(log10(min(seconds))), ceil(log10(max(seconds)))

    def place(count: float, value: float) -> tuple[float, float]:
        x = LEFT + (log10(count) - across[0]) / (across[1] - across[0]) * (WIDTH - LEFT - RIGHT)
        y = TOP + (up[1] - log10(value)) / (up[1] - up[0]) * (HEIGHT - TOP - BOTTOM)
        return round(x, 1), round(y, 1)

    def grid() -> Iterator[str]:
        for power in range(up[0], up[1] + 1):
            _, y = place(10 ** across[0], 10.0**power)
            yield f'<path d="M{LEFT} {y}H{WIDTH - RIGHT}" stroke="{GREY}" stroke-opacity=".3"/>'
            yield _text(LEFT - 8, y + 4, _seconds(power), "end")
        for power in range(across[0], across[1] + 1):
            x, _ = place(10.0**power, 10.0 ** up[0])
            yield _text(x, HEIGHT - BOTTOM + 18, f"{10**power:,}", "middle")
        yield _text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, "sentences", "middle")

    def lines() -> Iterator[str]:
        for colour, (name, line) in zip(COLOURS, series.items(), strict=True):
            points = [place(*point) for point in line.items()]
            path = "L".join(f"{x} {y}" for x, y in points)
            yield f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2.5"/>'
            yield from (f'<circle cx="{x}" cy="{y}" r="3.5" fill="{colour}"/>' for x, y in points)
            x, y = points[-1]
            if max(line) == max(counts):
                yield _text(x + 10, y + 4, name, "start", colour)
            else:
                yield _text(x - 8, y - 6, name, "end", colour)

    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
            f' width="{WIDTH}" height="{HEIGHT}" font-family="sans-serif" font-size="13">',
            *grid(),
            *lines(),
            "</svg>\n",
        )
    )


def _seconds(power: int) -> str:
    return f"{10**power:,} s" if power >= 0 else f"{10 ** (power + 3):g} ms"


def _text(x: float, y: float, words: str, anchor: str, colour: str = GREY) -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" fill="{colour}">{words}</text>'
