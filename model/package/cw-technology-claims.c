/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-technology-private.h"

#include <string.h>

static const struct
{
  const char *name;
  CwRuleKind kind;
  CwCoord value;
  const char *source;
} rules[] = {
  { "die-spacing", CW_RULE_DIE_SPACING, 50 * CW_UM, "IHP open assembly design kit, ASM.b" },
  { "street", CW_RULE_STREET, 0, "claims 80 to 82: cutting meets nothing; pull-back of the panel" },
  { "keep-out", CW_RULE_KEEP_OUT, 0, "keep-out areas of the design" },
  { "R1", CW_RULE_PAD_NET, 0, "claims 1, 30, 176: bonding pads lead to metal pads" },
  { "R2", CW_RULE_FAN_OUT, 0, "claims 1, 30, 61, 102, 139: wiring reaches beyond the dies" },
  { "R3", CW_RULE_EXTERNAL_TRACE, 0, "claims 4, 35, 184: wider, longer, thicker than inside" },
  { "R4", CW_RULE_COPLANARITY, 2 * CW_UM,
    "claims 25, 56, 70, 144, 176 say planar; the tolerance of 2 µm is ours" },
  { "R5", CW_RULE_THIN_ORGANIC, 200 * CW_UM,
    "claims 107, 109, 181: about 2 to 200 µm; the value is the greatest thickness" },
  { "R6", CW_RULE_ALTERNATION, 0,
    "claims 6, 14, 37, 45, 186, 193: wiring and dielectric alternate" },
  { "R7", CW_RULE_LEVELS_JOINED, 0,
    "claims 14, 45, 83, 120, 157, 193: joined through the dielectric" },
  { "R8", CW_RULE_DIE_SEAT, 0, "claims 1, 22, 23, 30, 53, 54, 61, 64: backsides are adhered" },
  { "R9", CW_RULE_OPENING_THROUGH, 0, "claims 23, 54, 67: openings go through the organic layer" },
  { "R10", CW_RULE_LISTED, 0, "claims 13, 24, 26, 29, 71, 75, 76, 105, 142: the lists" },
  { "R11", CW_RULE_PAD_LEVEL, 0, "claims 14, 45, 193: pads furthest from the substrate" },
  { "R12", CW_RULE_PASSIVATION_OPEN, 0,
    "claims 27, 58, 77, 114, 151, 201: the passivation opens the bonding pads" },
  { "R13", CW_RULE_BONDING_POINT, 0, "claims 28, 59, 78, 115, 152, 202: a bonding point on each" },
  { "R14", CW_RULE_STEP_ORDER, 0, "claims 61 to 175: the order of the steps" },
  { "R15", CW_RULE_VIA_LANDING, 0, "claims 7, 8, 38, 39, 187, 188: holes penetrate and land" },
  { "R16", CW_RULE_DIE_COUNT, 0, "claims 81, 82, 118, 119, 155, 156, 177, 178: dies of a unit" },
};

static gboolean
has_rule (const CwTechnology *self, const char *name)
{
  for (guint i = 0; i < self->rules->len; i++)
    if (strcmp (cw_technology_get_rule (self, i)->name, name) == 0)
      return TRUE;

  return FALSE;
}

/**
 * cw_technology_add_claim_rules:
 * @self: a technology that nobody else holds
 *
 * Adds the rules R1 to R16 that the claims ask of a package, and those on the spacing of dies, saw
 * streets and keep-out areas. A rule whose name is there already is left as it is. Limits that no
 * claim gives are this program's own: their source says so.
 */
void
cw_technology_add_claim_rules (CwTechnology *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rules) && self->rules->len < CW_MAX_RULES; i++)
    {
      g_autoptr (GError) error = NULL;
      CwRule rule = { .name = g_ref_string_new_intern (rules[i].name),
                      .kind = rules[i].kind,
                      .value = rules[i].value,
                      .level = CW_LEVEL_NONE,
                      .net_class = CW_NET_ANY,
                      .severity = CW_SEVERITY_ERROR,
                      .source = g_ref_string_new_intern (rules[i].source) };

      if (!has_rule (self, rules[i].name))
        cw_technology_add_rule (self, &rule, &error);
      g_assert_no_error (error);
      g_ref_string_release (rule.name);
      g_ref_string_release (rule.source);
    }
}
