# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
"""Runs inside KLayout: reads Gerber files through a project, writes one GDSII file.

klayout -b -r to-gds.py -rd files=FILE,FILE,... -rd out=FILE.gds: file i becomes layer i + 1."""

import os

import pya

PROJECT = """<?xml version="1.0" encoding="utf-8"?>
<pcb-project><invert-negative-layers>false</invert-negative-layers><border>5000</border>
<free-layer-mapping>true</free-layer-mapping>
<layout-layers>{layers}</layout-layers><mounting>top</mounting>
<num-metal-layers>0</num-metal-layers><num-via-types>0</num-via-types>
<artwork-files></artwork-files><drill-files></drill-files><free-files>{files}</free-files>
<reference-points></reference-points><explicit-trans>r0 *1 0,0</explicit-trans>
<layer-properties-file/><num-circle-points>32</num-circle-points><merge-flag>false</merge-flag>
<dbu>0.001</dbu><cell-name>TOP</cell-name></pcb-project>
"""
FILE = ("<free-file><filename>{}</filename><layout-layers><index>{}</index></layout-layers>"
        "</free-file>")

paths = files.split(",")  # noqa: F821, set on the command line
project = out + ".pcb"  # noqa: F821
with open(project, "w", encoding="utf-8") as stream:
    stream.write(PROJECT.format(
        layers="".join(f"<layout-layer>{i + 1}/0</layout-layer>" for i in range(len(paths))),
        files="".join(FILE.format(os.path.relpath(path, os.path.dirname(project)), i)
                      for i, path in enumerate(paths))))
layout = pya.Layout(False)
layout.read(project)
layout.write(out)  # noqa: F821
print(sum(layout.top_cell().shapes(index).size() for index in layout.layer_indexes()))
