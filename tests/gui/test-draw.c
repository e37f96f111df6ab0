/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/gui/cw-gui.h"

/* beside the wiring of the sample: free on all levels */
#define FREE CW_POINT (-3300 * CW_UM, 2450 * CW_UM)
#define FREE_TOO CW_POINT (-3900 * CW_UM, 2700 * CW_UM)
/* across traces of RDL1 */
#define CROWDED CW_POINT (-3200 * CW_UM, 0)

static const CwLiveCheck *
get_live (CwGui *gui)
{
  return cw_tool_get_live_check (cw_editor_get_tool (cw_gui_get_editor (gui)));
}

static void
assert_as_saved (CwGui *gui, const char *hash)
{
  g_autofree char *now = cw_gui_get_hash (gui);

  g_assert_cmpstr (now, ==, hash);
  g_assert_false (cw_document_is_modified (cw_editor_get_document (cw_gui_get_editor (gui))));
}

static void
test_place_die (void)
{
  CwGui gui;
  g_autofree char *hash = NULL;
  guint32 n;

  cw_gui_start (&gui, TRUE);
  hash = cw_gui_get_hash (&gui);
  n = cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_DIE);
  cw_gui_move (&gui, FREE);
  cw_gui_key (&gui, "a");
  g_assert_nonnull (cw_tool_get_preview (cw_editor_get_tool (cw_gui_get_editor (&gui))));
  cw_gui_click (&gui, FREE);
  g_assert_cmpuint (cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_DIE), ==, n + 1);
  g_assert_cmpuint (cw_gui_count_violations (&gui), >, 0); /* it lies over the outline */
  cw_gui_key (&gui, "Escape");
  cw_gui_key (&gui, "<Control>z");
  assert_as_saved (&gui, hash);
  g_assert_cmpuint (cw_gui_count_violations (&gui), ==, 0);
  cw_gui_end (&gui);
}

/* stopped in front of what it would cut, allowed on demand, counted, undone, drawn free */
static void
test_trace (void)
{
  CwGui gui;
  g_autofree char *hash = NULL;
  guint32 n;

  cw_gui_start (&gui, TRUE);
  hash = cw_gui_get_hash (&gui);
  n = cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_TRACE);
  g_assert_cmpuint (cw_gui_count_violations (&gui), ==, 0);

  cw_gui_move (&gui, FREE);
  cw_gui_key (&gui, "x");
  cw_gui_click (&gui, FREE);
  cw_gui_move (&gui, FREE_TOO);
  g_assert_cmpint (get_live (&gui)->status, ==, CW_LIVE_LEGAL);
  cw_gui_key (&gui, "b"); /* walk around */
  cw_gui_key (&gui, "b"); /* allow */
  cw_gui_move (&gui, CROWDED);
  g_assert_cmpint (get_live (&gui)->status, ==, CW_LIVE_ERROR);
  g_assert_cmpuint (get_live (&gui)->n_errors, >, 0);
  cw_gui_click (&gui, CROWDED);
  cw_gui_key (&gui, "End");
  g_assert_cmpuint (cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_TRACE), ==, n + 1);
  g_assert_cmpuint (cw_gui_count_violations (&gui), >, 0);

  cw_gui_key (&gui, "<Control>z");
  assert_as_saved (&gui, hash);
  g_assert_cmpuint (cw_gui_count_violations (&gui), ==, 0);

  cw_gui_click (&gui, FREE);
  cw_gui_move (&gui, FREE_TOO);
  g_assert_cmpint (get_live (&gui)->status, ==, CW_LIVE_LEGAL);
  cw_gui_click (&gui, FREE_TOO);
  cw_gui_key (&gui, "End");
  g_assert_cmpuint (cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_TRACE), ==, n + 1);
  g_assert_cmpuint (cw_gui_count_violations (&gui), ==, 0);
  cw_gui_key (&gui, "<Control>z");
  assert_as_saved (&gui, hash);
  cw_gui_end (&gui);
}

static void
test_escape (void)
{
  CwGui gui;
  g_autofree char *hash = NULL;

  cw_gui_start (&gui, TRUE);
  hash = cw_gui_get_hash (&gui);
  cw_gui_move (&gui, FREE);
  cw_gui_key (&gui, "x");
  cw_gui_click (&gui, FREE);
  cw_gui_move (&gui, FREE_TOO);
  cw_gui_key (&gui, "Escape");
  assert_as_saved (&gui, hash);
  cw_gui_key (&gui, "Escape");
  g_assert_cmpstr (cw_tool_get_info (cw_editor_get_tool (cw_gui_get_editor (&gui)))->name, ==,
                   "select");
  cw_gui_end (&gui);
}

static void
test_via (void)
{
  CwGui gui;
  g_autofree char *hash = NULL;
  guint32 n;

  cw_gui_start (&gui, TRUE);
  hash = cw_gui_get_hash (&gui);
  n = cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_VIA);
  cw_gui_move (&gui, FREE);
  cw_gui_key (&gui, "v");
  cw_gui_click (&gui, FREE);
  g_assert_cmpuint (cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_VIA), ==, n + 1);
  cw_gui_key (&gui, "Escape");
  cw_gui_key (&gui, "<Control>z");
  assert_as_saved (&gui, hash);
  cw_gui_end (&gui);
}

static gboolean
take_first (CwId id, gconstpointer item, gpointer user_data)
{
  *(CwId *) user_data = id;

  return FALSE;
}

static void
test_move (void)
{
  CwGui gui;
  g_autofree char *hash = NULL;
  CwId die = CW_ID_NONE;
  CwPoint before;
  CwPoint from;
  CwPoint after;
  CwBox body;

  cw_gui_start (&gui, TRUE);
  hash = cw_gui_get_hash (&gui);
  cw_design_foreach (cw_gui_get_design (&gui), CW_ITEM_DIE, take_first, &die);
  before = cw_design_get_die (cw_gui_get_design (&gui), die)->at;
  body = cw_design_get_item_bounds (cw_gui_get_design (&gui), die);
  from = CW_POINT (body.min.x + (body.max.x - body.min.x) / 12,
                   body.min.y + (body.max.y - body.min.y) / 10);
  /* far enough to leave what the die lines up with */
  cw_gui_drag (&gui, from, CW_POINT (from.x + 700 * CW_UM, from.y + 600 * CW_UM));
  after = cw_design_get_die (cw_gui_get_design (&gui), die)->at;
  g_assert_cmpint (after.x, >, before.x + 200 * CW_UM);
  g_assert_cmpint (after.y, >, before.y + 50 * CW_UM);
  g_assert_true (cw_selection_contains (cw_editor_get_selection (cw_gui_get_editor (&gui)),
                                        (CwPick){ die, 0 }));
  g_assert_cmpuint (cw_gui_count_violations (&gui), >, 0);
  cw_gui_key (&gui, "<Control>z");
  assert_as_saved (&gui, hash);
  cw_gui_key (&gui, "<Control><Shift>z");
  g_assert_cmpint (cw_design_get_die (cw_gui_get_design (&gui), die)->at.x, ==, after.x);
  cw_gui_key (&gui, "<Control>z");
  assert_as_saved (&gui, hash);
  g_assert_cmpuint (cw_gui_count_violations (&gui), ==, 0);
  cw_gui_end (&gui);
}

static CwPoint
get_last_via (CwGui *gui, guint32 n)
{
  const CwVia *via = cw_design_get_via (cw_gui_get_design (gui), cw_id_new (CW_ITEM_VIA, n));

  g_assert_nonnull (via);

  return via->at;
}

/* with arithmetic and another unit, while the ghost is held there */
static void
test_typed (void)
{
  CwGui gui;
  guint32 n;
  CwPoint at;

  cw_gui_start (&gui, TRUE);
  n = cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_VIA);
  cw_gui_move (&gui, FREE);
  cw_gui_key (&gui, "v");
  cw_gui_key (&gui, "Tab");
  g_assert_true (GTK_IS_EDITABLE (gtk_root_get_focus (GTK_ROOT (gui.window))));
  cw_gui_type (&gui, "-3.25mm");
  cw_gui_key (&gui, "Tab");
  cw_gui_type (&gui, "4901/2");
  cw_gui_key (&gui, "Return"); /* sets it */
  g_assert_cmpuint (cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_VIA), ==, n);
  cw_gui_key (&gui, "Return"); /* clicks there */
  g_assert_cmpuint (cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_VIA), ==, n + 1);
  at = get_last_via (&gui, n + 1);
  g_assert_cmpint (at.x, ==, -3250 * CW_UM);
  g_assert_cmpint (at.y, ==, 2450500);
  cw_gui_end (&gui);
}

/* only keys: a tool, the crosshair, Enter, and back */
static void
test_keyboard (void)
{
  CwGui gui;
  g_autofree char *hash = NULL;
  guint32 n;

  cw_gui_start (&gui, TRUE);
  hash = cw_gui_get_hash (&gui);
  n = cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_TRACE);
  cw_gui_move (&gui, FREE);
  cw_gui_key (&gui, "x");
  cw_gui_key (&gui, "Return");
  cw_gui_key (&gui, "<Shift>Left");
  cw_gui_key (&gui, "Return");
  cw_gui_key (&gui, "End");
  g_assert_cmpuint (cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_TRACE), ==, n + 1);
  cw_gui_key (&gui, "Escape");
  cw_gui_key (&gui, "<Control>z");
  assert_as_saved (&gui, hash);
  cw_gui_end (&gui);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/draw/die-is-placed-checked-and-undone", test_place_die);
  g_test_add_func ("/gui/draw/trace-violates-and-then-does-not", test_trace);
  g_test_add_func ("/gui/draw/escape-changes-nothing", test_escape);
  g_test_add_func ("/gui/draw/via-is-placed-and-undone", test_via);
  g_test_add_func ("/gui/draw/die-is-dragged-undone-and-redone", test_move);
  g_test_add_func ("/gui/draw/place-is-typed-beside-the-pointer", test_typed);
  g_test_add_func ("/gui/draw/trace-is-drawn-with-keys-alone", test_keyboard);

  return g_test_run ();
}
