/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-tool-host.h"

#include <string.h>

#include "widgets/tool/cw-hit.h"

/**
 * cw_tool_settings_equal:
 * @a: settings
 * @b: settings
 *
 * Compares all settings.
 *
 * Returns: whether none differs
 */
gboolean
cw_tool_settings_equal (const CwToolSettings *a, const CwToolSettings *b)
{
  return a->visible_levels == b->visible_levels && a->locked_levels == b->locked_levels
         && a->faded_levels == b->faded_levels && a->active_level == b->active_level
         && a->filter == b->filter && a->grid == b->grid && a->unit == b->unit
         && a->highlight_net == b->highlight_net && a->angle_mode == b->angle_mode
         && a->posture == b->posture && a->behaviour == b->behaviour
         && a->trace_width == b->trace_width && a->click_fixes_all == b->click_fixes_all
         && a->round_corners == b->round_corners && a->corner_radius == b->corner_radius
         && a->via_hole == b->via_hole && a->via_land == b->via_land && a->via_chain == b->via_chain
         && a->via_offset == b->via_offset && a->via_pitch == b->via_pitch
         && a->via_count == b->via_count && a->die_type == b->die_type
         && a->right_click_finishes == b->right_click_finishes
         && a->type_to_enter == b->type_to_enter && a->step == b->step
         && a->marked_level == b->marked_level && a->passive_form == b->passive_form
         && a->bus_kind == b->bus_kind && a->bus_net == b->bus_net
         && a->bus_has_no_net == b->bus_has_no_net && a->bus_width == b->bus_width
         && a->bus_pitch == b->bus_pitch && a->bus_reach == b->bus_reach
         && a->cavity_depth == b->cavity_depth && a->cavity_draft == b->cavity_draft
         && a->cavity_margin == b->cavity_margin && cw_point_equal (a->origin, b->origin)
         && cw_draw_settings_equal (&a->draw, &b->draw)
         && memcmp (a->faint, b->faint, sizeof a->faint) == 0 && a->lasso == b->lasso
         && a->measure_hover == b->measure_hover && a->no_guides == b->no_guides
         && a->snap_active == b->snap_active;
}

/**
 * cw_tool_settings_have_same_levels:
 * @a: a technology
 * @b: another one
 *
 * Tells whether what settings say of levels holds for both.
 *
 * Returns: whether their levels have the same names and kinds
 */
gboolean
cw_tool_settings_have_same_levels (const CwTechnology *a, const CwTechnology *b)
{
  guint n = cw_technology_get_n_levels (a);

  if (a == b)
    return TRUE;
  if (cw_technology_get_n_levels (b) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (strcmp (cw_technology_get_level (a, i)->name, cw_technology_get_level (b, i)->name) != 0
        || cw_technology_get_level (a, i)->kind != cw_technology_get_level (b, i)->kind)
      return FALSE;

  return TRUE;
}

/**
 * cw_tool_settings_init:
 * @self: (out): settings
 * @active_level: the level that is worked on first
 *
 * Sets what a new document begins with.
 */
void
cw_tool_settings_init (CwToolSettings *self, guint8 active_level)
{
  *self = (CwToolSettings){ .visible_levels = G_MAXUINT64,
                            .active_level = active_level,
                            .filter = CW_FILTER_ALL,
                            .grid = CW_UM,
                            .unit = CW_UNIT_UM,
                            .angle_mode = CW_ANGLES_45,
                            .behaviour = CW_BEHAVIOUR_STOP,
                            .type_to_enter = TRUE,
                            .step = CW_STEP_FINISHED,
                            .marked_level = CW_LEVEL_NONE,
                            .cavity_depth = -1,
                            .cavity_draft = -1,
                            .cavity_margin = 50 * CW_UM };
}
