/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/gui/bench-figures.h"

#include <stdio.h>
#include <time.h>

/* a piece of work of the main thread [ms] */
typedef struct
{
  double wall;
  double cpu;
} Sample;

typedef struct
{
  gint64 wall;
  gint64 cpu;
} Clock;

static Clock frame_start;
static Clock turn_start;
static GArray *frames; /* of Sample: from "before-paint" to "after-paint" */
static GArray *turns;  /* of Sample: from one wait of the main loop to the next */
static GArray *added;  /* of Sample: what the caller measured */
static guint n_frames;
static guint n_beyond;
static GdkFrameClock *frame_clock;

static Clock
read_clock (void)
{
  struct timespec cpu;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &cpu);

  return (Clock){ g_get_monotonic_time (),
                  (gint64) cpu.tv_sec * G_USEC_PER_SEC + cpu.tv_nsec / 1000 };
}

static void
keep_since (GArray *samples, Clock start)
{
  Clock now = read_clock ();
  Sample sample
      = { (double) (now.wall - start.wall) / 1000, (double) (now.cpu - start.cpu) / 1000 };

  g_array_append_val (samples, sample);
}

static void
before_paint (GdkFrameClock *clock, gpointer data)
{
  frame_start = read_clock ();
}

static void
after_paint (GdkFrameClock *clock, gpointer data)
{
  keep_since (frames, frame_start);
  n_frames++;
}

/* between two calls of this, the main thread does not listen */
static gint
poll_counted (GPollFD *fds, guint n_fds, gint timeout)
{
  gint n;

  keep_since (turns, turn_start);
  n = g_poll (fds, n_fds, timeout);
  turn_start = read_clock ();

  return n;
}

/* watches the frames of a widget's window, and the main loop */
void
figures_begin (GtkWidget *widget)
{
  frames = g_array_new (FALSE, FALSE, sizeof (Sample));
  turns = g_array_new (FALSE, FALSE, sizeof (Sample));
  added = g_array_new (FALSE, FALSE, sizeof (Sample));
  turn_start = read_clock ();
  g_main_context_set_poll_func (NULL, poll_counted);
  frame_clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  g_signal_connect (frame_clock, "before-paint", G_CALLBACK (before_paint), NULL);
  g_signal_connect_after (frame_clock, "after-paint", G_CALLBACK (after_paint), NULL);
  printf ("%-22s %-44s %5s %8s %8s %8s %8s %8s\n", "figure", "[ms]", "n", "median", "p95", "worst",
          "CPU p95", "limit");
}

/* Returns: how many figures were beyond their limits */
guint
figures_end (void)
{
  g_main_context_set_poll_func (NULL, NULL);
  g_signal_handlers_disconnect_by_func (frame_clock, before_paint, NULL);
  g_signal_handlers_disconnect_by_func (frame_clock, after_paint, NULL);
  g_clear_object (&frame_clock);
  g_array_unref (frames);
  g_array_unref (turns);
  g_array_unref (added);

  return n_beyond;
}

void
figures_forget (void)
{
  g_array_set_size (frames, 0);
  g_array_set_size (turns, 0);
  g_array_set_size (added, 0);
}

void
figures_add (double wall)
{
  Sample sample = { wall, 0 };

  g_array_append_val (added, sample);
}

static int
compare_wall (gconstpointer a, gconstpointer b)
{
  double x = ((const Sample *) a)->wall;
  double y = ((const Sample *) b)->wall;

  return (x > y) - (x < y);
}

static int
compare_cpu (gconstpointer a, gconstpointer b)
{
  double x = ((const Sample *) a)->cpu;
  double y = ((const Sample *) b)->cpu;

  return (x > y) - (x < y);
}

static const Sample *
get_part (const GArray *samples, double part)
{
  return &g_array_index (samples, Sample, MIN ((guint) (samples->len * part), samples->len - 1));
}

/* @part: of the samples that have to keep the limit */
static void
print (const Figure *figure, GArray *samples, double part)
{
  double worst;
  double p95;
  double median;
  double judged;
  double cpu;

  if (samples->len == 0)
    {
      printf ("%-22s %-44s     0  nothing to measure  FAIL\n", figure->name, figure->what);
      n_beyond++;
      return;
    }
  g_array_sort (samples, compare_wall);
  median = get_part (samples, 0.5)->wall;
  p95 = get_part (samples, 0.95)->wall;
  worst = get_part (samples, 1)->wall;
  judged = get_part (samples, part)->wall;
  g_array_sort (samples, compare_cpu);
  cpu = get_part (samples, 0.95)->cpu;
  printf ("%-22s %-44s %5u %8.1f %8.1f %8.1f ", figure->name, figure->what, samples->len, median,
          p95, worst);
  if (cpu > 0)
    printf ("%8.1f ", cpu);
  else
    printf ("%8s ", "");
  if (figure->limit > 0)
    printf ("%8.0f  %s\n", figure->limit, judged <= figure->limit ? "pass" : "FAIL");
  else
    printf ("%8s\n", "");
  fflush (stdout);
  n_beyond += figure->limit > 0 && judged > figure->limit;
  figures_forget ();
}

/* what was added: 95 of 100 keep the limit; of few, half of them */
void
figures_report (const Figure *figure)
{
  print (figure, added, added->len < 20 ? 0.5 : 0.95);
}

/* the frames since the last report */
void
figures_report_frames (const Figure *figure)
{
  print (figure, frames, 0.95);
}

/* how long the main thread was busy in one turn: the worst keeps the limit */
void
figures_report_stall (const Figure *figure)
{
  print (figure, turns, 1);
}

gint64
figures_now (void)
{
  return g_get_monotonic_time ();
}

double
figures_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

guint
figures_get_n_frames (void)
{
  return n_frames;
}

static gboolean
note_end (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/* lets the program run, without spinning, for some milliseconds at most; whether it is done */
gboolean
figures_wait (gboolean (*is_done) (gpointer), gpointer data, guint most)
{
  gboolean ended = FALSE;
  guint source = g_timeout_add (most, note_end, &ended);

  while (!ended && (is_done == NULL || !is_done (data)))
    g_main_context_iteration (NULL, TRUE);
  if (!ended)
    g_source_remove (source);

  return is_done != NULL && is_done (data);
}
