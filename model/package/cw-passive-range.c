/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-names.h"
#include "model/package/cw-passive-private.h"
#include "model/package/cw-validate.h"

#define SIZE_MAX_NM (200 * CW_MM) /* of a whole device */

/* what every form that has the parameter allows; relations between parameters come on top */
static const struct
{
  const char *what;
  CwCoord min;
  CwCoord max;
} lengths[] = {
  [CW_PARAMETER_WIDTH] = { "passive device width", CW_UM / 10, 10 * CW_MM },
  [CW_PARAMETER_SPACE] = { "passive device space", CW_UM / 10, 10 * CW_MM },
  [CW_PARAMETER_LENGTH] = { "passive device length", CW_UM, 100 * CW_MM },
  [CW_PARAMETER_HEIGHT] = { "passive device height", CW_UM, 100 * CW_MM },
  [CW_PARAMETER_INNER] = { "passive device inner size", CW_UM, 100 * CW_MM },
  [CW_PARAMETER_GROUND] = { "passive device ground width", CW_UM, 100 * CW_MM },
  [CW_PARAMETER_COUNT] = { "passive device count", 0, 0 },
  [CW_PARAMETER_KEEP_OUT] = { "passive device keep-out", 0, 10 * CW_MM },
};

G_STATIC_ASSERT (G_N_ELEMENTS (lengths) == CW_N_PASSIVE_PARAMETERS);

/* what is counted */
static const struct
{
  const char *what;
  CwCoord min;
  CwCoord max;
} counts[CW_N_PASSIVE_FORMS] = {
  [CW_FORM_MEANDER] = { "number of legs of a meander", 2, 1000 },
  [CW_FORM_SQUARE_SPIRAL] = { "number of turns of a spiral", 1, 100 },
  [CW_FORM_OCTAGON_SPIRAL] = { "number of turns of a spiral", 1, 100 },
  [CW_FORM_ROUND_SPIRAL] = { "number of turns of a spiral", 1, 100 },
  [CW_FORM_INTERDIGITAL] = { "number of fingers of a capacitor", 2, 1000 },
  [CW_FORM_LOW_PASS] = { "number of turns of a spiral", 1, 100 },
  [CW_FORM_HAIRPIN] = { "number of resonators of a filter", 2, 20 },
};

static gboolean
validate_count (const CwPassive *self, GError **error)
{
  CwCoord n = self->values[CW_PARAMETER_COUNT];

  if (counts[self->form].min <= n && n <= counts[self->form].max)
    return TRUE;

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "%s \"%d\" is not in %d … %d",
               counts[self->form].what, n, counts[self->form].min, counts[self->form].max);
  return FALSE;
}

static gboolean
validate_parameter (const CwPassive *self, CwPassiveParameter parameter, GError **error)
{
  if (!cw_passive_form_uses (self->form, parameter))
    {
      if (self->values[parameter] == 0)
        return TRUE;
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                   "a passive device of the form \"%s\" has no %s, but it is \"%d\"",
                   cw_passive_form_get_name (self->form), cw_passive_parameter_get_name (parameter),
                   self->values[parameter]);
      return FALSE;
    }
  if (parameter == CW_PARAMETER_COUNT)
    return validate_count (self, error);

  return cw_validate_length (lengths[parameter].what, self->values[parameter],
                             lengths[parameter].min, lengths[parameter].max, error);
}

/* no smaller than another size of it, which the range of the parameter alone would allow */
static gboolean
validate_least (const CwPassive *self, CwPassiveParameter parameter, gint64 least, GError **error)
{
  return cw_validate_length (lengths[parameter].what, self->values[parameter],
                             MAX (least, lengths[parameter].min), lengths[parameter].max, error);
}

static gboolean
validate_relations (const CwPassive *self, const CwTechnology *technology, GError **error)
{
  const CwCoord *values = self->values;
  gint64 width = values[CW_PARAMETER_WIDTH];
  gint64 land;

  switch ((CwPassiveForm) self->form)
    {
    case CW_FORM_BAR:
    case CW_FORM_INTERDIGITAL:
    case CW_FORM_COPLANAR:
      return validate_least (self, CW_PARAMETER_LENGTH, width, error);

    case CW_FORM_MEANDER:
    case CW_FORM_HAIRPIN:
      return validate_least (self, CW_PARAMETER_LENGTH, 2 * width, error);

    case CW_FORM_MICROSTRIP:
    case CW_FORM_STRIPLINE:
      return validate_least (self, CW_PARAMETER_LENGTH, width, error)
             && validate_least (self, CW_PARAMETER_GROUND, width, error);

    case CW_FORM_SQUARE_SPIRAL:
    case CW_FORM_OCTAGON_SPIRAL:
    case CW_FORM_ROUND_SPIRAL:
    case CW_FORM_LOW_PASS:
      /* the via of the underpass stands inside */
      land = cw_passive_get_land (self, technology);
      return validate_least (self, CW_PARAMETER_INNER, land + 2 * values[CW_PARAMETER_SPACE],
                             error);

    case CW_FORM_SENSOR:
      /* frame, beam and gap on both sides of the membrane */
      return validate_least (self, CW_PARAMETER_LENGTH, values[CW_PARAMETER_INNER] + 4 * width,
                             error)
             && validate_least (self, CW_PARAMETER_HEIGHT, values[CW_PARAMETER_INNER] + 4 * width,
                                error);

    case CW_FORM_PLATES:
    case CW_N_PASSIVE_FORMS:
    default:
      return TRUE;
    }
}

/* a bound of how far the device reaches from its origin, without overflow */
static gint64
get_size (const CwPassive *self, const CwTechnology *technology)
{
  const CwCoord *values = self->values;
  gint64 line = (gint64) values[CW_PARAMETER_WIDTH] + values[CW_PARAMETER_SPACE];
  gint64 size = 3 * line * (values[CW_PARAMETER_COUNT] + 3);
  gint64 land = 0;

  if (cw_passive_form_needs_other_level (self->form))
    land = cw_passive_get_land (self, technology);
  return size + values[CW_PARAMETER_LENGTH] + values[CW_PARAMETER_HEIGHT]
         + values[CW_PARAMETER_INNER] + 2 * (gint64) values[CW_PARAMETER_GROUND] + 2 * land;
}

/* whether all parameters are in their ranges; the levels are right */
gboolean
cw_passive_validate_ranges (const CwPassive *self, const CwTechnology *technology, GError **error)
{
  CwTransform transform = cw_passive_get_transform (self);
  gint64 size;

  for (guint i = 0; i < CW_N_PASSIVE_PARAMETERS; i++)
    if (!validate_parameter (self, i, error))
      return FALSE;
  if (!validate_relations (self, technology, error))
    return FALSE;

  size = get_size (self, technology);
  return cw_validate_length ("passive device size", size, 0, SIZE_MAX_NM, error)
         && cw_validate_bounds ("passive device", &transform, CW_BOX (-size, -size, size, size),
                                error);
}

static gboolean
fail_level (const CwPassive *self, const char *what, GError **error)
{
  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
               "a passive device of the form \"%s\" %s", cw_passive_form_get_name (self->form),
               what);
  return FALSE;
}

static gboolean
validate_other_level (const CwPassive *self, const CwTechnology *technology, GError **error)
{
  if (!cw_passive_form_needs_other_level (self->form))
    return self->other_level == CW_LEVEL_NONE
           || fail_level (self, "uses no wiring level below its own", error);
  if (self->other_level == CW_LEVEL_NONE)
    return fail_level (self, "needs a wiring level below its own", error);

  return cw_validate_level ("other level of a passive device", technology, self->other_level,
                            CW_LEVEL_WIRING, error)
         && (self->other_level < self->level
             || fail_level (self, "needs its other level below its own", error));
}

static gboolean
validate_top_level (const CwPassive *self, const CwTechnology *technology, GError **error)
{
  if (!cw_passive_form_needs_top_level (self->form))
    return self->top_level == CW_LEVEL_NONE
           || fail_level (self, "uses no wiring level above its own", error);
  if (self->top_level == CW_LEVEL_NONE)
    return fail_level (self, "needs a wiring level above its own", error);

  return cw_validate_level ("top level of a passive device", technology, self->top_level,
                            CW_LEVEL_WIRING, error)
         && (self->top_level > self->level
             || fail_level (self, "needs its top level above its own", error));
}

/* whether the levels are what the form needs */
gboolean
cw_passive_validate_levels (const CwPassive *self, const CwTechnology *technology, GError **error)
{
  if (!cw_validate_level ("passive device level", technology, self->level, CW_LEVEL_WIRING, error)
      || !validate_other_level (self, technology, error)
      || !validate_top_level (self, technology, error))
    return FALSE;

  return self->form != CW_FORM_SENSOR
         || cw_passive_get_cavity_level (self, technology) != CW_LEVEL_NONE
         || fail_level (self, "needs a dielectric right below its level for its cavity", error);
}
