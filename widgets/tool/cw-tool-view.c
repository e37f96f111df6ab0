/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-legs.h"
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

/* to the pointer: the one that the canvas says in words */
static const CwViolation *
find_nearest (const CwToolCore *core, const GArray *broken)
{
  const CwViolation *nearest = &g_array_index (broken, CwViolation, 0);

  for (guint i = 1; i < broken->len; i++)
    {
      const CwViolation *violation = &g_array_index (broken, CwViolation, i);

      if (cw_point_distance_squared (violation->at[0], core->raw)
          < cw_point_distance_squared (nearest->at[0], core->raw))
        nearest = violation;
    }

  return nearest;
}

/**
 * cw_tool_dup_live_text:
 * @self: a tool
 *
 * Gets what is wrong with the ghost, in the words that are shown beside it.
 *
 * Returns: (transfer full) (nullable): the words, %NULL when nothing is
 */
char *
cw_tool_dup_live_text (CwTool *self)
{
  CwToolCore *core;
  const GArray *broken;
  g_autofree char *text = NULL;

  g_return_val_if_fail (CW_IS_TOOL (self), NULL);

  core = cw_tool_get_core (self);
  if (core->message != NULL)
    return g_strdup (core->message);
  if (core->live.status == CW_LIVE_CHECKING)
    return g_strdup (_ ("checking…"));
  broken = core->live.violations->len > 0 ? core->live.violations : core->live.blocked;
  if (broken->len == 0)
    return NULL;
  text = cw_live_check_dup_text (find_nearest (core, broken),
                                 core->preview != NULL ? core->preview : core->base,
                                 cw_tool_get_settings (self)->unit);
  if (broken->len == 1)
    return g_steal_pointer (&text);

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s, and %u more", "%s, and %u more", broken->len - 1), text,
      broken->len - 1);
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

static gboolean
is_ghost (const CwToolCore *core, CwId item)
{
  for (gsize i = 0; i < core->diff->n_items; i++)
    if (core->diff->items[i] == item)
      return TRUE;

  return FALSE;
}

/* of what was avoided the ghost is no part: only what it would have met is shown */
static void
paint_violations (CwToolCore *core, GArray *violations, CwUnit unit, GArray *overlay)
{
  /* more would only hide the design; the list has them all */
  for (guint i = 0; i < MIN (violations->len, MAX_VIOLATIONS); i++)
    {
      const CwViolation *violation = &g_array_index (violations, CwViolation, i);
      CwMarkTone tone = violation->severity == CW_SEVERITY_ERROR ? CW_MARK_ERROR : CW_MARK_WARNING;
      CwMark *mark;

      for (guint j = 0; j < G_N_ELEMENTS (violation->items); j++)
        if (cw_design_count_shapes (core->preview, violation->items[j]) > 0
            && (violations == core->live.violations || !is_ghost (core, violation->items[j])))
          {
            gboolean is_die = cw_id_get_kind (violation->items[j]) == CW_ITEM_DIE;

            mark = cw_marks_add_pick (
                overlay, CW_MARK_ITEM,
                (CwPick){ violation->items[j], is_die ? violation->parts[j] : 0 });
            mark->tone = tone;
          }
      mark = cw_marks_add (overlay, CW_MARK_DIMENSION, violation->at[0], violation->at[1]);
      mark->tone = tone;
      mark->text = cw_live_check_dup_text (violation, core->preview, unit);
    }
}

static void
paint_badge (CwToolCore *core, GArray *overlay)
{
  CwMark *mark;

  if (core->message == NULL && core->live.status == CW_LIVE_NONE)
    return;
  if (core->stopped)
    {
      /* the ghost is legal where it ends, the pointer is not */
      mark = cw_marks_add (overlay, CW_MARK_BADGE, core->raw, core->raw);
      mark->tone = CW_MARK_ERROR;
      mark->text = g_strdup_printf ("%u", MAX (core->live.blocked->len, 1));
      return;
    }
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

/* the way from where the ghost stopped to the pointer */
static void
paint_rest (CwTool *self, GArray *overlay)
{
  CwToolCore *core = cw_tool_get_core (self);
  const CwToolSettings *settings = cw_tool_get_settings (self);
  const CwToolPoint *last = cw_tool_get_last_point (self);
  CwCoord width = last != NULL ? last->width : 0;
  CwPoint from = core->snap.at;
  CwLeg legs[2];
  guint n = cw_legs_make (from, core->raw, width > 0 ? settings->angle_mode : CW_ANGLES_ANY,
                          settings->posture, legs);

  for (guint i = 0; i < n; i++)
    {
      CwMark *mark = cw_marks_add (overlay, CW_MARK_LINE, from, legs[i].to);

      mark->style = CW_MARK_HATCHED;
      mark->tone = CW_MARK_ERROR;
      mark->width = width;
      mark->sweep = legs[i].sweep;
      from = legs[i].to;
    }
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
  CwUnit unit;

  g_return_val_if_fail (CW_IS_TOOL (self), NULL);

  core = cw_tool_get_core (self);
  klass = CW_TOOL_GET_CLASS (self);
  unit = cw_tool_get_settings (self)->unit;
  overlay = cw_marks_new ();
  if (core->preview != NULL)
    {
      paint_ghosts (core, overlay);
      paint_violations (core, core->live.violations, unit, overlay);
      paint_violations (core, core->live.blocked, unit, overlay);
    }
  if (klass->paint != NULL)
    klass->paint (self, overlay);
  if (core->stopped)
    paint_rest (self, overlay);
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
