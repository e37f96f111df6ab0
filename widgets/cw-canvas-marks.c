/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-canvas-private.h"
#include "widgets/cw-mark-painter.h"
#include "widgets/render/cw-overlay.h"
#include "widgets/tool/cw-cut-lines.h"

#define MOST_OUTLINES 2000 /* of selected items; more are shown as one box */
#define MOST_MARKERS 1000  /* of broken rules in one frame */
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

static gboolean
is_violation_seen (const CwViolation *violation, CwBox seen, guint64 levels)
{
  if (violation->level < CW_MAX_LEVELS && (levels >> violation->level & 1) == 0)
    return FALSE;

  return cw_box_contains (seen, violation->at[0]) || cw_box_contains (seen, violation->at[1]);
}

static void
paint_violations (const CwOverlay *overlay, CwCanvas *self)
{
  CwToolHost *host = cw_editor_get_host (self->editor);
  CwCheckResult *check = cw_tool_host_get_check (host);
  guint64 levels = cw_tool_host_get_settings (host)->visible_levels;
  CwBox seen = cw_plan_view_get_box (&overlay->view, overlay->width, overlay->height, 0);
  CwDesign *design;
  gsize n;
  guint n_shown = 0;

  if (check == NULL)
    return;
  design = cw_check_result_get_design (check);
  n = cw_check_result_get_n_violations (check);
  for (gsize i = 0; i < n && n_shown < MOST_MARKERS; i++)
    {
      const CwViolation *violation = cw_check_result_get_violation (check, i);

      if ((gssize) i == self->violation || !is_violation_seen (violation, seen, levels))
        continue;
      cw_overlay_paint_violation (overlay, violation->at[0], violation->at[1], NULL,
                                  violation->severity == CW_SEVERITY_WARNING);
      n_shown++;
    }
  if (self->violation >= 0 && (gsize) self->violation < n)
    {
      const CwViolation *violation = cw_check_result_get_violation (check, (gsize) self->violation);
      g_autofree char *text = cw_violation_format (violation, design);

      cw_overlay_paint_violation (overlay, violation->at[0], violation->at[1], text,
                                  violation->severity == CW_SEVERITY_WARNING);
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

void
cw_canvas_paint_marks (GtkSnapshot *snapshot, int width, int height, gpointer user_data)
{
  CwCanvas *self = user_data;
  CwOverlay overlay = { NULL, self->theme, self->view, width, height };
  CwToolHost *host;

  if (self->editor == NULL)
    return;
  host = cw_editor_get_host (self->editor);
  overlay.cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  paint_selection (&overlay, self);
  paint_violations (&overlay, self);
  paint_rulers (&overlay, host);
  paint_cut_lines (&overlay, self);
  cw_overlay_paint_scale_bar (overlay.cr, self->theme, self->view.scale,
                              (CwSpot){ 16, height - 14 }, SCALE_BAR_ROOM, NULL);
  cairo_destroy (overlay.cr);
}
