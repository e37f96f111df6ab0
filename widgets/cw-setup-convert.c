/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "model/base/cw-error.h"
#include "widgets/cw-setup-private.h"

/* Another method or another substrate for a design that is there: items keep their places. */

static guint
find_from (GArray *levels, CwLevelKind kind)
{
  for (guint i = 0; i < levels->len; i++)
    if (g_array_index (levels, CwLevel, i).kind == kind)
      return i;

  return CW_LEVEL_NONE;
}

static CwLevelKind
get_kind (GArray *levels, guint index)
{
  return index < levels->len ? g_array_index (levels, CwLevel, index).kind : CW_N_LEVEL_KINDS;
}

/* a level as the template has it, with the material of the same name */
static gboolean
borrow_level (const CwTechnology *from, CwLevelKind kind, CwTechnology *to, CwLevel *level,
              GError **error)
{
  guint index = cw_technology_find_level_kind (from, kind);
  const CwMaterial *material;

  g_return_val_if_fail (index != CW_LEVEL_NONE, FALSE);

  *level = *cw_technology_get_level (from, index);
  return (material = cw_technology_get_material (from, level->material)) == NULL
         || cw_setup_take_material (to, material, &level->material, error);
}

/**
 * cw_setup_take_material:
 * @technology: a technology that nobody else holds
 * @material: a material of another one
 * @index: (out): its index in @technology
 * @error: return location for an error
 *
 * Finds the material of the same name, or adds it.
 *
 * Returns: whether it is there
 */
gboolean
cw_setup_take_material (CwTechnology *technology, const CwMaterial *material, guint8 *index,
                        GError **error)
{
  guint found = cw_technology_find_material (technology, material->name);

  if (found == CW_MATERIAL_NONE)
    {
      if (!cw_technology_add_material (technology, material, error))
        return FALSE;
      found = cw_technology_get_n_materials (technology) - 1;
    }
  *index = (guint8) found;
  return TRUE;
}

/**
 * cw_setup_get_method:
 * @technology: a technology
 *
 * Returns: the method of its flow
 */
CwMethod
cw_setup_get_method (const CwTechnology *technology)
{
  CwFlow *flow = cw_technology_get_flow (technology);

  return flow != NULL ? flow->method : CW_METHOD_A;
}

/* B: the sheet takes the place of the first dielectric */
static gboolean
put_sheet (GArray *levels, GArray *from, CwTechnology *technology, const CwTechnology *template,
           GError **error)
{
  guint pad = find_from (levels, CW_LEVEL_PAD);
  CwLevel sheet;

  if (find_from (levels, CW_LEVEL_THIN_ORGANIC) != CW_LEVEL_NONE || pad == CW_LEVEL_NONE)
    return TRUE;
  if (!borrow_level (template, CW_LEVEL_THIN_ORGANIC, technology, &sheet, error))
    return FALSE;

  if (get_kind (levels, pad + 1) == CW_LEVEL_DIELECTRIC
      && get_kind (levels, pad + 2) == CW_LEVEL_WIRING)
    cw_setup_remove_level (levels, from, pad + 1);
  cw_setup_insert_level (levels, from, pad + 1, &sheet);
  return TRUE;
}

/* C: a dielectric takes the place of the thin organic level, which would go with the carrier */
static gboolean
put_dielectric (GArray *levels, GArray *from, CwTechnology *technology,
                const CwTechnology *template, GError **error)
{
  guint sheet = find_from (levels, CW_LEVEL_THIN_ORGANIC);
  CwLevel dielectric;

  if (sheet == CW_LEVEL_NONE)
    return TRUE;
  if (!borrow_level (template, CW_LEVEL_DIELECTRIC, technology, &dielectric, error))
    return FALSE;

  cw_setup_remove_level (levels, from, sheet);
  if (get_kind (levels, sheet) == CW_LEVEL_WIRING)
    cw_setup_insert_level (levels, from, sheet, &dielectric);
  return TRUE;
}

/**
 * cw_setup_dup_with_method:
 * @design: a design
 * @method: a method
 * @error: return location for an error
 *
 * Makes the design by another method: with the process flow of its template and the levels that it
 * needs. All items stay where they are. Method A keeps the thin organic layer of method B, which makes
 * the structure of claim 176 face up.
 *
 * Returns: (transfer full) (nullable): the design, %NULL with @error set when it cannot be
 */
CwDesign *
cw_setup_dup_with_method (CwDesign *design, CwMethod method, GError **error)
{
  const CwTechnology *old = cw_design_get_technology (design);
  CwSubstrateKind substrate = cw_technology_get_substrate (old);
  g_autoptr (CwTechnology) technology = cw_technology_dup (old);
  g_autoptr (CwTechnology) template = NULL;
  g_autoptr (GArray) levels = NULL;
  g_autoptr (GArray) from = NULL;
  CwSetupStackChange change = { substrate, method, TRUE };

  if (!cw_setup_may_have (method, substrate))
    {
      g_set_error (
          error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
          "method %c has a plain organic substrate (claims %s): first set Substrate to plain",
          'A' + (char) method, method == CW_METHOD_B ? "102, 108" : "139, 144");
      return NULL;
    }

  template = cw_technology_new_method (method, CW_SUBSTRATE_PLAIN, 1);
  cw_setup_list_levels (technology, &levels, &from);
  if (method == CW_METHOD_B   ? !put_sheet (levels, from, technology, template, error)
      : method == CW_METHOD_C ? !put_dielectric (levels, from, technology, template, error)
                              : FALSE)
    return NULL;

  return cw_setup_finish_stack (design, technology, levels, from, &change, error);
}

/**
 * cw_setup_may_have:
 * @method: a method
 * @substrate: a kind of substrate
 *
 * Says whether the claims have such a substrate with the method: dies that are adhered face down to a
 * sheet or a carrier do not stand in openings.
 *
 * Returns: whether they have
 */
gboolean
cw_setup_may_have (CwMethod method, CwSubstrateKind substrate)
{
  return method == CW_METHOD_A || substrate == CW_SUBSTRATE_PLAIN;
}

static guint
count_substrate (GArray *levels)
{
  guint n = 0;

  while (get_kind (levels, n) == CW_LEVEL_SUBSTRATE || get_kind (levels, n) == CW_LEVEL_HEAT)
    n++;
  return n;
}

/**
 * cw_setup_dup_with_substrate:
 * @design: a design
 * @substrate: a kind of substrate
 * @error: return location for an error
 *
 * Builds the substrate of the design in another way. The uppermost board keeps its place in the
 * stack, so that cavities stay on it; all other items stay where they are.
 *
 * Returns: (transfer full) (nullable): the design, %NULL with @error set when it cannot be
 */
CwDesign *
cw_setup_dup_with_substrate (CwDesign *design, CwSubstrateKind substrate, GError **error)
{
  const CwTechnology *old = cw_design_get_technology (design);
  CwMethod method = cw_setup_get_method (old);
  g_autoptr (CwTechnology) technology = cw_technology_dup (old);
  g_autoptr (CwTechnology) template = NULL;
  g_autoptr (GArray) levels = NULL;
  g_autoptr (GArray) from = NULL;
  CwSetupStackChange change = { substrate, method, TRUE };
  guint8 top = CW_LEVEL_NONE;
  guint n_old;
  guint n_new = 0;

  if (!cw_setup_may_have (method, substrate))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                   "method %c has a plain organic substrate: its dies are adhered face down and "
                   "stand in no openings",
                   'A' + (char) method);
      return NULL;
    }

  template = cw_technology_new_method (method, substrate, 1);
  cw_setup_list_levels (technology, &levels, &from);
  n_old = count_substrate (levels);
  if (n_old > 0 && get_kind (levels, n_old - 1) == CW_LEVEL_SUBSTRATE)
    top = g_array_index (from, guint8, n_old - 1);
  for (guint i = 0; i < n_old; i++)
    cw_setup_remove_level (levels, from, 0);
  while (n_new < cw_technology_get_n_levels (template)
         && (cw_technology_get_level (template, n_new)->kind == CW_LEVEL_SUBSTRATE
             || cw_technology_get_level (template, n_new)->kind == CW_LEVEL_HEAT))
    {
      CwLevel level = *cw_technology_get_level (template, n_new);
      const CwMaterial *material = cw_technology_get_material (template, level.material);

      if (material != NULL
          && !cw_setup_take_material (technology, material, &level.material, error))
        return NULL;
      cw_setup_insert_level (levels, from, n_new++, &level);
    }
  if (n_new > 0)
    g_array_index (from, guint8, n_new - 1) = top;

  return cw_setup_finish_stack (design, technology, levels, from, &change, error);
}
