/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <string.h>

#include "model/base/cw-error.h"
#include "widgets/cw-setup-private.h"

#define SHEET_MIN (2 * CW_UM)
#define SHEET_MAX (200 * CW_UM)
#define DIELECTRIC (7 * CW_UM)
#define WIRING (5 * CW_UM)
#define ORGANIC (25 * CW_UM)
#define PASSIVATION (8 * CW_UM)
#define UBM (6 * CW_UM)
#define ADHESIVE (20 * CW_UM)
#define BALL (204 * CW_UM)

static const CwLevel *
get_level (const CwDesign *design, guint32 key)
{
  return cw_technology_get_level (cw_design_get_technology (design), key);
}

static void
list_keys (const CwDesign *design, GArray *keys)
{
  for (guint32 i = cw_technology_get_n_levels (cw_design_get_technology (design)); i-- > 0;)
    g_array_append_val (keys, i);
}

static char *
dup_row (const CwDesign *design, guint32 key, CwUnit unit)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  const CwLevel *level = get_level (design, key);
  const CwMaterial *material = cw_technology_get_material (technology, level->material);
  g_autofree char *thickness = cw_length_format_with_unit (level->thickness, unit);

  return g_strdup_printf ("%s\t%s · %s · %s", level->name, cw_setup_get_level_word (level->kind),
                          material != NULL ? material->name : "–", thickness);
}

static char *
dup_name (const CwDesign *design, guint32 key)
{
  const CwLevel *level = get_level (design, key);

  return g_strdup (level != NULL ? level->name : "");
}

static gboolean
load (const CwDesign *design, guint32 key, gpointer item)
{
  const CwLevel *level = get_level (design, key);

  if (level != NULL)
    memcpy (item, level, sizeof *level);
  return level != NULL;
}

/* what the claims and the geometry ask beyond what the stack can hold */
static gboolean
check_thickness (const CwTechnology *technology, guint index, const CwLevel *level, GError **error)
{
  g_autofree char *found = cw_length_format_with_unit (level->thickness, CW_UNIT_UM);
  CwCoord limit = cw_technology_get_limit (technology, CW_RULE_THIN_ORGANIC, index);
  CwCoord max = limit > 0 ? MIN (limit, SHEET_MAX) : SHEET_MAX;
  const CwLevel *above = cw_technology_get_level (technology, index + 1);
  g_autofree char *most = cw_length_format_with_unit (max, CW_UNIT_UM);

  if (level->kind == CW_LEVEL_THIN_ORGANIC
      && (level->thickness < SHEET_MIN || level->thickness > max))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                   "thin organic layer \"%s\": %s is not in 2 … %s, which rule R5 asks for after "
                   "claims 107, 109 and 181",
                   level->name, found, most);
      return FALSE;
    }
  if (level->kind == CW_LEVEL_ADHESIVE && above != NULL && above->kind == CW_LEVEL_DIE
      && above->thickness > 0 && level->thickness >= above->thickness)
    {
      g_autofree char *height = cw_length_format_with_unit (above->thickness, CW_UNIT_UM);

      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                   "adhesive \"%s\": %s leaves no room for dies in the height of \"%s\", %s",
                   level->name, found, above->name, height);
      return FALSE;
    }
  return TRUE;
}

static CwDesign *
store (CwDesign *design, guint32 key, gconstpointer item, GError **error)
{
  g_autoptr (CwTechnology) technology = cw_technology_dup (cw_design_get_technology (design));

  if (!check_thickness (technology, key, item, error)
      || !cw_technology_set_level (technology, key, item, error))
    return NULL;

  return cw_setup_finish_technology (design, technology, error);
}

static char *
get_kind (const CwDesign *design, guint32 key, CwUnit unit)
{
  const CwLevel *level = get_level (design, key);

  return g_strdup (level != NULL ? cw_setup_get_level_word (level->kind) : "");
}

static char *
get_bottom (const CwDesign *design, guint32 key, CwUnit unit)
{
  return cw_length_format_with_unit (
      cw_technology_get_level_bottom (cw_design_get_technology (design), key), unit);
}

static gboolean
is_wiring (const CwDesign *design, guint32 key)
{
  const CwLevel *level = get_level (design, key);

  return level != NULL && level->kind == CW_LEVEL_WIRING;
}

static gboolean
has_holes (const CwDesign *design, guint32 key)
{
  const CwLevel *level = get_level (design, key);

  return level != NULL
         && (level->kind == CW_LEVEL_DIELECTRIC || level->kind == CW_LEVEL_THIN_ORGANIC
             || level->kind == CW_LEVEL_PASSIVATION);
}

static gboolean
is_sheet (const CwDesign *design, guint32 key)
{
  const CwLevel *level = get_level (design, key);

  return level != NULL && level->kind == CW_LEVEL_THIN_ORGANIC;
}

static char *
get_range (const CwDesign *design, guint32 key, CwUnit unit)
{
  return g_strdup (_ ("2 µm … 200 µm: claims 107, 109, 181"));
}

static const CwSetupField fields[] = {
  { .label = N_ ("Name"), .kind = CW_SETUP_TEXT, .offset = offsetof (CwLevel, name) },
  { .label = N_ ("Kind"), .kind = CW_SETUP_FIXED, .get = get_kind },
  { .label = N_ ("Material"),
    .kind = CW_SETUP_CHOICE,
    .offset = offsetof (CwLevel, material),
    .size = 1,
    .may_be_none = TRUE,
    .list = cw_setup_list_materials },
  { .label = N_ ("Thickness"), .kind = CW_SETUP_LENGTH, .offset = offsetof (CwLevel, thickness) },
  { .label = N_ ("Allowed"), .kind = CW_SETUP_FIXED, .get = get_range, .is_shown = is_sheet },
  { .label = N_ ("Bottom at z"), .kind = CW_SETUP_FIXED, .get = get_bottom },
  { .label = N_ ("Deposition"),
    .kind = CW_SETUP_CHOICE,
    .offset = offsetof (CwLevel, deposition),
    .size = 4,
    .list = cw_setup_list_depositions,
    .is_shown = is_wiring },
  { .label = N_ ("Taper of holes"),
    .kind = CW_SETUP_ANGLE,
    .offset = offsetof (CwLevel, taper),
    .is_shown = has_holes,
    .tip = N_ ("By how much the walls lean from the vertical, wider at the top: 0 to 45°") },
};

/* the material of that name, brought from those of the templates when it is not there */
static guint8
take_material (CwTechnology *technology, const char *name)
{
  g_autoptr (CwTechnology) template = cw_technology_new_method (CW_METHOD_A, CW_SUBSTRATE_PLAIN, 1);
  guint found = cw_technology_find_material (template, name);
  guint8 index = CW_MATERIAL_NONE;

  if (found != CW_MATERIAL_NONE)
    cw_setup_take_material (technology, cw_technology_get_material (template, found), &index, NULL);

  return index;
}

static char *
dup_free_level_name (GArray *levels, const char *stem, guint first)
{
  for (guint n = first;; n++)
    {
      g_autofree char *name = n > 0 ? g_strdup_printf ("%s%u", stem, n) : g_strdup (stem);
      gboolean taken = FALSE;

      for (guint i = 0; i < levels->len && !taken; i++)
        taken = strcmp (g_array_index (levels, CwLevel, i).name, name) == 0;
      if (!taken)
        return g_steal_pointer (&name);
    }
}

static void
insert (GArray *levels, GArray *from, guint at, CwLevelKind kind, guint8 material,
        CwCoord thickness, const char *stem)
{
  g_autofree char *name = dup_free_level_name (
      levels, stem, kind == CW_LEVEL_WIRING || kind == CW_LEVEL_DIELECTRIC ? 1 : 0);
  CwLevel level = { .name = g_ref_string_new_intern (name),
                    .kind = kind,
                    .material = material,
                    .thickness = thickness,
                    .deposition
                    = kind == CW_LEVEL_WIRING ? CW_DEPOSITION_ELECTROPLATING : CW_DEPOSITION_NONE };

  cw_setup_insert_level (levels, from, at, &level);
  g_ref_string_release (level.name);
}

/* whether a name is the stem with a number, as the templates name levels */
static gboolean
is_numbered (const char *name, const char *stem)
{
  gsize n = strlen (stem);

  return strncmp (name, stem, n) == 0 && name[n] != '\0'
         && strspn (name + n, "0123456789") == strlen (name + n);
}

/* RDL1, RDL2 … from the bottom again, and the dielectric below each with its number */
static void
number_levels (GArray *levels)
{
  guint n_wiring = 0;

  for (guint i = 0; i < levels->len; i++)
    {
      CwLevel *level = &g_array_index (levels, CwLevel, i);
      const char *stem = level->kind == CW_LEVEL_WIRING       ? "RDL"
                         : level->kind == CW_LEVEL_DIELECTRIC ? "D"
                                                              : NULL;
      g_autofree char *name = NULL;

      n_wiring += level->kind == CW_LEVEL_WIRING;
      if (stem == NULL || !is_numbered (level->name, stem))
        continue;
      name = g_strdup_printf ("%s%u", stem,
                              level->kind == CW_LEVEL_WIRING ? n_wiring : n_wiring + 1);
      g_ref_string_release (level->name);
      level->name = g_ref_string_new_intern (name);
    }
}

static guint
find_chosen_wiring (const CwTechnology *technology, guint32 key)
{
  const CwLevel *level = cw_technology_get_level (technology, key);
  guint n = cw_technology_get_n_wiring_levels (technology);

  if (level != NULL && level->kind == CW_LEVEL_WIRING)
    return key;

  return n > 0 ? cw_technology_get_wiring_level (technology, n - 1) : CW_LEVEL_NONE;
}

static CwDesign *
add_wiring (CwDesign *design, guint32 *key, gboolean above, GError **error)
{
  g_autoptr (CwTechnology) technology = cw_technology_dup (cw_design_get_technology (design));
  guint chosen = find_chosen_wiring (technology, *key);
  guint8 copper = take_material (technology, "Copper");
  guint8 polyimide = take_material (technology, "Polyimide");
  g_autoptr (GArray) levels = NULL;
  g_autoptr (GArray) from = NULL;
  CwDesign *next;

  if (chosen == CW_LEVEL_NONE)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no wiring level");
      return NULL;
    }
  cw_setup_list_levels (technology, &levels, &from);
  if (above)
    {
      insert (levels, from, chosen + 1, CW_LEVEL_DIELECTRIC, polyimide, DIELECTRIC, "D");
      insert (levels, from, chosen + 2, CW_LEVEL_WIRING, copper, WIRING, "RDL");
    }
  else
    {
      insert (levels, from, chosen, CW_LEVEL_WIRING, copper, WIRING, "RDL");
      insert (levels, from, chosen + 1, CW_LEVEL_DIELECTRIC, polyimide, DIELECTRIC, "D");
    }
  number_levels (levels);
  next = cw_setup_finish_stack (design, technology, levels, from, NULL, error);
  if (next != NULL)
    *key = above ? chosen + 2 : chosen;

  return next;
}

static CwDesign *
add_above (CwDesign *design, guint32 *key, GError **error)
{
  return add_wiring (design, key, TRUE, error);
}

static CwDesign *
add_below (CwDesign *design, guint32 *key, GError **error)
{
  return add_wiring (design, key, FALSE, error);
}

/* on top of the highest level that is one of the kinds, given as bits */
static CwDesign *
add_single (CwDesign *design, guint32 *key, CwLevelKind kind, guint below, const char *material,
            CwCoord thickness, const char *stem, GError **error)
{
  g_autoptr (CwTechnology) technology = cw_technology_dup (cw_design_get_technology (design));
  g_autoptr (GArray) levels = NULL;
  g_autoptr (GArray) from = NULL;
  CwDesign *next;
  guint at = 0;

  if (cw_technology_find_level_kind (technology, kind) != CW_LEVEL_NONE)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_DUPLICATE,
                   "there is a level of %s already", cw_setup_get_level_word (kind));
      return NULL;
    }
  cw_setup_list_levels (technology, &levels, &from);
  for (guint i = 0; i < levels->len; i++)
    if ((below >> g_array_index (levels, CwLevel, i).kind & 1) != 0)
      at = i + 1;
  insert (levels, from, at, kind, take_material (technology, material), thickness, stem);
  next = cw_setup_finish_stack (design, technology, levels, from, NULL, error);
  if (next != NULL)
    *key = at;

  return next;
}

#define BIT(kind) (1u << (kind))
#define BELOW_PASSIVATION                                                                          \
  (BIT (CW_LEVEL_SUBSTRATE) | BIT (CW_LEVEL_DIE) | BIT (CW_LEVEL_PAD) | BIT (CW_LEVEL_DIELECTRIC)  \
   | BIT (CW_LEVEL_WIRING) | BIT (CW_LEVEL_THIN_ORGANIC))

static CwDesign *
add_sheet (CwDesign *design, guint32 *key, GError **error)
{
  return add_single (design, key, CW_LEVEL_THIN_ORGANIC, BIT (CW_LEVEL_PAD) | BIT (CW_LEVEL_DIE),
                     "Organic sheet", ORGANIC, "THIN", error);
}

static CwDesign *
add_passivation (CwDesign *design, guint32 *key, GError **error)
{
  return add_single (design, key, CW_LEVEL_PASSIVATION, BELOW_PASSIVATION, "Polyimide", PASSIVATION,
                     "PASS", error);
}

static CwDesign *
add_ubm (CwDesign *design, guint32 *key, GError **error)
{
  return add_single (design, key, CW_LEVEL_UBM, BELOW_PASSIVATION | BIT (CW_LEVEL_PASSIVATION),
                     "Nickel on copper", UBM, "UBM", error);
}

static CwDesign *
add_adhesive (CwDesign *design, guint32 *key, GError **error)
{
  return add_single (design, key, CW_LEVEL_ADHESIVE, BIT (CW_LEVEL_SUBSTRATE) | BIT (CW_LEVEL_HEAT),
                     "Die attach film", ADHESIVE, "ADHESIVE", error);
}

static CwDesign *
add_balls (CwDesign *design, guint32 *key, GError **error)
{
  return add_single (design, key, CW_LEVEL_BALL,
                     BELOW_PASSIVATION | BIT (CW_LEVEL_PASSIVATION) | BIT (CW_LEVEL_UBM), "SAC305",
                     BALL, "BALL", error);
}

static gboolean
may_remove (const CwTechnology *technology, const CwLevel *level, GError **error)
{
  if (level == NULL)
    g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "choose a level first");
  else if (level->kind == CW_LEVEL_DIE || level->kind == CW_LEVEL_PAD)
    g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
                 "level \"%s\" stays: dies and their pads lie on it", level->name);
  else if (level->kind == CW_LEVEL_SUBSTRATE || level->kind == CW_LEVEL_HEAT)
    g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
                 "level \"%s\" is part of the substrate: the page General says how that is built",
                 level->name);
  else if ((level->kind == CW_LEVEL_WIRING || level->kind == CW_LEVEL_DIELECTRIC)
           && cw_technology_get_n_wiring_levels (technology) < 2)
    g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
                 "level \"%s\" stays: a package has at least one wiring level", level->name);
  else if (level->kind == CW_LEVEL_THIN_ORGANIC && cw_setup_get_method (technology) == CW_METHOD_B)
    g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
                 "level \"%s\" stays: in method B it is the sheet that the dies are adhered to",
                 level->name);
  else
    return TRUE;

  return FALSE;
}

static CwLevelKind
get_kind_at (GArray *levels, guint at)
{
  return at < levels->len ? g_array_index (levels, CwLevel, at).kind : CW_N_LEVEL_KINDS;
}

/* a wiring level goes with the dielectric between it and the one below, or the one above when it is
 * the lowest; where the thin organic layer was all there was below wiring, a dielectric comes in */
static CwDesign *
remove_level (CwDesign *design, guint32 *key, GError **error)
{
  g_autoptr (CwTechnology) technology = cw_technology_dup (cw_design_get_technology (design));
  const CwLevel *level = get_level (design, *key);
  guint at = *key;
  g_autoptr (GArray) levels = NULL;
  g_autoptr (GArray) from = NULL;
  CwDesign *next;

  if (!may_remove (technology, level, error))
    return NULL;
  cw_setup_list_levels (technology, &levels, &from);
  if (level->kind == CW_LEVEL_DIELECTRIC && get_kind_at (levels, at + 1) == CW_LEVEL_WIRING)
    at++;
  cw_setup_remove_level (levels, from, at);
  if (get_level (design, at)->kind == CW_LEVEL_WIRING)
    {
      if (at > 0 && get_kind_at (levels, at - 1) == CW_LEVEL_DIELECTRIC
          && (at < 2 || get_kind_at (levels, at - 2) == CW_LEVEL_WIRING
              || get_kind_at (levels, at) != CW_LEVEL_DIELECTRIC))
        cw_setup_remove_level (levels, from, at - 1);
      else if (get_kind_at (levels, at) == CW_LEVEL_DIELECTRIC)
        cw_setup_remove_level (levels, from, at);
    }
  else if (level->kind == CW_LEVEL_THIN_ORGANIC && get_kind_at (levels, at) == CW_LEVEL_WIRING)
    insert (levels, from, at, CW_LEVEL_DIELECTRIC, take_material (technology, "Polyimide"),
            DIELECTRIC, "D");
  number_levels (levels);
  next = cw_setup_finish_stack (design, technology, levels, from, NULL, error);
  if (next != NULL)
    *key = MIN (*key, cw_technology_get_n_levels (cw_design_get_technology (next)) - 1);

  return next;
}

static const CwSetupAction actions[] = {
  { N_ ("Add wiring above"), NULL, add_above },   { N_ ("Add wiring below"), NULL, add_below },
  { N_ ("Add thin organic"), NULL, add_sheet },   { N_ ("Add passivation"), NULL, add_passivation },
  { N_ ("Add under-bump metal"), NULL, add_ubm }, { N_ ("Add adhesive"), NULL, add_adhesive },
  { N_ ("Add balls"), NULL, add_balls },          { N_ ("Remove level"), NULL, remove_level, TRUE },
};

const CwSetupInfo cw_setup_levels = {
  .title = N_ ("Levels"),
  .note
  = N_ ("The stack, the top above. Wiring comes and goes with its dielectric; what lies on the "
        "levels stays with them."),
  .empty = N_ ("The stack is empty."),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .actions = actions,
  .n_actions = G_N_ELEMENTS (actions),
  .item_size = sizeof (CwLevel),
  .load = load,
  .store = store,
  .list_keys = list_keys,
  .dup_row = dup_row,
  .dup_name = dup_name,
};
