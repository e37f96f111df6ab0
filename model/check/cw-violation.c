/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/base/cw-length.h"
#include "model/check/cw-check-private.h"

/* clearances and shorts are about the same pairs, so they are ordered as one */
static guint
get_group (CwRuleKind kind)
{
  return kind == CW_RULE_SHORT ? CW_RULE_CLEARANCE : kind;
}

/* a pad of a die is a thing of its own; the shapes of any other item are one */
static guint64
get_thing (const CwViolation *self, guint i)
{
  gboolean has_parts = cw_id_get_kind (self->items[i]) == CW_ITEM_DIE || self->kind == CW_RULE_OPEN;

  return (guint64) self->items[i] << 32 | (has_parts ? self->parts[i] : 0);
}

static void
fill_key (const CwViolation *self, guint64 key[3])
{
  key[0] = get_thing (self, 0);
  key[1] = get_thing (self, 1);
  key[2] = 0;

  if (self->kind == CW_RULE_WIDTH || self->kind == CW_RULE_DIE_OUTSIDE)
    key[1] = 0;
  else if (self->kind == CW_RULE_ENCLOSURE)
    key[1] = self->level;
  else if (self->kind == CW_RULE_OPEN)
    {
      key[2] = key[1];
      key[1] = key[0];
      key[0] = self->nets[0];
    }
}

#define COMPARE(a, b)                                                                              \
  if ((a) != (b))                                                                                  \
  return (a) < (b) ? -1 : 1

/* orders violations by what they are about: of those about the same, one is reported */
gint
cw_violation_compare_subject (const CwViolation *a, const CwViolation *b)
{
  guint64 key_a[3];
  guint64 key_b[3];

  COMPARE (get_group (a->kind), get_group (b->kind));
  fill_key (a, key_a);
  fill_key (b, key_b);
  for (guint i = 0; i < G_N_ELEMENTS (key_a); i++)
    COMPARE (key_a[i], key_b[i]);
  return 0;
}

/* orders by subject, then by how bad: shorts before clearances, small before great, then by
 * part and point */
gint
cw_violation_compare (const CwViolation *a, const CwViolation *b)
{
  gint order = cw_violation_compare_subject (a, b);

  if (order != 0)
    return order;

  COMPARE (b->kind, a->kind);
  COMPARE (a->found, b->found);
  COMPARE (a->level, b->level);
  for (guint i = 0; i < 2; i++)
    {
      COMPARE (a->items[i], b->items[i]);
      COMPARE (a->parts[i], b->parts[i]);
    }
  for (guint i = 0; i < 2; i++)
    {
      COMPARE (a->at[i].x, b->at[i].x);
      COMPARE (a->at[i].y, b->at[i].y);
      COMPARE (a->nets[i], b->nets[i]);
    }
  COMPARE (a->needed, b->needed);
  COMPARE (a->rule, b->rule);
  COMPARE (a->severity, b->severity);
  return 0;
}

static gint
compare (gconstpointer a, gconstpointer b)
{
  return cw_violation_compare (a, b);
}

/* sorts, and keeps of those about the same the worst */
void
cw_violations_reduce (GArray *violations)
{
  guint n = 0;

  g_array_sort (violations, compare);
  for (guint i = 0; i < violations->len; i++)
    {
      const CwViolation *violation = &g_array_index (violations, CwViolation, i);

      if (n == 0
          || cw_violation_compare_subject (&g_array_index (violations, CwViolation, n - 1),
                                           violation)
                 != 0)
        g_array_index (violations, CwViolation, n++) = *violation;
    }
  g_array_set_size (violations, n);
}

static const char *
get_kind_name (CwId item, guint32 part)
{
  switch (cw_id_get_kind (item))
    {
    case CW_ITEM_DIE:
      return part == CW_DIE_PART_BODY ? "die" : "die pad";
    case CW_ITEM_BONDING_PAD:
      return "bonding pad";
    case CW_ITEM_VIA:
      return "via";
    case CW_ITEM_TRACE:
      return "trace";
    case CW_ITEM_TEXT:
      return "text";
    case CW_ITEM_BUS:
      return "bus";
    case CW_ITEM_PASSIVE:
      return "passive device";
    case CW_ITEM_CAVITY:
      return "cavity";
    case CW_ITEM_CUT_LINE:
      return "cut line";
    case CW_ITEM_NONE:
    case CW_ITEM_NET:
    case CW_ITEM_DIE_TYPE:
    case CW_N_ITEM_KINDS:
    default:
      return "item";
    }
}

/* `C9 (trace 17, net clock)`; what is named by kind and number is not told them again */
static void
append_item (GString *text, const CwViolation *self, guint i, const CwDesign *design)
{
  g_autofree char *name = cw_connect_dup_item_name (design, self->items[i], self->parts[i]);
  g_autofree char *plain = NULL;
  const char *net = cw_design_get_net_name (design, self->nets[i]);
  CwItemKind kind = cw_id_get_kind (self->items[i]);

  if (kind == CW_ITEM_DIE)
    plain = g_strdup (get_kind_name (self->items[i], self->parts[i]));
  else
    plain = g_strdup_printf ("%s %u", get_kind_name (self->items[i], self->parts[i]),
                             cw_id_get_number (self->items[i]));

  g_string_append (text, name);
  if (g_str_equal (name, plain) && *net != '\0')
    g_string_append_printf (text, " (net %s)", net);
  else if (!g_str_equal (name, plain))
    g_string_append_printf (text, *net != '\0' ? " (%s, net %s)" : " (%s)", plain, net);
}

static void
append_items (GString *text, const CwViolation *self, const CwDesign *design)
{
  append_item (text, self, 0, design);
  if (self->items[1] == CW_ID_NONE)
    return;

  g_string_append (text, " and ");
  append_item (text, self, 1, design);
}

static void
append_figures (GString *text, const CwViolation *self)
{
  g_autofree char *found = cw_length_format_with_unit (self->found, CW_UNIT_UM);
  g_autofree char *needed = cw_length_format_with_unit (self->needed, CW_UNIT_UM);

  g_string_append_printf (text, " %s < %s", found, needed);
}

static void
append_level (GString *text, const CwViolation *self, const CwTechnology *technology)
{
  if (self->level < cw_technology_get_n_levels (technology))
    g_string_append_printf (text, " on %s",
                            cw_technology_get_level (technology, self->level)->name);
}

static void
append_fault (GString *text, const CwViolation *self, const CwDesign *design)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  gboolean is_out = self->kind == CW_RULE_DIE_OUTSIDE;
  g_autofree char *far
      = cw_length_format_with_unit (is_out ? -self->found : self->found, CW_UNIT_UM);

  switch (self->kind)
    {
    case CW_RULE_WIDTH:
    case CW_RULE_ENCLOSURE:
      append_figures (text, self);
      append_level (text, self, technology);
      g_string_append (text, " of ");
      append_item (text, self, 0, design);
      if (self->kind == CW_RULE_WIDTH)
        break;
      g_string_append (text, " by ");
      if (self->items[1] != CW_ID_NONE)
        append_item (text, self, 1, design);
      else
        g_string_append (text, "no metal");
      break;

    case CW_RULE_CLEARANCE:
      append_figures (text, self);
      append_level (text, self, technology);
      g_string_append (text, " between ");
      append_items (text, self, design);
      break;

    case CW_RULE_SHORT:
      append_level (text, self, technology);
      g_string_append (text, " between ");
      append_items (text, self, design);
      break;

    case CW_RULE_OPEN:
      g_string_append_printf (text, " of %s between ", far);
      append_items (text, self, design);
      break;

    case CW_RULE_DIE_OUTSIDE:
      g_string_append_printf (text, " by %s of ", far);
      append_item (text, self, 0, design);
      break;

    case CW_N_RULE_KINDS:
    default:
      break;
    }
}

/**
 * cw_violation_format:
 * @violation: a broken rule
 * @design: the design that was checked
 *
 * Says in one line what is wrong: kind, found, needed, level, items by name with their
 * nets, the rule and where its figure comes from.
 *
 * Returns: (transfer full): the line, such as `clearance 6.2 µm < 8 µm on RDL2 between C9
 *   (trace 17, net clock) and D6 (trace 40, net vss), rule rdl.2: Amkor WLCSP 400`
 */
char *
cw_violation_format (const CwViolation *violation, const CwDesign *design)
{
  const CwRule *rule = cw_technology_get_rule (cw_design_get_technology (design), violation->rule);
  GString *text = g_string_new (cw_rule_kind_get_name (violation->kind));

  append_fault (text, violation, design);
  if (rule != NULL)
    {
      g_string_append_printf (text, ", rule %s", rule->name);
      if (rule->source != NULL && *rule->source != '\0')
        g_string_append_printf (text, ": %s", rule->source);
    }

  return g_string_free (text, FALSE);
}
