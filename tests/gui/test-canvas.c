/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "tests/gui/cw-gui.h"
#include "widgets/cw-minimap.h"

/* a free place of the sample */
#define FREE CW_POINT (-3300 * CW_UM, 2450 * CW_UM)

static CwCanvas *
get_canvas (CwGui *gui)
{
  return cw_window_get_canvas (gui->window);
}

static CwPlanView
get_view (CwGui *gui)
{
  CwPlanView view;

  cw_canvas_get_view (get_canvas (gui), &view);

  return view;
}

static void
assert_same_view (CwPlanView a, CwPlanView b)
{
  g_assert_cmpfloat_with_epsilon (a.scale, b.scale, 1e-12);
  g_assert_cmpfloat (fabs (a.x - b.x) * a.scale, <, 1);
  g_assert_cmpfloat (fabs (a.y - b.y) * a.scale, <, 1);
}

static gboolean
is_noted (gpointer data)
{
  return g_get_monotonic_time () >= *(gint64 *) data;
}

/* a view counts as looked at when it has stayed for a while: the clock decides, so wait for it */
static void
look (CwGui *gui)
{
  gint64 end = g_get_monotonic_time () + 500 * G_TIME_SPAN_MILLISECOND;

  cw_gui_spin (is_noted, &end);
  cw_gui_settle (gui);
}

/* what lies below the pointer stays there, in and out through many notches */
static void
test_zoom_keeps_its_point (void)
{
  CwGui gui;
  CwCanvas *canvas;
  CwSpot spot;

  cw_gui_start (&gui, TRUE);
  canvas = get_canvas (&gui);
  cw_gui_move_px (&gui, GTK_WIDGET (canvas), 217, 133);
  cw_gui_sync (&gui);
  spot = (CwSpot){ 217, 133 };
  for (int way = 0; way < 2; way++)
    {
      CwPoint point;

      g_assert_true (cw_editor_get_pointer (cw_gui_get_editor (&gui), &point));
      for (int i = 0; i < 20; i++)
        {
          CwSpot now;

          cw_gui_wheel (&gui, way == 0);
          now = cw_canvas_get_spot (canvas, point);
          g_assert_cmpfloat (fabs (now.x - spot.x), <, 1);
          g_assert_cmpfloat (fabs (now.y - spot.y), <, 1);
        }
    }
  cw_gui_end (&gui);
}

static void
test_views_come_back (void)
{
  CwGui gui;
  CwPlanView first;
  CwPlanView second;

  cw_gui_start (&gui, TRUE);
  look (&gui);
  first = get_view (&gui);
  cw_gui_move (&gui, FREE);
  for (int i = 0; i < 5; i++)
    cw_gui_wheel (&gui, TRUE);
  look (&gui);
  second = get_view (&gui);
  g_assert_cmpfloat (second.scale, >, first.scale);
  cw_gui_key (&gui, "<Control>Right");
  cw_gui_key (&gui, "<Alt>Left");
  assert_same_view (get_view (&gui), second);
  cw_gui_key (&gui, "<Alt>Left");
  assert_same_view (get_view (&gui), first);
  cw_gui_key (&gui, "<Alt>Right");
  assert_same_view (get_view (&gui), second);
  cw_gui_end (&gui);
}

static gboolean
has_minimap (gpointer data)
{
  CwGui *gui = data;
  GtkWidget *map = cw_canvas_get_minimap (get_canvas (gui));

  return gtk_widget_get_mapped (map) && gtk_widget_get_width (map) > 1
         && cw_minimap_is_painted (CW_MINIMAP (map));
}

/* hidden while the package is seen; a click jumps, its frame is dragged */
static void
test_minimap_leads (void)
{
  const CwPoint there = CW_POINT (3000 * CW_UM, -1500 * CW_UM);
  CwGui gui;
  GtkWidget *map;
  CwSpot spot;
  CwSpot middle;
  double width;
  double height;

  cw_gui_start (&gui, TRUE);
  map = cw_canvas_get_minimap (get_canvas (&gui));
  width = gtk_widget_get_width (GTK_WIDGET (get_canvas (&gui)));
  height = gtk_widget_get_height (GTK_WIDGET (get_canvas (&gui)));
  g_assert_false (gtk_widget_get_visible (map));
  cw_gui_move (&gui, FREE);
  for (int i = 0; i < 6; i++)
    cw_gui_wheel (&gui, TRUE);
  cw_gui_spin (has_minimap, &gui);

  spot = cw_minimap_get_spot (CW_MINIMAP (map), there);
  cw_gui_move_px (&gui, map, spot.x, spot.y);
  cw_gui_button (&gui, 1, TRUE);
  cw_gui_button (&gui, 1, FALSE);
  cw_gui_sync (&gui);
  middle = cw_canvas_get_spot (get_canvas (&gui), there);
  /* a pixel of the minimap is many of the plan */
  g_assert_cmpfloat (fabs (middle.x - width / 2), <, width / 8);
  g_assert_cmpfloat (fabs (middle.y - height / 2), <, height / 8);
  g_assert_cmpuint (cw_selection_get_n (cw_editor_get_selection (cw_gui_get_editor (&gui))), ==, 0);

  cw_gui_move_px (&gui, map, spot.x, spot.y);
  cw_gui_button (&gui, 1, TRUE);
  cw_gui_move_px (&gui, map, spot.x - 10, spot.y - 5);
  cw_gui_sync (&gui);
  cw_gui_move_px (&gui, map, spot.x - 20, spot.y - 10);
  cw_gui_button (&gui, 1, FALSE);
  cw_gui_sync (&gui);
  middle = cw_canvas_get_spot (get_canvas (&gui), there);
  g_assert_cmpfloat (middle.x, >, 0.6 * width);

  cw_gui_key (&gui, "Home");
  g_assert_false (gtk_widget_get_visible (map));
  cw_gui_end (&gui);
}

static gboolean
has_panned (gpointer data)
{
  CwGui *gui = data;

  return cw_canvas_get_spot (get_canvas (gui), FREE).x < 0;
}

/* a drag that stays near the right border goes on to the right until it is let go */
static void
test_drag_at_the_border_pans (void)
{
  CwGui gui;
  GtkWidget *canvas;
  g_autofree char *hash = NULL;
  g_autofree char *after = NULL;
  CwPlanView let_go;
  double width;

  cw_gui_start (&gui, TRUE);
  canvas = GTK_WIDGET (get_canvas (&gui));
  width = gtk_widget_get_width (canvas);
  hash = cw_gui_get_hash (&gui);
  cw_gui_move (&gui, FREE);
  cw_gui_button (&gui, 1, TRUE);
  cw_gui_move_px (&gui, canvas, width / 2, 60);
  cw_gui_sync (&gui);
  cw_gui_move_px (&gui, canvas, width - 5, 60);
  cw_gui_sync (&gui);
  cw_gui_spin (has_panned, &gui);
  cw_gui_button (&gui, 1, FALSE);
  cw_gui_sync (&gui);
  let_go = get_view (&gui);
  look (&gui);
  assert_same_view (get_view (&gui), let_go);
  after = cw_gui_get_hash (&gui);
  g_assert_cmpstr (after, ==, hash);
  cw_gui_end (&gui);
}

static void
test_zoom_box (void)
{
  CwGui gui;
  GtkWidget *canvas;
  CwPlanView before;
  CwPoint corner;
  CwSpot spot;

  cw_gui_start (&gui, TRUE);
  canvas = GTK_WIDGET (get_canvas (&gui));
  before = get_view (&gui);
  corner = cw_canvas_get_point (get_canvas (&gui), 100, 80);
  cw_gui_move_px (&gui, canvas, 100, 80);
  cw_gui_sync (&gui);
  cw_gui_button (&gui, 3, TRUE);
  cw_gui_move_px (&gui, canvas, 150, 110);
  cw_gui_sync (&gui);
  cw_gui_move_px (&gui, canvas, 200, 140);
  cw_gui_button (&gui, 3, FALSE);
  cw_gui_sync (&gui);
  g_assert_cmpfloat (get_view (&gui).scale, >, 2 * before.scale);
  spot = cw_canvas_get_spot (get_canvas (&gui), corner);
  g_assert_cmpfloat (spot.x, >=, -1);
  g_assert_cmpfloat (spot.y, >=, -1);
  g_assert_cmpfloat (spot.x, <, gtk_widget_get_width (canvas) / 2.0);
  cw_gui_end (&gui);
}

/* Ctrl+G, a place, Enter: the crosshair stands there and it is seen */
static void
test_goto (void)
{
  const CwPoint there = CW_POINT (20000 * CW_UM, -1234500);
  CwGui gui;
  GtkWidget *canvas;
  CwPoint pointer;
  CwSpot spot;

  cw_gui_start (&gui, TRUE);
  canvas = GTK_WIDGET (get_canvas (&gui));
  cw_gui_move (&gui, FREE);
  cw_gui_key (&gui, "<Control>g");
  cw_gui_type (&gui, "20000 ");
  cw_gui_type (&gui, "-1234.5");
  cw_gui_key (&gui, "Return");
  g_assert_true (cw_editor_get_pointer (cw_gui_get_editor (&gui), &pointer));
  g_assert_cmpint (pointer.x, ==, there.x);
  g_assert_cmpint (pointer.y, ==, there.y);
  spot = cw_canvas_get_spot (get_canvas (&gui), there);
  g_assert_cmpfloat (spot.x, >, 0);
  g_assert_cmpfloat (spot.x, <, gtk_widget_get_width (canvas));
  g_assert_true (gtk_widget_has_focus (canvas));
  cw_gui_end (&gui);
}

/* with words twice as large the canvas works as before */
static void
test_twice_as_large (void)
{
  CwGui gui;
  CwCanvas *canvas;
  CwPoint point;

  cw_gui_start (&gui, TRUE);
  canvas = get_canvas (&gui);
  g_object_set (canvas, "ui-scale", 200, NULL);
  cw_gui_settle (&gui);
  cw_gui_move_px (&gui, GTK_WIDGET (canvas), 200, 150);
  cw_gui_sync (&gui);
  g_assert_true (cw_editor_get_pointer (cw_gui_get_editor (&gui), &point));
  g_assert_cmpfloat (fabs (cw_canvas_get_spot (canvas, point).x - 200), <=, 1);
  g_assert_cmpfloat (fabs (cw_canvas_get_spot (canvas, point).y - 150), <=, 1);
  g_object_set (canvas, "ui-scale", 100, NULL);
  cw_gui_end (&gui);
}

static const CwToolSettings *
get_settings (CwGui *gui)
{
  return cw_tool_host_get_settings (cw_editor_get_host (cw_gui_get_editor (gui)));
}

static guint64
get_wiring (CwGui *gui, guint ordinal)
{
  CwTechnology *technology = cw_design_get_technology (cw_gui_get_design (gui));

  return (guint64) 1 << cw_technology_get_wiring_level (technology, ordinal);
}

/* H dims the other levels, hides them, whichever is active then, and shows them again */
static void
test_levels_step_back (void)
{
  CwGui gui;
  guint64 first;
  guint64 second;

  cw_gui_start (&gui, TRUE);
  first = get_wiring (&gui, 0);
  second = get_wiring (&gui, 1);
  cw_gui_move (&gui, FREE);
  cw_gui_key (&gui, "1");
  cw_gui_key (&gui, "h");
  g_assert_cmpuint (get_settings (&gui)->visible_levels & second, !=, 0);
  cw_gui_key (&gui, "h");
  g_assert_cmpuint (get_settings (&gui)->visible_levels & second, ==, 0);
  g_assert_cmpuint (get_settings (&gui)->visible_levels & first, !=, 0);
  cw_gui_key (&gui, "2");
  g_assert_cmpuint (get_settings (&gui)->visible_levels & second, !=, 0);
  g_assert_cmpuint (get_settings (&gui)->visible_levels & first, ==, 0);
  cw_gui_key (&gui, "h");
  g_assert_cmpuint (get_settings (&gui)->visible_levels, ==, G_MAXUINT64);
  cw_gui_end (&gui);
}

/* nobody draws on a level that is not seen, or locked: a click shows it, one unlocks it */
static void
test_hidden_level_is_shown_first (void)
{
  CwGui gui;
  CwToolSettings settings;
  CwTool *tool;

  cw_gui_start (&gui, TRUE);
  cw_gui_move (&gui, FREE);
  cw_gui_key (&gui, "x");
  settings = *get_settings (&gui);
  settings.visible_levels &= ~((guint64) 1 << settings.active_level);
  cw_tool_host_set_settings (cw_editor_get_host (cw_gui_get_editor (&gui)), &settings);
  tool = cw_editor_get_tool (cw_gui_get_editor (&gui));
  cw_gui_click (&gui, FREE);
  g_assert_cmpuint (get_settings (&gui)->visible_levels, ==, G_MAXUINT64);
  g_assert_cmpuint (cw_tool_get_n_points (tool), ==, 0);
  settings = *get_settings (&gui);
  settings.locked_levels = (guint64) 1 << settings.active_level;
  cw_tool_host_set_settings (cw_editor_get_host (cw_gui_get_editor (&gui)), &settings);
  cw_gui_click (&gui, FREE);
  g_assert_cmpuint (get_settings (&gui)->locked_levels, ==, 0);
  g_assert_cmpuint (cw_tool_get_n_points (tool), ==, 0);
  cw_gui_click (&gui, FREE);
  g_assert_cmpuint (cw_tool_get_n_points (tool), ==, 1);
  cw_gui_key (&gui, "Escape");
  cw_gui_key (&gui, "Escape");
  cw_gui_end (&gui);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/gui/canvas/" name, function)
  ADD ("zoom-keeps-its-point", test_zoom_keeps_its_point);
  ADD ("views-come-back", test_views_come_back);
  ADD ("minimap-leads", test_minimap_leads);
  ADD ("drag-at-the-border-pans", test_drag_at_the_border_pans);
  ADD ("zoom-box-fills-the-canvas", test_zoom_box);
  ADD ("goto-puts-the-crosshair-there", test_goto);
  ADD ("twice-as-large", test_twice_as_large);
  ADD ("levels-step-back", test_levels_step_back);
  ADD ("hidden-level-is-shown-first", test_hidden_level_is_shown_first);
#undef ADD

  return g_test_run ();
}
