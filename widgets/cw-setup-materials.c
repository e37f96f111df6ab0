/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <string.h>

#include "model/base/cw-error.h"
#include "widgets/cw-setup-private.h"

static const CwMaterial *
get_material (const CwDesign *design, guint32 key)
{
  return cw_technology_get_material (cw_design_get_technology (design), key);
}

static void
list_keys (const CwDesign *design, GArray *keys)
{
  for (guint32 i = 0; i < cw_technology_get_n_materials (cw_design_get_technology (design)); i++)
    g_array_append_val (keys, i);
}

static char *
dup_row (const CwDesign *design, guint32 key, CwUnit unit)
{
  const CwMaterial *material = get_material (design, key);
  g_auto (GStrv) classes = cw_setup_list_classes (design);

  return g_strdup_printf ("%s\t%s", material->name, classes[material->klass]);
}

static char *
dup_name (const CwDesign *design, guint32 key)
{
  const CwMaterial *material = get_material (design, key);

  return g_strdup (material != NULL ? material->name : "");
}

static gboolean
load (const CwDesign *design, guint32 key, gpointer item)
{
  const CwMaterial *material = get_material (design, key);

  if (material != NULL)
    memcpy (item, material, sizeof *material);
  return material != NULL;
}

static CwDesign *
store (CwDesign *design, guint32 key, gconstpointer item, GError **error)
{
  g_autoptr (CwTechnology) technology = cw_technology_dup (cw_design_get_technology (design));

  if (!cw_technology_set_material (technology, key, item, error))
    return NULL;

  return cw_setup_finish_technology (design, technology, error);
}

/* which levels are of it */
static char *
get_users (const CwDesign *design, guint32 key, CwUnit unit)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  g_autoptr (GString) users = g_string_new (NULL);

  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    if (cw_technology_get_level (technology, i)->material == key)
      g_string_append_printf (users, "%s%s", users->len > 0 ? ", " : "",
                              cw_technology_get_level (technology, i)->name);

  return g_strdup (users->len > 0 ? users->str : _ ("No level"));
}

#define NUMBER(label_, member, scale_, unit_)                                                      \
  {                                                                                                \
    .label = label_, .kind = CW_SETUP_DECIMAL, .offset = offsetof (CwMaterial, member),            \
    .scale = scale_, .unit = unit_, .tip = N_ ("0 when it is not known")                           \
  }

static const CwSetupField fields[] = {
  { .label = N_ ("Name"), .kind = CW_SETUP_TEXT, .offset = offsetof (CwMaterial, name) },
  { .label = N_ ("Class"),
    .kind = CW_SETUP_CHOICE,
    .offset = offsetof (CwMaterial, klass),
    .size = 4,
    .list = cw_setup_list_classes },
  { .label = N_ ("Group of the claims"),
    .kind = CW_SETUP_CHOICE,
    .offset = offsetof (CwMaterial, group),
    .size = 4,
    .list = cw_setup_list_groups,
    .tip = N_ ("Which entry of the claims' lists of materials it is, for rule R10") },
  { .label = N_ ("Used by"), .kind = CW_SETUP_FIXED, .get = get_users },
  { .label = N_ ("Colour"), .kind = CW_SETUP_COLOUR, .offset = offsetof (CwMaterial, colour) },
  { .label = N_ ("Hatch"),
    .kind = CW_SETUP_CHOICE,
    .offset = offsetof (CwMaterial, hatch),
    .size = 4,
    .list = cw_setup_list_hatches },
  NUMBER (N_ ("Permittivity"), permittivity, 1000, NULL),
  NUMBER (N_ ("Loss tangent"), loss_tangent, 1000000, NULL),
  NUMBER (N_ ("Resistivity"), resistivity, 1000, "µΩ·cm"),
  NUMBER (N_ ("Expansion"), expansion, 1000, "ppm/K"),
  NUMBER (N_ ("Modulus"), modulus, 1000, "GPa"),
  NUMBER (N_ ("Heat conductivity"), conductivity, 1000, "W/(m·K)"),
  NUMBER (N_ ("Cure or reflow"), cure, 1000, "°C"),
  NUMBER (N_ ("Highest temperature"), limit, 1000, "°C"),
};

static gboolean
is_taken (const CwTechnology *technology, const char *name)
{
  return cw_technology_find_material (technology, name) != CW_MATERIAL_NONE;
}

static CwDesign *
add_material (CwDesign *design, guint32 *key, GError **error)
{
  g_autoptr (CwTechnology) technology = cw_technology_dup (cw_design_get_technology (design));
  const CwMaterial *like = get_material (design, *key);
  CwMaterial material
      = like != NULL ? *like : (CwMaterial){ .klass = CW_MATERIAL_DIELECTRIC, .colour = 0xa0a0a0 };
  g_autofree char *name = g_strdup (_ ("New material"));
  CwDesign *next;

  for (guint i = 2; is_taken (technology, name); i++)
    {
      g_free (name);
      name = g_strdup_printf (_ ("New material %u"), i);
    }
  material.name = g_ref_string_new (name);
  next = cw_technology_add_material (technology, &material, error)
             ? cw_setup_finish_technology (design, technology, error)
             : NULL;
  g_ref_string_release (material.name);
  if (next != NULL)
    *key = cw_technology_get_n_materials (technology) - 1;

  return next;
}

static gboolean
refuse_used (const CwDesign *design, guint32 key, const char *user, GError **error)
{
  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
               "material \"%s\" is still used by %s", get_material (design, key)->name, user);
  return FALSE;
}

static gboolean
is_unused (const CwDesign *design, guint32 key, GError **error)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  CwFlow *flow = cw_technology_get_flow (technology);

  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    if (cw_technology_get_level (technology, i)->material == key)
      {
        g_autofree char *user
            = g_strdup_printf ("level \"%s\"", cw_technology_get_level (technology, i)->name);

        return refuse_used (design, key, user, error);
      }
  for (guint i = 0; flow != NULL && i < flow->n_steps; i++)
    if (flow->steps[i].material == key)
      {
        g_autofree char *name = cw_flow_dup_step_name (flow, technology, i);
        g_autofree char *user = g_strdup_printf ("the step \"%s\"", name);

        return refuse_used (design, key, user, error);
      }

  return TRUE;
}

static CwFlow *
dup_flow_without (const CwFlow *flow, guint material)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (CwStep));

  for (guint i = 0; i < flow->n_steps; i++)
    {
      CwStep step = flow->steps[i];

      if (step.material != CW_MATERIAL_NONE && step.material > material)
        step.material--;
      g_array_append_val (steps, step);
    }

  return cw_flow_new (flow->method, (const CwStep *) (gpointer) steps->data, steps->len);
}

/* the indices of the materials above it move down */
static CwTechnology *
dup_without (const CwTechnology *old, guint material, GError **error)
{
  g_autoptr (CwTechnology) next = cw_technology_new (cw_technology_get_name (old));
  g_autoptr (CwFlow) flow = NULL;

  for (guint i = 0; i < cw_technology_get_n_materials (old); i++)
    if (i != material
        && !cw_technology_add_material (next, cw_technology_get_material (old, i), error))
      return NULL;
  for (guint i = 0; i < cw_technology_get_n_levels (old); i++)
    {
      CwLevel level = *cw_technology_get_level (old, i);

      if (level.material != CW_MATERIAL_NONE && level.material > material)
        level.material--;
      if (!cw_technology_add_level (next, &level, error))
        return NULL;
    }
  for (guint i = 0; i < cw_technology_get_n_rules (old); i++)
    if (!cw_technology_add_rule (next, cw_technology_get_rule (old, i), error))
      return NULL;
  cw_technology_set_substrate (next, cw_technology_get_substrate (old));
  if (!cw_technology_set_panel (next, cw_technology_get_panel (old), error))
    return NULL;
  if (cw_technology_get_flow (old) != NULL)
    {
      flow = dup_flow_without (cw_technology_get_flow (old), material);
      cw_technology_set_flow (next, flow);
    }

  return g_steal_pointer (&next);
}

static CwDesign *
remove_material (CwDesign *design, guint32 *key, GError **error)
{
  g_autoptr (CwTechnology) next = NULL;

  if (get_material (design, *key) == NULL)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "choose a material first");
      return NULL;
    }
  if (!is_unused (design, *key, error))
    return NULL;
  next = dup_without (cw_design_get_technology (design), *key, error);
  if (next == NULL)
    return NULL;
  *key = *key > 0 ? *key - 1 : 0;

  return cw_setup_finish_technology (design, next, error);
}

static const CwSetupAction actions[] = {
  { N_ ("Add material"), NULL, add_material },
  { N_ ("Remove material"), NULL, remove_material, TRUE },
};

const CwSetupInfo cw_setup_materials = {
  .title = N_ ("Materials"),
  .note = N_ ("A new material begins as a copy of the one chosen."),
  .empty = N_ ("There are no materials."),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .actions = actions,
  .n_actions = G_N_ELEMENTS (actions),
  .item_size = sizeof (CwMaterial),
  .load = load,
  .store = store,
  .list_keys = list_keys,
  .dup_row = dup_row,
  .dup_name = dup_name,
};
