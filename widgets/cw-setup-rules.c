/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <string.h>

#include "model/base/cw-error.h"
#include "widgets/cw-setup-private.h"

static const CwRule *
get_rule (const CwDesign *design, guint32 key)
{
  return cw_technology_get_rule (cw_design_get_technology (design), key);
}

static void
list_keys (const CwDesign *design, GArray *keys)
{
  for (guint32 i = 0; i < cw_technology_get_n_rules (cw_design_get_technology (design)); i++)
    g_array_append_val (keys, i);
}

static char *
dup_row (const CwDesign *design, guint32 key, CwUnit unit)
{
  const CwRule *rule = get_rule (design, key);
  g_auto (GStrv) severities = cw_setup_list_severities (design);
  g_autofree char *value = cw_length_format_with_unit (rule->value, unit);

  if (rule->value == 0)
    return g_strdup_printf ("%s\t%s", rule->name, severities[rule->severity]);

  return g_strdup_printf ("%s\t%s · %s", rule->name, value, severities[rule->severity]);
}

static char *
dup_name (const CwDesign *design, guint32 key)
{
  const CwRule *rule = get_rule (design, key);

  return g_strdup (rule != NULL ? rule->name : "");
}

static gboolean
load (const CwDesign *design, guint32 key, gpointer item)
{
  const CwRule *rule = get_rule (design, key);

  if (rule != NULL)
    memcpy (item, rule, sizeof *rule);
  return rule != NULL;
}

static CwDesign *
store (CwDesign *design, guint32 key, gconstpointer item, GError **error)
{
  g_autoptr (CwTechnology) technology = cw_technology_dup (cw_design_get_technology (design));

  if (!cw_technology_set_rule (technology, key, item, error))
    return NULL;

  return cw_setup_finish_technology (design, technology, error);
}

static const CwSetupField fields[] = {
  { .label = N_ ("Name"), .kind = CW_SETUP_TEXT, .offset = offsetof (CwRule, name) },
  { .label = N_ ("About"),
    .kind = CW_SETUP_CHOICE,
    .offset = offsetof (CwRule, kind),
    .size = 4,
    .list = cw_setup_list_rule_kinds },
  { .label = N_ ("Value"),
    .kind = CW_SETUP_LENGTH,
    .offset = offsetof (CwRule, value),
    .tip = N_ ("0 for rules without a limit") },
  { .label = N_ ("Level"),
    .kind = CW_SETUP_CHOICE,
    .offset = offsetof (CwRule, level),
    .size = 1,
    .may_be_none = TRUE,
    .list = cw_setup_list_rule_levels },
  { .label = N_ ("Nets"),
    .kind = CW_SETUP_CHOICE,
    .offset = offsetof (CwRule, net_class),
    .size = 4,
    .list = cw_setup_list_rule_classes },
  { .label = N_ ("Severity"),
    .kind = CW_SETUP_CHOICE,
    .offset = offsetof (CwRule, severity),
    .size = 4,
    .list = cw_setup_list_severities },
  { .label = N_ ("Source"),
    .kind = CW_SETUP_TEXT,
    .offset = offsetof (CwRule, source),
    .tip = N_ ("Where the figure comes from") },
};

static gboolean
is_taken (const CwTechnology *technology, const char *name)
{
  for (guint i = 0; i < cw_technology_get_n_rules (technology); i++)
    if (strcmp (cw_technology_get_rule (technology, i)->name, name) == 0)
      return TRUE;

  return FALSE;
}

static CwDesign *
add_rule (CwDesign *design, guint32 *key, GError **error)
{
  g_autoptr (CwTechnology) technology = cw_technology_dup (cw_design_get_technology (design));
  const CwRule *like = get_rule (design, *key);
  CwRule rule = like != NULL ? *like
                             : (CwRule){ .kind = CW_RULE_CLEARANCE,
                                         .value = 8 * CW_UM,
                                         .level = CW_LEVEL_NONE,
                                         .net_class = CW_NET_ANY };
  g_autofree char *name = g_strdup ("rule.1");
  CwDesign *next;

  for (guint i = 2; is_taken (technology, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("rule.%u", i);
    }
  rule.name = g_ref_string_new (name);
  next = cw_technology_add_rule (technology, &rule, error)
             ? cw_setup_finish_technology (design, technology, error)
             : NULL;
  g_ref_string_release (rule.name);
  if (next != NULL)
    *key = cw_technology_get_n_rules (technology) - 1;

  return next;
}

static CwDesign *
add_claims (CwDesign *design, guint32 *key, GError **error)
{
  g_autoptr (CwTechnology) technology = cw_technology_dup (cw_design_get_technology (design));
  guint n = cw_technology_get_n_rules (technology);

  cw_technology_add_claim_rules (technology);
  if (cw_technology_get_n_rules (technology) == n)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_DUPLICATE,
                   "the rules of the claims are there already");
      return NULL;
    }
  *key = n;

  return cw_setup_finish_technology (design, technology, error);
}

static CwDesign *
remove_rule (CwDesign *design, guint32 *key, GError **error)
{
  g_autoptr (CwTechnology) technology = cw_technology_dup (cw_design_get_technology (design));

  if (!cw_technology_remove_rule (technology, *key))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "choose a rule first");
      return NULL;
    }
  *key = *key > 0 ? *key - 1 : 0;

  return cw_setup_finish_technology (design, technology, error);
}

static const CwSetupAction actions[] = {
  { N_ ("Add rule"), NULL, add_rule },
  { N_ ("Add rules of the claims"), NULL, add_claims },
  { N_ ("Remove rule"), NULL, remove_rule, TRUE },
};

const CwSetupInfo cw_setup_rules = {
  .title = N_ ("Rules"),
  .note
  = N_ ("What the checker holds the design to. A new rule begins as a copy of the one chosen."),
  .empty = N_ ("There are no rules."),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .actions = actions,
  .n_actions = G_N_ELEMENTS (actions),
  .item_size = sizeof (CwRule),
  .load = load,
  .store = store,
  .list_keys = list_keys,
  .dup_row = dup_row,
  .dup_name = dup_name,
};
