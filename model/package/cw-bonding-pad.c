/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-bonding-pad.h"

#include <math.h>
#include <string.h>

#include "model/package/cw-names.h"
#include "model/package/cw-validate.h"

static const char *const ball_kinds[] = { "solder-ball", "bump", "pin" };

G_STATIC_ASSERT (G_N_ELEMENTS (ball_kinds) == CW_N_BALL_KINDS);

static void
bonding_pad_hold (gpointer item)
{
  CwBondingPad *pad = item;

  pad->name = pad->name != NULL ? g_ref_string_acquire (pad->name) : g_ref_string_new_intern ("");
}

static void
bonding_pad_drop (gpointer item)
{
  CwBondingPad *pad = item;

  g_clear_pointer (&pad->name, g_ref_string_release);
}

/* what is not there has no form */
static gboolean
form_equal (const CwPadForm *a, const CwPadForm *b)
{
  if (a->width == 0 && b->width == 0)
    return TRUE;

  return a->kind == b->kind && a->width == b->width && a->height == b->height;
}

static gboolean
ball_equal (const CwBall *a, const CwBall *b)
{
  return a->diameter == b->diameter && (a->diameter == 0 || a->kind == b->kind);
}

static gboolean
bonding_pad_equal (gconstpointer a, gconstpointer b)
{
  const CwBondingPad *one = a;
  const CwBondingPad *other = b;

  return g_strcmp0 (one->name, other->name) == 0 && cw_point_equal (one->at, other->at)
         && one->angle == other->angle && form_equal (&one->land, &other->land)
         && form_equal (&one->opening, &other->opening) && form_equal (&one->ubm, &other->ubm)
         && ball_equal (&one->ball, &other->ball) && one->net == other->net
         && one->level == other->level && one->flags == other->flags;
}

static CwTransform
get_transform (const CwBondingPad *pad)
{
  return (CwTransform){ pad->at, pad->angle, FALSE };
}

static gboolean
validate_level_above (const CwBondingPad *pad, const CwTechnology *technology, CwLevelKind kind,
                      GError **error)
{
  if (cw_technology_find_level_above (technology, pad->level, kind) != CW_LEVEL_NONE)
    return TRUE;

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
               "bonding pad \"%s\" has no %s level above it", pad->name != NULL ? pad->name : "",
               cw_level_kind_get_name (kind));
  return FALSE;
}

static gboolean
validate_opening (const CwBondingPad *pad, const CwTechnology *technology, GError **error)
{
  if (pad->opening.width == 0 && pad->opening.height == 0)
    return cw_validate_number ("opening form", pad->opening.kind, CW_N_PAD_FORM_KINDS - 1, error);

  return cw_pad_form_validate (&pad->opening, "opening", error)
         && validate_level_above (pad, technology, CW_LEVEL_PASSIVATION, error);
}

static gboolean
validate_ubm (const CwBondingPad *pad, const CwTechnology *technology, GError **error)
{
  if (pad->ubm.width == 0 && pad->ubm.height == 0)
    return cw_validate_number ("under-bump metal form", pad->ubm.kind, CW_N_PAD_FORM_KINDS - 1,
                               error);

  return cw_pad_form_validate (&pad->ubm, "under-bump metal", error)
         && validate_level_above (pad, technology, CW_LEVEL_UBM, error);
}

static gboolean
validate_ball (const CwBondingPad *pad, const CwTechnology *technology, GError **error)
{
  if (!cw_validate_number ("ball kind", pad->ball.kind, CW_N_BALL_KINDS - 1, error))
    return FALSE;
  if (pad->ball.diameter == 0)
    return TRUE;

  return cw_validate_length ("ball diameter", pad->ball.diameter,
                             MAX (1, MAX (pad->opening.width, pad->opening.height)), CW_WIDTH_MAX,
                             error)
         && validate_level_above (pad, technology, CW_LEVEL_BALL, error);
}

static gboolean
bonding_pad_validate (gconstpointer item, const CwItemContext *context, GError **error)
{
  const CwBondingPad *pad = item;
  CwTransform transform;
  CwCoord width;
  CwCoord height;

  if (!cw_validate_string ("bonding pad name", pad->name, CW_NAME_MAX, TRUE, error)
      || !cw_validate_point ("bonding pad position", pad->at, error)
      || !cw_validate_angle ("bonding pad angle", pad->angle, error)
      || !cw_validate_net ("bonding pad", pad->net, error)
      || !cw_validate_level ("bonding pad level", context->technology, pad->level, CW_LEVEL_WIRING,
                             error)
      || !cw_validate_number ("bonding pad flags", pad->flags, CW_ITEM_LOCKED, error)
      || !cw_pad_form_validate (&pad->land, "land", error)
      || !validate_opening (pad, context->technology, error)
      || !validate_ubm (pad, context->technology, error)
      || !validate_ball (pad, context->technology, error))
    return FALSE;

  transform = get_transform (pad);
  width = MAX (MAX (pad->land.width, pad->opening.width), pad->ubm.width);
  height = MAX (MAX (pad->land.height, pad->opening.height), pad->ubm.height);
  width = MAX (width, pad->ball.diameter) / 2 + 1;
  height = MAX (height, pad->ball.diameter) / 2 + 1;
  return cw_validate_bounds ("bonding pad", &transform, CW_BOX (-width, -height, width, height),
                             error);
}

static guint32
bonding_pad_count_shapes (gconstpointer item, const CwItemContext *context)
{
  const CwBondingPad *pad = item;

  return 1 + (pad->opening.width > 0) + (pad->ball.diameter > 0) + (pad->ubm.width > 0);
}

static void
bonding_pad_get_shape (gconstpointer item, const CwItemContext *context, guint32 part,
                       CwShape *shape)
{
  const CwBondingPad *pad = item;
  CwTransform transform = get_transform (pad);

  *shape = (CwShape){ .net = pad->net, .part = part };

  if (part == 0)
    {
      shape->role = CW_ROLE_BONDING_PAD;
      shape->level = pad->level;
      cw_pad_form_get_shape (&pad->land, &transform, CW_POINT (0, 0), shape);
    }
  else if (part == 1 && pad->opening.width > 0)
    {
      shape->role = CW_ROLE_OPENING;
      shape->level = (guint8) cw_technology_find_level_above (context->technology, pad->level,
                                                              CW_LEVEL_PASSIVATION);
      cw_pad_form_get_shape (&pad->opening, &transform, CW_POINT (0, 0), shape);
    }
  else if (part == 1 + (pad->opening.width > 0) && pad->ball.diameter > 0)
    {
      shape->kind = CW_SHAPE_DISC;
      shape->role = CW_ROLE_BALL;
      shape->level = (guint8) cw_technology_find_level_above (context->technology, pad->level,
                                                              CW_LEVEL_BALL);
      shape->disc.centre = pad->at;
      shape->disc.diameter = pad->ball.diameter;
    }
  else
    {
      shape->role = CW_ROLE_UBM;
      shape->level
          = (guint8) cw_technology_find_level_above (context->technology, pad->level, CW_LEVEL_UBM);
      cw_pad_form_get_shape (&pad->ubm, &transform, CW_POINT (0, 0), shape);
    }
}

static CwId
bonding_pad_get_net (gconstpointer item)
{
  const CwBondingPad *pad = item;

  return pad->net;
}

/* the forms are alike from both sides, so a mirrored pad is but a turned one */
static void
bonding_pad_transform (gpointer item, const CwTransform *transform)
{
  CwBondingPad *pad = item;
  CwTransform before = get_transform (pad);
  CwTransform after = cw_transform_compose (&before, transform);

  pad->at = after.offset;
  pad->angle = after.angle;
}

/**
 * cw_ball_get_height:
 * @self: a ball with a diameter
 * @base: diameter of the circle that it sits on, such as the opening [nm]
 *
 * Gets how high a ball stands after reflow: it is a sphere of diameter b cut off where
 * it is as wide as its base a, H = b/2 + √(b²/4 − a²/4). The formula turns the widths that the
 * open Amkor and Deca rule decks of sky130 give into the stand-offs of published data sheets (A1
 * of 0.4 mm and 0.5 mm wafer-level packages by Cirrus and ST). A base as wide as the ball or
 * wider makes half a sphere.
 *
 * Returns: the height above the base [nm]
 */
double
cw_ball_get_height (const CwBall *self, CwCoord base)
{
  double b = self->diameter;
  double a = MIN (base, self->diameter);

  return b / 2 + sqrt (b * b - a * a) / 2;
}

/**
 * cw_ball_kind_get_name:
 * @kind: a kind of ball
 *
 * Returns: its name in files
 */
const char *
cw_ball_kind_get_name (CwBallKind kind)
{
  return cw_names_get (ball_kinds, G_N_ELEMENTS (ball_kinds), kind);
}

/**
 * cw_ball_kind_parse:
 * @text: (nullable): a name as a file has it
 * @kind: (out): return location for the kind of ball
 *
 * Returns: whether @text names one
 */
gboolean
cw_ball_kind_parse (const char *text, CwBallKind *kind)
{
  guint value;

  if (!cw_names_find (ball_kinds, G_N_ELEMENTS (ball_kinds), text, &value))
    return FALSE;

  *kind = (CwBallKind) value;
  return TRUE;
}

static CwCoord
bonding_pad_get_width (gconstpointer item, const CwItemContext *context, guint32 part)
{
  const CwBondingPad *pad = item;

  return MIN (pad->land.width, pad->land.height);
}

static GRefString *
bonding_pad_get_name (gconstpointer item)
{
  return ((const CwBondingPad *) item)->name;
}

static gboolean
bonding_pad_map_levels (gpointer item, const guint8 *map)
{
  CwBondingPad *pad = item;

  return cw_item_map_level (&pad->level, map);
}

const CwItemClass cw_bonding_pad_class = {
  .kind = CW_ITEM_BONDING_PAD,
  .name = "bonding-pad",
  .table = { .size = sizeof (CwBondingPad),
             .hold = bonding_pad_hold,
             .drop = bonding_pad_drop,
             .equal = bonding_pad_equal },
  .validate = bonding_pad_validate,
  .get_name = bonding_pad_get_name,
  .count_shapes = bonding_pad_count_shapes,
  .get_shape = bonding_pad_get_shape,
  .get_net = bonding_pad_get_net,
  .get_width = bonding_pad_get_width,
  .transform = bonding_pad_transform,
  .map_levels = bonding_pad_map_levels,
  .flags_offset = G_STRUCT_OFFSET (CwBondingPad, flags),
};
