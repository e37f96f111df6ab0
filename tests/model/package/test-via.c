/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-via.h"
#include "tests/model/package/package-test.h"

static const CwVia good = { .at = { 1000, 2000 },
                            .hole = 20000,
                            .land = 40000,
                            .net = (CwId) CW_ITEM_NET << 28 | 7,
                            .from = PAD,
                            .to = RDL2 };

static CwVia
with_place (CwPoint at)
{
  CwVia via = good;

  via.at = at;
  return via;
}

static CwVia
with_sizes (CwCoord hole, CwCoord land)
{
  CwVia via = good;

  via.hole = hole;
  via.land = land;
  return via;
}

static CwVia
with_levels (guint8 from, guint8 to)
{
  CwVia via = good;

  via.from = from;
  via.to = to;
  return via;
}

static CwVia
with_others (CwId net, guint8 fill, guint8 flags)
{
  CwVia via = good;

  via.net = net;
  via.fill = fill;
  via.flags = flags;
  return via;
}

static void
test_refuses_bad_values (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  const CwItemContext context = { technology, NULL };
  const struct
  {
    CwVia via;
    const char *message;
  } rows[] = {
    { good, NULL },
    { with_sizes (1, 1), NULL },
    { with_levels (PAD, RDL1), NULL },
    { with_levels (RDL1, RDL2), NULL },
    { with_others (CW_ID_NONE, CW_VIA_BEFORE_WIRING, CW_ITEM_LOCKED), NULL },
    { with_sizes (0, 10), "via hole \"0\" is not in 0.001 … 100000 µm" },
    { with_sizes (20000, 19999), "via land \"19.999\" is not in 20 … 100000 µm" },
    { with_place (CW_POINT (CW_COORD_MAX + 1, 0)),
      "via position \"1000000.001\" is not in -1000000 … 1000000 µm" },
    { with_place (CW_POINT (0, -CW_COORD_MAX)),
      "via reaches further than 1000000 µm from the origin" },
    { with_levels (RDL1, D2), "upper via level \"D2\" is a dielectric level, not a wiring level" },
    { with_levels (PAD, 10), "upper via level \"10\" is not in the stack" },
    { with_levels (DIE, RDL1), "lower via level \"DIE\" is a die level, not a wiring level" },
    { with_levels (200, RDL1), "lower via level \"200\" is not in the stack" },
    { with_levels (RDL2, RDL1), "lower via level \"RDL2\" is not below upper via level \"RDL1\"" },
    { with_levels (RDL1, RDL1), "lower via level \"RDL1\" is not below upper via level \"RDL1\"" },
    { with_others (5, 0, 0), "net \"5\" of a via is not a net" },
    { with_others (0, 2, 0), "via fill \"2\" is not in 0 … 1" },
    { with_others (0, 0, 2), "via flags \"2\" is not in 0 … 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].message != NULL)
      assert_refused (&cw_via_class, &rows[i].via, &context, rows[i].message);
    else
      assert_valid (&cw_via_class, &rows[i].via, &context);
}

static void
assert_shapes (const CwVia *via, const CwItemContext *context, const guint8 *levels, guint n_levels)
{
  g_assert_cmpuint (cw_via_class.count_shapes (via, context), ==, n_levels);
  for (guint i = 0; i < n_levels; i++)
    {
      gboolean is_hole = levels[i] == D1 || levels[i] == D2;
      CwShape shape;

      cw_via_class.get_shape (via, context, i, &shape);
      g_assert_cmpint (shape.kind, ==, CW_SHAPE_DISC);
      g_assert_cmpint (shape.level, ==, levels[i]);
      g_assert_cmpint (shape.role, ==, is_hole ? CW_ROLE_HOLE : CW_ROLE_LAND);
      g_assert_cmpuint (shape.net, ==, via->net);
      g_assert_cmpuint (shape.part, ==, i);
      assert_point (shape.disc.centre, 1000, 2000);
      g_assert_cmpint (shape.disc.diameter, ==, is_hole ? 20000 : 40000);
    }
}

static void
test_has_lands_and_holes (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  const CwItemContext context = { technology, NULL };
  const guint8 all[] = { D1, RDL1, D2, RDL2 };
  const guint8 lower[] = { D1, RDL1 };
  const guint8 upper[] = { RDL1, D2, RDL2 };
  CwVia via = good;

  assert_shapes (&via, &context, all, 4);
  via.to = RDL1;
  assert_shapes (&via, &context, lower, 2);
  via = good;
  via.from = RDL1;
  assert_shapes (&via, &context, upper, 3);
}

static void
test_turns_back (void)
{
  assert_turns_back (&cw_via_class, &good);
  g_assert_cmpuint (cw_via_class.get_net (&good), ==, good.net);
  g_assert_cmpuint (cw_item_class_get_flags (&cw_via_class, &good), ==, 0);
}

static void
test_names_are_those_of_files (void)
{
  static const char *const names[] = { "with-wiring", "before-wiring" };

  for (guint i = 0; i < CW_N_VIA_FILLS; i++)
    g_assert_cmpstr (cw_via_fill_get_name (i), ==, names[i]);
  g_assert_cmpstr (cw_via_fill_get_name (CW_N_VIA_FILLS), ==, "?");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/package/via/refuses-bad-values", test_refuses_bad_values);
  g_test_add_func ("/model/package/via/has-lands-and-holes", test_has_lands_and_holes);
  g_test_add_func ("/model/package/via/turns-back", test_turns_back);
  g_test_add_func ("/model/package/via/names-are-those-of-files", test_names_are_those_of_files);

  return g_test_run ();
}
