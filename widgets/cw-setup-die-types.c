/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <string.h>

#include "model/base/cw-error.h"
#include "widgets/cw-setup-private.h"

#define NEW_SIZE (2 * CW_MM)
#define NEW_THICKNESS (130 * CW_UM)
#define SIZE_MIN CW_UM

static gboolean
add_key (CwId id, gconstpointer item, gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, id);
  return TRUE;
}

static void
list_keys (const CwDesign *design, GArray *keys)
{
  cw_design_foreach (design, CW_ITEM_DIE_TYPE, add_key, keys);
}

static CwCoord
get_side (const CwDieType *type, gboolean across)
{
  return across ? type->body.max.x - type->body.min.x : type->body.max.y - type->body.min.y;
}

static char *
dup_row (const CwDesign *design, guint32 key, CwUnit unit)
{
  const CwDieType *type = cw_design_get_die_type (design, key);
  g_autofree char *width = cw_length_format (get_side (type, TRUE), CW_UNIT_MM);
  g_autofree char *height = cw_length_format_with_unit (get_side (type, FALSE), CW_UNIT_MM);

  return g_strdup_printf (_ ("%s\t%s × %s · %u pads"), type->name, width, height,
                          type->pads->n_pads);
}

static char *
dup_name (const CwDesign *design, guint32 key)
{
  const CwDieType *type = cw_design_get_die_type (design, key);

  return g_strdup (type != NULL ? type->name : "");
}

static gboolean
load (const CwDesign *design, guint32 key, gpointer item)
{
  const CwDieType *type = cw_design_get_die_type (design, key);

  if (type != NULL)
    memcpy (item, type, sizeof *type);
  return type != NULL;
}

static CwDesign *
store (CwDesign *design, guint32 key, gconstpointer item, GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (design);

  return cw_edit_set_die_type (edit, key, item, error) ? cw_edit_finish (edit, NULL) : NULL;
}

static char *
get_size (const CwDesign *design, guint32 key, CwUnit unit, gboolean across)
{
  const CwDieType *type = cw_design_get_die_type (design, key);

  return type != NULL ? cw_length_format (get_side (type, across), unit) : g_strdup ("");
}

static char *
get_width (const CwDesign *design, guint32 key, CwUnit unit)
{
  return get_size (design, key, unit, TRUE);
}

static char *
get_height (const CwDesign *design, guint32 key, CwUnit unit)
{
  return get_size (design, key, unit, FALSE);
}

static gboolean
keeps_pads (const CwDieType *type, GError **error)
{
  CwBox pads = cw_pads_get_bounds (type->pads);

  if (cw_box_is_empty (pads)
      || (cw_box_contains (type->body, pads.min) && cw_box_contains (type->body, pads.max)))
    return TRUE;

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
               "the pads of \"%s\" would reach over its edge: make fewer or closer ones first",
               type->name);
  return FALSE;
}

static CwDesign *
set_size (CwDesign *design, guint32 key, const char *text, CwUnit unit, gboolean across,
          GError **error)
{
  const CwDieType *old = cw_design_get_die_type (design, key);
  CwDieType type = *old;
  CwPoint centre = cw_box_get_centre (old->body);
  CwCoord side;

  if (!cw_setup_parse_length (text, unit, get_side (old, across),
                              across ? "die width" : "die height", SIZE_MIN, CW_COORD_MAX, &side,
                              error))
    return NULL;
  if (across)
    {
      type.body.min.x = centre.x - side / 2;
      type.body.max.x = type.body.min.x + side;
    }
  else
    {
      type.body.min.y = centre.y - side / 2;
      type.body.max.y = type.body.min.y + side;
    }
  if (!keeps_pads (&type, error))
    return NULL;

  return store (design, key, &type, error);
}

static CwDesign *
set_width (CwDesign *design, guint32 key, const char *text, CwUnit unit, GError **error)
{
  return set_size (design, key, text, unit, TRUE, error);
}

static CwDesign *
set_height (CwDesign *design, guint32 key, const char *text, CwUnit unit, GError **error)
{
  return set_size (design, key, text, unit, FALSE, error);
}

static char *
get_pads (const CwDesign *design, guint32 key, CwUnit unit)
{
  const CwDieType *type = cw_design_get_die_type (design, key);

  return cw_setup_dup_count (type != NULL ? type->pads->n_pads : 0);
}

#define LENGTH(label_, member, tip_)                                                               \
  {                                                                                                \
    .label = label_, .kind = CW_SETUP_LENGTH, .offset = offsetof (CwDieType, member), .tip = tip_  \
  }

static const CwSetupField fields[] = {
  { .label = N_ ("Name"), .kind = CW_SETUP_TEXT, .offset = offsetof (CwDieType, name) },
  { .label = N_ ("Width"), .kind = CW_SETUP_LENGTH, .get = get_width, .set = set_width },
  { .label = N_ ("Height"), .kind = CW_SETUP_LENGTH, .get = get_height, .set = set_height },
  LENGTH (N_ ("Thickness"), thickness, N_ ("As it comes, before it is thinned")),
  { .label = N_ ("Function"),
    .kind = CW_SETUP_TEXT,
    .offset = offsetof (CwDieType, function),
    .tip = N_ ("Dies with the same word do the same, for claims 31, 32, 62, 63 and others") },
  { .label = N_ ("Pads"), .kind = CW_SETUP_FIXED, .get = get_pads },
  LENGTH (N_ ("Internal trace width"), trace_width,
          N_ ("Of its internal circuitry; 0 when not known")),
  LENGTH (N_ ("Internal trace thickness"), trace_thickness, N_ ("0 when not known")),
  LENGTH (N_ ("Longest internal trace"), trace_length, N_ ("0 when not known")),
  { .label = N_ ("Active devices"),
    .kind = CW_SETUP_DECIMAL,
    .offset = offsetof (CwDieType, n_devices),
    .scale = 1,
    .tip = N_ ("How many; 0 when not known") },
  LENGTH (N_ ("Seal ring"), seal, N_ ("How far inside its edge the seal ring ends; 0 for none")),
  LENGTH (N_ ("Keep-out around"), keep_out, N_ ("How far no other die may come; 0 for none")),
};

static CwDesign *
add_type (CwDesign *design, guint32 *key, GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  g_autofree char *name = cw_setup_dup_free_name (design, CW_ITEM_DIE_TYPE, "DIE");
  g_autoptr (CwPads) pads = NULL;
  CwDieType type = { .body = CW_BOX (-NEW_SIZE / 2, -NEW_SIZE / 2, NEW_SIZE / 2, NEW_SIZE / 2),
                     .thickness = NEW_THICKNESS };
  CwId id;

  pads
      = cw_setup_new_ring (type.body, 5, 5, 300 * CW_UM, 60 * CW_UM, 150 * CW_UM, CW_PAD_RECTANGLE);
  type.pads = pads;
  type.name = g_ref_string_new (name);
  id = cw_edit_add_die_type (edit, &type, error);
  g_ref_string_release (type.name);
  if (id == CW_ID_NONE)
    return NULL;
  *key = id;

  return cw_edit_finish (edit, NULL);
}

static CwDesign *
remove_type (CwDesign *design, guint32 *key, GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (design);

  if (cw_design_get_die_type (design, *key) == NULL)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "choose a die type first");
      return NULL;
    }
  if (!cw_edit_remove (edit, *key, error))
    return NULL;

  return cw_edit_finish (edit, NULL);
}

static const CwSetupAction actions[] = {
  { N_ ("Add die type"), NULL, add_type },
  { N_ ("Remove die type"), NULL, remove_type, TRUE },
};

static const CwSetupMaker *const makers[] = { &cw_setup_pads_maker };

const CwSetupInfo cw_setup_die_types = {
  .title = N_ ("Die types"),
  .note = N_ ("The library of dies. Place them with the tool Die (A)."),
  .empty = N_ ("There are no die types yet: add one."),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .actions = actions,
  .n_actions = G_N_ELEMENTS (actions),
  .makers = makers,
  .n_makers = G_N_ELEMENTS (makers),
  .item_size = sizeof (CwDieType),
  .load = load,
  .store = store,
  .list_keys = list_keys,
  .dup_row = dup_row,
  .dup_name = dup_name,
};
