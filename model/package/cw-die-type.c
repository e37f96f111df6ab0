/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "model/package/cw-die.h"
#include "model/package/cw-validate.h"

#define PADS_MAX 1000000
#define THICKNESS_MAX (10 * CW_MM)

static void
die_type_hold (gpointer item)
{
  CwDieType *type = item;

  g_ref_string_acquire (type->name);
  cw_pads_ref (type->pads);
  type->function = type->function != NULL ? g_ref_string_acquire (type->function)
                                          : g_ref_string_new_intern ("");
}

static void
die_type_drop (gpointer item)
{
  CwDieType *type = item;

  g_clear_pointer (&type->name, g_ref_string_release);
  g_clear_pointer (&type->pads, cw_pads_unref);
  g_clear_pointer (&type->function, g_ref_string_release);
}

static gboolean
die_type_equal (gconstpointer a, gconstpointer b)
{
  const CwDieType *one = a;
  const CwDieType *other = b;

  return strcmp (one->name, other->name) == 0 && cw_box_equal (one->body, other->body)
         && one->thickness == other->thickness && g_strcmp0 (one->function, other->function) == 0
         && one->trace_width == other->trace_width && one->trace_thickness == other->trace_thickness
         && one->trace_length == other->trace_length && one->n_devices == other->n_devices
         && one->seal == other->seal && one->keep_out == other->keep_out
         && cw_pads_equal (one->pads, other->pads);
}

static gboolean
validate_body (const CwDieType *type, GError **error)
{
  return cw_validate_point ("die body corner", type->body.min, error)
         && cw_validate_point ("die body corner", type->body.max, error)
         && cw_validate_length ("die body width", (gint64) type->body.max.x - type->body.min.x,
                                CW_UM, CW_COORD_MAX, error)
         && cw_validate_length ("die body height", (gint64) type->body.max.y - type->body.min.y,
                                CW_UM, CW_COORD_MAX, error);
}

static gboolean
validate_pads (const CwPads *pads, GError **error)
{
  if (pads == NULL)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "die type has no table of pads");
      return FALSE;
    }
  if (!cw_validate_number ("number of pads", pads->n_pads, PADS_MAX, error))
    return FALSE;
  for (guint32 i = 0; i < pads->n_pads; i++)
    if (!cw_validate_string ("pad name", pads->pads[i].name, CW_NAME_MAX, TRUE, error)
        || !cw_validate_point ("pad position", pads->pads[i].at, error)
        || !cw_pad_form_validate (&pads->pads[i].form, "pad", error))
      return FALSE;

  return cw_validate_bounds ("die type", NULL, cw_pads_get_bounds (pads), error);
}

static gboolean
die_type_validate (gconstpointer item, const CwItemContext *context, GError **error)
{
  const CwDieType *type = item;

  return cw_validate_string ("die type name", type->name, CW_NAME_MAX, FALSE, error)
         && cw_validate_string ("die function", type->function, CW_NAME_MAX, TRUE, error)
         && cw_validate_length ("die thickness", type->thickness, 1, THICKNESS_MAX, error)
         && cw_validate_length ("internal trace width", type->trace_width, 0, CW_WIDTH_MAX, error)
         && cw_validate_length ("internal trace thickness", type->trace_thickness, 0, THICKNESS_MAX,
                                error)
         && cw_validate_length ("internal trace length", type->trace_length, 0, CW_COORD_MAX, error)
         && cw_validate_number ("number of active devices", type->n_devices, G_MAXINT32, error)
         && cw_validate_length ("seal ring", type->seal, 0, CW_WIDTH_MAX, error)
         && cw_validate_length ("die keep-out", type->keep_out, 0, CW_WIDTH_MAX, error)
         && validate_body (type, error) && validate_pads (type->pads, error);
}

static GRefString *
die_type_get_name (gconstpointer item)
{
  return ((const CwDieType *) item)->name;
}

const CwItemClass cw_die_type_class = {
  .kind = CW_ITEM_DIE_TYPE,
  .name = "die-type",
  .table = { .size = sizeof (CwDieType),
             .hold = die_type_hold,
             .drop = die_type_drop,
             .equal = die_type_equal },
  .validate = die_type_validate,
  .get_name = die_type_get_name,
  .has_unique_name = TRUE,
};
