/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/connect/cw-connect.h"
#include "tests/model/check/random-design.h"

static void
assert_name (const CwDesign *design, CwId item, guint32 part, const char *expected)
{
  g_autofree char *name = cw_connect_dup_item_name (design, item, part);

  g_assert_cmpstr (name, ==, expected);
}

/* a chain from die pad 2 by two vias and traces on both levels to ball C9; and a stub of its own */
static void
test_names (void)
{
  static const CwPoint pads[] = { { -50000, 0 }, { 0, 0 } };
  g_autoptr (CwDesign) empty = test_design_new (NULL, 0);
  CwEdit *edit = cw_edit_new (empty);
  CwId nets[] = { CW_ID_NONE, test_add_net (edit, "clock", CW_NET_SIGNAL) };
  CwId net = nets[1];
  CwId die = test_add_die (edit, "U1", 0, 0, 200000, pads, nets, 2);
  CwId via = test_add_via (edit, PAD_LEVEL, RDL1, net, 0, 0, 10000, 30000);
  CwId near_die = test_add_segment (edit, RDL1, net, 4000, 0, 0, 100000, 0);
  CwId other = test_add_via (edit, RDL1, RDL2, net, 100000, 0, 10000, 30000);
  CwId near_ball = test_add_segment (edit, RDL2, net, 4000, 100000, 0, 300000, 0);
  CwId ball = test_add_bonding_pad (edit, net, "C9", 300000, 0, 100000, 80000);
  CwId far = test_add_bonding_pad (edit, net, "D1", 600000, 0, 100000, 80000);
  CwId stub = test_add_segment (edit, RDL1, net, 4000, 0, 500000, 100000, 500000);
  CwId loose = test_add_segment (edit, RDL2, CW_ID_NONE, 4000, 100000, 0, 300000, 0);
  CwId nameless = test_add_bonding_pad (edit, net, "", -600000, 0, 100000, 80000);
  g_autoptr (CwDesign) design = test_finish (edit);

  assert_name (design, die, 0, "U1");
  assert_name (design, die, 1, "U1.1");
  assert_name (design, die, 2, "U1.2");
  assert_name (design, via, 0, "C9");
  assert_name (design, near_die, 0, "C9");
  assert_name (design, other, 0, "C9");
  assert_name (design, near_ball, 0, "C9");
  assert_name (design, ball, 0, "C9");
  assert_name (design, far, 0, "D1");
  assert_name (design, stub, 0, "trace 3");
  assert_name (design, loose, 0, "trace 4");
  assert_name (design, nameless, 0, "bonding pad 3");
  assert_name (design, net, 0, "clock");
  assert_name (design, cw_id_new (CW_ITEM_TRACE, 99), 0, "trace 99");

  edit = cw_edit_new (design);
  g_assert_true (cw_edit_remove (edit, ball, NULL));
  {
    g_autoptr (CwDesign) without = test_finish (edit);

    assert_name (without, near_ball, 0, "U1.2");
    assert_name (without, via, 0, "U1.2");
  }
}

/* a trace to each end of a resistor: the body keeps the nets apart, and each half is a piece of its
 * net; a ring joins what touches it */
static void
test_passives_and_buses (void)
{
  g_autoptr (CwDesign) empty = test_design_new (NULL, 0);
  CwEdit *edit = cw_edit_new (empty);
  CwId a = test_add_net (edit, "a", CW_NET_SIGNAL);
  CwId b = test_add_net (edit, "b", CW_NET_POWER);
  const CwId ids[] = { a, b };
  g_autoptr (CwNets) nets = cw_nets_new (ids, 2);
  g_autoptr (CwPath) ring = cw_path_new_box (CW_BOX (200000, -100000, 400000, 100000));
  CwBus bus = {
    .path = ring, .name = g_ref_string_new_intern ("VDD"), .width = 10000, .net = b, .level = RDL2
  };
  g_autoptr (CwConnect) connect = NULL;
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (GArray) airwires = NULL;
  CwPassive passive;
  CwId resistor;
  CwId near;
  CwId ring_id;
  const CwConnectNet *net;

  cw_passive_init (&passive, CW_FORM_BAR, cw_design_get_technology (empty));
  passive.name = g_ref_string_new_intern ("R1");
  passive.values[CW_PARAMETER_WIDTH] = 10000;
  passive.values[CW_PARAMETER_LENGTH] = 100000;
  passive.nets = nets;
  near = test_add_segment (edit, RDL2, a, 4000, -200000, 0, -50000, 0);
  test_add_segment (edit, RDL2, b, 4000, 50000, 0, 200000, 0);
  test_add_segment (edit, RDL2, b, 4000, 400000, 50000, 500000, 50000);
  ring_id = cw_edit_add_bus (edit, &bus, NULL);
  resistor = cw_edit_add_passive (edit, &passive, NULL);
  design = test_finish (edit);
  connect = cw_connect_new (design);

  net = cw_connect_get_net (connect, a);
  g_assert_cmpuint (net->n_nodes, ==, 2);
  g_assert_cmpuint (net->n_islands, ==, 1);
  g_assert_cmpuint (net->nodes[1].item, ==, resistor);
  g_assert_cmpuint (net->nodes[1].part, ==, 0);
  net = cw_connect_get_net (connect, b);
  g_assert_cmpuint (net->n_nodes, ==, 4);
  g_assert_cmpuint (net->n_islands, ==, 1);
  g_assert_cmpuint (net->nodes[3].part, ==, 1);
  assert_name (design, resistor, 1, "R1");
  assert_name (design, ring_id, 0, "VDD");
  assert_name (design, near, 0, "trace 1");

  edit = cw_edit_new (design);
  g_assert_true (cw_edit_remove (edit, ring_id, NULL));
  {
    g_autoptr (CwDiff) diff = NULL;
    g_autoptr (CwDesign) without = cw_edit_finish (edit, &diff);
    g_autoptr (CwConnect) after = cw_connect_update (connect, diff);

    g_assert_cmpuint (cw_connect_get_net (after, b)->n_islands, ==, 2);
    airwires = cw_connect_get_airwires (after, b);
    g_assert_cmpuint (airwires->len, ==, 1);
  }
  cw_edit_free (edit);
}

static void
test_islands (void)
{
  g_autoptr (CwDesign) empty = test_design_new (NULL, 0);
  CwEdit *edit = cw_edit_new (empty);
  CwId a = test_add_net (edit, "a", CW_NET_SIGNAL);
  CwId b = test_add_net (edit, "b", CW_NET_SIGNAL);
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwConnect) connect = NULL;
  g_autoptr (GArray) airwires = NULL;
  const CwConnectNet *net;
  const CwAirwire *airwire;

  test_add_segment (edit, RDL1, a, 4000, 0, 0, 100000, 0);
  test_add_segment (edit, RDL1, a, 4000, 0, 20000, 100000, 20000);
  test_add_segment (edit, RDL1, a, 4000, 100000, 0, 100000, 5000);
  /* above the first, but on the other level, and on another net */
  test_add_segment (edit, RDL2, a, 4000, 0, 100000, 100000, 100000);
  test_add_segment (edit, RDL1, b, 4000, 50000, 0, 50000, 20000);
  design = test_finish (edit);
  connect = cw_connect_new (design);
  g_assert_true (cw_connect_get_design (connect) == design);

  net = cw_connect_get_net (connect, a);
  g_assert_cmpuint (net->net, ==, a);
  g_assert_cmpuint (net->n_nodes, ==, 4);
  g_assert_cmpuint (net->n_islands, ==, 3);
  g_assert_cmpuint (net->nodes[0].island, ==, 0);
  g_assert_cmpuint (net->nodes[1].island, ==, 1);
  g_assert_cmpuint (net->nodes[2].island, ==, 0);
  g_assert_cmpuint (net->nodes[3].island, ==, 2);
  g_assert_null (cw_connect_get_net (connect, cw_id_new (CW_ITEM_NET, 77)));

  airwires = cw_connect_get_airwires (connect, a);
  g_assert_cmpuint (airwires->len, ==, 2);
  airwire = &g_array_index (airwires, CwAirwire, 0);
  g_assert_cmpint (airwire->length, ==, 11000);
  g_assert_cmpint (airwire->a.y, ==, 18000);
  g_assert_cmpint (airwire->b.y, ==, 7000);
  g_assert_cmpint (g_array_index (airwires, CwAirwire, 1).length, ==, 76000);
  g_assert_cmpuint (airwire->net, ==, a);

  g_array_unref (airwires);
  airwires = cw_connect_get_airwires (connect, b);
  g_assert_cmpuint (airwires->len, ==, 0);
}

/* what is there counts, not the numbers that it has: a few items with the greatest ones once took
 * gigabytes */
static void
test_great_numbers (void)
{
  g_autoptr (CwDesign) empty = test_design_new (NULL, 0);
  CwEdit *edit = cw_edit_new (empty);
  CwId small = test_add_net (edit, "small", CW_NET_SIGNAL);
  CwId near_trace = test_add_segment (edit, RDL1, small, 4000, 0, 0, 100000, 0);
  CwId near_via = test_add_via (edit, RDL1, RDL2, small, 100000, 0, 10000, 30000);
  CwId near_pad = test_add_bonding_pad (edit, small, "A1", 100000, 0, 100000, 80000);
  CwNet net = { .name = g_ref_string_new ("great") };
  CwId ids[]
      = { cw_id_new (CW_ITEM_NET, CW_ID_NUMBER_MAX),
          cw_id_new (CW_ITEM_BONDING_PAD, CW_ID_NUMBER_MAX),
          cw_id_new (CW_ITEM_VIA, CW_ID_NUMBER_MAX), cw_id_new (CW_ITEM_TRACE, CW_ID_NUMBER_MAX) };
  CwTrace trace = *(const CwTrace *) cw_edit_get_item (edit, near_trace);
  CwVia via = *(const CwVia *) cw_edit_get_item (edit, near_via);
  CwBondingPad pad = *(const CwBondingPad *) cw_edit_get_item (edit, near_pad);
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwConnect) connect = NULL;
  const CwConnectNet *found;

  trace.net = via.net = pad.net = ids[0];
  g_assert_true (cw_edit_add_with_id (edit, ids[0], &net, NULL));
  g_assert_true (cw_edit_add_with_id (edit, ids[1], &pad, NULL));
  g_assert_true (cw_edit_add_with_id (edit, ids[2], &via, NULL));
  g_assert_true (cw_edit_add_with_id (edit, ids[3], &trace, NULL));
  g_ref_string_release (net.name);
  design = test_finish (edit);

  connect = cw_connect_new (design);
  found = cw_connect_get_net (connect, ids[0]);
  g_assert_cmpuint (found->n_nodes, ==, 3);
  g_assert_cmpuint (found->n_islands, ==, 1);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (found->nodes[i].item, ==, ids[i + 1]);
  g_assert_cmpuint (cw_connect_get_net (connect, small)->n_nodes, ==, 3);
  g_assert_cmpuint (cw_connect_get_net (connect, small)->n_islands, ==, 1);
}

static gboolean
compare_net (const CwConnectNet *net, gpointer user_data)
{
  const CwConnectNet *other = cw_connect_get_net (user_data, net->net);

  g_assert_nonnull (other);
  g_assert_cmpuint (net->n_nodes, ==, other->n_nodes);
  g_assert_cmpuint (net->n_islands, ==, other->n_islands);
  g_assert_cmpmem (net->nodes, net->n_nodes * sizeof (CwConnectNode), other->nodes,
                   other->n_nodes * sizeof (CwConnectNode));
  return TRUE;
}

static void
run_updates (guint32 seed, guint n_items, guint n_steps)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (CwDesign) design = random_design_new (random, n_items, FALSE);
  g_autoptr (CwConnect) connect = cw_connect_new (design);

  g_test_message ("seed %u", seed);
  for (guint step = 0; step < n_steps; step++)
    {
      g_autoptr (CwEdit) edit = cw_edit_new (design);
      g_autoptr (CwDiff) diff = NULL;
      g_autoptr (CwConnect) next = NULL;
      g_autoptr (CwConnect) whole = NULL;

      random_design_change (random, edit, design, FALSE);
      cw_design_unref (design);
      design = cw_edit_finish (edit, &diff);
      next = cw_connect_update (connect, diff);
      whole = cw_connect_new (design);
      cw_connect_foreach_net (next, compare_net, whole);
      cw_connect_foreach_net (whole, compare_net, next);
      cw_connect_unref (connect);
      connect = g_steal_pointer (&next);
    }
}

static void
test_updates (void)
{
  run_updates (1, 20, 200);
  run_updates (2, 60, 100);
  run_updates (3, 500, 40);
}

/* the lattice of a great net: cut in two, mended, thinned; each time against a connect of its own */
static void
test_great_net (void)
{
  g_autoptr (CwDesign) empty = test_design_new (NULL, 0);
  CwEdit *edit = cw_edit_new (empty);
  CwId net = test_add_net (edit, "vss", CW_NET_GROUND);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  CwId ids[3000];
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwConnect) connect = NULL;

  for (CwCoord i = 0; i < (CwCoord) G_N_ELEMENTS (ids); i++)
    {
      CwCoord x = i / 2 % 39 * 20000;
      CwCoord y = i / 78 * 20000;

      ids[i] = test_add_segment (edit, RDL1, net, 2000, x, y, i % 2 ? x : x + 20000,
                                 i % 2 ? y + 20000 : y);
    }
  design = test_finish (edit);
  connect = cw_connect_new (design);
  g_assert_cmpuint (cw_connect_get_net (connect, net)->n_islands, ==, 1);

  for (guint step = 0; step < 60; step++)
    {
      g_autoptr (CwConnect) next = NULL;
      g_autoptr (CwConnect) whole = NULL;
      g_autoptr (CwDiff) diff = NULL;
      guint n = step == 0 ? 1 : (guint) g_rand_int_range (random, 1, 60);

      edit = cw_edit_new (design);
      for (guint i = 0; i < n; i++)
        {
          CwId id = ids[g_rand_int_range (random, 0, G_N_ELEMENTS (ids))];
          CwTransform by = CW_TRANSFORM_IDENTITY;

          by.offset.x = g_rand_int_range (random, -3, 4) * 5000;
          if (cw_edit_get_item (edit, id) == NULL)
            continue;
          if (g_rand_int_range (random, 0, 4) > 0)
            cw_edit_remove (edit, id, NULL);
          else
            cw_edit_transform (edit, id, &by, NULL);
        }
      cw_design_unref (design);
      design = cw_edit_finish (edit, &diff);
      cw_edit_free (edit);
      next = cw_connect_update (connect, diff);
      whole = cw_connect_new (design);
      cw_connect_foreach_net (next, compare_net, whole);
      cw_connect_unref (connect);
      connect = g_steal_pointer (&next);
    }
  g_assert_cmpuint (cw_connect_get_net (connect, net)->n_islands, >, 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/connect/names-lead-to-balls", test_names);
  g_test_add_func ("/model/connect/passives-and-buses", test_passives_and_buses);
  g_test_add_func ("/model/connect/islands-and-shortest-links", test_islands);
  g_test_add_func ("/model/connect/great-numbers-take-no-room", test_great_numbers);
  g_test_add_func ("/model/connect/update-equals-new", test_updates);
  g_test_add_func ("/model/connect/great-net-falls-apart", test_great_net);

  return g_test_run ();
}
