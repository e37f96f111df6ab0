# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
"""Draws the symbolic icons: pen strokes on a grid of 16, in one width, with round ends.

GTK recolours only what is filled, so each stroke is written as the outline of its ink. All outlines
run the same way round; overlapping ones join, as the fill rule is nonzero.

Usage: draw.py writes *-symbolic.svg and the list of those that the program carries in itself beside
itself; draw.py --check compares them with what it would write."""

import math
import os
import sys

PEN = 1.5


def number(value):
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def at(x, y):
    return f"{number(x)} {number(y)}"


def line(*points, closed=False, pen=PEN):
    """A stroke through points: one capsule for each of its segments."""
    if closed:
        points += points[:1]
    r = pen / 2
    ink = []
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        length = math.hypot(x1 - x0, y1 - y0)
        dx, dy = (x1 - x0) / length * r, (y1 - y0) / length * r
        ink.append(
            f"M{at(x0 + dy, y0 - dx)}L{at(x1 + dy, y1 - dx)}A{number(r)} {number(r)} 0 0 1 "
            f"{at(x1 - dy, y1 + dx)}L{at(x0 - dy, y0 + dx)}A{number(r)} {number(r)} 0 0 1 {at(x0 + dy, y0 - dx)}Z"
        )
    return "".join(ink)


def ring(x, y, r, sweep):
    return (
        f"M{at(x - r, y)}A{number(r)} {number(r)} 0 0 {sweep} {at(x + r, y)}"
        f"A{number(r)} {number(r)} 0 0 {sweep} {at(x - r, y)}Z"
    )


def disc(x, y, r):
    return ring(x, y, r, 1)


def circle(x, y, r, pen=PEN):
    return ring(x, y, r + pen / 2, 1) + ring(x, y, r - pen / 2, 0)


def half_disc(x, y, r):
    """The right half."""
    return f"M{at(x, y - r)}A{number(r)} {number(r)} 0 0 1 {at(x, y + r)}Z"


def arc(x, y, r, start, end, pen=PEN):
    """A stroke along a circle, clockwise from start to end; degrees from the right, y down."""
    large = 1 if end - start > 180 else 0

    def on(radius, angle):
        a = math.radians(angle)
        return at(x + radius * math.cos(a), y + radius * math.sin(a))

    far, near, cap = r + pen / 2, r - pen / 2, number(pen / 2)
    return (
        f"M{on(far, start)}A{number(far)} {number(far)} 0 {large} 1 {on(far, end)}"
        f"A{cap} {cap} 0 0 1 {on(near, end)}"
        f"A{number(near)} {number(near)} 0 {large} 0 {on(near, start)}"
        f"A{cap} {cap} 0 0 1 {on(far, start)}Z"
    )


def bow(x0, x1, y, height):
    """An arc from (x0, y) to (x1, y) that rises by height, or sags when it is negative."""
    half = (x1 - x0) / 2
    r = (half * half + height * height) / (2 * abs(height))
    spread = math.degrees(math.asin(half / r))
    if height > 0:
        return arc((x0 + x1) / 2, y + r - height, r, 270 - spread, 270 + spread)
    return arc((x0 + x1) / 2, y - r - height, r, 90 - spread, 90 + spread)


def corners(x, y, w, h, r, sweep):
    c = f"A{number(r)} {number(r)} 0 0 {sweep} "
    if sweep == 1:
        return (
            f"M{at(x + r, y)}H{number(x + w - r)}{c}{at(x + w, y + r)}V{number(y + h - r)}{c}{at(x + w - r, y + h)}"
            f"H{number(x + r)}{c}{at(x, y + h - r)}V{number(y + r)}{c}{at(x + r, y)}Z"
        )
    return (
        f"M{at(x + r, y)}{c}{at(x, y + r)}V{number(y + h - r)}{c}{at(x + r, y + h)}H{number(x + w - r)}"
        f"{c}{at(x + w, y + h - r)}V{number(y + r)}{c}{at(x + w - r, y)}Z"
    )


def frame(x, y, w, h, r=1.25, pen=PEN):
    """A stroke round a box with rounded corners."""
    p = pen / 2
    return corners(x - p, y - p, w + pen, h + pen, r + p, 1) + corners(x + p, y + p, w - pen, h - pen, r - p, 0)


def box(x, y, w, h, r=1):
    return corners(x, y, w, h, r, 1)


def solid(*points):
    """A filled polygon, clockwise on the screen, with rounded corners."""
    return "M" + "L".join(at(x, y) for x, y in points) + "Z" + line(*points, closed=True)


MAGNIFIER = circle(6.75, 6.75, 4.75) + line((10.25, 10.25), (14, 14))
EYE = bow(1.5, 14.5, 8, 4.25) + bow(1.5, 14.5, 8, -4.25)
ENDS = disc(2.75, 11.25, 1.75) + disc(13.25, 4.75, 1.75)
OCTAGON = [(8 + 6.6 * math.cos(math.radians(a)), 8 + 6.6 * math.sin(math.radians(a))) for a in range(22, 382, 45)]

ICONS = {
    "select": line((3, 3), (7.25, 13.25), (8.9, 8.9), (13.25, 7.25), closed=True),
    "move": line((8, 2), (8, 14))
    + line((2, 8), (14, 8))
    + line((6, 4), (8, 2), (10, 4))
    + line((6, 12), (8, 14), (10, 12))
    + line((4, 6), (2, 8), (4, 10))
    + line((12, 6), (14, 8), (12, 10)),
    "place-die": line((7.5, 11.75), (2.25, 11.75), (2.25, 2.25), (11.75, 2.25), (11.75, 7.5))
    + disc(5.25, 5.25, 1.1)
    + disc(8.75, 5.25, 1.1)
    + disc(5.25, 8.75, 1.1)
    + line((11.75, 9.5), (11.75, 14))
    + line((9.5, 11.75), (14, 11.75)),
    "place-passive": line((1, 12.5), (3.25, 12.5))
    + line((3.25, 12.5), (3.25, 6.5))
    + arc(4.75, 6.5, 1.5, 180, 360)
    + line((6.25, 6.5), (6.25, 10.5))
    + arc(7.75, 10.5, 1.5, 0, 180)
    + line((9.25, 10.5), (9.25, 6.5))
    + arc(10.75, 6.5, 1.5, 180, 360)
    + line((12.25, 6.5), (12.25, 12.5))
    + line((12.25, 12.5), (15, 12.5)),
    "trace": circle(3.25, 12.75, 1.75) + circle(12.75, 3.25, 1.75) + line((5, 12.75), (6.5, 12.75), (12.75, 6.5), (12.75, 5)),
    "via": circle(8, 8, 4.5) + disc(8, 8, 1.75) + line((1.25, 8), (3.5, 8)) + line((12.5, 8), (14.75, 8)),
    "bus": frame(2, 2, 12, 12) + line((8, 2), (8, 14)) + line((2, 8), (14, 8)),
    "cavity": line((1, 4), (4.5, 4), (4.5, 11), (11.5, 11), (11.5, 4), (15, 4)) + line((1, 14), (15, 14)),
    "bonding-pad": circle(8, 8, 5.75) + disc(8, 8, 2.5),
    "ball-array": "".join(disc(x, y, 1.6) for x in (3, 8, 13) for y in (3, 8, 13) if (x, y) != (8, 8))
    + circle(8, 8, 1.1, 1),
    "polygon": line((2.5, 4.5), (8.5, 2.25), (13.75, 7), (11.25, 13.5), (2.5, 13.5), closed=True) + disc(2.5, 4.5, 1.9) + disc(13.75, 7, 1.9) + disc(2.5, 13.5, 1.9),
    "keep-out": frame(2, 2, 12, 12) + line((5.25, 5.25), (10.75, 10.75)) + line((10.75, 5.25), (5.25, 10.75)),
    "text": line((3, 5), (3, 2.75), (13, 2.75), (13, 5)) + line((8, 2.75), (8, 13.25)) + line((5.75, 13.25), (10.25, 13.25)),
    "fiducial": circle(8, 8, 4) + disc(8, 8, 1.25) + line((8, 1), (8, 4)) + line((8, 12), (8, 15)) + line((1, 8), (4, 8)) + line((12, 8), (15, 8)),
    "section-line": line((3, 12.75), (3, 3.5))
    + line((1.25, 5.25), (3, 3.5), (4.75, 5.25))
    + line((13, 12.75), (13, 3.5))
    + line((11.25, 5.25), (13, 3.5), (14.75, 5.25))
    + line((3, 12.75), (4.75, 12.75))
    + line((7.25, 12.75), (8.75, 12.75))
    + line((11.25, 12.75), (13, 12.75)),
    "ruler": frame(1.5, 4.75, 13, 6.5)
    + line((4.75, 4.75), (4.75, 7))
    + line((8, 4.75), (8, 8))
    + line((11.25, 4.75), (11.25, 7)),
    "fit": line((2, 5), (2, 2), (5, 2))
    + line((11, 2), (14, 2), (14, 5))
    + line((14, 11), (14, 14), (11, 14))
    + line((5, 14), (2, 14), (2, 11))
    + box(5, 5, 6, 6),
    "zoom-in": MAGNIFIER + line((6.75, 4.75), (6.75, 8.75)) + line((4.75, 6.75), (8.75, 6.75)),
    "zoom-out": MAGNIFIER + line((4.75, 6.75), (8.75, 6.75)),
    "undo": line((5.5, 2.25), (2.25, 5.5), (5.5, 8.75))
    + line((2.25, 5.5), (9.5, 5.5))
    + arc(9.5, 9.5, 4, -90, 90)
    + line((9.5, 13.5), (5.75, 13.5)),
    "redo": line((10.5, 2.25), (13.75, 5.5), (10.5, 8.75))
    + line((13.75, 5.5), (6.5, 5.5))
    + arc(6.5, 9.5, 4, 90, 270)
    + line((6.5, 13.5), (10.25, 13.5)),
    "open": line((1.75, 13), (1.75, 3), (5.75, 3), (7.5, 5.25), (14.25, 5.25), (14.25, 13), closed=True),
    "save": line((8, 2), (8, 9.75))
    + line((4.75, 6.5), (8, 9.75), (11.25, 6.5))
    + line((2.25, 10.5), (2.25, 13.75), (13.75, 13.75), (13.75, 10.5)),
    "export": line((7, 3), (2.5, 3), (2.5, 13.5), (13, 13.5), (13, 9))
    + line((7.5, 8.5), (13.75, 2.25))
    + line((9.75, 2.25), (13.75, 2.25), (13.75, 6.25)),
    "check": line((1.75, 4.5), (3.25, 6), (6, 2.75))
    + line((9, 4.5), (14.25, 4.5))
    + line((1.75, 11.5), (3.25, 13), (6, 9.75))
    + line((9, 11.5), (14.25, 11.5)),
    "layers": line((8, 1.5), (14.25, 4.75), (8, 8), (1.75, 4.75), closed=True)
    + line((1.75, 8), (8, 11.25), (14.25, 8))
    + line((1.75, 11.25), (8, 14.5), (14.25, 11.25)),
    "visible": EYE + disc(8, 8, 2),
    "hidden": bow(1.5, 14.5, 6, -4.25)
    + line((8, 10.25), (8, 13))
    + line((4.5, 9.3), (3.25, 11.5))
    + line((11.5, 9.3), (12.75, 11.5)),
    "lock": frame(3, 7.25, 10, 6.75)
    + arc(8, 5, 3, 180, 360)
    + line((5, 5), (5, 7.25))
    + line((11, 5), (11, 7.25))
    + disc(8, 10.6, 1.25),
    "grid": line((5.5, 2), (5.5, 14)) + line((10.5, 2), (10.5, 14)) + line((2, 5.5), (14, 5.5)) + line((2, 10.5), (14, 10.5)),
    "snap": line((2, 8), (2, 2), (6, 2), (6, 8))
    + line((10, 8), (10, 2), (14, 2), (14, 8))
    + arc(8, 8, 2, 0, 180)
    + arc(8, 8, 6, 0, 180)
    + line((2, 5.25), (6, 5.25))
    + line((10, 5.25), (14, 5.25)),
    "rotate": arc(8, 8, 5.85, 200, 515) + line((2.5, 2.25), (2.5, 6), (6.25, 6)),
    "flip": line((5.25, 4), (5.25, 12), (1.5, 12), closed=True)
    + solid((10.75, 4), (14.5, 12), (10.75, 12))
    + line((8, 2), (8, 3.5))
    + line((8, 7.25), (8, 8.75))
    + line((8, 12.5), (8, 14)),
    "angle-any": ENDS + line((2.75, 11.25), (6.75, 10.25), (8.25, 6.25), (13.25, 4.75)),
    "angle-45": ENDS + line((2.75, 11.25), (4.75, 11.25), (11.25, 4.75), (13.25, 4.75)),
    "angle-90": ENDS + line((2.75, 11.25), (8, 11.25), (8, 4.75), (13.25, 4.75)),
    "error": line(*OCTAGON, closed=True) + line((5.75, 5.75), (10.25, 10.25)) + line((10.25, 5.75), (5.75, 10.25)),
    "warning": line((8, 2), (14.5, 13.5), (1.5, 13.5), closed=True) + line((8, 6.25), (8, 8.75)) + disc(8, 11.1, 0.95),
    "ok": circle(8, 8, 6.25) + line((5.25, 8.25), (7.25, 10.25), (10.75, 6)),
    "light-dark": circle(8, 8, 6.25) + half_disc(8, 8, 6.25),
    "play": solid((4.5, 3), (12.5, 8), (4.5, 13)),
    "previous": line((10.25, 2.75), (5, 8), (10.25, 13.25)),
    "next": line((5.75, 2.75), (11, 8), (5.75, 13.25)),
    "add": line((8, 2.5), (8, 13.5)) + line((2.5, 8), (13.5, 8)),
    "delete": line((2, 4.25), (14, 4.25))
    + line((5.75, 4.25), (5.75, 2), (10.25, 2), (10.25, 4.25))
    + line((3.5, 4.25), (4.25, 14), (11.75, 14), (12.5, 4.25))
    + line((6.75, 7.25), (6.75, 11))
    + line((9.25, 7.25), (9.25, 11)),
    "search": MAGNIFIER,
    "rename": line((2.75, 13.25), (3.5, 10), (10.75, 2.75), (13.25, 5.25), (6, 12.5), closed=True),
    "hatch": frame(2, 2, 12, 12) + line((2.5, 9), (9, 2.5)) + line((3, 13.5), (13.5, 3)) + line((8.5, 13.5), (13.5, 8.5)),
    "dimension": line((2, 3), (2, 13))
    + line((14, 3), (14, 13))
    + line((4.25, 8), (11.75, 8))
    + line((6, 6), (4, 8), (6, 10))
    + line((10, 6), (12, 8), (10, 10)),
    "legend": box(2, 2, 3, 3) + box(2, 6.5, 3, 3) + box(2, 11, 3, 3) + line((8, 3.5), (14, 3.5)) + line((8, 8), (14, 8)) + line((8, 12.5), (14, 12.5)),
    "up": line((2.75, 11), (8, 5.75), (13.25, 11)),
    "down": line((2.75, 5), (8, 10.25), (13.25, 5)),
    "stop": box(3.5, 3.5, 9, 9),
    "command-palette": frame(1.5, 2.5, 13, 11) + line((4.5, 5.75), (6.75, 8), (4.5, 10.25)) + line((8.75, 10.25), (11.5, 10.25)),
}


APP = (
    frame(5.25, 5.25, 5.5, 5.5, 0.75)
    + "".join(line((5.25 if x < 8 else 10.75, 5.25 if y < 8 else 10.75), (x, y)) for x in (2, 14) for y in (2, 14))
    + "".join(disc(x, y, 1.6) for x in (2.25, 8, 13.75) for y in (2.25, 8, 13.75) if (x, y) != (8, 8))
)


def svg(ink):
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">\n'
        f'  <path fill="currentColor" d="{ink}"/>\n'
        "</svg>\n"
    )


def resources():
    rows = "".join(
        f'    <file>cw-{name}-symbolic.svg</file>\n'
        for name in sorted(ICONS)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        "<!-- written by draw.py -->\n"
        "<gresources>\n"
        '  <gresource prefix="/org/chipwright/Chipwright/icons/scalable/actions">\n'
        f"{rows}"
        "  </gresource>\n"
        "</gresources>\n"
    )


def main():
    folder = os.path.dirname(os.path.abspath(__file__))
    wanted = {f"cw-{name}-symbolic.svg": svg(ink) for name, ink in ICONS.items()}
    wanted["icons.gresource.xml"] = resources()
    wanted["org.chipwright.Chipwright-symbolic.svg"] = svg(APP)
    if sys.argv[1:] != ["--check"]:
        for name, text in wanted.items():
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        return 0

    bad = set(wanted) ^ {name for name in os.listdir(folder) if name.endswith(("-symbolic.svg", ".gresource.xml"))}
    for name in set(wanted) - bad:
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            if file.read() != wanted[name]:
                bad.add(name)
    print("\n".join(f"{name}: run icons/draw.py" for name in sorted(bad)))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
