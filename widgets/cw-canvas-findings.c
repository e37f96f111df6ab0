/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "widgets/cw-canvas-private.h"
#include "widgets/render/cw-marker-cluster.h"

#define CELL 44.0          /* markers nearer than about this fall together [px] */
#define MOST_AIRWIRES 2000 /* in one frame */

/* Marks of broken rules fall together where they would cover each other; nets that are still
 * open are thin lines. Both are worked out when what they depend on changes, not in each frame. */

static gboolean
is_level_seen (const CwViolation *violation, guint64 levels)
{
  return violation->level >= CW_MAX_LEVELS || (levels >> violation->level & 1) != 0;
}

/* squares that double: zooming a little leaves them as they are */
static gint64
pick_cell (double scale)
{
  return (gint64) exp2 (ceil (log2 (MAX (CELL / scale, 1))));
}

static GHashTable *
list_selected_nets (CwCanvas *self)
{
  CwSelection *selection = cw_editor_get_selection (self->editor);
  CwDesign *design = cw_editor_get_design (self->editor);
  GHashTable *nets = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < cw_selection_get_n (selection); i++)
    {
      CwPick pick = cw_selection_get (selection, i);
      const CwDie *die = cw_design_get_die (design, pick.item);

      if (die == NULL)
        g_hash_table_add (nets, GUINT_TO_POINTER (cw_design_get_item_net (design, pick.item)));
      for (guint j = 0; die != NULL && die->nets != NULL && j < die->nets->n_nets; j++)
        if (pick.part == 0 || pick.part == j + 1)
          g_hash_table_add (nets, GUINT_TO_POINTER (die->nets->nets[j]));
    }

  return nets;
}

static void
list_airwires (CwCanvas *self, CwCheckResult *check)
{
  CwId highlight = cw_tool_host_get_settings (cw_editor_get_host (self->editor))->highlight_net;
  g_autoptr (GHashTable) nets
      = self->airwires == CW_AIRWIRES_SELECTED ? list_selected_nets (self) : NULL;
  gsize n = self->airwires != CW_AIRWIRES_NONE ? cw_check_result_get_n_violations (check) : 0;

  g_array_set_size (self->airwire_ends, 0);
  for (gsize i = 0; i < n; i++)
    {
      const CwViolation *violation = cw_check_result_get_violation (check, i);
      CwId net = violation->nets[0];

      if (violation->kind != CW_RULE_OPEN
          || (nets != NULL && !g_hash_table_contains (nets, GUINT_TO_POINTER (net)))
          || (highlight != CW_ID_NONE && highlight != net))
        continue;
      g_array_append_vals (self->airwire_ends, violation->at, 2);
    }
}

static void
list_clusters (CwCanvas *self, CwCheckResult *check, guint64 levels, gint64 cell)
{
  const CwWaivers *waivers = cw_tool_host_get_waivers (cw_editor_get_host (self->editor));
  g_autoptr (GArray) markers = g_array_new (FALSE, FALSE, sizeof (CwMarker));

  g_array_set_size (self->marked, 0);
  for (gsize i = 0; i < cw_check_result_get_n_violations (check); i++)
    {
      const CwViolation *violation = cw_check_result_get_violation (check, i);
      CwMarker marker = { .is_warning = violation->severity == CW_SEVERITY_WARNING };

      if (violation->kind == CW_RULE_OPEN || (gssize) i == self->violation
          || !is_level_seen (violation, levels)
          || cw_waivers_find (waivers, violation) != CW_ID_NONE)
        continue;
      marker.at = CW_POINT ((CwCoord) (((gint64) violation->at[0].x + violation->at[1].x) / 2),
                            (CwCoord) (((gint64) violation->at[0].y + violation->at[1].y) / 2));
      g_array_append_val (markers, marker);
      g_array_append_val (self->marked, i);
    }
  g_clear_pointer (&self->clusters, g_array_unref);
  self->clusters
      = cw_marker_cluster_list ((const CwMarker *) (gpointer) markers->data, markers->len, cell);
}

static gboolean
is_seen (CwPoint a, CwPoint b, CwBox seen)
{
  return cw_box_contains (seen, a) || cw_box_contains (seen, b);
}

static void
paint_clusters (CwCanvas *self, const CwOverlay *overlay, CwCheckResult *check)
{
  CwBox seen = cw_plan_view_get_box (&overlay->view, overlay->width, overlay->height, 12);

  for (guint i = 0; i < self->clusters->len; i++)
    {
      const CwMarkerCluster *cluster = &g_array_index (self->clusters, CwMarkerCluster, i);
      const CwViolation *violation = cw_check_result_get_violation (
          check, g_array_index (self->marked, gsize, cluster->first));

      if (cluster->n > 1)
        {
          if (cw_box_contains (seen, cluster->at))
            cw_overlay_paint_cluster (overlay, cluster->at, cluster->n, cluster->n_errors == 0);
        }
      else if (is_seen (violation->at[0], violation->at[1], seen))
        cw_overlay_paint_violation (overlay, violation->at[0], violation->at[1], NULL,
                                    violation->severity == CW_SEVERITY_WARNING);
    }
}

/* what the lists were made of; they are made anew when that is another */
static gboolean
update_key (CwCanvas *self, CwCheckResult *check, guint64 levels, gint64 cell)
{
  if (!self->findings_stale && self->found_in == check && self->found_levels == levels
      && self->found_cell == cell && self->found_but == self->violation)
    return FALSE;
  if (check != NULL)
    cw_check_result_ref (check);
  g_clear_pointer (&self->found_in, cw_check_result_unref);
  self->found_in = check;
  self->found_levels = levels;
  self->found_cell = cell;
  self->found_but = self->violation;
  self->findings_stale = FALSE;

  return TRUE;
}

void
cw_canvas_paint_findings (CwCanvas *self, const CwOverlay *overlay)
{
  CwToolHost *host = cw_editor_get_host (self->editor);
  CwCheckResult *check = cw_tool_host_get_check (host);
  guint64 levels = cw_tool_host_get_settings (host)->visible_levels;
  gint64 cell = pick_cell (overlay->view.scale);

  if (check == NULL)
    return;
  if (update_key (self, check, levels, cell))
    {
      list_airwires (self, check);
      list_clusters (self, check, levels, cell);
    }
  cw_overlay_paint_airwires (overlay, (const CwPoint *) (gpointer) self->airwire_ends->data,
                             self->airwire_ends->len, MOST_AIRWIRES);
  paint_clusters (self, overlay, check);
  if (self->violation >= 0 && (gsize) self->violation < cw_check_result_get_n_violations (check))
    {
      const CwViolation *violation = cw_check_result_get_violation (check, (gsize) self->violation);
      g_autofree char *text = cw_violation_format (violation, cw_check_result_get_design (check));

      cw_overlay_paint_violation (overlay, violation->at[0], violation->at[1], text,
                                  violation->severity == CW_SEVERITY_WARNING);
    }
}

/* the selection or the highlighted net is another, or another kind of airwires is wanted */
void
cw_canvas_forget_findings (CwCanvas *self)
{
  self->findings_stale = TRUE;
}
