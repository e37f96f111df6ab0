/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "widgets/cw-canvas-private.h"
#include "widgets/cw-mark-painter.h"
#include "widgets/render/cw-plan-axes.h"
#include "widgets/tool/cw-cut-lines.h"

#define MOST_OUTLINES 2000 /* of selected items; more are shown as one box */
#define SCALE_BAR_ROOM 240 /* [px] */

static void
paint_selection (const CwOverlay *overlay, CwCanvas *self)
{
  CwSelection *selection = cw_editor_get_selection (self->editor);
  CwDesign *design = cw_editor_get_design (self->editor);
  CwBox seen = cw_plan_view_get_box (&overlay->view, overlay->width, overlay->height, 4);
  guint n = cw_selection_get_n (selection);

  if (n > MOST_OUTLINES)
    {
      CwShape shape = { .kind = CW_SHAPE_BOX };

      shape.box = cw_selection_get_bounds (selection, design);
      cairo_save (overlay->cr);
      cw_plan_view_add_outline (&overlay->view, overlay->cr, &shape, overlay->width,
                                overlay->height);
      cw_colour_set_source (overlay->theme->selection, overlay->cr);
      cairo_set_line_width (overlay->cr, 2);
      cairo_stroke (overlay->cr);
      cairo_restore (overlay->cr);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      CwPick pick = cw_selection_get (selection, i);
      /* the wiring above a die stays readable */
      CwPlanLook look
          = cw_id_get_kind (pick.item) == CW_ITEM_DIE ? CW_PLAN_LOOK_OUTLINE : CW_PLAN_LOOK_GHOST;

      if (cw_box_intersects (seen, cw_design_get_item_bounds (design, pick.item)))
        cw_mark_paint_pick (overlay, design, pick, overlay->theme->selection, look);
    }
}

static void
paint_rulers (const CwOverlay *overlay, CwToolHost *host)
{
  const GArray *rulers = cw_tool_host_get_rulers (host);
  CwUnit unit = cw_tool_host_get_settings (host)->unit;

  for (guint i = 0; i < rulers->len; i++)
    {
      const CwRuler *ruler = &g_array_index (rulers, CwRuler, i);

      cw_mark_paint_ruler (overlay, ruler->a, ruler->b, unit);
    }
}

/* the others first, so that the current one lies on top */
static void
paint_cut_lines (const CwOverlay *overlay, CwCanvas *self)
{
  CwToolHost *host = cw_editor_get_host (self->editor);
  CwDesign *design = cw_editor_get_design (self->editor);
  const GArray *section = cw_tool_host_get_section (host);
  CwId current = cw_tool_host_get_cut_line (host);
  gboolean active
      = strcmp (cw_tool_get_info (cw_editor_get_tool (self->editor))->name, "section-line") == 0;
  g_autoptr (GArray) lines = cw_cut_lines_list (design);
  const char *name = "";

  for (guint i = 0; i < lines->len; i++)
    {
      CwId id = g_array_index (lines, CwId, i);
      g_autoptr (GArray) points = cw_cut_lines_dup_points (design, id);

      if (id == current)
        name = cw_design_get_cut_line (design, id)->name;
      else
        cw_overlay_paint_section_line (overlay, (const CwPoint *) points->data, points->len,
                                       cw_design_get_cut_line (design, id)->name, CW_CUT_QUIET);
    }
  if (section->len >= 2)
    cw_overlay_paint_section_line (overlay, (const CwPoint *) section->data, section->len, name,
                                   active ? CW_CUT_ACTIVE : CW_CUT_CURRENT);
}

/* Overlays are painted as if the canvas were smaller by what words and lines are to be larger. */
CwOverlay
cw_canvas_begin_overlay (CwCanvas *self, GtkSnapshot *snapshot, int width, int height)
{
  CwOverlay overlay = { NULL, self->theme, self->view, width, height };

  if (self->ui_scale == 1)
    return overlay;
  gtk_snapshot_scale (snapshot, (float) self->ui_scale, (float) self->ui_scale);
  overlay.view.scale /= self->ui_scale;
  overlay.width = (int) ceil (width / self->ui_scale);
  overlay.height = (int) ceil (height / self->ui_scale);

  return overlay;
}

static void
paint_origins (const CwOverlay *overlay, CwPoint local)
{
  cw_overlay_paint_origin (overlay, CW_POINT (0, 0), FALSE);
  if (local.x != 0 || local.y != 0)
    cw_overlay_paint_origin (overlay, local, TRUE);
}

void
cw_canvas_paint_marks (GtkSnapshot *snapshot, int width, int height, gpointer user_data)
{
  CwCanvas *self = user_data;
  const CwToolSettings *settings;
  CwOverlay overlay;
  CwToolHost *host;
  double left;

  if (self->editor == NULL)
    return;
  host = cw_editor_get_host (self->editor);
  settings = cw_tool_host_get_settings (host);
  overlay = cw_canvas_begin_overlay (self, snapshot, width, height);
  left = self->rulers ? CW_PLAN_AXES_SIZE : 0;
  overlay.cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) overlay.width, (float) overlay.height));
  paint_origins (&overlay, settings->origin);
  paint_selection (&overlay, self);
  cw_canvas_paint_findings (self, &overlay);
  paint_rulers (&overlay, host);
  paint_cut_lines (&overlay, self);
  cw_overlay_paint_scale_bar (overlay.cr, self->theme, overlay.view.scale,
                              (CwSpot){ left + 16, overlay.height - 14 }, SCALE_BAR_ROOM, NULL);
  if (self->rulers)
    cw_plan_axes_paint (&overlay, settings->origin, settings->unit);
  cairo_destroy (overlay.cr);
}
