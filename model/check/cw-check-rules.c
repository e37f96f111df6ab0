/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "model/check/cw-check-private.h"

/* a tolerance is the stricter the smaller it is */
static gboolean
is_stricter (const CwRule *rule, const CwRule *other)
{
  return rule->kind == CW_RULE_COPLANARITY ? rule->value < other->value
                                           : rule->value > other->value;
}

static void
add_rule (CwCheckRules *self, guint index, guint level)
{
  const CwRule *rule = cw_technology_get_rule (self->technology, index);

  for (guint a = 0; a <= CW_NET_CLASS_NONE; a++)
    for (guint b = 0; b <= CW_NET_CLASS_NONE; b++)
      {
        gint16 *best = &self->best[rule->kind][level][a][b];

        if (rule->net_class != CW_NET_ANY && rule->net_class != a && rule->net_class != b)
          continue;
        if (*best < 0
            || is_stricter (rule, cw_technology_get_rule (self->technology, (guint) *best)))
          *best = (gint16) index;
      }

  self->has[rule->kind] = TRUE;
  self->greatest[rule->kind][level] = MAX (self->greatest[rule->kind][level], rule->value);
  if (rule->net_class != CW_NET_ANY)
    self->by_class = TRUE;
}

static void
find_neighbours (CwCheckRules *self)
{
  guint8 metal = CW_LEVEL_NONE;

  for (guint level = 0; level < self->n_levels; level++)
    {
      self->metal_below[level] = metal;
      if (cw_level_kind_is_metal (cw_technology_get_level (self->technology, level)->kind))
        metal = (guint8) level;
    }

  metal = CW_LEVEL_NONE;
  for (guint level = self->n_levels; level-- > 0;)
    {
      self->metal_above[level] = metal;
      if (cw_level_kind_is_metal (cw_technology_get_level (self->technology, level)->kind))
        metal = (guint8) level;
    }
}

CwCheckRules *
cw_check_rules_new (CwTechnology *technology)
{
  CwCheckRules *self = g_new0 (CwCheckRules, 1);

  self->technology = cw_technology_ref (technology);
  self->n_levels = cw_technology_get_n_levels (technology);
  memset (self->best, 0xff, sizeof (self->best));

  for (guint i = 0; i < cw_technology_get_n_rules (technology); i++)
    {
      const CwRule *rule = cw_technology_get_rule (technology, i);
      /* nets and the structure are not looked up by level */
      gboolean is_everywhere = rule->kind == CW_RULE_OPEN || rule->kind >= CW_RULE_DIE_SPACING;

      if (rule->severity == CW_SEVERITY_OFF)
        {
          self->without_keep_outs |= rule->kind == CW_RULE_KEEP_OUT;
          continue;
        }
      for (guint level = 0; level < self->n_levels; level++)
        if (is_everywhere || cw_technology_rule_holds (technology, i, level))
          add_rule (self, i, level);
    }

  self->without_keep_outs = self->without_keep_outs && !self->has[CW_RULE_KEEP_OUT];
  for (guint kind = 0; kind < CW_N_RULE_KINDS; kind++)
    if (self->has[kind] && cw_check_kinds[kind]->run_shape != NULL)
      self->roles |= cw_check_kinds[kind]->roles;

  find_neighbours (self);
  for (guint level = 0; level < self->n_levels; level++)
    for (guint kind = 0; kind < CW_N_RULE_KINDS; kind++)
      if (cw_check_kinds[kind]->run_pair != NULL)
        self->pair_reach[level]
            = MAX (self->pair_reach[level], cw_check_kinds[kind]->reach (self, level));

  return self;
}

/* has the shapes looked at that keep-outs of a design may forbid */
void
cw_check_rules_note_areas (CwCheckRules *self, const CwDesign *design)
{
  if (!self->without_keep_outs && cw_design_get_n_items (design, CW_ITEM_KEEP_OUT) > 0)
    self->roles |= CW_AREA_ROLES;
}

void
cw_check_rules_free (CwCheckRules *self)
{
  cw_technology_unref (self->technology);
  g_free (self);
}

static guint
get_class (const CwCheckContext *context, CwId net)
{
  const CwNet *item;

  if (!context->rules->by_class || net == CW_ID_NONE)
    return CW_NET_CLASS_NONE;

  item = cw_design_get_net (context->design, net);
  return item != NULL ? item->net_class : CW_NET_CLASS_NONE;
}

/* the strictest rule of those of a kind that hold on a level between two nets: its index,
 * -1 for none */
gint
cw_check_find_rule (const CwCheckContext *context, CwRuleKind kind, guint level, CwId net_a,
                    CwId net_b)
{
  guint a = get_class (context, net_a);
  guint b = net_b == net_a ? a : get_class (context, net_b);

  return context->rules->best[kind][level][a][b];
}

/* notes a violation of a rule; what the rule says is filled in. What holds without a rule has
 * its kind already. */
void
cw_check_append (CwCheckContext *context, gint rule, CwViolation violation)
{
  const CwRule *data
      = rule >= 0 ? cw_technology_get_rule (context->rules->technology, (guint) rule) : NULL;

  violation.rule = data != NULL ? (guint) rule : CW_VIOLATION_NO_RULE;
  violation.kind = data != NULL ? data->kind : violation.kind;
  violation.severity = data != NULL ? data->severity : CW_SEVERITY_ERROR;
  g_array_append_val (context->found, violation);
}

/* as cw_check_append (), for what is odd at most */
void
cw_check_append_warning (CwCheckContext *context, gint rule, CwViolation violation)
{
  CwViolation *added;

  cw_check_append (context, rule, violation);
  added = &g_array_index (context->found, CwViolation, context->found->len - 1);
  added->severity = MAX (added->severity, CW_SEVERITY_WARNING);
}

/* the rule of a kind about the whole structure, which has no net and so no class of one, -1 for none */
gint
cw_check_find_design_rule (const CwCheckContext *context, CwRuleKind kind)
{
  gint rule = context->rules->best[kind][0][CW_NET_CLASS_NONE][CW_NET_CLASS_NONE];

  for (guint net_class = 0; rule < 0 && net_class < CW_N_NET_CLASSES; net_class++)
    rule = context->rules->best[kind][0][net_class][net_class];
  return rule;
}
