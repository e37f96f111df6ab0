/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-technology-private.h"

#include <string.h>

/**
 * cw_technology_get_name:
 * @self: a technology
 *
 * Returns: its name
 */
const char *
cw_technology_get_name (const CwTechnology *self)
{
  return self->name;
}

/**
 * cw_technology_get_n_materials:
 * @self: a technology
 *
 * Returns: how many materials it has
 */
guint
cw_technology_get_n_materials (const CwTechnology *self)
{
  return self->materials->len;
}

/**
 * cw_technology_get_material:
 * @self: a technology
 * @index: which material
 *
 * Returns: (nullable): the material, which lives as long as the technology, or %NULL
 *   when there is none
 */
const CwMaterial *
cw_technology_get_material (const CwTechnology *self, guint index)
{
  return index < self->materials->len ? &g_array_index (self->materials, CwMaterial, index) : NULL;
}

/**
 * cw_technology_find_material:
 * @self: a technology
 * @name: name of a material
 *
 * Returns: its index, or %CW_MATERIAL_NONE when there is none
 */
guint
cw_technology_find_material (const CwTechnology *self, const char *name)
{
  for (guint i = 0; i < self->materials->len; i++)
    if (strcmp (g_array_index (self->materials, CwMaterial, i).name, name) == 0)
      return i;

  return CW_MATERIAL_NONE;
}

/**
 * cw_technology_get_n_levels:
 * @self: a technology
 *
 * Returns: how many levels its stack has
 */
guint
cw_technology_get_n_levels (const CwTechnology *self)
{
  return self->levels->len;
}

/**
 * cw_technology_get_level:
 * @self: a technology
 * @index: which level, from the bottom
 *
 * Returns: (nullable): the level, which lives as long as the technology, or %NULL
 *   when there is none
 */
const CwLevel *
cw_technology_get_level (const CwTechnology *self, guint index)
{
  return index < self->levels->len ? &g_array_index (self->levels, CwLevel, index) : NULL;
}

/**
 * cw_technology_find_level:
 * @self: a technology
 * @name: name of a level
 *
 * Returns: its index, or %CW_LEVEL_NONE when there is none
 */
guint
cw_technology_find_level (const CwTechnology *self, const char *name)
{
  for (guint i = 0; i < self->levels->len; i++)
    if (strcmp (g_array_index (self->levels, CwLevel, i).name, name) == 0)
      return i;

  return CW_LEVEL_NONE;
}

/**
 * cw_technology_find_level_kind:
 * @self: a technology
 * @kind: a kind of level
 *
 * Returns: index of the lowest level of that kind, or %CW_LEVEL_NONE when there is none
 */
guint
cw_technology_find_level_kind (const CwTechnology *self, CwLevelKind kind)
{
  for (guint i = 0; i < self->levels->len; i++)
    if (g_array_index (self->levels, CwLevel, i).kind == kind)
      return i;

  return CW_LEVEL_NONE;
}

/**
 * cw_technology_find_level_above:
 * @self: a technology
 * @level: index of a level
 * @kind: a kind of level
 *
 * Returns: index of the first level of that kind above @level, or %CW_LEVEL_NONE when
 *   there is none
 */
guint
cw_technology_find_level_above (const CwTechnology *self, guint level, CwLevelKind kind)
{
  for (guint i = level + 1; i < self->levels->len; i++)
    if (g_array_index (self->levels, CwLevel, i).kind == kind)
      return i;

  return CW_LEVEL_NONE;
}

/**
 * cw_technology_get_wiring_level:
 * @self: a technology
 * @ordinal: which wiring level, from the bottom, the first is 0
 *
 * Returns: its index, or %CW_LEVEL_NONE when there is none
 */
guint
cw_technology_get_wiring_level (const CwTechnology *self, guint ordinal)
{
  for (guint i = 0; i < self->levels->len; i++)
    if (g_array_index (self->levels, CwLevel, i).kind == CW_LEVEL_WIRING && ordinal-- == 0)
      return i;

  return CW_LEVEL_NONE;
}

/**
 * cw_technology_get_n_wiring_levels:
 * @self: a technology
 *
 * Returns: how many wiring levels it has
 */
guint
cw_technology_get_n_wiring_levels (const CwTechnology *self)
{
  guint n = 0;

  for (guint i = 0; i < self->levels->len; i++)
    n += g_array_index (self->levels, CwLevel, i).kind == CW_LEVEL_WIRING;

  return n;
}

/* whether a level is the adhesive below the dies */
static gboolean
is_bed (const CwTechnology *self, guint index)
{
  return index + 1 < self->levels->len
         && g_array_index (self->levels, CwLevel, index).kind == CW_LEVEL_ADHESIVE
         && g_array_index (self->levels, CwLevel, index + 1).kind == CW_LEVEL_DIE;
}

/**
 * cw_technology_get_level_bottom:
 * @self: a technology
 * @index: which level; as many as there are levels asks for the top of the stack
 *
 * Gets how high a level lies: each level stands on the one below it, but for the dies, which
 * stand where their adhesive does: it takes part of their height.
 *
 * Returns: its lower face above the bottom of the stack [nm]
 */
CwCoord
cw_technology_get_level_bottom (const CwTechnology *self, guint index)
{
  CwCoord bottom = 0;

  g_return_val_if_fail (index <= self->levels->len, 0);

  for (guint i = 0; i < index; i++)
    if (!is_bed (self, i))
      bottom += g_array_index (self->levels, CwLevel, i).thickness;

  return bottom;
}

/**
 * cw_technology_get_n_rules:
 * @self: a technology
 *
 * Returns: how many rules it has
 */
guint
cw_technology_get_n_rules (const CwTechnology *self)
{
  return self->rules->len;
}

/**
 * cw_technology_get_rule:
 * @self: a technology
 * @index: which rule
 *
 * Returns: (nullable): the rule, which lives as long as the technology, or %NULL when
 *   there is none
 */
const CwRule *
cw_technology_get_rule (const CwTechnology *self, guint index)
{
  return index < self->rules->len ? &g_array_index (self->rules, CwRule, index) : NULL;
}

/**
 * cw_rule_kind_may_name:
 * @kind: a kind of rule
 * @level_kind: a kind of level
 *
 * Tells whether a rule may name a level of a kind to hold there alone: what would never be
 * looked at is no rule. A net is open whatever its levels, and what is asked of the structure, R1 to
 * R16, of streets and of the distance of dies, is asked once: such rules name none.
 *
 * Returns: whether it may
 */
gboolean
cw_rule_kind_may_name (CwRuleKind kind, CwLevelKind level_kind)
{
  switch (kind)
    {
    case CW_RULE_WIDTH:
      return level_kind == CW_LEVEL_WIRING;

    case CW_RULE_CLEARANCE:
    case CW_RULE_SHORT:
      return cw_level_kind_is_metal (level_kind);

    case CW_RULE_ENCLOSURE:
      return cw_level_kind_is_metal (level_kind) || level_kind == CW_LEVEL_PASSIVATION;

    case CW_RULE_DIE_OUTSIDE:
      return level_kind == CW_LEVEL_DIE;

    case CW_RULE_OPEN:
    case CW_RULE_DIE_SPACING:
    case CW_RULE_STREET:
    case CW_RULE_KEEP_OUT:
    case CW_RULE_PAD_NET:
    case CW_RULE_FAN_OUT:
    case CW_RULE_EXTERNAL_TRACE:
    case CW_RULE_COPLANARITY:
    case CW_RULE_THIN_ORGANIC:
    case CW_RULE_ALTERNATION:
    case CW_RULE_LEVELS_JOINED:
    case CW_RULE_DIE_SEAT:
    case CW_RULE_OPENING_THROUGH:
    case CW_RULE_LISTED:
    case CW_RULE_PAD_LEVEL:
    case CW_RULE_PASSIVATION_OPEN:
    case CW_RULE_BONDING_POINT:
    case CW_RULE_STEP_ORDER:
    case CW_RULE_VIA_LANDING:
    case CW_RULE_DIE_COUNT:
    case CW_N_RULE_KINDS:
    default:
      return FALSE;
    }
}

/**
 * cw_technology_rule_holds:
 * @self: a technology
 * @index: which rule
 * @level: index of a level, %CW_LEVEL_NONE to ask about the structure as a whole
 *
 * Tells whether a rule holds on a level, be it switched off or not. One that names a
 * level holds there, see cw_rule_kind_may_name (). One that names none holds on the wiring levels
 * when it is about width, clearance or enclosure (of holes, by the metal on that level), on wiring
 * and die pads when it is about shorts and opens, and on the level of the dies when it is about
 * dies or their distance, on metal, dies and balls when it is about streets, on wiring when it is about
 * keep-out areas or external traces, on the thin organic level when it is about that. All the others, R1
 * to R16, hold for the structure as a whole. An enclosure rule that names a passivation level is about the openings in it, by the bonding
 * pads below. Where several rules of a kind hold, the one with the greatest value counts: one that
 * names a level can ask for more than one that names none, not for less.
 *
 * Returns: whether it does
 */
gboolean
cw_technology_rule_holds (const CwTechnology *self, guint index, guint level)
{
  const CwRule *rule = cw_technology_get_rule (self, index);
  const CwLevel *at = cw_technology_get_level (self, level);

  g_return_val_if_fail (rule != NULL, FALSE);

  if (at == NULL)
    return level == CW_LEVEL_NONE && rule->kind >= CW_RULE_DIE_SPACING;
  if (rule->level != CW_LEVEL_NONE)
    return rule->level == level;

  switch (rule->kind)
    {
    case CW_RULE_WIDTH:
    case CW_RULE_CLEARANCE:
    case CW_RULE_ENCLOSURE:
      return at->kind == CW_LEVEL_WIRING;

    case CW_RULE_SHORT:
    case CW_RULE_OPEN:
      return cw_level_kind_is_metal (at->kind);

    case CW_RULE_DIE_OUTSIDE:
    case CW_RULE_DIE_SPACING:
      return at->kind == CW_LEVEL_DIE;

    case CW_RULE_STREET:
      return cw_level_kind_is_metal (at->kind) || at->kind == CW_LEVEL_DIE
             || at->kind == CW_LEVEL_BALL;

    case CW_RULE_KEEP_OUT:
    case CW_RULE_EXTERNAL_TRACE:
      return at->kind == CW_LEVEL_WIRING;

    case CW_RULE_THIN_ORGANIC:
      return at->kind == CW_LEVEL_THIN_ORGANIC;

    case CW_RULE_PAD_NET:
    case CW_RULE_FAN_OUT:
    case CW_RULE_COPLANARITY:
    case CW_RULE_ALTERNATION:
    case CW_RULE_LEVELS_JOINED:
    case CW_RULE_DIE_SEAT:
    case CW_RULE_OPENING_THROUGH:
    case CW_RULE_LISTED:
    case CW_RULE_PAD_LEVEL:
    case CW_RULE_PASSIVATION_OPEN:
    case CW_RULE_BONDING_POINT:
    case CW_RULE_STEP_ORDER:
    case CW_RULE_VIA_LANDING:
    case CW_RULE_DIE_COUNT:

    case CW_N_RULE_KINDS:
    default:
      return FALSE;
    }
}

/**
 * cw_technology_get_limit:
 * @self: a technology
 * @kind: a kind of rule
 * @level: index of a level
 *
 * Gets the greatest value of the rules of a kind that hold on a level and are not
 * switched off, whatever class of nets they are for.
 *
 * Returns: the value, 0 when there is no such rule [nm]
 */
CwCoord
cw_technology_get_limit (const CwTechnology *self, CwRuleKind kind, guint level)
{
  CwCoord limit = 0;

  for (guint i = 0; i < self->rules->len; i++)
    {
      const CwRule *rule = &g_array_index (self->rules, CwRule, i);

      if (rule->kind == kind && rule->severity != CW_SEVERITY_OFF
          && cw_technology_rule_holds (self, i, level))
        limit = MAX (limit, rule->value);
    }

  return limit;
}
