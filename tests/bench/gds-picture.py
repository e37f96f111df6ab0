# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
"""Runs inside KLayout: draws a GDSII file as a picture of 1920 × 1080 pixels.

klayout -b -r gds-picture.py -rd input=FILE.gds -rd out=FILE.png"""

import pya

view = pya.LayoutView(False)
view.set_config("drawing-workers", "2")
view.load_layout(input, True)
view.max_hier()
view.zoom_fit()
view.get_pixels_with_options(1920, 1080).write_png(out)  # noqa: F821, set on the command line
