/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/gui/cw-gui.h"

/* the lower corners of the sample are free */
static CwPoint
um (int x, int y)
{
  return CW_POINT (x * CW_UM, y * CW_UM);
}

static gboolean
take (CwId id, gconstpointer item, gpointer user_data)
{
  *(gconstpointer *) user_data = item;

  return TRUE;
}

static gconstpointer
get_last (CwGui *gui, CwItemKind kind)
{
  gconstpointer last = NULL;

  cw_design_foreach (cw_gui_get_design (gui), kind, take, &last);

  return last;
}

static void
undo_all (CwGui *gui, guint n, const char *hash)
{
  g_autofree char *now = NULL;

  for (guint i = 0; i < n; i++)
    cw_gui_key (gui, "<Control>z");
  now = cw_gui_get_hash (gui);
  g_assert_cmpstr (now, ==, hash);
}

static void
test_plane_with_a_hole (void)
{
  CwGui gui;
  g_autofree char *hash = NULL;
  const CwZone *zone;

  cw_gui_start (&gui, TRUE);
  hash = cw_gui_get_hash (&gui);
  cw_gui_move (&gui, um (-6400, -4200));
  cw_gui_key (&gui, "p");
  for (guint i = 0; i < 3; i++)
    cw_gui_key (&gui, "<Shift>space"); /* any angle */
  cw_gui_click (&gui, um (-6400, -4200));
  cw_gui_click (&gui, um (-4600, -4200));
  cw_gui_click (&gui, um (-4600, -2600));
  cw_gui_click (&gui, um (-5500, -2600));
  cw_gui_key (&gui, "BackSpace");
  cw_gui_click (&gui, um (-6400, -2600));
  cw_gui_click (&gui, um (-6400, -4200));
  zone = get_last (&gui, CW_ITEM_ZONE);
  g_assert_nonnull (zone);
  g_assert_cmpuint (zone->outline->border->n_vertices, ==, 4);
  g_assert_cmpuint (zone->outline->n_holes, ==, 0);
  g_assert_cmpuint (zone->net, !=, CW_ID_NONE); /* the first ground net */

  cw_gui_key (&gui, "h");
  cw_gui_click (&gui, um (-5900, -3800));
  cw_gui_click (&gui, um (-5100, -3800));
  cw_gui_click (&gui, um (-5500, -3000));
  cw_gui_key (&gui, "End");
  zone = get_last (&gui, CW_ITEM_ZONE);
  g_assert_cmpuint (zone->outline->n_holes, ==, 1);
  g_assert_cmpuint (zone->outline->holes[0]->n_vertices, ==, 3);

  /* with Select, a vertex is added to its border */
  cw_gui_key (&gui, "Escape");
  cw_gui_click (&gui, um (-6200, -4000));
  cw_gui_move (&gui, um (-5000, -4200));
  cw_gui_key (&gui, "Insert");
  zone = get_last (&gui, CW_ITEM_ZONE);
  g_assert_cmpuint (zone->outline->border->n_vertices, ==, 5);
  undo_all (&gui, 3, hash);
  cw_gui_end (&gui);
}

static void
test_text_is_typed (void)
{
  CwGui gui;
  g_autofree char *hash = NULL;
  const CwText *text;

  cw_gui_start (&gui, TRUE);
  hash = cw_gui_get_hash (&gui);
  cw_gui_move (&gui, um (-6200, -3500));
  cw_gui_key (&gui, "<Control><Shift>t");
  cw_gui_key (&gui, "Tab");
  cw_gui_type (&gui, "lot 7");
  cw_gui_key (&gui, "Return");
  cw_gui_key (&gui, "Escape");
  cw_gui_key (&gui, "r");
  cw_gui_click (&gui, um (-6200, -3500));
  text = get_last (&gui, CW_ITEM_TEXT);
  g_assert_cmpstr (text->text, ==, "lot 7");
  g_assert_cmpint (text->angle, ==, CW_ANGLE_90);
  cw_gui_key (&gui, "Escape");
  undo_all (&gui, 1, hash);
  cw_gui_end (&gui);
}

static void
test_ball_array_with_gaps (void)
{
  CwGui gui;
  g_autofree char *hash = NULL;
  guint32 n;

  cw_gui_start (&gui, TRUE);
  hash = cw_gui_get_hash (&gui);
  n = cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_BONDING_PAD);
  cw_gui_move (&gui, um (-6200, -2600));
  cw_gui_key (&gui, "<Control><Shift>b");
  cw_gui_drag (&gui, um (-6200, -2600), um (-4700, -4100));
  cw_gui_drag (&gui, um (-5700, -3100), um (-5200, -3100)); /* the second row has a gap of two */
  cw_gui_click (&gui, um (-4700, -4100));
  cw_gui_click (&gui, um (-5200, -3100)); /* one is put back */
  g_assert_cmpuint (
      cw_design_get_n_items (cw_tool_get_preview (cw_editor_get_tool (cw_gui_get_editor (&gui))),
                             CW_ITEM_BONDING_PAD),
      ==, n + 14);
  cw_gui_key (&gui, "Return");
  g_assert_cmpuint (cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_BONDING_PAD), ==,
                    n + 14);
  cw_gui_key (&gui, "Escape");
  undo_all (&gui, 1, hash);
  cw_gui_end (&gui);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/areas/plane-with-a-hole", test_plane_with_a_hole);
  g_test_add_func ("/gui/areas/text-is-typed", test_text_is_typed);
  g_test_add_func ("/gui/areas/ball-array-with-gaps", test_ball_array_with_gaps);

  return g_test_run ();
}
