/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/cw-setup-private.h"

/* What the user reads for what files name by a word. */

static const char *const methods[] = {
  N_ ("A: dies face up on the organic substrate"),
  N_ ("B: dies face down on a sheet that stays"),
  N_ ("C: dies face down on a carrier that is removed"),
};
static const char *const substrates[] = {
  N_ ("Plain organic board"),
  N_ ("Two core boards, the upper with openings"),
  N_ ("Organic layer with openings on a heat-conducting plate"),
  N_ ("Moulded together with its cavities"),
};
static const char *const level_kinds[] = {
  N_ ("substrate"),  N_ ("adhesive"),     N_ ("dies and filling"), N_ ("die pads"),
  N_ ("dielectric"), N_ ("wiring"),       N_ ("passivation"),      N_ ("balls"),
  N_ ("heat layer"), N_ ("thin organic"), N_ ("under-bump metal"),
};
static const char *const classes[]
    = { N_ ("Metal"),    N_ ("Dielectric"), N_ ("Semiconductor"), N_ ("Filling"),
        N_ ("Adhesive"), N_ ("Core"),       N_ ("Solder") };
static const char *const groups[] = { N_ ("None of the claims'"),
                                      N_ ("Polyimide"),
                                      N_ ("Benzocyclobutene"),
                                      N_ ("Porous dielectric"),
                                      N_ ("Stress buffer"),
                                      N_ ("Epoxy"),
                                      N_ ("Polymer"),
                                      N_ ("Glass"),
                                      N_ ("Organic"),
                                      N_ ("Organic material") };
static const char *const hatches[] = { N_ ("None"),  N_ ("Diagonal"), N_ ("Back diagonal"),
                                       N_ ("Cross"), N_ ("Dots"),     N_ ("Horizontal") };
static const char *const depositions[]
    = { N_ ("Not said"), N_ ("Sputtering"), N_ ("Electroplating"), N_ ("Electro-less plating") };
static const char *const net_classes[] = { N_ ("Signal"), N_ ("Power"), N_ ("Ground"), N_ ("Any") };
static const char *const rule_kinds[] = {
  N_ ("Width"),
  N_ ("Clearance"),
  N_ ("Enclosure"),
  N_ ("Short"),
  N_ ("Open net"),
  N_ ("Die inside the package"),
  N_ ("Distance of dies"),
  N_ ("Saw street"),
  N_ ("Keep-out"),
  N_ ("R1: bonding pads lead to die pads"),
  N_ ("R2: wiring fans out"),
  N_ ("R3: external traces larger than internal"),
  N_ ("R4: filling level with the dies"),
  N_ ("R5: thickness of the thin organic layer"),
  N_ ("R6: wiring and dielectric alternate"),
  N_ ("R7: wiring levels are joined"),
  N_ ("R8: dies are adhered"),
  N_ ("R9: openings go through"),
  N_ ("R10: listed materials and methods"),
  N_ ("R11: pads on the outermost wiring"),
  N_ ("R12: passivation opens the pads"),
  N_ ("R13: a bonding point on each pad"),
  N_ ("R14: order of the steps"),
  N_ ("R15: vias land"),
  N_ ("R16: dies of a unit"),
};
static const char *const severities[] = { N_ ("Error"), N_ ("Warning"), N_ ("Off") };
static const char *const panel_kinds[]
    = { N_ ("None: by itself"), N_ ("Strip"), N_ ("Wafer"), N_ ("Panel") };
static const char *const scopes[] = { N_ ("One die"), N_ ("Several dies") };
static const char *const forms[]
    = { N_ ("Round"), N_ ("Rectangle"), N_ ("Oblong"), N_ ("Octagon") };
static const char *const ball_kinds[] = { N_ ("Solder ball"), N_ ("Bump"), N_ ("Pin") };

G_STATIC_ASSERT (G_N_ELEMENTS (methods) == CW_N_METHODS);
G_STATIC_ASSERT (G_N_ELEMENTS (substrates) == CW_N_SUBSTRATE_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (level_kinds) == CW_N_LEVEL_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (classes) == CW_N_MATERIAL_CLASSES);
G_STATIC_ASSERT (G_N_ELEMENTS (groups) == CW_N_MATERIAL_GROUPS);
G_STATIC_ASSERT (G_N_ELEMENTS (hatches) == CW_N_HATCHES);
G_STATIC_ASSERT (G_N_ELEMENTS (depositions) == CW_N_DEPOSITIONS);
G_STATIC_ASSERT (G_N_ELEMENTS (net_classes) == CW_N_NET_CLASSES + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (rule_kinds) == CW_N_RULE_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (severities) == CW_N_SEVERITIES);
G_STATIC_ASSERT (G_N_ELEMENTS (panel_kinds) == CW_N_PANEL_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (scopes) == CW_N_UNIT_SCOPES);
G_STATIC_ASSERT (G_N_ELEMENTS (forms) == CW_N_PAD_FORM_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (ball_kinds) == CW_N_BALL_KINDS);

static char **
list (const char *const *words, gsize n)
{
  char **names = g_new0 (char *, n + 1);

  for (gsize i = 0; i < n; i++)
    names[i] = g_strdup (_ (words[i]));
  return names;
}

/**
 * cw_setup_list_methods:
 * @design: a design
 *
 * Returns: (transfer full): the methods
 */
char **
cw_setup_list_methods (const CwDesign *design)
{
  return list (methods, G_N_ELEMENTS (methods));
}

/**
 * cw_setup_list_substrates:
 * @design: a design
 *
 * Returns: (transfer full): how substrates are built
 */
char **
cw_setup_list_substrates (const CwDesign *design)
{
  return list (substrates, G_N_ELEMENTS (substrates));
}

/**
 * cw_setup_list_depositions:
 * @design: a design
 *
 * Returns: (transfer full): how wiring is deposited
 */
char **
cw_setup_list_depositions (const CwDesign *design)
{
  return list (depositions, G_N_ELEMENTS (depositions));
}

/**
 * cw_setup_list_classes:
 * @design: a design
 *
 * Returns: (transfer full): classes of materials
 */
char **
cw_setup_list_classes (const CwDesign *design)
{
  return list (classes, G_N_ELEMENTS (classes));
}

/**
 * cw_setup_list_groups:
 * @design: a design
 *
 * Returns: (transfer full): entries of the claims' lists
 */
char **
cw_setup_list_groups (const CwDesign *design)
{
  return list (groups, G_N_ELEMENTS (groups));
}

/**
 * cw_setup_list_hatches:
 * @design: a design
 *
 * Returns: (transfer full): hatches
 */
char **
cw_setup_list_hatches (const CwDesign *design)
{
  return list (hatches, G_N_ELEMENTS (hatches));
}

/**
 * cw_setup_list_rule_kinds:
 * @design: a design
 *
 * Returns: (transfer full): kinds of rules
 */
char **
cw_setup_list_rule_kinds (const CwDesign *design)
{
  return list (rule_kinds, G_N_ELEMENTS (rule_kinds));
}

/**
 * cw_setup_list_severities:
 * @design: a design
 *
 * Returns: (transfer full): severities
 */
char **
cw_setup_list_severities (const CwDesign *design)
{
  return list (severities, G_N_ELEMENTS (severities));
}

/**
 * cw_setup_list_panel_kinds:
 * @design: a design
 *
 * Returns: (transfer full): kinds of panels
 */
char **
cw_setup_list_panel_kinds (const CwDesign *design)
{
  return list (panel_kinds, G_N_ELEMENTS (panel_kinds));
}

/**
 * cw_setup_list_scopes:
 * @design: a design
 *
 * Returns: (transfer full): how many dies a unit has
 */
char **
cw_setup_list_scopes (const CwDesign *design)
{
  return list (scopes, G_N_ELEMENTS (scopes));
}

/**
 * cw_setup_list_forms:
 * @design: a design
 *
 * Returns: (transfer full): forms of pads
 */
char **
cw_setup_list_forms (const CwDesign *design)
{
  return list (forms, G_N_ELEMENTS (forms));
}

/**
 * cw_setup_list_ball_kinds:
 * @design: a design
 *
 * Returns: (transfer full): what is put on a bonding pad
 */
char **
cw_setup_list_ball_kinds (const CwDesign *design)
{
  return list (ball_kinds, G_N_ELEMENTS (ball_kinds));
}

/**
 * cw_setup_list_rule_classes:
 * @design: a design
 *
 * Returns: (transfer full): classes of nets of a rule
 */
char **
cw_setup_list_rule_classes (const CwDesign *design)
{
  return list (net_classes, G_N_ELEMENTS (net_classes));
}

/**
 * cw_setup_list_net_classes:
 * @design: a design
 *
 * Returns: (transfer full): classes of nets
 */
char **
cw_setup_list_net_classes (const CwDesign *design)
{
  return list (net_classes, CW_N_NET_CLASSES);
}

/**
 * cw_setup_list_materials:
 * @design: a design
 *
 * Returns: (transfer full): none, and the materials of the design
 */
char **
cw_setup_list_materials (const CwDesign *design)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  guint n = cw_technology_get_n_materials (technology);
  char **names = g_new0 (char *, n + 2);

  names[0] = g_strdup (_ ("None"));
  for (guint i = 0; i < n; i++)
    names[i + 1] = g_strdup (cw_technology_get_material (technology, i)->name);
  return names;
}

/**
 * cw_setup_list_rule_levels:
 * @design: a design
 *
 * Returns: (transfer full): all levels together, and each
 */
char **
cw_setup_list_rule_levels (const CwDesign *design)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  guint n = cw_technology_get_n_levels (technology);
  char **names = g_new0 (char *, n + 2);

  names[0] = g_strdup (_ ("All that it is about"));
  for (guint i = 0; i < n; i++)
    names[i + 1] = g_strdup (cw_technology_get_level (technology, i)->name);
  return names;
}

/**
 * cw_setup_get_level_word:
 * @kind: which one
 *
 * Returns: (transfer none): what such a level is, translated
 */
const char *
cw_setup_get_level_word (CwLevelKind kind)
{
  return _ (level_kinds[kind]);
}

/**
 * cw_setup_get_method_word:
 * @method: which one
 *
 * Returns: (transfer none): what the method is, translated
 */
const char *
cw_setup_get_method_word (CwMethod method)
{
  return _ (methods[method]);
}

/**
 * cw_setup_get_substrate_word:
 * @substrate: which one
 *
 * Returns: (transfer none): how it is built, translated
 */
const char *
cw_setup_get_substrate_word (CwSubstrateKind substrate)
{
  return _ (substrates[substrate]);
}
