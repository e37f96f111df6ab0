/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/check/fixture.h"

CwTechnology *
test_technology_new (const TestRule *rules, guint n_rules)
{
  g_autoptr (CwTechnology) other = cw_technology_new_default (2);
  g_autoptr (GError) error = NULL;
  CwTechnology *self = cw_technology_new ("test");

  for (guint i = 0; i < cw_technology_get_n_materials (other); i++)
    cw_technology_add_material (self, cw_technology_get_material (other, i), &error);
  for (guint i = 0; i < cw_technology_get_n_levels (other); i++)
    cw_technology_add_level (self, cw_technology_get_level (other, i), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < n_rules; i++)
    {
      g_autofree char *name = g_strdup_printf ("r.%u", i);
      CwRule rule = { .name = g_ref_string_new (name),
                      .kind = rules[i].kind,
                      .value = rules[i].value,
                      .level = rules[i].level,
                      .net_class = rules[i].net_class,
                      .source = g_ref_string_new ("a test") };

      cw_technology_add_rule (self, &rule, &error);
      g_assert_no_error (error);
      g_ref_string_release (rule.name);
      g_ref_string_release (rule.source);
    }

  g_assert_cmpint (cw_technology_get_level (self, PAD_LEVEL)->kind, ==, CW_LEVEL_PAD);
  g_assert_cmpint (cw_technology_get_level (self, RDL1)->kind, ==, CW_LEVEL_WIRING);
  g_assert_cmpint (cw_technology_get_level (self, RDL2)->kind, ==, CW_LEVEL_WIRING);
  g_assert_cmpint (cw_technology_get_level (self, PASSIVATION)->kind, ==, CW_LEVEL_PASSIVATION);
  return self;
}

/* a package of 2 mm × 2 mm around the origin */
CwDesign *
test_design_new (const TestRule *rules, guint n_rules)
{
  g_autoptr (CwTechnology) technology = test_technology_new (rules, n_rules);
  g_autoptr (CwPath) outline
      = cw_path_new_box (CW_BOX (-1 * CW_MM, -1 * CW_MM, 1 * CW_MM, 1 * CW_MM));

  return cw_design_new (technology, outline);
}

CwId
test_add_net (CwEdit *edit, const char *name, CwNetClass net_class)
{
  g_autoptr (GError) error = NULL;
  CwNet net = { .name = g_ref_string_new (name), .net_class = net_class };
  CwId id = cw_edit_add_net (edit, &net, &error);

  g_assert_no_error (error);
  g_ref_string_release (net.name);
  return id;
}

CwId
test_add_trace (CwEdit *edit, guint level, CwId net, CwCoord width, const CwPoint *points,
                guint n_points)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwPath) path = cw_path_new_points (points, n_points);
  CwTrace trace = { .path = path, .width = width, .net = net, .level = (guint8) level };
  CwId id = cw_edit_add_trace (edit, &trace, &error);

  g_assert_no_error (error);
  return id;
}

CwId
test_add_segment (CwEdit *edit, guint level, CwId net, CwCoord width, CwCoord x0, CwCoord y0,
                  CwCoord x1, CwCoord y1)
{
  CwPoint points[] = { { x0, y0 }, { x1, y1 } };

  return test_add_trace (edit, level, net, width, points, G_N_ELEMENTS (points));
}

CwId
test_add_via (CwEdit *edit, guint from, guint to, CwId net, CwCoord x, CwCoord y, CwCoord hole,
              CwCoord land)
{
  g_autoptr (GError) error = NULL;
  CwVia via = {
    .at = { x, y }, .hole = hole, .land = land, .net = net, .from = (guint8) from, .to = (guint8) to
  };
  CwId id = cw_edit_add_via (edit, &via, &error);

  g_assert_no_error (error);
  return id;
}

CwId
test_add_bonding_pad (CwEdit *edit, CwId net, const char *name, CwCoord x, CwCoord y, CwCoord land,
                      CwCoord opening)
{
  g_autoptr (GError) error = NULL;
  CwBondingPad pad = { .name = g_ref_string_new (name),
                       .at = { x, y },
                       .land = { CW_PAD_ROUND, land, land },
                       .opening = { CW_PAD_ROUND, opening, opening },
                       .net = net,
                       .level = RDL2 };
  CwId id = cw_edit_add_bonding_pad (edit, &pad, &error);

  g_assert_no_error (error);
  g_ref_string_release (pad.name);
  return id;
}

/* square, centred, with square pads of 40 µm named by number */
CwId
test_add_die (CwEdit *edit, const char *name, CwCoord x, CwCoord y, CwCoord size,
              const CwPoint *pads, const CwId *nets, guint n_pads)
{
  g_autoptr (GError) error = NULL;
  g_autofree CwPad *list = g_new0 (CwPad, n_pads + 1);
  g_autoptr (CwPads) shared = NULL;
  g_autoptr (CwNets) shared_nets = cw_nets_new (nets, n_pads);
  CwDieType type
      = { .body = CW_BOX (-size / 2, -size / 2, size / 2, size / 2), .thickness = 100 * CW_UM };
  CwDie die = { .at = { x, y }, .nets = shared_nets };
  CwId id;

  for (guint i = 0; i < n_pads; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      list[i].name = g_ref_string_new (number);
      list[i].at = pads[i];
      list[i].form = (CwPadForm){ CW_PAD_RECTANGLE, 40 * CW_UM, 40 * CW_UM };
    }
  type.pads = shared = cw_pads_new (list, n_pads);
  type.name = g_ref_string_new (name);
  type.function = g_ref_string_new ("");
  die.name = type.name;
  die.type = cw_edit_add_die_type (edit, &type, &error);
  g_assert_no_error (error);
  id = cw_edit_add_die (edit, &die, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < n_pads; i++)
    g_ref_string_release (list[i].name);
  g_ref_string_release (type.name);
  g_ref_string_release (type.function);
  return id;
}

/* ends the edit too */
CwDesign *
test_finish (CwEdit *edit)
{
  CwDesign *design = cw_edit_finish (edit, NULL);

  cw_edit_free (edit);
  return design;
}

CwCheckResult *
test_check (CwDesign *design)
{
  g_autoptr (GError) error = NULL;
  CwCheckResult *result = cw_check_run (design, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (cw_check_result_is_complete (result));
  g_assert_true (cw_check_result_get_design (result) == design);
  return result;
}

static void
print_all (const CwCheckResult *result, const char *title)
{
  g_test_message ("%s:", title);
  for (gsize i = 0; i < cw_check_result_get_n_violations (result); i++)
    {
      const CwViolation *violation = cw_check_result_get_violation (result, i);
      g_autofree char *line = cw_violation_format (violation, cw_check_result_get_design (result));

      g_test_message ("  %x/%u %x/%u (%d, %d) (%d, %d) %s", violation->items[0],
                      violation->parts[0], violation->items[1], violation->parts[1],
                      violation->at[0].x, violation->at[0].y, violation->at[1].x,
                      violation->at[1].y, line);
    }
}

void
test_assert_results_equal (const CwCheckResult *a, const CwCheckResult *b, const char *what)
{
  if (cw_check_result_equal (a, b))
    return;

  print_all (a, "one");
  print_all (b, "other");
  g_error ("%s: results differ", what);
}
