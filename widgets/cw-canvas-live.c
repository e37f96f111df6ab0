/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "model/process/cw-section.h"
#include "widgets/cw-canvas-private.h"
#include "widgets/cw-mark-painter.h"
#include "widgets/render/cw-marker-cluster.h"
#include "widgets/render/cw-plan-axes.h"

#define MOST_MARKS 4000 /* in one frame: the main thread must not paint a whole package */
#define CROSSHAIR 14    /* [px] */
#define DOT 5           /* [px] */
#define SIGN_ROOM 24    /* [px] */

static CwFrame
frame_union (CwFrame a, CwFrame b)
{
  return (CwFrame){ MIN (a.left, b.left), MIN (a.top, b.top), MAX (a.right, b.right),
                    MAX (a.bottom, b.bottom) };
}

/* the point of the section line that the pointer of the section is at */
static gboolean
get_along_point (CwCanvas *self, CwPoint *point)
{
  const GArray *line = cw_tool_host_get_section (cw_editor_get_host (self->editor));
  gint64 along = cw_editor_get_along (self->editor);
  double left = (double) along;

  if (along == CW_ALONG_NONE || line->len < 2)
    return FALSE;
  for (guint i = 0; i + 1 < line->len; i++)
    {
      CwPoint a = g_array_index (line, CwPoint, i);
      CwPoint b = g_array_index (line, CwPoint, i + 1);
      double length = hypot ((double) b.x - a.x, (double) b.y - a.y);

      if (left <= length || i + 2 == line->len)
        {
          double share = length > 0 ? CLAMP (left / length, 0, 1) : 0;

          *point = CW_POINT ((CwCoord) rint (a.x + share * ((double) b.x - a.x)),
                             (CwCoord) rint (a.y + share * ((double) b.y - a.y)));
          return TRUE;
        }
      left -= length;
    }

  return FALSE;
}

static void
paint_along (const CwOverlay *overlay, CwSpot at)
{
  cairo_new_sub_path (overlay->cr);
  cairo_arc (overlay->cr, at.x, at.y, DOT, 0, 2 * G_PI);
  cw_colour_set_source (overlay->theme->section_line, overlay->cr);
  cairo_fill_preserve (overlay->cr);
  cw_colour_set_source (overlay->theme->background, overlay->cr);
  cairo_set_line_width (overlay->cr, 1.5);
  cairo_stroke (overlay->cr);
}

static void
paint_crosshair (const CwOverlay *overlay, CwSpot at)
{
  double x = floor (at.x) + 0.5;
  double y = floor (at.y) + 0.5;

  cairo_move_to (overlay->cr, x - CROSSHAIR, y);
  cairo_line_to (overlay->cr, x + CROSSHAIR, y);
  cairo_move_to (overlay->cr, x, y - CROSSHAIR);
  cairo_line_to (overlay->cr, x, y + CROSSHAIR);
  cw_colour_set_source (overlay->theme->text, overlay->cr);
  cairo_set_line_width (overlay->cr, 1);
  cairo_stroke (overlay->cr);
}

static void
paint_zoom_box (CwCanvas *self, const CwOverlay *overlay)
{
  cairo_t *cr = overlay->cr;

  cairo_rectangle (cr, rint (self->drag_from.x) + 0.5, rint (self->drag_from.y) + 0.5,
                   rint (self->drag_to.x - self->drag_from.x),
                   rint (self->drag_to.y - self->drag_from.y));
  cw_colour_set_source (cw_colour_with_alpha (overlay->theme->text, 0.08), cr);
  cairo_fill_preserve (cr);
  cw_colour_set_source (overlay->theme->text, cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
paint_own (CwCanvas *self, GtkSnapshot *snapshot, CwOverlay *overlay)
{
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) overlay->width, (float) overlay->height);
  CwPoint point;
  CwSpot at;

  if (self->drag == CW_DRAG_ZOOM_BOX)
    {
      overlay->cr = gtk_snapshot_append_cairo (snapshot, &all);
      cairo_scale (overlay->cr, 1 / self->ui_scale, 1 / self->ui_scale);
      paint_zoom_box (self, overlay);
      cairo_destroy (overlay->cr);
    }
  if (get_along_point (self, &point))
    {
      at = cw_plan_view_get_spot (&overlay->view, point);
      overlay->cr = gtk_snapshot_append_cairo (
          snapshot, &GRAPHENE_RECT_INIT ((float) at.x - 8, (float) at.y - 8, 16, 16));
      paint_along (overlay, at);
      cairo_destroy (overlay->cr);
    }
  if (self->crosshair && cw_editor_get_pointer (self->editor, &point))
    {
      at = cw_plan_view_get_spot (&overlay->view, point);
      overlay->cr = gtk_snapshot_append_cairo (
          snapshot, &GRAPHENE_RECT_INIT ((float) at.x - 16, (float) at.y - 16, 32, 32));
      paint_crosshair (overlay, at);
      cairo_destroy (overlay->cr);
    }
}

static gboolean
is_violation (const CwMark *mark)
{
  return mark->kind == CW_MARK_DIMENSION && mark->text != NULL
         && (mark->tone == CW_MARK_ERROR || mark->tone == CW_MARK_WARNING);
}

/* a broken rule without words */
static gboolean
is_sign (const CwMark *mark)
{
  return mark->kind == CW_MARK_DIMENSION && mark->text == NULL
         && (mark->tone == CW_MARK_ERROR || mark->tone == CW_MARK_WARNING);
}

/* of many broken rules, the one nearest to the pointer says what it is */
static void
keep_one_text (GArray *marks, CwPoint pointer)
{
  CwMark *nearest = NULL;

  for (guint i = 0; i < marks->len; i++)
    {
      CwMark *mark = &g_array_index (marks, CwMark, i);
      CwMark *farther = mark;

      if (!is_violation (mark))
        continue;
      if (nearest == NULL
          || cw_point_distance_squared (mark->a, pointer)
                 < cw_point_distance_squared (nearest->a, pointer))
        {
          farther = nearest;
          nearest = mark;
        }
      if (farther != NULL)
        g_clear_pointer (&farther->text, g_free);
    }
}

/* signs that would lie on each other are one, so that what is drawn stays to be seen */
static void
thin_violations (GArray *marks, double scale)
{
  g_autoptr (GArray) markers = g_array_new (FALSE, FALSE, sizeof (CwMarker));
  g_autoptr (GArray) clusters = NULL;
  g_autofree gboolean *is_first = g_new0 (gboolean, marks->len + 1);
  gsize at;

  for (guint i = 0; i < marks->len; i++)
    if (is_sign (&g_array_index (marks, CwMark, i)))
      {
        CwMarker marker = { g_array_index (marks, CwMark, i).a, FALSE };

        g_array_append_val (markers, marker);
      }
  if (markers->len < 2)
    return;
  clusters = cw_marker_cluster_list ((const CwMarker *) (gpointer) markers->data, markers->len,
                                     MAX ((gint64) (SIGN_ROOM / scale), 1));
  for (guint i = 0; i < clusters->len; i++)
    is_first[g_array_index (clusters, CwMarkerCluster, i).first] = TRUE;
  at = markers->len;
  for (guint i = marks->len; i-- > 0;)
    if (is_sign (&g_array_index (marks, CwMark, i)) && !is_first[--at])
      g_array_remove_index (marks, i);
}

static void
paint_tool_marks (GtkSnapshot *snapshot, CwOverlay *overlay, CwDesign *design, const GArray *marks,
                  CwFrame frame)
{
  overlay->cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) floor (frame.left), (float) floor (frame.top),
                                     (float) ceil (frame.right - frame.left) + 1,
                                     (float) ceil (frame.bottom - frame.top) + 1));
  for (guint i = 0; i < MIN (marks->len, MOST_MARKS); i++)
    cw_mark_paint (&g_array_index (marks, CwMark, i), overlay, design);
  cairo_destroy (overlay->cr);
}

/* thin lines through the place that a click would take, from border to border */
static void
paint_full_crosshair (GtkSnapshot *snapshot, const CwOverlay *overlay, CwSpot at)
{
  const CwColour *text = &overlay->theme->text;
  GdkRGBA colour = { (float) text->red, (float) text->green, (float) text->blue, 0.55f };

  gtk_snapshot_append_color (
      snapshot, &colour, &GRAPHENE_RECT_INIT (0, (float) floor (at.y), (float) overlay->width, 1));
  gtk_snapshot_append_color (
      snapshot, &colour, &GRAPHENE_RECT_INIT ((float) floor (at.x), 0, 1, (float) overlay->height));
}

/* what goes with the pointer itself: on the rulers, across the canvas, beside it */
static void
paint_pointer (CwCanvas *self, GtkSnapshot *snapshot, CwOverlay *overlay)
{
  CwTool *tool = cw_editor_get_tool (self->editor);
  const CwSnap *snap = cw_tool_get_snap (tool);
  CwPoint point;
  CwSpot at;

  if (!cw_editor_get_pointer (self->editor, &point))
    return;
  at = cw_plan_view_get_spot (&overlay->view, point);
  if (self->full_crosshair)
    paint_full_crosshair (snapshot, overlay,
                          cw_tool_get_state (tool) != CW_TOOL_IDLE && snap->kind != CW_SNAP_NONE
                              ? cw_plan_view_get_spot (&overlay->view, snap->at)
                              : at);
  /* small nodes, so that little of the rulers is drawn again below them */
  if (self->rulers)
    {
      overlay->cr = gtk_snapshot_append_cairo (
          snapshot, &GRAPHENE_RECT_INIT ((float) at.x - 6, 0, 12, CW_PLAN_AXES_SIZE));
      cw_plan_axes_paint_pointer (overlay, (CwSpot){ at.x, -1 });
      cairo_destroy (overlay->cr);
      overlay->cr = gtk_snapshot_append_cairo (
          snapshot, &GRAPHENE_RECT_INIT (0, (float) at.y - 6, CW_PLAN_AXES_SIZE, 12));
      cw_plan_axes_paint_pointer (overlay, (CwSpot){ -1, at.y });
      cairo_destroy (overlay->cr);
    }
  cw_canvas_paint_hover (self, snapshot, overlay, at);
}

void
cw_canvas_paint_live (GtkSnapshot *snapshot, int width, int height, gpointer user_data)
{
  CwCanvas *self = user_data;
  CwFrame frame = { width, height, 0, 0 };
  CwOverlay overlay;
  g_autoptr (GArray) marks = NULL;
  CwDesign *design;
  CwPoint pointer;
  gboolean any = FALSE;

  if (self->editor == NULL)
    return;
  overlay = cw_canvas_begin_overlay (self, snapshot, width, height);
  paint_own (self, snapshot, &overlay);
  /* nothing is hovered where there is no pointer; what is in progress stays to be seen */
  if (!cw_editor_get_pointer (self->editor, &pointer)
      && cw_tool_get_state (cw_editor_get_tool (self->editor)) != CW_TOOL_ACTIVE)
    return;

  design = cw_editor_get_shown_design (self->editor);
  marks = cw_tool_list_marks (cw_editor_get_tool (self->editor));
  keep_one_text (marks, pointer);
  thin_violations (marks, overlay.view.scale);
  for (guint i = 0; i < MIN (marks->len, MOST_MARKS); i++)
    {
      CwFrame one;

      if (!cw_mark_get_frame (&g_array_index (marks, CwMark, i), &overlay, design, &one))
        continue;
      frame = any ? frame_union (frame, one) : one;
      any = TRUE;
    }
  if (any)
    paint_tool_marks (snapshot, &overlay, design, marks, frame);
  paint_pointer (self, snapshot, &overlay);
}
