/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/design/cw-edit.h"
#include "tests/model/process/package.h"
#include "widgets/cw-history-lanes.h"
#include "widgets/cw-net-table.h"
#include "widgets/cw-row-model.h"

static void
commit (CwDocument *document, const char *name)
{
  g_autoptr (CwEdit) edit = cw_edit_new (cw_document_get_design (document));
  g_autoptr (CwDesign) next = NULL;

  g_assert_true (cw_edit_set_name (edit, name, NULL));
  next = cw_edit_finish (edit, NULL);
  cw_document_commit (document, next, name);
}

static CwDocument *
new_document (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  static const CwPoint corners[]
      = { { 0, 0 }, { 1000000, 0 }, { 1000000, 1000000 }, { 0, 1000000 } };
  g_autoptr (CwPath) outline = cw_path_new_points (corners, G_N_ELEMENTS (corners));
  g_autoptr (CwDesign) design = cw_design_new (technology, outline);

  return cw_document_new (design);
}

static const CwHistoryRow *
get (GArray *rows, guint revision)
{
  return &g_array_index (rows, CwHistoryRow, revision);
}

static void
test_history_in_one_line (void)
{
  g_autoptr (CwDocument) document = new_document ();
  g_autoptr (GArray) rows = NULL;

  commit (document, "one");
  commit (document, "two");
  rows = cw_history_lanes_list (document);
  g_assert_cmpuint (rows->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (get (rows, i)->lane, ==, 0);
      g_assert_true (get (rows, i)->is_main);
      g_assert_cmpuint (get (rows, i)->above, ==, i < 2 ? 1 : 0);
      g_assert_cmpuint (get (rows, i)->below, ==, i > 0 ? 1 : 0);
    }
}

/* what was undone before another step stays beside it, and going there makes it the main line */
static void
test_history_with_a_side_branch (void)
{
  g_autoptr (CwDocument) document = new_document ();
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) after = NULL;

  commit (document, "one");
  commit (document, "two");
  cw_document_undo (document);
  commit (document, "three");
  rows = cw_history_lanes_list (document);
  g_assert_cmpuint (rows->len, ==, 4);
  g_assert_false (get (rows, 2)->is_main);
  g_assert_cmpuint (get (rows, 2)->lane, ==, 1);
  g_assert_true (get (rows, 3)->is_main);
  g_assert_cmpuint (get (rows, 3)->lane, ==, 0);
  g_assert_cmpuint (get (rows, 2)->above, ==, 1);
  g_assert_cmpuint (get (rows, 2)->below, ==, 3);
  g_assert_cmpuint (get (rows, 1)->above, ==, 3);
  g_assert_cmpuint (get (rows, 1)->ends, ==, 3);
  g_assert_cmpuint (get (rows, 1)->below, ==, 1);

  cw_document_go_to (document, 2);
  after = cw_history_lanes_list (document);
  g_assert_true (get (after, 2)->is_main);
  g_assert_false (get (after, 3)->is_main);
  g_assert_cmpuint (get (after, 3)->lane, ==, 1);
}

static void
test_history_with_many_branches (void)
{
  g_autoptr (CwDocument) document = new_document ();
  g_autoptr (GArray) rows = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      commit (document, name);
      cw_document_undo (document);
    }
  rows = cw_history_lanes_list (document);
  g_assert_cmpuint (rows->len, ==, 41);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpuint (get (rows, i)->lane, <, CW_HISTORY_LANES_MAX);
}

static void
test_saved_revision (void)
{
  g_autoptr (CwDocument) document = new_document ();

  commit (document, "one");
  g_assert_true (cw_document_is_saved_revision (document, 0));
  g_assert_false (cw_document_is_saved_revision (document, 1));
  cw_document_mark_saved (document, cw_document_get_design (document));
  g_assert_false (cw_document_is_saved_revision (document, 0));
  g_assert_true (cw_document_is_saved_revision (document, 1));
  g_assert_cmpuint (cw_document_get_revision_child (document, 0), ==, 1);
  g_assert_cmpuint (cw_document_get_revision_child (document, 1), ==, 1);
}

static void
note (GListModel *model, guint position, guint removed, guint added, guint *sum)
{
  *sum += removed * 100 + added;
}

static void
test_rows_are_their_numbers (void)
{
  g_autoptr (CwRowModel) model = cw_row_model_new ();
  guint sum = 0;

  g_signal_connect (model, "items-changed", G_CALLBACK (note), &sum);
  cw_row_model_set_n (model, 0);
  g_assert_cmpuint (sum, ==, 0);
  cw_row_model_set_n (model, 3);
  g_assert_cmpuint (sum, ==, 3);
  cw_row_model_set_n (model, 3);
  g_assert_cmpuint (sum, ==, 306);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (CwRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_assert_cmpuint (cw_row_get_index (row), ==, i);
    }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 3));
}

static CwId
add_net (CwEdit *edit, const char *name, CwNetClass klass)
{
  CwNet net = { .name = g_ref_string_new (name), .net_class = klass };
  CwId id = cw_edit_add_net (edit, &net, NULL);

  g_assert_cmpuint (id, !=, CW_ID_NONE);
  g_ref_string_release (net.name);

  return id;
}

static void
test_nets_are_counted_and_compared (void)
{
  g_autoptr (CwDocument) document = new_document ();
  g_autoptr (CwEdit) edit = cw_edit_new (cw_document_get_design (document));
  CwId second = add_net (edit, "D10", CW_NET_SIGNAL);
  CwId first = add_net (edit, "D2", CW_NET_POWER);
  CwPoint points[] = { { 100000, 100000 }, { 100000, 300000 }, { 200000, 300000 } };
  g_autoptr (CwPath) path = cw_path_new_points (points, G_N_ELEMENTS (points));
  g_autoptr (CwConnect) connect = NULL;
  g_autoptr (GArray) stats = NULL;
  g_autoptr (CwDesign) design = NULL;
  g_autofree char *length = NULL;
  g_autofree char *state = NULL;
  CwTechnology *technology = cw_design_get_technology (cw_document_get_design (document));
  CwTrace trace = { .path = path,
                    .net = first,
                    .width = 10000,
                    .level = (guint8) cw_technology_get_wiring_level (technology, 0) };
  const CwNetStats *a;
  const CwNetStats *b;

  g_assert_cmpuint (cw_edit_add_trace (edit, &trace, NULL), !=, CW_ID_NONE);
  design = cw_edit_finish (edit, NULL);
  connect = cw_connect_new (design);
  stats = cw_net_stats_list (connect);
  g_assert_cmpuint (stats->len, ==, 2);
  a = &g_array_index (stats, CwNetStats, 0);
  b = &g_array_index (stats, CwNetStats, 1);
  g_assert_cmpuint (a->net, ==, second);
  g_assert_cmpuint (b->net, ==, first);
  g_assert_cmpint (b->length, ==, 300000);
  g_assert_cmpuint (b->n_islands, ==, 1);
  g_assert_cmpuint (b->n_pads, ==, 0);
  g_assert_cmpint (cw_net_stats_get_state (b), ==, CW_NET_STATE_NO_PADS);
  length = cw_net_stats_dup_text (b, design, CW_NET_COLUMN_LENGTH, CW_UNIT_MM);
  g_assert_cmpstr (length, ==, "0.3 mm");
  state = cw_net_stats_dup_text (a, design, CW_NET_COLUMN_STATE, CW_UNIT_MM);
  g_assert_cmpstr (state, ==, "no pads");
  g_assert_cmpint (cw_net_stats_compare (a, b, design, CW_NET_COLUMN_NAME), >, 0);
  g_assert_cmpint (cw_net_stats_compare (a, b, design, CW_NET_COLUMN_CLASS), <, 0);
  g_assert_cmpint (cw_net_stats_compare (a, b, design, CW_NET_COLUMN_LENGTH), <, 0);
  g_assert_true (cw_net_stats_accepts (a, design, "d1"));
  g_assert_false (cw_net_stats_accepts (b, design, "d1"));
  g_assert_true (cw_net_stats_accepts (b, design, "D?"));
  g_assert_false (cw_net_stats_accepts (a, design, "D?"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/widgets/history-lanes/one-line", test_history_in_one_line);
  g_test_add_func ("/widgets/history-lanes/side-branch-stays", test_history_with_a_side_branch);
  g_test_add_func ("/widgets/history-lanes/many-branches", test_history_with_many_branches);
  g_test_add_func ("/widgets/history-lanes/saved-revision-is-known", test_saved_revision);
  g_test_add_func ("/widgets/row-model/rows-are-their-numbers", test_rows_are_their_numbers);
  g_test_add_func ("/widgets/net-table/nets-are-counted-and-compared",
                   test_nets_are_counted_and_compared);

  return g_test_run ();
}
