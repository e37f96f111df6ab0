/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-waiver.h"

#include <string.h>

#include "model/package/cw-validate.h"

static void
waiver_hold (gpointer item)
{
  CwWaiver *waiver = item;

  g_ref_string_acquire (waiver->rule);
  g_ref_string_acquire (waiver->reason);
  if (waiver->date != NULL)
    g_ref_string_acquire (waiver->date);
}

static void
waiver_drop (gpointer item)
{
  CwWaiver *waiver = item;

  g_clear_pointer (&waiver->rule, g_ref_string_release);
  g_clear_pointer (&waiver->reason, g_ref_string_release);
  g_clear_pointer (&waiver->date, g_ref_string_release);
}

static const char *
get_date (const CwWaiver *waiver)
{
  return waiver->date != NULL ? waiver->date : "";
}

static gboolean
waiver_equal (gconstpointer a, gconstpointer b)
{
  const CwWaiver *one = a;
  const CwWaiver *other = b;

  return strcmp (one->rule, other->rule) == 0 && one->items[0] == other->items[0]
         && one->items[1] == other->items[1] && one->geometry == other->geometry
         && strcmp (one->reason, other->reason) == 0
         && strcmp (get_date (one), get_date (other)) == 0;
}

static gboolean
validate_item (CwId item, GError **error)
{
  CwItemKind kind = cw_id_get_kind (item);

  if (item == CW_ID_NONE
      || (kind > CW_ITEM_NONE && kind < CW_ITEM_WAIVER && cw_id_get_number (item) > 0))
    return TRUE;

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
               "waiver item \"%u\" is none that a rule is about", item);
  return FALSE;
}

static gboolean
waiver_validate (gconstpointer item, const CwItemContext *context, GError **error)
{
  const CwWaiver *waiver = item;

  return cw_validate_string ("waiver rule", waiver->rule, CW_NAME_MAX, FALSE, error)
         && validate_item (waiver->items[0], error) && validate_item (waiver->items[1], error)
         && cw_validate_string ("waiver reason", waiver->reason, CW_WAIVER_REASON_MAX, FALSE, error)
         && cw_validate_string ("waiver date", get_date (waiver), CW_NAME_MAX, TRUE, error);
}

const CwItemClass cw_waiver_class = {
  .kind = CW_ITEM_WAIVER,
  .name = "waiver",
  .table
  = { .size = sizeof (CwWaiver), .hold = waiver_hold, .drop = waiver_drop, .equal = waiver_equal },
  .validate = waiver_validate,
};
