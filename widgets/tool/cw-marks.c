/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-marks.h"

static void
clear_mark (gpointer data)
{
  CwMark *mark = data;

  g_clear_pointer (&mark->text, g_free);
}

/**
 * cw_marks_new:
 *
 * Makes an empty overlay. Marks are painted in their order.
 *
 * Returns: (transfer full) (element-type CwMark): the overlay
 */
GArray *
cw_marks_new (void)
{
  GArray *overlay = g_array_new (FALSE, TRUE, sizeof (CwMark));

  g_array_set_clear_func (overlay, clear_mark);

  return overlay;
}

/**
 * cw_marks_add:
 * @overlay: (element-type CwMark): an overlay
 * @kind: what to add
 * @a: first point [nm]
 * @b: second point, or @a again [nm]
 *
 * Adds a mark, solid and normal.
 *
 * Returns: (transfer none): the mark, to be filled in before the next one is added
 */
CwMark *
cw_marks_add (GArray *overlay, CwMarkKind kind, CwPoint a, CwPoint b)
{
  CwMark mark = { .kind = kind, .a = a, .b = b };

  g_array_append_val (overlay, mark);

  return &g_array_index (overlay, CwMark, overlay->len - 1);
}

/**
 * cw_marks_add_pick:
 * @overlay: (element-type CwMark): an overlay
 * @kind: what to add
 * @pick: an item or a die pad
 *
 * Adds a mark of an item.
 *
 * Returns: (transfer none): the mark, to be filled in before the next one is added
 */
CwMark *
cw_marks_add_pick (GArray *overlay, CwMarkKind kind, CwPick pick)
{
  CwMark *mark = cw_marks_add (overlay, kind, CW_POINT (0, 0), CW_POINT (0, 0));

  mark->pick = pick;

  return mark;
}
