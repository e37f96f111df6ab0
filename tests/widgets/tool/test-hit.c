/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"
#include "widgets/tool/cw-hit.h"

static CwHitQuery
query (Fixture *self, guint8 active)
{
  return (CwHitQuery){ fixture_get_design (self), G_MAXUINT64, active, CW_FILTER_ALL };
}

static CwPick
hit (const CwHitQuery *question, CwPoint at)
{
  CwHit found = { .pick = { CW_ID_NONE, 0 } };

  cw_hit_find (question, at, 0, &found);

  return found.pick;
}

static guint
count_filtered (const CwHitQuery *question, CwPoint at)
{
  g_autoptr (GArray) hits = cw_hit_list_filtered (question, at, 0);

  return hits->len;
}

static void
test_smallest_comes_first (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwHitQuery question = query (self, PACKAGE_SUBSTRATE);

  g_assert_cmpuint (hit (&question, self->pads[1]).item, ==, self->die);
  g_assert_cmpuint (hit (&question, self->pads[1]).part, ==, 2);
  g_assert_cmpuint (hit (&question, fixture_um (0, 0)).item, ==, self->die);
  g_assert_cmpuint (hit (&question, fixture_um (0, 0)).part, ==, 0);
  g_assert_cmpuint (hit (&question, fixture_um (4000, 0)).item, ==, CW_ID_NONE);
}

static void
test_active_level_comes_first (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwHitQuery question = query (self, PACKAGE_DIE);

  g_assert_cmpuint (hit (&question, self->pads[1]).part, ==, 0);
  question.active_level = PACKAGE_RDL1;
  g_assert_cmpuint (hit (&question, self->pads[0]).item, ==, self->pad_via);
}

static void
test_list_names_each_once (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwHitQuery question = query (self, PACKAGE_RDL1);
  g_autoptr (GArray) hits = cw_hit_list (&question, self->pads[0], 0);

  g_assert_cmpuint (hits->len, ==, 4); /* via, pad, trace, die */
  for (guint i = 0; i < hits->len; i++)
    for (guint j = 0; j < i; j++)
      g_assert_false (
          g_array_index (hits, CwHit, i).pick.item == g_array_index (hits, CwHit, j).pick.item
          && g_array_index (hits, CwHit, i).pick.part == g_array_index (hits, CwHit, j).pick.part);
}

static void
test_filter_and_levels (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwHitQuery question = query (self, PACKAGE_RDL1);

  question.filter = CW_FILTER_TRACES;
  g_assert_cmpuint (hit (&question, self->pads[0]).item, ==, self->trace);
  g_assert_cmpuint (count_filtered (&question, self->pads[0]), ==, 3);
  question.levels = 0;
  g_assert_cmpuint (hit (&question, self->pads[0]).item, ==, CW_ID_NONE);
  g_assert_cmpuint (count_filtered (&question, self->pads[0]), ==, 0);
}

static void
test_tolerance (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwHitQuery question = query (self, PACKAGE_RDL1);
  CwHit found;

  g_assert_false (cw_hit_find (&question, fixture_um (700, -1013), 2 * CW_UM, &found));
  g_assert_true (cw_hit_find (&question, fixture_um (700, -1013), 3 * CW_UM, &found));
  g_assert_cmpuint (found.net, ==, self->net_a);
  g_assert_cmpuint (found.level, ==, PACKAGE_RDL1);
}

static void
assert_description (Fixture *self, CwPick pick, const char *expected)
{
  g_autofree char *text = cw_pick_dup_description (fixture_get_design (self), pick, CW_UNIT_UM);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_descriptions (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");

  assert_description (self, (CwPick){ self->die, 0 }, "Die U1, 2000 × 1000 µm");
  assert_description (self, (CwPick){ self->die, 2 }, "Die pad U1.2, B, 60 × 60 µm");
  assert_description (self, (CwPick){ self->die, 4 }, "Die pad U1.4, 60 × 60 µm");
  assert_description (self, (CwPick){ self->ball_a, 0 }, "Bonding pad A1, A, RDL2, 236 × 236 µm");
  assert_description (self, (CwPick){ self->via, 0 },
                      "Via, A, RDL1 – RDL2, hole 36 µm, land 56 µm");
  assert_description (self, (CwPick){ self->trace, 0 },
                      "Trace, A, RDL1, 20 µm wide, 2433.334 µm long");
  assert_description (self, (CwPick){ CW_ID_NONE, 0 }, "");
}

#define ADD(name, func) g_test_add_func ("/widgets/tool/hit/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("smallest-comes-first", test_smallest_comes_first);
  ADD ("active-level-comes-first", test_active_level_comes_first);
  ADD ("list-names-each-once", test_list_names_each_once);
  ADD ("filter-and-levels", test_filter_and_levels);
  ADD ("tolerance", test_tolerance);
  ADD ("descriptions", test_descriptions);

  return g_test_run ();
}
