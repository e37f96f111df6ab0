/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

/* bench-canvas [FILE]: how long the program takes to answer, on a screen with real events. */

#include <math.h>
#include <stdio.h>

#include "tests/gui/cw-gui.h"

#define STEPS 60

static gint64 begun;
static GArray *times; /* of double [ms] */

static void
before_paint (GdkFrameClock *clock, gpointer data)
{
  begun = g_get_monotonic_time ();
}

static void
after_paint (GdkFrameClock *clock, gpointer data)
{
  double took = (double) (g_get_monotonic_time () - begun) / 1000;

  g_array_append_val (times, took);
}

/* lets the frame come that shows what was done, if there is one */
static void
wait_frame (void)
{
  guint n = times->len;
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 20;

  while (times->len == n && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
report (const char *what)
{
  g_array_sort (times, compare);
  if (times->len > 0)
    printf ("%-28s %4u  median %6.1f ms  p95 %6.1f ms  worst %6.1f ms\n", what, times->len,
            g_array_index (times, double, times->len / 2),
            g_array_index (times, double, (guint) (times->len * 0.95)),
            g_array_index (times, double, times->len - 1));
  fflush (stdout);
  g_array_set_size (times, 0);
}

static CwPoint
along (CwBox box, double x, double y)
{
  return CW_POINT ((CwCoord) (box.min.x + x * ((double) box.max.x - box.min.x)),
                   (CwCoord) (box.min.y + y * ((double) box.max.y - box.min.y)));
}

static void
measure_motion (CwGui *gui, CwBox box, const char *what)
{
  GArray *handled = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < STEPS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      double took;

      cw_gui_move (gui, along (box, 0.2 + 0.6 * i / STEPS, 0.5 + 0.2 * sin (i / 5.0)));
      took = (double) (g_get_monotonic_time () - start) / 1000;
      g_array_append_val (handled, took);
      wait_frame ();
    }
  report (what);
  g_array_append_vals (times, handled->data, handled->len);
  report ("  motion until handled");
  g_array_unref (handled);
}

static gboolean
is_section_settled (gpointer data)
{
  return cw_section_area_is_settled (cw_window_get_section_area (((CwGui *) data)->window));
}

static void
measure_section (CwGui *gui, CwBox box)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (double));
  CwPoint start = along (box, 0.3, 0.5);

  cw_gui_key (gui, "s");
  cw_gui_move (gui, start);
  cw_gui_button (gui, 1, TRUE);
  for (int i = 1; i <= STEPS; i++)
    {
      gint64 from = g_get_monotonic_time ();
      double took;

      cw_gui_move (gui, along (box, 0.3, 0.5 + 0.4 * i / STEPS));
      cw_gui_spin (is_section_settled, gui);
      took = (double) (g_get_monotonic_time () - from) / 1000;
      g_array_append_val (shown, took);
    }
  cw_gui_button (gui, 1, FALSE);
  cw_gui_sync (gui);
  report ("section drag, frames");
  g_array_append_vals (times, shown->data, shown->len);
  report ("  motion until section shown");
  g_array_unref (shown);
  cw_gui_key (gui, "Escape");
}

int
main (int argc, char **argv)
{
  const char *path = argc > 1 ? argv[1] : NULL;
  CwGui gui;
  CwCanvas *canvas;
  GdkFrameClock *clock;
  CwPlanView view;
  CwBox box;
  gint64 start;

  gtk_test_init (&argc, &argv, NULL);
  times = g_array_new (FALSE, FALSE, sizeof (double));
  start = g_get_monotonic_time ();
  cw_gui_start_with (&gui, path);
  printf ("open until painted and checked  %.0f ms\n",
          (double) (g_get_monotonic_time () - start) / 1000);
  canvas = cw_window_get_canvas (gui.window);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (canvas));
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint), NULL);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint), NULL);
  cw_canvas_get_view (canvas, &view);
  box = cw_plan_view_get_box (&view, gtk_widget_get_width (GTK_WIDGET (canvas)),
                              gtk_widget_get_height (GTK_WIDGET (canvas)), 0);

  measure_motion (&gui, box, "hover, frames");
  for (int i = 0; i < 24; i++)
    {
      cw_gui_wheel (&gui, TRUE);
      wait_frame ();
    }
  start = g_get_monotonic_time ();
  cw_gui_settle (&gui);
  report ("zoom in, frames");
  printf ("  sharp after the last step  %.0f ms\n",
          (double) (g_get_monotonic_time () - start) / 1000);
  for (int i = 0; i < STEPS; i++)
    {
      cw_canvas_pan (canvas, 24, 8);
      wait_frame ();
    }
  report ("pan, frames");
  cw_gui_key (&gui, "Home");
  cw_gui_settle (&gui);
  report ("back to the whole, frames");
  measure_section (&gui, box);
  cw_gui_move (&gui, along (box, 0.1, 0.7));
  cw_gui_key (&gui, "x");
  cw_gui_key (&gui, "b");
  cw_gui_click (&gui, along (box, 0.1, 0.7));
  report ("");
  measure_motion (&gui, box, "trace with live check, frames");
  cw_gui_key (&gui, "Escape");
  cw_gui_key (&gui, "Escape");
  cw_gui_end (&gui);

  return 0;
}
