/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-technology-private.h"

#include <string.h>

#include "model/base/cw-error.h"
#include "model/package/cw-validate.h"

#define THICKNESS_MAX (10 * CW_MM)

G_DEFINE_BOXED_TYPE (CwTechnology, cw_technology, cw_technology_ref, cw_technology_unref)

static void
clear_material (gpointer data)
{
  CwMaterial *material = data;

  g_clear_pointer (&material->name, g_ref_string_release);
}

static void
clear_level (gpointer data)
{
  CwLevel *level = data;

  g_clear_pointer (&level->name, g_ref_string_release);
}

static void
clear_rule (gpointer data)
{
  CwRule *rule = data;

  g_clear_pointer (&rule->name, g_ref_string_release);
  g_clear_pointer (&rule->source, g_ref_string_release);
}

static void
append_material (CwTechnology *self, CwMaterial material)
{
  g_ref_string_acquire (material.name);
  g_array_append_val (self->materials, material);
}

static void
append_level (CwTechnology *self, CwLevel level)
{
  g_ref_string_acquire (level.name);
  g_array_append_val (self->levels, level);
}

static void
append_rule (CwTechnology *self, CwRule rule)
{
  g_ref_string_acquire (rule.name);
  rule.source
      = rule.source != NULL ? g_ref_string_acquire (rule.source) : g_ref_string_new_intern ("");
  g_array_append_val (self->rules, rule);
}

/* only the one who made a technology fills it, before anybody else holds it */
static gboolean
is_unshared (CwTechnology *self)
{
  return g_atomic_ref_count_compare (&self->ref_count, 1);
}

/**
 * cw_technology_new:
 * @name: its name
 *
 * Makes a technology without materials, levels and rules.
 *
 * Returns: (transfer full): the technology
 */
CwTechnology *
cw_technology_new (const char *name)
{
  CwTechnology *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (CwTechnology, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->materials = g_array_new (FALSE, FALSE, sizeof (CwMaterial));
  self->levels = g_array_new (FALSE, FALSE, sizeof (CwLevel));
  self->rules = g_array_new (FALSE, FALSE, sizeof (CwRule));
  g_array_set_clear_func (self->materials, clear_material);
  g_array_set_clear_func (self->levels, clear_level);
  g_array_set_clear_func (self->rules, clear_rule);

  return self;
}

/**
 * cw_technology_dup:
 * @self: a technology
 *
 * Makes a copy that the caller may change.
 *
 * Returns: (transfer full): the copy
 */
CwTechnology *
cw_technology_dup (const CwTechnology *self)
{
  CwTechnology *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = cw_technology_new (self->name);
  for (guint i = 0; i < self->materials->len; i++)
    append_material (copy, g_array_index (self->materials, CwMaterial, i));
  for (guint i = 0; i < self->levels->len; i++)
    append_level (copy, g_array_index (self->levels, CwLevel, i));
  for (guint i = 0; i < self->rules->len; i++)
    append_rule (copy, g_array_index (self->rules, CwRule, i));
  copy->substrate = self->substrate;
  copy->flow = self->flow != NULL ? cw_flow_ref (self->flow) : NULL;
  copy->panel = self->panel;

  return copy;
}

/**
 * cw_technology_ref:
 * @self: a technology
 *
 * Takes a reference: from now on nobody may change the technology.
 *
 * Returns: (transfer full): @self
 */
CwTechnology *
cw_technology_ref (CwTechnology *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_technology_unref:
 * @self: (transfer full): a technology
 *
 * Gives a reference back.
 */
void
cw_technology_unref (CwTechnology *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->materials);
  g_array_unref (self->levels);
  g_array_unref (self->rules);
  g_clear_pointer (&self->flow, cw_flow_unref);
  g_free (self->name);
  g_free (self);
}

static gboolean
material_equal (const CwMaterial *a, const CwMaterial *b)
{
  return strcmp (a->name, b->name) == 0 && a->klass == b->klass && a->colour == b->colour
         && a->hatch == b->hatch && a->permittivity == b->permittivity
         && a->loss_tangent == b->loss_tangent && a->expansion == b->expansion
         && a->modulus == b->modulus && a->conductivity == b->conductivity && a->group == b->group
         && a->resistivity == b->resistivity && a->cure == b->cure && a->limit == b->limit;
}

static gboolean
level_equal (const CwLevel *a, const CwLevel *b)
{
  return strcmp (a->name, b->name) == 0 && a->kind == b->kind && a->material == b->material
         && a->thickness == b->thickness && a->deposition == b->deposition && a->taper == b->taper;
}

static gboolean
rule_equal (const CwRule *a, const CwRule *b)
{
  return strcmp (a->name, b->name) == 0 && a->kind == b->kind && a->value == b->value
         && a->level == b->level && a->net_class == b->net_class && a->severity == b->severity
         && strcmp (a->source, b->source) == 0;
}

/**
 * cw_technology_equal:
 * @a: a technology
 * @b: another
 *
 * Compares two technologies by value.
 *
 * Returns: whether they are alike
 */
gboolean
cw_technology_equal (const CwTechnology *a, const CwTechnology *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (strcmp (a->name, b->name) != 0 || a->materials->len != b->materials->len
      || a->levels->len != b->levels->len || a->rules->len != b->rules->len
      || a->substrate != b->substrate || !cw_panel_equal (&a->panel, &b->panel)
      || (a->flow == NULL) != (b->flow == NULL)
      || (a->flow != NULL && !cw_flow_equal (a->flow, b->flow)))
    return FALSE;

  for (guint i = 0; i < a->materials->len; i++)
    if (!material_equal (cw_technology_get_material (a, i), cw_technology_get_material (b, i)))
      return FALSE;
  for (guint i = 0; i < a->levels->len; i++)
    if (!level_equal (cw_technology_get_level (a, i), cw_technology_get_level (b, i)))
      return FALSE;
  for (guint i = 0; i < a->rules->len; i++)
    if (!rule_equal (cw_technology_get_rule (a, i), cw_technology_get_rule (b, i)))
      return FALSE;

  return TRUE;
}

static gboolean
refuse_duplicate (const char *what, const char *name, GError **error)
{
  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_DUPLICATE, "%s \"%s\" is there already", what,
               name);
  return FALSE;
}

static gboolean
refuse_more (const char *what, guint max, GError **error)
{
  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "more than \"%u\" %s", max, what);
  return FALSE;
}

/**
 * cw_technology_add_material:
 * @self: a technology that nobody else holds
 * @material: the material, copied
 * @error: return location for an error
 *
 * Adds a material. It is refused when its name is taken or is no name, or when a
 * figure is out of its range.
 *
 * Returns: whether it was added
 */
gboolean
cw_technology_add_material (CwTechnology *self, const CwMaterial *material, GError **error)
{
  g_return_val_if_fail (self != NULL && is_unshared (self), FALSE);
  g_return_val_if_fail (material != NULL, FALSE);

  if (!cw_validate_string ("material name", material->name, CW_NAME_MAX, FALSE, error)
      || !cw_validate_number ("material class", material->klass, CW_N_MATERIAL_CLASSES - 1, error)
      || !cw_validate_number ("material hatch", material->hatch, CW_N_HATCHES - 1, error)
      || !cw_validate_number ("material colour", material->colour, 0xffffff, error)
      || !cw_validate_number ("material permittivity", material->permittivity, G_MAXINT32, error)
      || !cw_validate_number ("material loss tangent", material->loss_tangent, G_MAXINT32, error)
      || !cw_validate_number ("material modulus", material->modulus, G_MAXINT32, error)
      || !cw_validate_number ("material conductivity", material->conductivity, G_MAXINT32, error)
      || !cw_validate_number ("material group", material->group, CW_N_MATERIAL_GROUPS - 1, error)
      || !cw_validate_number ("material resistivity", material->resistivity, G_MAXINT32, error)
      || !cw_validate_number ("material cure", material->cure, G_MAXINT32, error)
      || !cw_validate_number ("material limit", material->limit, G_MAXINT32, error))
    return FALSE;
  if (cw_technology_find_material (self, material->name) != CW_MATERIAL_NONE)
    return refuse_duplicate ("material", material->name, error);
  if (self->materials->len >= CW_MAX_MATERIALS)
    return refuse_more ("materials", CW_MAX_MATERIALS, error);

  append_material (self, *material);
  return TRUE;
}

/* What the stack must keep to: it begins with the substrate if it has one, ends with the
 * balls if it has some, and has one level of dies with one level of pads above them. */
static gboolean
validate_order (const CwTechnology *self, const CwLevel *level, GError **error)
{
  const CwLevel *top = self->levels->len > 0
                           ? &g_array_index (self->levels, CwLevel, self->levels->len - 1)
                           : NULL;
  gboolean is_single = level->kind == CW_LEVEL_DIE || level->kind == CW_LEVEL_PAD
                       || level->kind == CW_LEVEL_THIN_ORGANIC || level->kind == CW_LEVEL_UBM;

  if (level->kind == CW_LEVEL_HEAT && top != NULL)
    g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                 "heat-conducting level \"%s\" lies above level \"%s\"", level->name, top->name);
  else if (level->kind == CW_LEVEL_SUBSTRATE && top != NULL && top->kind != CW_LEVEL_SUBSTRATE
           && top->kind != CW_LEVEL_HEAT)
    g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                 "substrate level \"%s\" lies above level \"%s\"", level->name, top->name);
  else if (top != NULL && top->kind == CW_LEVEL_BALL)
    g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                 "level \"%s\" lies above ball level \"%s\"", level->name, top->name);
  else if (is_single && cw_technology_find_level_kind (self, level->kind) != CW_LEVEL_NONE)
    g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "level \"%s\" is a second %s level",
                 level->name, cw_level_kind_get_name (level->kind));
  else if (level->kind == CW_LEVEL_PAD
           && cw_technology_find_level_kind (self, CW_LEVEL_DIE) == CW_LEVEL_NONE)
    g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                 "pad level \"%s\" has no die level below it", level->name);
  else
    return TRUE;

  return FALSE;
}

/**
 * cw_technology_add_level:
 * @self: a technology that nobody else holds
 * @level: the level, copied
 * @error: return location for an error
 *
 * Adds a level on top of the stack. It is refused when its name is taken or is no
 * name, its material is not there, its thickness is not in 0 … 10 mm (0 only for adhesive,
 * dies that are sunk in cavities, and pads), or its kind does not go on top of what is there.
 *
 * Returns: whether it was added
 */
gboolean
cw_technology_add_level (CwTechnology *self, const CwLevel *level, GError **error)
{
  gboolean may_be_flat;

  g_return_val_if_fail (self != NULL && is_unshared (self), FALSE);
  g_return_val_if_fail (level != NULL, FALSE);

  may_be_flat = level->kind == CW_LEVEL_ADHESIVE || level->kind == CW_LEVEL_PAD
                || level->kind == CW_LEVEL_DIE;
  if (!cw_validate_string ("level name", level->name, CW_NAME_MAX, FALSE, error)
      || !cw_validate_number ("level kind", level->kind, CW_N_LEVEL_KINDS - 1, error)
      || !cw_validate_length ("level thickness", level->thickness, may_be_flat ? 0 : 1,
                              THICKNESS_MAX, error)
      || !cw_validate_number ("level deposition", level->deposition, CW_N_DEPOSITIONS - 1, error)
      || !cw_validate_number ("level taper", level->taper, 45 * CW_DEGREE, error))
    return FALSE;
  if (level->material != CW_MATERIAL_NONE && level->material >= self->materials->len)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
                   "material \"%u\" of level \"%s\" is not there", level->material, level->name);
      return FALSE;
    }
  if (cw_technology_find_level (self, level->name) != CW_LEVEL_NONE)
    return refuse_duplicate ("level", level->name, error);
  if (self->levels->len >= CW_MAX_LEVELS)
    return refuse_more ("levels", CW_MAX_LEVELS, error);
  if (!validate_order (self, level, error))
    return FALSE;

  append_level (self, *level);
  return TRUE;
}

/**
 * cw_technology_add_rule:
 * @self: a technology that nobody else holds
 * @rule: the rule, copied
 * @error: return location for an error
 *
 * Adds a design rule. It is refused when its name is taken or is no name, its level
 * is not there or none that its kind is about, or its value is not in 0 … 100 mm.
 *
 * Returns: whether it was added
 */
gboolean
cw_technology_add_rule (CwTechnology *self, const CwRule *rule, GError **error)
{
  const CwLevel *level;

  g_return_val_if_fail (self != NULL && is_unshared (self), FALSE);
  g_return_val_if_fail (rule != NULL, FALSE);

  if (!cw_validate_string ("rule name", rule->name, CW_NAME_MAX, FALSE, error)
      || !cw_validate_string ("rule source", rule->source, CW_TEXT_MAX, TRUE, error)
      || !cw_validate_number ("rule kind", rule->kind, CW_N_RULE_KINDS - 1, error)
      || !cw_validate_length ("rule value", rule->value, 0, CW_RULE_VALUE_MAX, error)
      || !cw_validate_number ("rule net class", rule->net_class, CW_NET_ANY, error)
      || !cw_validate_number ("rule severity", rule->severity, CW_N_SEVERITIES - 1, error))
    return FALSE;
  if (rule->level != CW_LEVEL_NONE && rule->level >= self->levels->len)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
                   "level \"%u\" of rule \"%s\" is not there", rule->level, rule->name);
      return FALSE;
    }
  level = cw_technology_get_level (self, rule->level);
  if (level != NULL && !cw_rule_kind_may_name (rule->kind, level->kind))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
                   "rule \"%s\" of kind %s cannot be about %s level \"%s\"", rule->name,
                   cw_rule_kind_get_name (rule->kind), cw_level_kind_get_name (level->kind),
                   level->name);
      return FALSE;
    }
  for (guint i = 0; i < self->rules->len; i++)
    if (strcmp (cw_technology_get_rule (self, i)->name, rule->name) == 0)
      return refuse_duplicate ("rule", rule->name, error);
  if (self->rules->len >= CW_MAX_RULES)
    return refuse_more ("rules", CW_MAX_RULES, error);

  append_rule (self, *rule);
  return TRUE;
}

/**
 * cw_technology_set_rule_value:
 * @self: a technology that nobody else holds
 * @name: name of a rule, or else of a kind of rule, such as `clearance`
 * @value: the limit, 0 … 100 mm [nm]
 *
 * Sets the limit of the rule that has the name, else of all rules of the kind that has it.
 *
 * Returns: how many rules were set, 0 too when the value is out of its range
 */
guint
cw_technology_set_rule_value (CwTechnology *self, const char *name, CwCoord value)
{
  guint n_set = 0;
  CwRuleKind kind;

  g_return_val_if_fail (self != NULL && is_unshared (self), 0);
  g_return_val_if_fail (name != NULL, 0);

  if (value < 0 || value > CW_RULE_VALUE_MAX)
    return 0;

  for (guint i = 0; i < self->rules->len; i++)
    {
      CwRule *rule = &g_array_index (self->rules, CwRule, i);

      if (strcmp (rule->name, name) != 0)
        continue;
      rule->value = value;
      n_set++;
    }
  if (n_set > 0 || !cw_rule_kind_parse (name, &kind))
    return n_set;

  for (guint i = 0; i < self->rules->len; i++)
    {
      CwRule *rule = &g_array_index (self->rules, CwRule, i);

      if (rule->kind != kind)
        continue;
      rule->value = value;
      n_set++;
    }
  return n_set;
}
