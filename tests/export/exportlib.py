# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
"""What the export tests share: running gerbv and KLayout on the folders that export-design makes."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import numpy
from PIL import Image, ImageDraw

PIXEL = 20  # µm, that of the masks
FINE = 8  # other programs paint so much finer, then pixels are averaged

PROJECT = """<?xml version="1.0" encoding="utf-8"?>
<pcb-project><invert-negative-layers>false</invert-negative-layers><border>5000</border>
<free-layer-mapping>true</free-layer-mapping>
<layout-layers><layout-layer>1/0</layout-layer></layout-layers><mounting>top</mounting>
<num-metal-layers>0</num-metal-layers><num-via-types>0</num-via-types>
<artwork-files></artwork-files><drill-files></drill-files>
<free-files><free-file><filename>{name}</filename><layout-layers><index>0</index></layout-layers>
</free-file></free-files><reference-points></reference-points>
<explicit-trans>r0 *1 0,0</explicit-trans><layer-properties-file/>
<num-circle-points>256</num-circle-points><merge-flag>false</merge-flag><dbu>0.001</dbu>
<cell-name>PCB</cell-name></pcb-project>
"""

# runs inside KLayout: argument files is a list of projects, out a file of results
SCRIPT = """
import json
import pya

results = {}
for project in open(files).read().split("\\n"):
    layout = pya.Layout()
    options = pya.LoadLayoutOptions()
    options.warn_level = 2
    layout.read(project, options)
    polygons = []
    texts = set()
    for index in layout.layer_indexes():
        shapes = layout.top_cell().begin_shapes_rec(index)
        region = pya.Region(shapes)
        region.merge()
        for polygon in region.each():
            rings = [[(p.x, p.y) for p in polygon.each_point_hull()]]
            for hole in range(polygon.holes()):
                rings.append([(p.x, p.y) for p in polygon.each_point_hole(hole)])
            polygons.append(rings)
        shapes.shape_flags = pya.Shapes.STexts
        while not shapes.at_end():
            texts.add(shapes.shape().text.string)
            shapes.next()
    results[project] = {"polygons": polygons, "texts": sorted(texts)}
json.dump(results, open(out, "w"))
"""


def designs(argv):
    """The folders of the designs below the one that the command line names."""
    if len(argv) != 2:
        sys.exit(f"Usage: {os.path.basename(argv[0])} FOLDER")
    found = sorted(path.parent for path in pathlib.Path(argv[1]).glob("*/area.txt"))
    if not found:
        sys.exit(f"{argv[1]}: no design in it")
    return found


def read_area(design):
    """Left, bottom, width and height of its pictures in µm."""
    return tuple(int(word) for word in (design / "area.txt").read_text().split())


def run_klayout(files):
    """What KLayout reads: for each file its merged polygons in nm and its texts."""
    with tempfile.TemporaryDirectory() as folder:
        projects = {}
        for number, file in enumerate(files):
            project = os.path.join(folder, f"{number}.pcb")
            name = os.path.relpath(file, folder).replace("&", "&amp;")
            pathlib.Path(project).write_text(PROJECT.format(name=name), encoding="utf-8")
            projects[project] = file
        script = os.path.join(folder, "read.py")
        pathlib.Path(script).write_text(SCRIPT, encoding="utf-8")
        listing = os.path.join(folder, "files")
        pathlib.Path(listing).write_text("\n".join(projects), encoding="utf-8")
        out = os.path.join(folder, "out.json")
        done = subprocess.run(
            ["klayout", "-b", "-rd", f"files={listing}", "-rd", f"out={out}", "-r", script],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": folder},
            capture_output=True, text=True, timeout=300, check=False)
        messages = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        if done.returncode != 0 or not os.path.exists(out):
            sys.exit("klayout failed:\n" + "\n".join(messages))
        results = json.loads(pathlib.Path(out).read_text(encoding="utf-8"))
    return {projects[project]: result for project, result in results.items()}, messages


def average(picture, fineness=FINE):
    """A finely painted picture in pixels of the masks, 0 to 1."""
    height, width = picture.shape
    return picture.reshape(height // fineness, fineness, width // fineness, fineness).mean(axis=(1, 3)) / 255


def paint_polygons(polygons, area):
    """The picture of what KLayout read."""
    left, bottom, width, height = area
    size = (width * FINE // PIXEL, height * FINE // PIXEL)
    def place(ring):
        # PIL fills a pixel whose centre, at whole coordinates, is inside
        return [((x / 1000 - left) * FINE / PIXEL - 0.5,
                 size[1] - (y / 1000 - bottom) * FINE / PIXEL - 0.5) for x, y in ring]

    def extent(rings):
        return max(x for x, _ in rings[0]) - min(x for x, _ in rings[0])

    # they are disjoint: what lies in the hole of another is narrower, and painted after it
    image = Image.new("L", size, 0)
    draw = ImageDraw.Draw(image)
    for rings in sorted(polygons, key=extent, reverse=True):
        draw.polygon(place(rings[0]), fill=255)
        for hole in rings[1:]:
            draw.polygon(place(hole), fill=0)
    return average(numpy.array(image))


def run_gerbv(file, area, out, fineness=FINE):
    """Paints a file with gerbv; gives what it said."""
    left, bottom, width, height = area
    # half a pixel more, lest rounding takes one away; gerbv takes 20 characters of each
    fine = PIXEL / fineness
    window = f"{(width + fine / 2) / 25400:.7f}x{(height + fine / 2) / 25400:.7f}"
    done = subprocess.run(
        ["gerbv", "-x", "png", "-D", f"{25400 / fine:.6f}", "-u", "mm",
         "-O", f"{left / 1000:g}x{bottom / 1000:g}", "-W", window, "-B", "0", "-a",
         "-b", "#000000", "-f", "#FFFFFF", "-o", out, str(file)],
        # its notices are GLib's criticals, which our tests otherwise die of
        env={**os.environ, "G_DEBUG": ""}, capture_output=True, text=True, timeout=300, check=False)
    messages = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    if done.returncode != 0:
        messages.append(f"gerbv ended with {done.returncode}")
    return messages


def read_gerbv(out, area, fineness=FINE):
    """A picture of gerbv in pixels of the masks, or nothing when there is none."""
    width, height = area[2] * fineness // PIXEL, area[3] * fineness // PIXEL
    try:
        picture = numpy.array(Image.open(out).convert("L"))
    except OSError:
        return None
    if picture.shape[0] < height or picture.shape[1] < width:
        sys.exit(f"{out}: gerbv painted {picture.shape[1]} x {picture.shape[0]} pixels, "
                 f"not {width} x {height}")
    # its origin is the lower left corner; it paints layers translucent, so full is less than white
    return average(picture[-height:, :width], fineness) * 255 / max(int(picture.max()), 1)


def decode(name):
    """A name as the format escapes it, which KLayout leaves to its users."""
    return re.sub(r"\\u([0-9A-F]{4})|\\U([0-9A-F]{8})",
                  lambda match: chr(int(match[1] or match[2], 16)), name)


ATTRIBUTE = re.compile(r"Unknown RS-274X extension found %T[FAOD]%")
