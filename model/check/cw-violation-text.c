/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/base/cw-length.h"
#include "model/check/cw-check-private.h"

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
    case CW_ITEM_ZONE:
      return "zone";
    case CW_ITEM_KEEP_OUT:
      return "keep-out";
    case CW_ITEM_FIDUCIAL:
      return "fiducial";
    case CW_ITEM_WAIVER:
      return "waiver";
    case CW_ITEM_DIE_TYPE:
      return "die type";
    case CW_ITEM_NONE:
    case CW_ITEM_NET:
    case CW_N_ITEM_KINDS:
    default:
      return "item";
    }
}

/* `C9 (trace 17, net clock)`; what is named by kind and number is not told them again */
void
cw_violation_append_item (const CwViolation *self, guint i, const CwDesign *design, GString *text)
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

/* the name alone */
void
cw_violation_append_name (const CwDesign *design, CwId item, guint32 part, GString *text)
{
  g_autofree char *name = cw_connect_dup_item_name (design, item, part);

  g_string_append (text, name);
}

/* both items */
void
cw_violation_append_items (const CwViolation *self, const CwDesign *design, GString *text)
{
  cw_violation_append_item (self, 0, design, text);
  if (self->items[1] == CW_ID_NONE)
    return;

  g_string_append (text, " and ");
  cw_violation_append_item (self, 1, design, text);
}

void
cw_violation_append_length (gint64 length, GString *text)
{
  g_autofree char *string = cw_length_format_with_unit (length, CW_UNIT_UM);

  g_string_append (text, string);
}

const char *
cw_violation_get_level_name (const CwViolation *self, const CwDesign *design)
{
  const CwLevel *level = cw_technology_get_level (cw_design_get_technology (design), self->level);

  return level != NULL ? level->name : "";
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
      cw_violation_append_item (self, 0, design, text);
      if (self->kind == CW_RULE_WIDTH)
        break;
      g_string_append (text, " by ");
      if (self->items[1] != CW_ID_NONE)
        cw_violation_append_item (self, 1, design, text);
      else
        g_string_append (text, "no metal");
      break;

    case CW_RULE_CLEARANCE:
      append_figures (text, self);
      append_level (text, self, technology);
      g_string_append (text, " between ");
      cw_violation_append_items (self, design, text);
      break;

    case CW_RULE_SHORT:
      append_level (text, self, technology);
      g_string_append (text, " between ");
      cw_violation_append_items (self, design, text);
      break;

    case CW_RULE_OPEN:
      g_string_append_printf (text, " of %s between ", far);
      cw_violation_append_items (self, design, text);
      break;

    case CW_RULE_DIE_OUTSIDE:
      g_string_append_printf (text, " by %s of ", far);
      cw_violation_append_item (self, 0, design, text);
      break;

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
      cw_check_kinds[self->kind]->describe (self, design, text);
      break;

    case CW_N_RULE_KINDS:
    default:
      break;
    }
}

/**
 * cw_violation_get_rule_name:
 * @violation: a violation
 * @design: the design that breaks it
 *
 * Names the broken rule.
 *
 * Returns: (transfer none): its name; that of its kind where it holds without a rule
 */
const char *
cw_violation_get_rule_name (const CwViolation *violation, const CwDesign *design)
{
  const CwRule *rule = cw_technology_get_rule (cw_design_get_technology (design), violation->rule);

  return rule != NULL ? rule->name : cw_rule_kind_get_name (violation->kind);
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
