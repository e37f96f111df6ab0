/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "widgets/cw-canvas-private.h"
#include "widgets/cw-mark-painter.h"
#include "widgets/render/cw-plan-axes.h"
#include "widgets/tool/cw-cut-lines.h"

#define MOST_OUTLINES 2000 /* of selected items; more are shown as one box */
#define SCALE_BAR_ROOM 240 /* [px] */
#define LINE_ROOM 48       /* around a line, for handles, arrows and letters [px] */

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

/* a part of the canvas where something is painted, with room around it for words [px] */
static void
note_frame (cairo_region_t *region, const CwOverlay *overlay, CwFrame frame, double room)
{
  cairo_rectangle_int_t part;

  part.x = (int) CLAMP (floor (frame.left - room), 0, overlay->width);
  part.y = (int) CLAMP (floor (frame.top - room), 0, overlay->height);
  part.width = (int) CLAMP (ceil (frame.right + room), 0, overlay->width) - part.x;
  part.height = (int) CLAMP (ceil (frame.bottom + room), 0, overlay->height) - part.y;
  if (part.width > 0 && part.height > 0)
    cairo_region_union_rectangle (region, &part);
}

static void
note_line (cairo_region_t *region, const CwOverlay *overlay, const CwPoint *points, gsize n_points)
{
  for (gsize i = 0; i + 1 < n_points; i++)
    {
      CwSpot a = cw_plan_view_get_spot (&overlay->view, points[i]);
      CwSpot b = cw_plan_view_get_spot (&overlay->view, points[i + 1]);

      note_frame (region, overlay,
                  (CwFrame){ MIN (a.x, b.x), MIN (a.y, b.y), MAX (a.x, b.x), MAX (a.y, b.y) },
                  LINE_ROOM);
    }
}

static void
note_point (cairo_region_t *region, const CwOverlay *overlay, CwPoint point)
{
  CwSpot at = cw_plan_view_get_spot (&overlay->view, point);

  note_frame (region, overlay, (CwFrame){ at.x, at.y, at.x, at.y }, LINE_ROOM);
}

static void
note_cut_lines (cairo_region_t *region, const CwOverlay *overlay, CwCanvas *self)
{
  CwDesign *design = cw_editor_get_design (self->editor);
  const GArray *section = cw_tool_host_get_section (cw_editor_get_host (self->editor));
  g_autoptr (GArray) lines = cw_cut_lines_list (design);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (GArray) points = cw_cut_lines_dup_points (design, g_array_index (lines, CwId, i));

      note_line (region, overlay, (const CwPoint *) points->data, points->len);
    }
  note_line (region, overlay, (const CwPoint *) section->data, section->len);
}

/* Where something is: Cairo clears, paints and blends each pixel of a node, also those that nothing
 * is painted on, and there are two million of them. */
static cairo_region_t *
find_parts (CwCanvas *self, const CwOverlay *overlay, CwPoint origin)
{
  CwToolHost *host = cw_editor_get_host (self->editor);
  CwCheckResult *check = cw_tool_host_get_check (host);
  CwFrame all = { 0, 0, overlay->width, overlay->height };
  double left = self->rulers ? CW_PLAN_AXES_SIZE : 0;
  cairo_region_t *region = cairo_region_create ();
  CwBox selected;

  if (cw_tool_host_get_rulers (host)->len > 0
      || (check != NULL && cw_check_result_get_n_violations (check) > 0))
    {
      note_frame (region, overlay, all, 0);
      return region;
    }
  selected = cw_selection_get_bounds (cw_editor_get_selection (self->editor),
                                      cw_editor_get_design (self->editor));
  if (!cw_box_is_empty (selected))
    {
      CwSpot low = cw_plan_view_get_spot (&overlay->view, selected.min);
      CwSpot high = cw_plan_view_get_spot (&overlay->view, selected.max);

      note_frame (region, overlay, (CwFrame){ low.x, high.y, high.x, low.y }, 8);
    }
  note_point (region, overlay, CW_POINT (0, 0));
  note_point (region, overlay, origin);
  note_cut_lines (region, overlay, self);
  note_frame (region, overlay,
              (CwFrame){ 0, overlay->height - 40, left + SCALE_BAR_ROOM + 32, overlay->height }, 0);
  if (self->rulers)
    {
      note_frame (region, overlay, (CwFrame){ 0, 0, overlay->width, CW_PLAN_AXES_SIZE }, 0);
      note_frame (region, overlay, (CwFrame){ 0, 0, CW_PLAN_AXES_SIZE, overlay->height }, 0);
    }

  return region;
}

static void
append_parts (GtkSnapshot *snapshot, cairo_surface_t *marks, const cairo_region_t *region)
{
  for (int i = 0; i < cairo_region_num_rectangles (region); i++)
    {
      cairo_rectangle_int_t part;
      cairo_t *cr;

      cairo_region_get_rectangle (region, i, &part);
      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) part.x, (float) part.y,
                                                                     (float) part.width,
                                                                     (float) part.height));
      cairo_set_source_surface (cr, marks, 0, 0);
      cairo_paint (cr);
      cairo_destroy (cr);
    }
}

void
cw_canvas_paint_marks (GtkSnapshot *snapshot, int width, int height, gpointer user_data)
{
  CwCanvas *self = user_data;
  const CwToolSettings *settings;
  CwOverlay overlay;
  CwToolHost *host;
  cairo_rectangle_t area = { 0 };
  cairo_surface_t *surface;
  cairo_region_t *region;
  double left;

  if (self->editor == NULL)
    return;
  host = cw_editor_get_host (self->editor);
  settings = cw_tool_host_get_settings (host);
  overlay = cw_canvas_begin_overlay (self, snapshot, width, height);
  left = self->rulers ? CW_PLAN_AXES_SIZE : 0;
  area.width = overlay.width;
  area.height = overlay.height;
  surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &area);
  overlay.cr = cairo_create (surface);
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
  region = find_parts (self, &overlay, settings->origin);
  append_parts (snapshot, surface, region);
  cairo_region_destroy (region);
  cairo_surface_destroy (surface);
}
