/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/check/package.h"

#define HALF (2 * CW_MM)       /* of the package */
#define DIE_HALF (500 * CW_UM) /* of the die */
#define PAD_AT (200 * CW_UM)   /* of the pads of the die */
#define BALL_AT (1200 * CW_UM) /* of the bonding pads */
#define CAVITY_HALF (600 * CW_UM)

static CwTechnology *
change_technology (const CwTechnology *other, TestLevelFunc func, gpointer user_data,
                   CwRuleKind first)
{
  g_autoptr (GError) error = NULL;
  CwTechnology *self = cw_technology_new (cw_technology_get_name (other));

  for (guint i = 0; i < cw_technology_get_n_materials (other); i++)
    cw_technology_add_material (self, cw_technology_get_material (other, i), &error);
  for (guint i = 0; i < cw_technology_get_n_levels (other); i++)
    {
      CwLevel level = *cw_technology_get_level (other, i);

      if (func != NULL)
        func (&level, user_data);
      cw_technology_add_level (self, &level, &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < cw_technology_get_n_rules (other); i++)
    if (cw_technology_get_rule (other, i)->kind >= first)
      cw_technology_add_rule (self, cw_technology_get_rule (other, i), &error);
  cw_technology_set_substrate (self, cw_technology_get_substrate (other));
  cw_technology_set_flow (self, cw_technology_get_flow (other));
  cw_technology_set_panel (self, cw_technology_get_panel (other), &error);
  g_assert_no_error (error);
  return self;
}

CwTechnology *
test_technology_change (const CwTechnology *other, TestLevelFunc func, gpointer user_data)
{
  return change_technology (other, func, user_data, CW_RULE_WIDTH);
}

CwTechnology *
test_technology_keep_claim_rules (const CwTechnology *other)
{
  return change_technology (other, NULL, NULL, CW_RULE_DIE_SPACING);
}

static CwId
add_die_type (TestPackage *self)
{
  g_autoptr (GError) error = NULL;
  CwPad list[2] = { { .name = g_ref_string_new ("1"), .at = { -PAD_AT, 0 } },
                    { .name = g_ref_string_new ("2"), .at = { PAD_AT, 0 } } };
  g_autoptr (CwPads) pads = NULL;
  CwDieType type = { .name = g_ref_string_new ("chip"),
                     .body = CW_BOX (-DIE_HALF, -DIE_HALF, DIE_HALF, DIE_HALF),
                     .thickness = 130 * CW_UM,
                     .function = g_ref_string_new ("") };
  CwId id;

  list[0].form = list[1].form = (CwPadForm){ CW_PAD_RECTANGLE, 80 * CW_UM, 80 * CW_UM };
  type.pads = pads = cw_pads_new (list, 2);
  id = cw_edit_add_die_type (self->edit, &type, &error);
  g_assert_no_error (error);
  g_ref_string_release (list[0].name);
  g_ref_string_release (list[1].name);
  g_ref_string_release (type.name);
  g_ref_string_release (type.function);
  return id;
}

/* without nets */
CwId
test_package_add_die (TestPackage *self, const char *name, CwCoord x, CwCoord y, const char *module)
{
  g_autoptr (GError) error = NULL;
  const CwId none[2] = { CW_ID_NONE, CW_ID_NONE };
  g_autoptr (CwNets) nets = cw_nets_new (none, 2);
  CwDie die = { .name = g_ref_string_new (name),
                .type = self->type,
                .at = { x, y },
                .nets = nets,
                .module = module != NULL ? g_ref_string_new (module) : NULL };
  CwId id = cw_edit_add_die (self->edit, &die, &error);

  g_assert_no_error (error);
  g_ref_string_release (die.name);
  if (die.module != NULL)
    g_ref_string_release (die.module);
  return id;
}

CwId
test_package_add_cavity (TestPackage *self, guint level, CwBox box, CwCoord depth)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwPath) path = cw_path_new_box (box);
  CwCavity cavity = { .outline = path, .depth = depth, .level = (guint8) level };
  CwId id = cw_edit_add_cavity (self->edit, &cavity, &error);

  g_assert_no_error (error);
  return id;
}

static void
add_way_out (TestPackage *self, guint i, const CwTechnology *technology)
{
  g_autoptr (GError) error = NULL;
  guint pad = cw_technology_find_level_kind (technology, CW_LEVEL_PAD);
  guint n = cw_technology_get_n_wiring_levels (technology);
  guint top = cw_technology_get_wiring_level (technology, n - 1);
  CwCoord sign = i == 0 ? -1 : 1;
  CwBondingPad ball = { .name = g_ref_string_new (i == 0 ? "A1" : "A2"),
                        .at = { sign * BALL_AT, 0 },
                        .land = { CW_PAD_ROUND, 250 * CW_UM, 250 * CW_UM },
                        .opening = { CW_PAD_ROUND, 220 * CW_UM, 220 * CW_UM },
                        .ball = { CW_BALL_SOLDER_BALL, 280 * CW_UM },
                        .net = self->nets[i],
                        .level = (guint8) top };

  self->vias[i] = test_add_via (self->edit, pad, top, self->nets[i], sign * PAD_AT, 0, 30 * CW_UM,
                                60 * CW_UM);
  self->traces[i] = test_add_segment (self->edit, top, self->nets[i], 20 * CW_UM, sign * PAD_AT, 0,
                                      sign * BALL_AT, 0);
  self->pads[i] = cw_edit_add_bonding_pad (self->edit, &ball, &error);
  g_assert_no_error (error);
  g_ref_string_release (ball.name);
}

void
test_package_init (TestPackage *self, CwTechnology *technology)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwPath) outline = cw_path_new_box (CW_BOX (-HALF, -HALF, HALF, HALF));
  g_autoptr (CwDesign) empty = cw_design_new (technology, outline);
  g_autoptr (CwNets) nets = NULL;
  CwSubstrateKind substrate = cw_technology_get_substrate (technology);
  CwFlow *flow = cw_technology_get_flow (technology);
  guint board = cw_technology_find_level (technology, "CORE1");
  CwDie die;

  *self = (TestPackage){ .edit = cw_edit_new (empty) };
  self->nets[0] = test_add_net (self->edit, "a", CW_NET_SIGNAL);
  self->nets[1] = test_add_net (self->edit, "b", CW_NET_SIGNAL);
  self->type = add_die_type (self);
  self->die = test_package_add_die (self, "U1", 0, 0, NULL);
  die = *(const CwDie *) cw_edit_get_item (self->edit, self->die);
  die.nets = nets = cw_nets_new (self->nets, 2);
  cw_edit_set_die (self->edit, self->die, &die, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    add_way_out (self, i, technology);

  if (substrate != CW_SUBSTRATE_PLAIN && flow->method == CW_METHOD_A)
    self->cavity = test_package_add_cavity (
        self, board != CW_LEVEL_NONE ? board : cw_technology_find_level (technology, "SUBSTRATE"),
        CW_BOX (-CAVITY_HALF, -CAVITY_HALF, CAVITY_HALF, CAVITY_HALF),
        substrate == CW_SUBSTRATE_MOULDED ? 150 * CW_UM : 0);
}

void
test_package_set_technology (TestPackage *self, CwTechnology *technology)
{
  g_autoptr (GError) error = NULL;

  cw_edit_set_technology (self->edit, technology, &error);
  g_assert_no_error (error);
}

/* the technology that the package has, to be changed */
CwTechnology *
test_package_dup_technology (TestPackage *self, TestLevelFunc func, gpointer user_data)
{
  g_autoptr (CwDesign) design = cw_edit_finish (self->edit, NULL);
  CwTechnology *technology
      = test_technology_change (cw_design_get_technology (design), func, user_data);

  cw_edit_free (self->edit);
  self->edit = cw_edit_new (design);
  return technology;
}

void
test_package_set_panel (TestPackage *self, CwUnitScope scope, CwCoord pull_back)
{
  g_autoptr (CwTechnology) technology = test_package_dup_technology (self, NULL, NULL);
  g_autoptr (GError) error = NULL;
  CwPanel panel = { .kind = CW_PANEL_SHEET,
                    .scope = scope,
                    .width = 300 * CW_MM,
                    .height = 300 * CW_MM,
                    .street = 100 * CW_UM,
                    .pull_back = pull_back };

  cw_technology_set_panel (technology, &panel, &error);
  g_assert_no_error (error);
  test_package_set_technology (self, technology);
}

static void
append_lines (const CwCheckResult *result, CwRuleKind kind, GString *lines)
{
  for (gsize i = 0; i < cw_check_result_get_n_violations (result); i++)
    {
      const CwViolation *violation = cw_check_result_get_violation (result, i);
      g_autofree char *line = cw_violation_format (violation, cw_check_result_get_design (result));

      if (kind != CW_N_RULE_KINDS && violation->kind != kind)
        continue;
      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      if (violation->severity == CW_SEVERITY_WARNING)
        g_string_append (lines, "warning: ");
      g_string_append (lines, line);
    }
}

void
test_package_assert_clean (TestPackage *self)
{
  test_package_assert_found (self, CW_N_RULE_KINDS, "");
}

void
test_package_assert_found (TestPackage *self, CwRuleKind kind, const char *lines)
{
  g_autoptr (CwDesign) design = test_finish (self->edit);
  g_autoptr (CwCheckResult) result = test_check (design);
  g_autoptr (GString) found = g_string_new ("");

  append_lines (result, kind, found);
  if (g_str_equal (found->str, lines))
    return;
  g_test_message ("found:    %s", found->str);
  g_test_message ("expected: %s", lines);
  g_test_fail ();
}
