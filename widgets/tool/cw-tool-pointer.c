/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <math.h>

#include "model/base/cw-expression.h"
#include "widgets/tool/cw-tool-private.h"

#define FINE 10 /* a fine grid is a tenth of the grid */

static const struct
{
  const char *name;
  const char *label;
} pin_names[CW_N_PINS] = {
  [CW_PIN_X] = { "x", N_ ("x") },
  [CW_PIN_Y] = { "y", N_ ("y") },
  [CW_PIN_DX] = { "dx", N_ ("Δx") },
  [CW_PIN_DY] = { "dy", N_ ("Δy") },
  [CW_PIN_LENGTH] = { "length", N_ ("Length") },
  [CW_PIN_ANGLE] = { "angle", N_ ("Angle") },
};

static CwPoint
saturate (double x, double y)
{
  return CW_POINT ((CwCoord) CLAMP (lround (x), -CW_COORD_MAX, CW_COORD_MAX),
                   (CwCoord) CLAMP (lround (y), -CW_COORD_MAX, CW_COORD_MAX));
}

static gint64
round_to (gint64 value, CwCoord grid)
{
  if (grid <= 0)
    return value;
  return (value >= 0 ? value + grid / 2 : value - grid / 2) / grid * grid;
}

/* nearest of the eight directions from a point; along it, a multiple of the grid */
CwPoint
cw_tool_constrain (CwPoint from, CwPoint at, CwCoord grid)
{
  gint64 dx = (gint64) at.x - from.x;
  gint64 dy = (gint64) at.y - from.y;
  gint64 ax = ABS (dx);
  gint64 ay = ABS (dy);

  /* tan 22.5° is 0.41421356 */
  if (ay * 100000000 < ax * 41421356)
    dy = 0;
  else if (ax * 100000000 < ay * 41421356)
    dx = 0;
  else
    {
      gint64 along = (ax + ay) / 2;

      dx = dx < 0 ? -along : along;
      dy = dy < 0 ? -along : along;
    }

  return saturate ((double) (from.x + round_to (dx, grid)),
                   (double) (from.y + round_to (dy, grid)));
}

/* nearest of the four directions along the axes; along it, a multiple of the grid */
CwPoint
cw_tool_constrain_axes (CwPoint from, CwPoint at, CwCoord grid)
{
  gint64 dx = (gint64) at.x - from.x;
  gint64 dy = (gint64) at.y - from.y;

  if (ABS (dx) >= ABS (dy))
    dy = 0;
  else
    dx = 0;

  return saturate ((double) (from.x + round_to (dx, grid)),
                   (double) (from.y + round_to (dy, grid)));
}

static CwAngle
get_direction (CwPoint from, CwPoint to)
{
  double angle = atan2 ((double) to.y - from.y, (double) to.x - from.x);

  return cw_angle_normalise (llround (angle * 180 / G_PI * CW_DEGREE));
}

static gint64
get_distance (CwPoint from, CwPoint to)
{
  return llround (sqrt ((double) cw_point_distance_squared (from, to)));
}

static void
apply_polar_pins (CwToolCore *core, CwPoint from)
{
  CwAngle angle = get_direction (from, core->snap.at);
  gint64 length = get_distance (from, core->snap.at);

  if ((core->pinned >> CW_PIN_ANGLE & 1) != 0)
    angle = (CwAngle) core->pins[CW_PIN_ANGLE];
  if ((core->pinned >> CW_PIN_LENGTH & 1) != 0)
    length = core->pins[CW_PIN_LENGTH];
  core->snap.at = saturate (from.x + (double) length * cw_angle_get_cos (angle),
                            from.y + (double) length * cw_angle_get_sin (angle));
}

void
cw_tool_apply_pins (CwTool *self)
{
  CwToolCore *core = cw_tool_get_core (self);
  const CwToolPoint *last = cw_tool_get_last_point (self);
  CwPoint from = last != NULL ? last->at : CW_POINT (0, 0);

  if (core->pinned == 0)
    return;
  if ((core->pinned & (1 << CW_PIN_LENGTH | 1 << CW_PIN_ANGLE)) != 0)
    apply_polar_pins (core, from);
  if ((core->pinned >> CW_PIN_X & 1) != 0)
    core->snap.at.x = (CwCoord) core->pins[CW_PIN_X];
  if ((core->pinned >> CW_PIN_Y & 1) != 0)
    core->snap.at.y = (CwCoord) core->pins[CW_PIN_Y];
  if ((core->pinned >> CW_PIN_DX & 1) != 0)
    core->snap.at.x = saturate ((double) from.x + (double) core->pins[CW_PIN_DX], 0).x;
  if ((core->pinned >> CW_PIN_DY & 1) != 0)
    core->snap.at.y = saturate (0, (double) from.y + (double) core->pins[CW_PIN_DY]).y;
  core->snap.kind = CW_SNAP_NONE;
  core->snap.feature = CW_FEATURE_NONE;
  core->snap.pick = (CwPick){ CW_ID_NONE, 0 };
}

/* the usual way from the raw pointer to the place that the tool takes it for */
void
cw_tool_resolve_pointer (CwTool *self)
{
  CwToolCore *core = cw_tool_get_core (self);
  CwToolClass *klass = CW_TOOL_GET_CLASS (self);
  const CwToolPoint *last = cw_tool_get_last_point (self);
  CwToolHold hold = cw_tool_get_hold (self);
  CwCoord grid = cw_tool_get_settings (self)->grid;
  const GArray *section = cw_tool_host_get_section (core->host);
  CwSnap previous = core->snap;
  CwSnap free = { .kind = CW_SNAP_NONE, .at = core->raw, .level = CW_LEVEL_NONE };

  core->snap = free;
  if (hold == CW_HOLD_CONSTRAIN && last != NULL)
    core->snap.at = cw_tool_constrain (last->at, core->raw, grid);
  else if (hold == CW_HOLD_AXES && last != NULL)
    core->snap.at = cw_tool_constrain_axes (last->at, core->raw, grid);
  else if (hold != CW_HOLD_FREE)
    {
      CwSnapQuery query = { .hit = cw_tool_get_hit_query (self),
                            .at = core->raw,
                            .pixel = core->pixel,
                            .grid = hold == CW_HOLD_FINE ? MAX (grid / FINE, 1) : grid,
                            .any_net = TRUE,
                            .points = (const CwPoint *) section->data,
                            .n_points = section->len,
                            .previous = &previous };

      if (cw_tool_get_settings (self)->snap_active)
        query.hit.levels &= (guint64) 1 << query.hit.active_level;
      if (klass->prepare_snap != NULL)
        klass->prepare_snap (self, &query);
      cw_snap_find (&query, &core->snap);
    }
  cw_tool_apply_pins (self);
}

gboolean
cw_tool_parse_length (CwTool *self, const char *text, gint64 old, CwCoord *value, GError **error)
{
  const CwToolSettings *settings = cw_tool_get_settings (self);
  CwToolClass *klass = CW_TOOL_GET_CLASS (self);
  CwVariable variables[]
      = { { "grid", settings->grid }, { "w", settings->trace_width }, { "pitch" } };
  gsize n = 2;

  if (klass->get_names != NULL)
    klass->get_names (self, &variables[1].value, &variables[2].value);
  if (variables[2].value > 0)
    n = 3;

  return cw_expression_evaluate (text, settings->unit,
                                 (CwCoord) CLAMP (old, -CW_COORD_MAX, CW_COORD_MAX), variables, n,
                                 value, NULL, error);
}

/* whether there is nothing but numbers and signs */
static gboolean
is_plain (const char *text)
{
  return strspn (text, " 0123456789.,+-*/=|()") == strlen (text);
}

/* an angle in degrees, or an expression of such: a degree has as many millionths as a millimetre nanometres */
gboolean
cw_tool_evaluate_angle (const char *text, CwAngle old, CwAngle *angle, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "°", -1);
  g_autofree char *plain = g_strjoinv ("", parts);
  CwCoord value;

  if (cw_angle_parse (text, angle, NULL))
    return TRUE;
  if (!is_plain (plain)
      || !cw_expression_evaluate (plain, CW_UNIT_MM, old, NULL, 0, &value, NULL, NULL))
    return cw_angle_parse (text, angle, error);
  if (ABS ((gint64) value) > CW_ANGLE_FULL)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "\"%s\" is beyond 360°", text);
      return FALSE;
    }
  *angle = value;

  return TRUE;
}

/* a number of things, or an expression of such: a thing counts as a nanometre */
gboolean
cw_tool_evaluate_count (const char *text, guint old, guint *count, GError **error)
{
  CwCoord value;

  if (!is_plain (text)
      || !cw_expression_evaluate (text, CW_UNIT_NM, (CwCoord) MIN (old, CW_COORD_MAX), NULL, 0,
                                  &value, NULL, NULL)
      || value < 0)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_SYNTAX, "\"%s\" is not a number of things",
                   text);
      return FALSE;
    }
  *count = (guint) value;

  return TRUE;
}

static gint64
get_pin_value (CwTool *self, CwToolPin pin)
{
  CwToolCore *core = cw_tool_get_core (self);
  const CwToolPoint *last = cw_tool_get_last_point (self);
  CwPoint at = core->snap.at;
  CwPoint from = last != NULL ? last->at : at;

  /* what was typed is shown as typed, not as the grid of coordinates makes it */
  if ((core->pinned >> pin & 1) != 0)
    return core->pins[pin];

  switch (pin)
    {
    case CW_PIN_X:
      return at.x;

    case CW_PIN_Y:
      return at.y;

    case CW_PIN_DX:
      return (gint64) at.x - from.x;

    case CW_PIN_DY:
      return (gint64) at.y - from.y;

    case CW_PIN_LENGTH:
      return get_distance (from, at);

    case CW_PIN_ANGLE:
      return get_direction (from, at);

    case CW_N_PINS:
    default:
      return 0;
    }
}

/* before there is a point there is nothing to be at a distance from: the place itself is asked for */
const char *const *
cw_tool_list_pins (CwTool *self)
{
  static const char *const place[] = { "x", "y", NULL };
  CwToolCore *core = cw_tool_get_core (self);
  const char *const *fields = CW_TOOL_GET_CLASS (self)->fields;

  return fields != NULL && core->state == CW_TOOL_ARMED && core->points->len == 0 ? place : fields;
}

static CwToolPin
find_pin (CwTool *self, const char *name)
{
  const char *const *fields = cw_tool_list_pins (self);

  if (fields == NULL || !g_strv_contains (fields, name))
    return CW_N_PINS;
  for (guint i = 0; i < CW_N_PINS; i++)
    if (strcmp (pin_names[i].name, name) == 0)
      return (CwToolPin) i;

  return CW_N_PINS;
}

/* a number that holds the pointer; nothing typed lets it go */
gboolean
cw_tool_pin (CwTool *self, const char *name, const char *text, GError **error)
{
  CwToolCore *core = cw_tool_get_core (self);
  CwToolPin pin = find_pin (self, name);
  CwCoord length;
  CwAngle angle;

  if (pin == CW_N_PINS)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no field \"%s\"",
                   name);
      return FALSE;
    }
  if (*text == '\0')
    {
      core->pinned &= ~(1u << pin);
      return TRUE;
    }
  if (pin == CW_PIN_ANGLE)
    {
      if (!cw_tool_evaluate_angle (text, (CwAngle) get_pin_value (self, pin), &angle, error))
        return FALSE;
      core->pins[pin] = angle;
    }
  else
    {
      if (!cw_tool_parse_length (self, text, get_pin_value (self, pin), &length, error))
        return FALSE;
      core->pins[pin] = length;
    }
  core->pinned |= 1u << pin;

  return TRUE;
}

void
cw_tool_add_length_field (CwTool *self, GArray *fields, const char *name, const char *label,
                          gint64 value)
{
  CwUnit unit = cw_tool_get_settings (self)->unit;
  CwToolField field = { name, label, cw_length_format (value, unit), cw_unit_get_symbol (unit) };

  g_array_append_val (fields, field);
}

void
cw_tool_add_pin_field (CwTool *self, GArray *fields, const char *name)
{
  CwToolPin pin = find_pin (self, name);

  g_return_if_fail (pin != CW_N_PINS);

  if (pin == CW_PIN_ANGLE)
    {
      CwToolField field = { pin_names[pin].name, _ (pin_names[pin].label),
                            cw_angle_format ((CwAngle) get_pin_value (self, pin)), "°" };

      g_array_append_val (fields, field);
      return;
    }
  cw_tool_add_length_field (self, fields, pin_names[pin].name, _ (pin_names[pin].label),
                            get_pin_value (self, pin));
}
