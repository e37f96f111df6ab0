/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

/*
 * bench-canvas FILE [PART...]: how long the program takes to answer, on a screen of 1920 × 1080
 * pixels with real events; all parts below unless some are named. Prints figures with their limits; exits with 1 when one is beyond.
 * Figures of time are of the wall; other work on the machine adds to them.
 */

#include <math.h>
#include <stdio.h>

#include "tests/gui/bench-figures.h"
#include "tests/gui/cw-gui.h"

#define MANY 500000 /* items: from here on the limits of large designs hold */
#define WIDTH 1920  /* [px] */
#define HEIGHT 1080
#define STEPS 80
#define PAUSE 24 /* so long that the next frame need not wait for the screen [ms] */

typedef struct
{
  CwGui gui;
  CwCanvas *canvas;
  gboolean is_large;
  CwBox box;   /* what was visible at first */
  guint frame; /* how many there were when the pointer was seen to move */
  gboolean moved;
} Bench;

/* the limits for 100,000 items and for 1,000,000 [ms] */
static double
limit (const Bench *self, double small, double large)
{
  return self->is_large ? large : small;
}

static CwPoint
along (CwBox box, double x, double y)
{
  return CW_POINT ((CwCoord) (box.min.x + x * ((double) box.max.x - box.min.x)),
                   (CwCoord) (box.min.y + y * ((double) box.max.y - box.min.y)));
}

static gboolean
has_document (gpointer data)
{
  return cw_window_get_editor (((Bench *) data)->gui.window) != NULL;
}

static gboolean
is_covered (gpointer data)
{
  return has_document (data) && cw_canvas_is_covered (((Bench *) data)->canvas);
}

static gboolean
is_painted (gpointer data)
{
  return cw_canvas_is_settled (((Bench *) data)->canvas);
}

static gboolean
is_section_settled (gpointer data)
{
  return cw_section_area_is_settled (cw_window_get_section_area (((Bench *) data)->gui.window));
}

static gboolean
is_checked (gpointer data)
{
  CwChecker *checker = cw_window_get_checker (((Bench *) data)->gui.window);

  return cw_checker_get_state (checker) == CW_CHECKER_DONE;
}

static gboolean
has_new_frame (gpointer data)
{
  return figures_get_n_frames () > ((Bench *) data)->frame;
}

static gboolean
is_motion_shown (gpointer data)
{
  return ((Bench *) data)->moved && has_new_frame (data);
}

static void
wait_frame (Bench *self)
{
  self->frame = figures_get_n_frames ();
  figures_wait (has_new_frame, self, 100);
}

static void
pointer_moved (Bench *self)
{
  self->moved = TRUE;
  self->frame = figures_get_n_frames ();
}

static void
send_motion (Bench *self, CwPoint at)
{
  CwSpot spot = cw_canvas_get_spot (self->canvas, at);

  self->moved = FALSE;
  cw_gui_move_px (&self->gui, GTK_WIDGET (self->canvas), spot.x, spot.y);
  XFlush (self->gui.display);
}

/* moves the pointer along a wave, each time until the frame that shows it, and @shows, if any */
static void
measure_motion (Bench *self, CwBox box, gboolean (*shows) (gpointer))
{
  CwEditor *editor = cw_window_get_editor (self->gui.window);
  gulong handler
      = g_signal_connect_swapped (editor, "pointer-moved", G_CALLBACK (pointer_moved), self);

  figures_forget ();
  for (int i = 0; i < STEPS; i++)
    {
      gint64 start;

      figures_wait (NULL, NULL, PAUSE);
      start = figures_now ();
      send_motion (self, along (box, 0.2 + 0.6 * i / STEPS, 0.5 + 0.2 * sin (i / 5.0)));
      figures_wait (is_motion_shown, self, 2000);
      if (shows != NULL && !shows (self))
        figures_wait (shows, self, 2000);
      figures_add (figures_since (start));
    }
  g_signal_handler_disconnect (editor, handler);
}

static void
measure_open (Bench *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  gint64 start = figures_now ();
  double covered;
  double painted;

  cw_window_open (self->gui.window, file);
  figures_wait (is_covered, self, 60000);
  covered = figures_since (start);
  figures_wait (is_painted, self, 60000);
  painted = figures_since (start);
  self->is_large = cw_design_get_n_items (cw_gui_get_design (&self->gui), CW_ITEM_TRACE)
                       + cw_design_get_n_items (cw_gui_get_design (&self->gui), CW_ITEM_VIA)
                   >= MANY;
  figures_report_stall (&(Figure){ "open-stall", "main thread busy while opening", 100 });
  figures_add (covered);
  figures_report (
      &(Figure){ "open-first-picture", "open to first useful picture", limit (self, 500, 2000) });
  figures_add (painted);
  figures_report (&(Figure){ "open-sharp", "open to the whole view painted", 0 });
  figures_wait (is_checked, self, 60000);
  figures_add (figures_since (start));
  figures_report (&(Figure){ "open-checked", "open to all rules checked", 0 });
}

static void
take_box (Bench *self)
{
  CwPlanView view;

  cw_canvas_get_view (self->canvas, &view);
  self->box = cw_plan_view_get_box (&view, gtk_widget_get_width (GTK_WIDGET (self->canvas)),
                                    gtk_widget_get_height (GTK_WIDGET (self->canvas)), 0);
}

static void
zoom_to (Bench *self, double times)
{
  cw_canvas_fit (self->canvas);
  cw_canvas_zoom (self->canvas, times);
  figures_wait (NULL, NULL, PAUSE);
  figures_wait (is_painted, self, 10000);
}

/* drags with the middle button, over and back */
static void
drag_view (Bench *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  double height = gtk_widget_get_height (GTK_WIDGET (self->canvas));

  cw_gui_move_px (&self->gui, GTK_WIDGET (self->canvas), width / 2, height / 2);
  cw_gui_button (&self->gui, 2, TRUE);
  cw_gui_sync (&self->gui);
  for (int i = 1; i <= STEPS; i++)
    {
      cw_gui_move_px (&self->gui, GTK_WIDGET (self->canvas),
                      width / 2 * (1 + 0.9 * sin (i * 2 * G_PI / STEPS)),
                      height / 2 * (1 + 0.5 * sin (i * 4 * G_PI / STEPS)));
      XFlush (self->gui.display);
      wait_frame (self);
    }
  cw_gui_button (&self->gui, 2, FALSE);
  cw_gui_sync (&self->gui);
}

static void
measure_pan (Bench *self)
{
  const double times[] = { 1, 4, 16, 64 };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *what = g_strdup_printf ("pan frame, magnified %g times", times[i]);

      zoom_to (self, times[i]);
      figures_forget ();
      drag_view (self);
      figures_report_frames (&(Figure){ "pan-frame", what, limit (self, 8, 16) });
    }
  zoom_to (self, 4);
  cw_checker_run (cw_window_get_checker (self->gui.window));
  figures_forget ();
  drag_view (self);
  figures_report_frames (&(Figure){ "pan-while-checking", "pan frame while all rules are checked",
                                    limit (self, 8, 16) });
  figures_wait (is_checked, self, 60000);
}

static void
measure_zoom (Bench *self)
{
  gint64 start;

  for (int round = 0; round < 3; round++)
    {
      CwPoint at = along (self->box, 0.3 + 0.2 * round, 0.5);

      zoom_to (self, 1);
      cw_gui_move (&self->gui, at);
      if (round == 0)
        figures_forget ();
      for (int i = 0; i < 40; i++)
        {
          cw_gui_wheel (&self->gui, i < 24);
          wait_frame (self);
        }
    }
  figures_report_frames (
      &(Figure){ "zoom-frame", "zoom frame, wheel in and out", limit (self, 8, 16) });
  for (int round = 0; round < 5; round++)
    {
      zoom_to (self, 1);
      cw_gui_move (&self->gui, along (self->box, 0.3 + 0.1 * round, 0.4));
      for (int i = 0; i < 12; i++)
        cw_gui_wheel (&self->gui, TRUE);
      start = figures_now ();
      figures_wait (is_painted, self, 10000);
      figures_add (figures_since (start));
    }
  figures_report (&(Figure){ "zoom-sharp", "last wheel step to the view sharp", 0 });
}

static void
measure_repaint (Bench *self)
{
  const double times[] = { 1, 2, 4, 16, 64 };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *what = g_strdup_printf ("full repaint, magnified %g times", times[i]);

      zoom_to (self, times[i]);
      figures_forget ();
      for (int round = 0; round < 5; round++)
        {
          gint64 start = figures_now ();

          cw_canvas_set_theme (self->canvas, round % 2 == 0 ? CW_THEME_DARK : CW_THEME_LIGHT);
          figures_wait (is_painted, self, 10000);
          figures_add (figures_since (start));
        }
      cw_canvas_set_theme (self->canvas, CW_THEME_LIGHT);
      figures_report (&(Figure){ "repaint", what, limit (self, 150, 500) });
    }
}

static void
measure_section (Bench *self)
{
  CwBox box = self->box;

  cw_gui_key (&self->gui, "s");
  cw_gui_move (&self->gui, along (box, 0.2, 0.45));
  cw_gui_button (&self->gui, 1, TRUE);
  cw_gui_sync (&self->gui);
  measure_motion (self, box, is_section_settled);
  figures_report (&(Figure){ "section-drag", "drag of the cut line to the new section", 33 });
  cw_gui_button (&self->gui, 1, FALSE);
  cw_gui_sync (&self->gui);
  cw_gui_key (&self->gui, "Escape");
}

static void
measure_trace (Bench *self)
{
  const double times[] = { 1, 16 };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *what
          = g_strdup_printf ("trace with live check, magnified %g times", times[i]);

      zoom_to (self, times[i]);
      take_box (self);
      cw_gui_key (&self->gui, "x");
      cw_gui_click (&self->gui, along (self->box, 0.15, 0.45));
      measure_motion (self, self->box, NULL);
      figures_report (&(Figure){ "trace-motion", what, limit (self, 16, 33) });
      cw_gui_key (&self->gui, "Escape");
      cw_gui_key (&self->gui, "Escape");
      cw_gui_key (&self->gui, "Escape");
    }
}

/* one key, and the longest time that the main thread does not listen after it */
static void
measure_stall (Bench *self, const char *key, const char *name, const char *what)
{
  figures_wait (NULL, NULL, PAUSE);
  figures_forget ();
  cw_gui_key (&self->gui, key);
  figures_wait (is_painted, self, 10000);
  figures_wait (is_checked, self, 60000);
  figures_report_stall (&(Figure){ name, what, 100 });
}

static void
measure_hover (Bench *self)
{
  measure_motion (self, self->box, NULL);
  figures_report (&(Figure){ "hover-motion", "pointer motion to its frame", limit (self, 16, 33) });
}

static void
measure_stalls (Bench *self)
{
  measure_stall (self, "<Control>a", "select-all", "main thread busy: select everything");
  measure_stall (self, "Delete", "delete-all", "main thread busy: delete it");
  measure_stall (self, "<Control>z", "undo-all", "main thread busy: undo that");
  measure_stall (self, "<Control>y", "redo-all", "main thread busy: redo that");
  measure_stall (self, "<Control>z", "undo-again", "main thread busy: undo again");
  cw_gui_key (&self->gui, "Escape");
  cw_gui_click (&self->gui, along (self->box, 0.51, 0.5));
  measure_stall (self, "grave", "highlight-net", "main thread busy: highlight a net");
  cw_gui_key (&self->gui, "Escape");
  cw_gui_key (&self->gui, "Escape");
}

static void
set_panels (Bench *self, gboolean shown)
{
  const char *const names[] = { "panels", "section" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_action_group_change_action_state (G_ACTION_GROUP (self->gui.window), names[i],
                                        g_variant_new_boolean (shown));
  figures_wait (NULL, NULL, 300);
  figures_wait (is_painted, self, 10000);
}

static const struct
{
  const char *name;
  void (*measure) (Bench *self);
  gboolean alone; /* with the plan only */
} parts[] = {
  { "section", measure_section, FALSE }, { "trace", measure_trace, FALSE },
  { "hover", measure_hover, FALSE },     { "stall", measure_stalls, FALSE },
  { "pan", measure_pan, TRUE },          { "zoom", measure_zoom, TRUE },
  { "repaint", measure_repaint, TRUE },
};

static void
measure_part (Bench *self, gsize part)
{
  static gboolean alone = FALSE;

  if (parts[part].alone && !alone)
    {
      alone = TRUE;
      set_panels (self, FALSE);
    }
  zoom_to (self, 1);
  take_box (self);
  parts[part].measure (self);
}

int
main (int argc, char **argv)
{
  Bench self = { 0 };
  const char *path = argc > 1 ? argv[1] : NULL;

  gtk_test_init (&argc, &argv, NULL);
  cw_gui_start (&self.gui, FALSE);
  self.canvas = cw_window_get_canvas (self.gui.window);
  gtk_window_set_default_size (GTK_WINDOW (self.gui.window), WIDTH, HEIGHT);
  figures_begin (GTK_WIDGET (self.gui.window));
  figures_wait (NULL, NULL, 500);
  figures_forget ();
  measure_open (&self, path != NULL ? path : self.gui.path);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gboolean wanted = argc < 3;

      for (int k = 2; k < argc; k++)
        wanted |= strcmp (argv[k], parts[i].name) == 0;
      if (wanted)
        measure_part (&self, i);
    }
  cw_gui_end (&self.gui);

  return figures_end () > 0 ? 1 : 0;
}
