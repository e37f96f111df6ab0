/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "app/cw-window-private.h"

#define MARGIN 0.2         /* of the longer side, around what is framed */
#define LEAST (60 * CW_UM) /* around the nearest points */

static void
run_check (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;

  cw_checker_run (self->checker);
}

/* both items with a margin; closer only the place itself */
static CwBox
get_frame (const CwViolation *violation, const CwDesign *design, gboolean closer)
{
  CwBox place = cw_box_from_points (violation->at[0], violation->at[1]);
  CwBox box = place;

  for (gsize i = 0; !closer && i < G_N_ELEMENTS (violation->items); i++)
    if (cw_design_get_item (design, violation->items[i]) != NULL)
      box = cw_box_union (box, cw_design_get_item_bounds (design, violation->items[i]));
  if (closer || cw_box_is_empty (box))
    return cw_box_grow (place, MAX (4 * violation->needed, LEAST));

  return cw_box_grow (
      box,
      (CwCoord) MIN (MARGIN * MAX ((double) box.max.x - box.min.x, (double) box.max.y - box.min.y),
                     CW_COORD_MAX / 4));
}

/**
 * cw_window_point_out:
 * @self: a window
 * @index: which violation of the last result
 * @closer: whether to frame only its place, and not all of its items
 *
 * Shows a violation: selects its items and frames them.
 */
void
cw_window_point_out (CwWindow *self, gssize index, gboolean closer)
{
  CwCheckResult *result = cw_checker_get_result (self->checker);
  const CwViolation *violation;
  CwDesign *design = cw_editor_get_design (self->editor);
  CwPick picks[2];
  gsize n = 0;

  if (result == NULL || index < 0 || (gsize) index >= cw_check_result_get_n_violations (result))
    return;
  self->violation = index;
  violation = cw_check_result_get_violation (result, (gsize) index);
  for (gsize i = 0; i < G_N_ELEMENTS (violation->items); i++)
    if (cw_id_get_kind (violation->items[i]) >= CW_ITEM_DIE
        && cw_design_get_item (design, violation->items[i]) != NULL)
      {
        gboolean is_die = cw_id_get_kind (violation->items[i]) == CW_ITEM_DIE;

        picks[n++] = (CwPick){ violation->items[i], is_die ? violation->parts[i] : 0 };
      }
  cw_check_panel_select (CW_CHECK_PANEL (self->checks), index);
  cw_selection_change (cw_editor_get_selection (self->editor), CW_SELECT_REPLACE, picks, n);
  cw_canvas_set_violation (CW_CANVAS (self->canvas), index);
  cw_canvas_frame (CW_CANVAS (self->canvas), get_frame (violation, design, closer));
}

/* to the next one that is not waived */
static void
walk (CwWindow *self, int step)
{
  CwCheckResult *result = cw_checker_get_result (self->checker);
  gssize n = result != NULL ? (gssize) cw_check_result_get_n_violations (result) : 0;
  gssize index = self->violation < 0 && step < 0 ? n : self->violation;

  for (gssize i = 0; i < n; i++)
    {
      index = ((index + step) % n + n) % n;
      if (cw_checker_get_waiver (self->checker, (gsize) index) == CW_ID_NONE)
        {
          cw_window_point_out (self, index, TRUE);
          return;
        }
    }
  cw_window_tell (self, n > 0 ? _ ("All violations are waived")
                        : cw_checker_get_state (self->checker) == CW_CHECKER_DONE
                            ? _ ("No violations")
                            : _ ("Not checked yet: F8"));
}

static void
run_next_violation (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  walk (data, 1);
}

static void
run_previous_violation (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  walk (data, -1);
}

static void
run_waive (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-checks", NULL);
  cw_check_panel_waive (CW_CHECK_PANEL (self->checks));
}

static const GActionEntry entries[] = {
  { .name = "check", .activate = run_check },
  { .name = "next-violation", .activate = run_next_violation },
  { .name = "previous-violation", .activate = run_previous_violation },
  { .name = "waive", .activate = run_waive },
};

/**
 * cw_window_add_check_actions:
 * @self: a window
 *
 * Adds the commands of the checker.
 */
void
cw_window_add_check_actions (CwWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * cw_window_update_check_actions:
 * @self: a window
 *
 * Enables what can be done now.
 */
void
cw_window_update_check_actions (CwWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    cw_window_enable (self, entries[i].name, self->editor != NULL);
  cw_window_enable (self, "waive", self->editor != NULL && self->violation >= 0);
}
