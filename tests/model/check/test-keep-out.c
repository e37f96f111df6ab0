/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/check/package.h"

/* Planes, keep-outs and fiducials. */

static CwId
add_keep_out (CwEdit *edit, const char *name, guint level, guint forbids, CwBox box)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwOutline) outline = cw_outline_new_box (box);
  CwKeepOut keep_out = { .name = g_ref_string_new (name),
                         .outline = outline,
                         .level = (guint8) level,
                         .forbids = (guint8) forbids };
  CwId id = cw_edit_add_keep_out (edit, &keep_out, &error);

  g_assert_no_error (error);
  g_ref_string_release (keep_out.name);
  return id;
}

static CwId
add_zone (CwEdit *edit, guint level, CwId net, CwZoneFill fill, CwBox box)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwOutline) outline = cw_outline_new_box (box);
  CwZone zone = { .outline = outline, .net = net, .level = (guint8) level, .fill = (guint8) fill };
  CwId id = cw_edit_add_zone (edit, &zone, &error);

  g_assert_no_error (error);
  return id;
}

static CwId
add_fiducial (CwEdit *edit, guint level, CwPoint at, CwCoord size, CwCoord clear)
{
  g_autoptr (GError) error = NULL;
  CwFiducial fiducial = { .at = at, .size = size, .clear = clear, .level = (guint8) level };
  CwId id = cw_edit_add_fiducial (edit, &fiducial, &error);

  g_assert_no_error (error);
  return id;
}

typedef struct
{
  const char *name;
  guint forbids;
  CwBox box;
  const char *lines;
} KeepOutCase;

/* The package has a die of 1 mm, and to both sides of it a trace of 20 µm on the axis to a bonding pad. */
static const KeepOutCase cases[] = {
  { "trace",
    CW_KEEP_OUT_TRACES,
    { { 600000, -100000 }, { 700000, 0 } },
    "keep-out on RDL1: A2 (trace 2, net b) lies 10 µm within K (keep-out 1), rule keep-out: "
    "keep-out areas of the design" },
  { "trace-at-border", CW_KEEP_OUT_TRACES, { { 600000, -100000 }, { 700000, -10000 } }, "" },
  { "trace-by-a-nanometre-less",
    CW_KEEP_OUT_TRACES,
    { { 600000, -100000 }, { 700000, -9990 } },
    "keep-out on RDL1: A2 (trace 2, net b) lies 0.01 µm within K (keep-out 1), rule keep-out: "
    "keep-out areas of the design" },
  { "trace-not-forbidden",
    CW_KEEP_OUT_ALL & ~CW_KEEP_OUT_TRACES & ~CW_KEEP_OUT_DIES,
    { { 600000, -100000 }, { 700000, 0 } },
    "" },
  { "die",
    CW_KEEP_OUT_DIES,
    { { -600000, -100000 }, { -460000, 0 } },
    "keep-out on DIE: U1 (die) lies 40 µm within K (keep-out 1), rule keep-out: keep-out areas of "
    "the design" },
  { "die-not-forbidden", CW_KEEP_OUT_ZONES, { { -600000, -100000 }, { -460000, 0 } }, "" },
};

static void
test_keep_out (gconstpointer user_data)
{
  const KeepOutCase *data = user_data;
  g_autoptr (CwTechnology) technology
      = cw_technology_new_method (CW_METHOD_A, CW_SUBSTRATE_PLAIN, 1);
  TestPackage package;

  test_package_init (&package, technology);
  add_keep_out (package.edit, "K", CW_LEVEL_NONE, data->forbids, data->box);
  test_package_assert_found (&package, CW_RULE_KEEP_OUT, data->lines);
}

static void
test_keep_out_forbids_pads_vias_planes_and_fiducials (void)
{
  g_autoptr (CwDesign) base = test_design_new (NULL, 0);
  CwEdit *edit = cw_edit_new (base);
  CwId net = test_add_net (edit, "n", CW_NET_SIGNAL);
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwCheckResult) result = NULL;
  static const char *const lines[] = {
    "keep-out on RDL2: A1 (bonding pad 1, net n) lies 100 µm within keep-out 1",
    "keep-out on RDL1: via 1 (net n) lies 40 µm within keep-out 1",
    "keep-out on RDL1: zone 1 (net n) lies 50 µm within keep-out 1",
    "keep-out on RDL2: fiducial 1 lies 30 µm within keep-out 1",
  };

  /* without any rule: what is drawn is meant */
  test_add_bonding_pad (edit, net, "A1", 0, 0, 100 * CW_UM, 0);
  test_add_via (edit, RDL1, RDL2, net, 300 * CW_UM, 0, 20 * CW_UM, 40 * CW_UM);
  add_zone (edit, RDL1, net, CW_ZONE_SOLID, CW_BOX (-900000, 0, -350000, 50000));
  add_fiducial (edit, RDL2, CW_POINT (0, 400000), 60 * CW_UM, 0);
  add_keep_out (edit, "", CW_LEVEL_NONE, CW_KEEP_OUT_ALL,
                CW_BOX (-400000, -400000, 400000, 400000));
  design = test_finish (edit);
  result = test_check (design);

  g_assert_cmpuint (cw_check_result_get_n_violations (result), ==, G_N_ELEMENTS (lines));
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const CwViolation *violation = cw_check_result_get_violation (result, i);
      g_autofree char *line = cw_violation_format (violation, design);

      g_test_message ("%s", line);
      g_assert_cmpstr (line, ==, lines[i]);
      g_assert_cmpuint (violation->rule, ==, CW_VIOLATION_NO_RULE);
      g_assert_cmpint (violation->severity, ==, CW_SEVERITY_ERROR);
    }
}

static void
test_keep_out_can_be_switched_off (void)
{
  g_autoptr (CwTechnology) technology = test_technology_new (NULL, 0);
  g_autoptr (CwPath) path = cw_path_new_box (CW_BOX (0, 0, CW_MM, CW_MM));
  g_autoptr (GError) error = NULL;
  CwRule rule = { .name = g_ref_string_new ("keep-out"),
                  .kind = CW_RULE_KEEP_OUT,
                  .level = CW_LEVEL_NONE,
                  .net_class = CW_NET_ANY,
                  .severity = CW_SEVERITY_OFF };
  g_autoptr (CwDesign) base = NULL;
  CwEdit *edit;
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwCheckResult) result = NULL;

  cw_technology_add_rule (technology, &rule, &error);
  g_assert_no_error (error);
  g_ref_string_release (rule.name);
  base = cw_design_new (technology, path);
  edit = cw_edit_new (base);
  test_add_segment (edit, RDL1, CW_ID_NONE, 1000, 0, 0, 100000, 0);
  add_keep_out (edit, "", RDL1, CW_KEEP_OUT_ALL, CW_BOX (0, 0, 50000, 50000));
  design = test_finish (edit);
  result = test_check (design);
  g_assert_cmpuint (cw_check_result_get_n_violations (result), ==, 0);
}

static void
test_keep_out_is_no_metal (void)
{
  static const TestRule rules[] = { { CW_RULE_CLEARANCE, 10000, CW_LEVEL_NONE, CW_NET_ANY },
                                    { CW_RULE_SHORT, 0, CW_LEVEL_NONE, CW_NET_ANY },
                                    { CW_RULE_WIDTH, 10000, CW_LEVEL_NONE, CW_NET_ANY },
                                    { CW_RULE_OPEN, 0, CW_LEVEL_NONE, CW_NET_ANY } };
  g_autoptr (CwDesign) base = test_design_new (rules, G_N_ELEMENTS (rules));
  CwEdit *edit = cw_edit_new (base);
  CwId net = test_add_net (edit, "n", CW_NET_SIGNAL);
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwCheckResult) result = NULL;

  test_add_segment (edit, RDL1, net, 10000, 0, 0, 100000, 0);
  add_keep_out (edit, "", CW_LEVEL_NONE, CW_KEEP_OUT_DIES, CW_BOX (-20000, -20000, 500000, 1000));
  design = test_finish (edit);
  result = test_check (design);
  g_assert_cmpuint (cw_check_result_get_n_violations (result), ==, 0);
}

static void
test_solid_plane_is_metal (void)
{
  static const TestRule rules[] = { { CW_RULE_CLEARANCE, 10000, CW_LEVEL_NONE, CW_NET_ANY },
                                    { CW_RULE_SHORT, 0, CW_LEVEL_NONE, CW_NET_ANY },
                                    { CW_RULE_WIDTH, 60000, CW_LEVEL_NONE, CW_NET_ANY },
                                    { CW_RULE_OPEN, 0, CW_LEVEL_NONE, CW_NET_ANY } };
  g_autoptr (CwDesign) base = test_design_new (rules, G_N_ELEMENTS (rules));
  CwEdit *edit = cw_edit_new (base);
  CwId net = test_add_net (edit, "n", CW_NET_SIGNAL);
  CwId other = test_add_net (edit, "o", CW_NET_SIGNAL);
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwCheckResult) result = NULL;
  static const char *const lines[] = {
    "width 50 µm < 60 µm on RDL1 of zone 1 (net n), rule r.2: a test",
    "clearance 4 µm < 10 µm on RDL1 between trace 1 (net o) and zone 1 (net n), rule r.0: a test",
    "short on RDL1 between trace 2 (net o) and zone 1 (net n), rule r.1: a test",
    "open of 100 µm between trace 4 (net n) and zone 1 (net n), rule r.3: a test",
  };

  add_zone (edit, RDL1, net, CW_ZONE_SOLID, CW_BOX (0, 0, 1000000, 50000));
  test_add_segment (edit, RDL1, other, 60000, 0, 84000, 1000000, 84000);
  test_add_segment (edit, RDL1, other, 60000, 1030000, 0, 1500000, 0);
  test_add_segment (edit, RDL1, net, 60000, 500000, -500000, 500000, -10000);
  test_add_segment (edit, RDL1, net, 60000, -500000, 20000, -130000, 20000);
  design = test_finish (edit);
  result = test_check (design);
  for (gsize i = 0; i < cw_check_result_get_n_violations (result); i++)
    {
      g_autofree char *line
          = cw_violation_format (cw_check_result_get_violation (result, i), design);

      g_test_message ("%s", line);
      if (i < G_N_ELEMENTS (lines))
        g_assert_cmpstr (line, ==, lines[i]);
    }
  g_assert_cmpuint (cw_check_result_get_n_violations (result), ==, G_N_ELEMENTS (lines) + 1);
}

static void
test_fiducial_keeps_metal_away (void)
{
  g_autoptr (CwDesign) base = test_design_new (NULL, 0);
  CwEdit *edit = cw_edit_new (base);
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwCheckResult) result = NULL;
  g_autofree char *line = NULL;

  add_fiducial (edit, RDL2, CW_POINT (0, 0), 100 * CW_UM, 300 * CW_UM);
  test_add_segment (edit, RDL2, CW_ID_NONE, 10000, -500000, 155000, 500000, 155000);
  test_add_segment (edit, RDL2, CW_ID_NONE, 10000, -500000, -154999, 500000, -154999);
  test_add_segment (edit, RDL1, CW_ID_NONE, 10000, -500000, 0, 500000, 0);
  design = test_finish (edit);
  result = test_check (design);
  g_assert_cmpuint (cw_check_result_get_n_violations (result), ==, 1);
  line = cw_violation_format (cw_check_result_get_violation (result, 0), design);
  g_assert_cmpstr (line, ==,
                   "keep-out 149.999 µm < 150 µm on RDL2 from the centre of fiducial 1 to trace 2");
}

static CwBox
random_box (GRand *random)
{
  CwPoint at
      = CW_POINT (g_rand_int_range (random, 0, 400000), g_rand_int_range (random, 0, 400000));

  return CW_BOX (at.x, at.y, at.x + g_rand_int_range (random, 5000, 150000),
                 at.y + g_rand_int_range (random, 5000, 150000));
}

static guint
random_level (GRand *random)
{
  return g_rand_boolean (random) ? RDL1 : RDL2;
}

static void
add_random (CwEdit *edit, GRand *random)
{
  CwId net = cw_id_new (CW_ITEM_NET, (guint32) g_rand_int_range (random, 1, 4));
  CwBox box = random_box (random);

  switch (g_rand_int_range (random, 0, 7))
    {
    case 0:
      add_zone (edit, random_level (random), net,
                g_rand_boolean (random) ? CW_ZONE_SOLID : CW_ZONE_CLEARED, box);
      break;

    case 1:
      add_keep_out (edit, "",
                    g_rand_boolean (random) ? (guint) CW_LEVEL_NONE : random_level (random),
                    (guint) g_rand_int_range (random, 1, CW_KEEP_OUT_ALL + 1), box);
      break;

    case 2:
      add_fiducial (edit, random_level (random), box.min, 20 * CW_UM,
                    g_rand_int_range (random, 0, 100000));
      break;

    case 3:
      test_add_via (edit, g_rand_boolean (random) ? PAD_LEVEL : RDL1, RDL2, net, box.min.x,
                    box.min.y, 10000, 25000);
      break;

    default:
      test_add_segment (edit, random_level (random), net, 12000, box.min.x, box.min.y, box.max.x,
                        box.max.y);
      break;
    }
}

static void
change_random (CwEdit *edit, CwDesign *design, GRand *random)
{
  static const CwItemKind kinds[] = { CW_ITEM_VIA,      CW_ITEM_TRACE, CW_ITEM_ZONE,
                                      CW_ITEM_KEEP_OUT, CW_ITEM_DIE,   CW_ITEM_FIDUCIAL };
  CwItemKind kind = kinds[g_rand_int_range (random, 0, G_N_ELEMENTS (kinds))];
  CwId id = cw_id_new (kind, (guint32) g_rand_int_range (random, 1, 12));
  CwTransform by = { { g_rand_int_range (random, -30000, 30000), 0 }, 0, FALSE };

  if (cw_design_get_item (design, id) == NULL)
    add_random (edit, random);
  else if (g_rand_int_range (random, 0, 4) == 0 && kind != CW_ITEM_DIE)
    cw_edit_remove (edit, id, NULL);
  else
    cw_edit_transform (edit, id, &by, NULL);
}

/* incremental = full */
static void
test_update_is_run (void)
{
  static const TestRule rules[] = { { CW_RULE_CLEARANCE, 8000, CW_LEVEL_NONE, CW_NET_ANY },
                                    { CW_RULE_SHORT, 0, CW_LEVEL_NONE, CW_NET_ANY },
                                    { CW_RULE_WIDTH, 10000, CW_LEVEL_NONE, CW_NET_ANY },
                                    { CW_RULE_OPEN, 0, CW_LEVEL_NONE, CW_NET_ANY } };
  guint32 seed = (guint32) g_test_rand_int ();
  GRand *random = g_rand_new_with_seed (seed);
  const CwPoint pads[] = { { 10000, 10000 } };
  const CwId nets[] = { CW_ID_NONE };
  g_autoptr (CwDesign) base = test_design_new (rules, G_N_ELEMENTS (rules));
  g_autoptr (CwEdit) edit = cw_edit_new (base);
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwCheckResult) result = NULL;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 3; i++)
    test_add_net (edit, i == 0 ? "a" : i == 1 ? "b" : "c", CW_NET_SIGNAL);
  test_add_die (edit, "U1", 100000, 100000, 150000, pads, nets, 1);
  for (guint i = 0; i < 40; i++)
    add_random (edit, random);
  design = cw_edit_finish (edit, NULL);
  result = test_check (design);

  for (guint step = 0; step < 60; step++)
    {
      g_autoptr (CwEdit) change = cw_edit_new (design);
      g_autoptr (CwDesign) next = NULL;
      g_autoptr (CwDiff) diff = NULL;
      g_autoptr (CwCheckResult) updated = NULL;
      g_autoptr (CwCheckResult) fresh = NULL;
      g_autofree char *what = g_strdup_printf ("seed %u, step %u", seed, step);

      for (guint i = 0; i < 1 + step % 3; i++)
        change_random (change, design, random);
      next = cw_edit_finish (change, &diff);
      updated = cw_check_update (result, diff);
      fresh = test_check (next);
      test_assert_results_equal (updated, fresh, what);

      cw_check_result_unref (result);
      result = g_steal_pointer (&updated);
      cw_design_unref (design);
      design = g_steal_pointer (&next);
    }

  g_rand_free (random);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model/check/keep-out/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_keep_out);
    }
  g_test_add_func ("/model/check/keep-out/forbids-pads-vias-planes-and-fiducials",
                   test_keep_out_forbids_pads_vias_planes_and_fiducials);
  g_test_add_func ("/model/check/keep-out/can-be-switched-off", test_keep_out_can_be_switched_off);
  g_test_add_func ("/model/check/keep-out/is-no-metal", test_keep_out_is_no_metal);
  g_test_add_func ("/model/check/keep-out/solid-plane-is-metal", test_solid_plane_is_metal);
  g_test_add_func ("/model/check/keep-out/fiducial-keeps-metal-away",
                   test_fiducial_keeps_metal_away);
  g_test_add_func ("/model/check/keep-out/update-is-run", test_update_is_run);

  return g_test_run ();
}
