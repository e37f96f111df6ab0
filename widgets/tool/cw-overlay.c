/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-overlay.h"

static void
clear_mark (gpointer data)
{
  CwOverlayMark *mark = data;

  g_clear_pointer (&mark->text, g_free);
}

/**
 * cw_overlay_new:
 *
 * Makes an empty overlay. Marks are painted in their order.
 *
 * Returns: (transfer full) (element-type CwOverlayMark): the overlay
 */
GArray *
cw_overlay_new (void)
{
  GArray *overlay = g_array_new (FALSE, TRUE, sizeof (CwOverlayMark));

  g_array_set_clear_func (overlay, clear_mark);

  return overlay;
}

/**
 * cw_overlay_add:
 * @overlay: (element-type CwOverlayMark): an overlay
 * @kind: what to add
 * @a: first point [nm]
 * @b: second point, or @a again [nm]
 *
 * Adds a mark, solid and normal.
 *
 * Returns: (transfer none): the mark, to be filled in before the next one is added
 */
CwOverlayMark *
cw_overlay_add (GArray *overlay, CwOverlayKind kind, CwPoint a, CwPoint b)
{
  CwOverlayMark mark = { .kind = kind, .a = a, .b = b };

  g_array_append_val (overlay, mark);

  return &g_array_index (overlay, CwOverlayMark, overlay->len - 1);
}

/**
 * cw_overlay_add_pick:
 * @overlay: (element-type CwOverlayMark): an overlay
 * @kind: what to add
 * @pick: an item or a die pad
 *
 * Adds a mark of an item.
 *
 * Returns: (transfer none): the mark, to be filled in before the next one is added
 */
CwOverlayMark *
cw_overlay_add_pick (GArray *overlay, CwOverlayKind kind, CwPick pick)
{
  CwOverlayMark *mark = cw_overlay_add (overlay, kind, CW_POINT (0, 0), CW_POINT (0, 0));

  mark->pick = pick;

  return mark;
}
