/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-tool-private.h"

#define MAX_VIOLATIONS 20
#define MAX_HALOS 200

/**
 * cw_tool_get_info:
 * @self: a tool
 *
 * Gets what the toolbar shows of the tool.
 *
 * Returns: (transfer none): its name and texts
 */
const CwToolInfo *
cw_tool_get_info (CwTool *self)
{
  g_return_val_if_fail (CW_IS_TOOL (self), NULL);

  return CW_TOOL_GET_CLASS (self)->info;
}

/**
 * cw_tool_get_host:
 * @self: a tool
 *
 * Gets what the tool works with.
 *
 * Returns: (transfer none): the host
 */
CwToolHost *
cw_tool_get_host (CwTool *self)
{
  g_return_val_if_fail (CW_IS_TOOL (self), NULL);

  return cw_tool_get_core (self)->host;
}

/**
 * cw_tool_get_state:
 * @self: a tool
 *
 * Gets the state of the machine.
 *
 * Returns: the state
 */
CwToolState
cw_tool_get_state (CwTool *self)
{
  g_return_val_if_fail (CW_IS_TOOL (self), CW_TOOL_IDLE);

  return cw_tool_get_core (self)->state;
}

/**
 * cw_tool_get_n_points:
 * @self: a tool
 *
 * Counts the points that are fixed.
 *
 * Returns: how many
 */
guint
cw_tool_get_n_points (CwTool *self)
{
  g_return_val_if_fail (CW_IS_TOOL (self), 0);

  return cw_tool_get_core (self)->points->len;
}

/**
 * cw_tool_get_preview:
 * @self: a tool
 *
 * Gets the design to show in place of the current one.
 *
 * Returns: (transfer none) (nullable): the preview, %NULL when the current design is to be shown;
 *   good until the next event
 */
CwDesign *
cw_tool_get_preview (CwTool *self)
{
  g_return_val_if_fail (CW_IS_TOOL (self), NULL);

  return cw_tool_get_core (self)->preview;
}

/**
 * cw_tool_get_snap:
 * @self: a tool
 *
 * Gets where the tool takes the pointer to be, and why.
 *
 * Returns: (transfer none): what the pointer snapped to
 */
const CwSnap *
cw_tool_get_snap (CwTool *self)
{
  g_return_val_if_fail (CW_IS_TOOL (self), NULL);

  return &cw_tool_get_core (self)->snap;
}

/**
 * cw_tool_get_live_check:
 * @self: a tool
 *
 * Gets what the checker says of the preview.
 *
 * Returns: (transfer none): status and violations
 */
const CwLiveCheck *
cw_tool_get_live_check (CwTool *self)
{
  g_return_val_if_fail (CW_IS_TOOL (self), NULL);

  return &cw_tool_get_core (self)->live;
}

/**
 * cw_tool_get_message:
 * @self: a tool
 *
 * Gets why a click would be refused here.
 *
 * Returns: (transfer none) (nullable): the reason, %NULL when it would not
 */
const char *
cw_tool_get_message (CwTool *self)
{
  g_return_val_if_fail (CW_IS_TOOL (self), NULL);

  return cw_tool_get_core (self)->message;
}

static CwMarkTone
get_tone (CwLiveStatus status)
{
  switch (status)
    {
    case CW_LIVE_LEGAL:
      return CW_MARK_GOOD;

    case CW_LIVE_WARNING:
      return CW_MARK_WARNING;

    case CW_LIVE_ERROR:
      return CW_MARK_ERROR;

    case CW_LIVE_NONE:
    case CW_LIVE_CHECKING:
    default:
      return CW_MARK_NORMAL;
    }
}

/* every item and shape of the preview that the base does not have alike */
static void
paint_ghosts (CwToolCore *core, GArray *overlay)
{
  CwTechnology *technology = cw_design_get_technology (core->base);

  for (gsize i = 0; i < core->diff->n_items; i++)
    {
      CwPick pick = { core->diff->items[i], 0 };
      CwMark *mark;
      CwCoord halo;
      CwShape shape;

      if (cw_design_count_shapes (core->preview, pick.item) == 0)
        continue;
      mark = cw_marks_add_pick (overlay, CW_MARK_GHOST, pick);
      mark->tone = get_tone (core->live.status);
      cw_design_get_shape (core->preview, pick.item, 0, &shape);
      halo = cw_technology_get_limit (technology, CW_RULE_CLEARANCE, shape.level);
      cw_shape_clear (&shape);
      if (halo > 0 && i < MAX_HALOS && cw_id_get_kind (pick.item) != CW_ITEM_DIE)
        {
          mark = cw_marks_add_pick (overlay, CW_MARK_HALO, pick);
          mark->width = halo;
          mark->style = CW_MARK_DASHED;
        }
    }
}

static void
paint_violations (CwToolCore *core, GArray *violations, GArray *overlay)
{
  /* more would only hide the design; the list has them all */
  for (guint i = 0; i < MIN (violations->len, MAX_VIOLATIONS); i++)
    {
      const CwViolation *violation = &g_array_index (violations, CwViolation, i);
      CwMarkTone tone = violation->severity == CW_SEVERITY_ERROR ? CW_MARK_ERROR : CW_MARK_WARNING;
      CwMark *mark;

      for (guint j = 0; j < G_N_ELEMENTS (violation->items); j++)
        if (cw_design_count_shapes (core->preview, violation->items[j]) > 0)
          {
            gboolean is_die = cw_id_get_kind (violation->items[j]) == CW_ITEM_DIE;

            mark = cw_marks_add_pick (
                overlay, CW_MARK_ITEM,
                (CwPick){ violation->items[j], is_die ? violation->parts[j] : 0 });
            mark->tone = tone;
          }
      mark = cw_marks_add (overlay, CW_MARK_DIMENSION, violation->at[0], violation->at[1]);
      mark->tone = tone;
      mark->text = cw_violation_format (violation, core->preview);
    }
}

static void
paint_badge (CwToolCore *core, GArray *overlay)
{
  CwMark *mark;

  if (core->message == NULL && core->live.status == CW_LIVE_NONE)
    return;
  mark = cw_marks_add (overlay, CW_MARK_BADGE, core->snap.at, core->snap.at);
  mark->tone = get_tone (core->live.status);
  if (core->message != NULL)
    {
      mark->tone = CW_MARK_ERROR;
      mark->text = g_strdup (core->message);
    }
  else if (core->live.status == CW_LIVE_CHECKING)
    mark->text = g_strdup (_ ("checking…"));
  else if (core->live.violations->len > 0)
    mark->text = g_strdup_printf ("%u", core->live.violations->len);
}

static void
paint_snap (CwToolCore *core, GArray *overlay)
{
  CwMark *mark;

  if (core->snap.kind == CW_SNAP_NONE)
    return;
  mark = cw_marks_add (overlay, CW_MARK_MARKER, core->snap.at, core->snap.at);
  if (core->snap.kind != CW_SNAP_GRID)
    mark->text = cw_snap_dup_name (&core->snap, core->base);
}

/**
 * cw_tool_list_marks:
 * @self: a tool
 *
 * Lists what is to be drawn above the design: ghosts, broken rules, what the pointer
 * snapped to, and the tool's own marks.
 *
 * Returns: (transfer full) (element-type CwMark): the marks in the order to paint them
 */
GArray *
cw_tool_list_marks (CwTool *self)
{
  CwToolCore *core;
  CwToolClass *klass;
  GArray *overlay;

  g_return_val_if_fail (CW_IS_TOOL (self), NULL);

  core = cw_tool_get_core (self);
  klass = CW_TOOL_GET_CLASS (self);
  overlay = cw_marks_new ();
  if (core->preview != NULL)
    {
      paint_ghosts (core, overlay);
      paint_violations (core, core->live.violations, overlay);
      paint_violations (core, core->live.blocked, overlay);
    }
  if (klass->paint != NULL)
    klass->paint (self, overlay);
  if (core->stopped)
    {
      CwMark *mark = cw_marks_add (overlay, CW_MARK_LINE, core->snap.at, core->raw);

      mark->style = CW_MARK_HATCHED;
      mark->tone = CW_MARK_ERROR;
    }
  if (core->state != CW_TOOL_IDLE)
    {
      paint_snap (core, overlay);
      paint_badge (core, overlay);
    }

  return overlay;
}

static void
clear_field (gpointer data)
{
  g_free (((CwToolField *) data)->text);
}

/**
 * cw_tool_list_fields:
 * @self: a tool
 *
 * Lists the numbers that can be typed now.
 *
 * Returns: (transfer full) (element-type CwToolField): the fields of the HUD, none while nothing is in hand
 */
GArray *
cw_tool_list_fields (CwTool *self)
{
  CwToolClass *klass;
  const char *const *pins;
  GArray *fields;

  g_return_val_if_fail (CW_IS_TOOL (self), NULL);

  klass = CW_TOOL_GET_CLASS (self);
  fields = g_array_new (FALSE, FALSE, sizeof (CwToolField));
  g_array_set_clear_func (fields, clear_field);
  if (cw_tool_get_state (self) == CW_TOOL_IDLE)
    return fields;
  if (klass->add_fields != NULL && klass->own_fields_first)
    klass->add_fields (self, fields);
  pins = cw_tool_list_pins (self);
  for (guint i = 0; pins != NULL && pins[i] != NULL; i++)
    cw_tool_add_pin_field (self, fields, pins[i]);
  if (klass->add_fields != NULL && !klass->own_fields_first)
    klass->add_fields (self, fields);

  return fields;
}

/**
 * cw_tool_set_field:
 * @self: a tool
 * @name: name of a field
 * @text: what was typed: a number with or without unit, or an expression; empty to let go
 * @error: return location for an error
 *
 * Sets a number of the HUD. A place, a length or an angle holds the pointer until the next point.
 *
 * Returns: whether the text was a number; otherwise @error is set and nothing changed
 */
gboolean
cw_tool_set_field (CwTool *self, const char *name, const char *text, GError **error)
{
  CwToolCore *core;
  CwToolClass *klass;
  const char *const *pins;

  g_return_val_if_fail (CW_IS_TOOL (self) && name != NULL && text != NULL, FALSE);

  core = cw_tool_get_core (self);
  klass = CW_TOOL_GET_CLASS (self);
  pins = cw_tool_list_pins (self);
  if (pins != NULL && g_strv_contains (pins, name))
    {
      if (!cw_tool_pin (self, name, text, error))
        return FALSE;
    }
  else if (klass->set_field == NULL)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no field \"%s\"",
                   name);
      return FALSE;
    }
  else if (!klass->set_field (self, name, text, error))
    return FALSE;
  cw_tool_move_to (self, core->raw, core->modifiers);
  cw_tool_refresh (self);

  return TRUE;
}

/**
 * cw_tool_take_dropped:
 * @self: a tool that another one interrupted
 *
 * Takes what the tool had to drop for another tool, so that one undo can bring it back.
 *
 * Returns: (transfer full) (nullable): the points for cw_tool_resume (), %NULL when nothing was dropped
 */
GArray *
cw_tool_take_dropped (CwTool *self)
{
  g_return_val_if_fail (CW_IS_TOOL (self), NULL);

  return g_steal_pointer (&cw_tool_get_core (self)->dropped);
}

/**
 * cw_tool_resume:
 * @self: a tool of the same kind, with nothing in progress
 * @points: (transfer none): what cw_tool_take_dropped () gave, while the design is still the same
 *
 * Goes on with what was dropped.
 */
void
cw_tool_resume (CwTool *self, GArray *points)
{
  CwToolCore *core;

  g_return_if_fail (CW_IS_TOOL (self) && points != NULL);

  core = cw_tool_get_core (self);
  g_return_if_fail (core->points->len == 0);

  if (points->len == 0)
    return;
  g_array_append_vals (core->points, points->data, points->len);
  core->state = CW_TOOL_ACTIVE;
  cw_tool_move_to (self, core->raw, core->modifiers);
  cw_tool_refresh (self);
}
