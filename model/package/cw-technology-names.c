/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-names.h"
#include "model/package/cw-technology.h"

static const char *const material_classes[]
    = { "metal", "dielectric", "semiconductor", "filling", "adhesive", "core", "solder" };
static const char *const groups[]
    = { "none",    "polyimide", "benzocyclobutene", "porous",          "stress-buffer", "epoxy",
        "polymer", "glass",     "organic",          "organic-material" };
static const char *const depositions[]
    = { "none", "sputtering", "electroplating", "electro-less-plating" };
static const char *const substrate_kinds[] = { "plain", "cores", "heat", "moulded" };
static const char *const hatches[]
    = { "none", "diagonal", "back-diagonal", "cross", "dots", "horizontal" };
static const char *const level_kinds[]
    = { "substrate",   "adhesive", "die",  "pad",          "dielectric", "wiring",
        "passivation", "ball",     "heat", "thin-organic", "ubm" };
static const char *const net_classes[] = { "signal", "power", "ground", "any" };
static const char *const rule_kinds[] = { "width",         "clearance",    "enclosure",
                                          "short",         "open",         "die-outside",
                                          "die-spacing",   "street",       "keep-out",
                                          "pad-net",       "fan-out",      "external-trace",
                                          "coplanarity",   "thin-organic", "alternation",
                                          "levels-joined", "die-seat",     "opening-through",
                                          "listed",        "pad-level",    "passivation-open",
                                          "bonding-point", "step-order",   "via-landing",
                                          "die-count" };
static const char *const severities[] = { "error", "warning", "off" };

G_STATIC_ASSERT (G_N_ELEMENTS (material_classes) == CW_N_MATERIAL_CLASSES);
G_STATIC_ASSERT (G_N_ELEMENTS (groups) == CW_N_MATERIAL_GROUPS);
G_STATIC_ASSERT (G_N_ELEMENTS (depositions) == CW_N_DEPOSITIONS);
G_STATIC_ASSERT (G_N_ELEMENTS (substrate_kinds) == CW_N_SUBSTRATE_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (hatches) == CW_N_HATCHES);
G_STATIC_ASSERT (G_N_ELEMENTS (level_kinds) == CW_N_LEVEL_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (net_classes) == CW_N_NET_CLASSES + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (rule_kinds) == CW_N_RULE_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (severities) == CW_N_SEVERITIES);

/**
 * cw_material_class_get_name:
 * @klass: a class of a material
 *
 * Returns: its name in files
 */
const char *
cw_material_class_get_name (CwMaterialClass klass)
{
  return cw_names_get (material_classes, G_N_ELEMENTS (material_classes), klass);
}

/**
 * cw_hatch_get_name:
 * @hatch: a hatch
 *
 * Returns: its name in files
 */
const char *
cw_hatch_get_name (CwHatch hatch)
{
  return cw_names_get (hatches, G_N_ELEMENTS (hatches), hatch);
}

/**
 * cw_level_kind_get_name:
 * @kind: a kind of level
 *
 * Returns: its name in files
 */
const char *
cw_level_kind_get_name (CwLevelKind kind)
{
  return cw_names_get (level_kinds, G_N_ELEMENTS (level_kinds), kind);
}

/**
 * cw_net_class_get_name:
 * @net_class: a class of a net; `any` is that of a rule
 *
 * Returns: its name in files
 */
const char *
cw_net_class_get_name (CwNetClass net_class)
{
  return cw_names_get (net_classes, G_N_ELEMENTS (net_classes), net_class);
}

/**
 * cw_rule_kind_get_name:
 * @kind: a kind of rule
 *
 * Returns: its name in files
 */
const char *
cw_rule_kind_get_name (CwRuleKind kind)
{
  return cw_names_get (rule_kinds, G_N_ELEMENTS (rule_kinds), kind);
}

/**
 * cw_rule_kind_parse:
 * @text: (nullable): a name as a file has it
 * @kind: (out): return location for the kind of rule
 *
 * Returns: whether @text names one
 */
gboolean
cw_rule_kind_parse (const char *text, CwRuleKind *kind)
{
  guint value;

  if (!cw_names_find (rule_kinds, G_N_ELEMENTS (rule_kinds), text, &value))
    return FALSE;

  *kind = (CwRuleKind) value;
  return TRUE;
}

/**
 * cw_severity_get_name:
 * @severity: a severity
 *
 * Returns: its name in files
 */
const char *
cw_severity_get_name (CwSeverity severity)
{
  return cw_names_get (severities, G_N_ELEMENTS (severities), severity);
}

/**
 * cw_level_kind_is_metal:
 * @kind: a kind of level
 *
 * Returns: whether the shapes on such a level are metal of a net: die pads and wiring
 */
gboolean
cw_level_kind_is_metal (CwLevelKind kind)
{
  return kind == CW_LEVEL_PAD || kind == CW_LEVEL_WIRING;
}

/**
 * cw_material_group_get_name:
 * @group: a group of materials
 *
 * Returns: its name in files
 */
const char *
cw_material_group_get_name (CwMaterialGroup group)
{
  return cw_names_get (groups, G_N_ELEMENTS (groups), group);
}

/**
 * cw_deposition_get_name:
 * @deposition: how a wiring level is deposited
 *
 * Returns: its name in files
 */
const char *
cw_deposition_get_name (CwDeposition deposition)
{
  return cw_names_get (depositions, G_N_ELEMENTS (depositions), deposition);
}

/**
 * cw_substrate_kind_get_name:
 * @kind: how a substrate is built
 *
 * Returns: its name in files
 */
const char *
cw_substrate_kind_get_name (CwSubstrateKind kind)
{
  return cw_names_get (substrate_kinds, G_N_ELEMENTS (substrate_kinds), kind);
}
