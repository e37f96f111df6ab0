/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "model/connect/cw-field.h"

#define WINDOW_SHAPES 3000   /* keeps a window within a processor's cache */
#define CROWDED 8            /* windows with so many times more shapes are split */
#define SMALLEST_WINDOW 2000 /* [nm] */
#define MAX_WINDOWS 65536

typedef struct
{
  const CwDesign *design;
  const CwFieldWalk *walk;
  CwFieldFunc func;
  gpointer user_data;
  CwBox bounds;
  gsize window_shapes;
  gint n_columns;
  gint n_rows;
  gint next; /* atomic: number of the next window */
  gint done; /* atomic: how many are done */
} Walk;

typedef struct
{
  Walk *walk;
  guint thread;
} Worker;

static gboolean
is_cancelled (const Walk *self)
{
  return self->walk->cancellable != NULL && g_cancellable_is_cancelled (self->walk->cancellable);
}

static CwCoord
share (CwCoord min, CwCoord max, gint i, gint n)
{
  return (CwCoord) (min + ((gint64) max - min) * i / n);
}

static void
walk_window (Walk *self, CwField *field, guint thread, CwBox window)
{
  gboolean may_split = (gint64) window.max.x - window.min.x > SMALLEST_WINDOW
                       && (gint64) window.max.y - window.min.y > SMALLEST_WINDOW;
  CwPoint middle = cw_box_get_centre (window);

  if (is_cancelled (self))
    return;

  if (cw_field_fill (field, window, may_split ? self->window_shapes * CROWDED : G_MAXSIZE))
    {
      self->func (field, thread, self->user_data);
      return;
    }

  walk_window (self, field, thread, (CwBox){ window.min, middle });
  walk_window (self, field, thread, CW_BOX (middle.x, window.min.y, window.max.x, middle.y));
  walk_window (self, field, thread, CW_BOX (window.min.x, middle.y, middle.x, window.max.y));
  walk_window (self, field, thread, (CwBox){ middle, window.max });
}

static gpointer
work (gpointer user_data)
{
  const Worker *worker = user_data;
  Walk *self = worker->walk;
  g_autoptr (CwField) field = cw_field_new (self->design, &self->walk->plan, self->bounds);
  gint n = self->n_columns * self->n_rows;
  gint i;

  while (!is_cancelled (self) && (i = g_atomic_int_add (&self->next, 1)) < n)
    {
      gint x = i % self->n_columns;
      gint y = i / self->n_columns;
      CwBox window = CW_BOX (share (self->bounds.min.x, self->bounds.max.x, x, self->n_columns),
                             share (self->bounds.min.y, self->bounds.max.y, y, self->n_rows),
                             share (self->bounds.min.x, self->bounds.max.x, x + 1, self->n_columns),
                             share (self->bounds.min.y, self->bounds.max.y, y + 1, self->n_rows));

      walk_window (self, field, worker->thread, window);
      if (self->walk->progress != NULL)
        self->walk->progress ((double) (g_atomic_int_add (&self->done, 1) + 1) / n,
                              self->walk->progress_data);
    }

  return NULL;
}

static gboolean
count_pads (CwId id, gconstpointer item, gpointer user_data)
{
  gsize *n = user_data;

  *n += ((const CwDie *) item)->nets->n_nets;
  return TRUE;
}

/* windows of about equal sides, as many as there are shapes for */
static void
choose_windows (Walk *self)
{
  gsize n_shapes = 0;
  double width;
  double height;
  double n_windows;

  self->bounds = CW_BOX_EMPTY;
  for (guint level = 0; level < CW_MAX_LEVELS; level++)
    {
      const CwRtree *index = cw_design_get_index (self->design, level);

      if (!(self->walk->plan.levels >> level & 1) || index == NULL
          || cw_rtree_get_n_entries (index) == 0)
        continue;
      n_shapes += cw_rtree_get_n_entries (index);
      self->bounds = cw_box_union (self->bounds, cw_rtree_get_bounds (index));
    }
  if (n_shapes == 0)
    return;

  cw_design_foreach (self->design, CW_ITEM_DIE, count_pads, &n_shapes);
  width = (double) self->bounds.max.x - self->bounds.min.x + 1;
  height = (double) self->bounds.max.y - self->bounds.min.y + 1;
  n_windows = CLAMP ((double) n_shapes / (double) self->window_shapes, 1, MAX_WINDOWS);
  self->n_columns = (gint) CLAMP (ceil (sqrt (n_windows * width / height)), 1, n_windows + 1);
  self->n_rows = (gint) CLAMP (ceil (n_windows / self->n_columns), 1, n_windows + 1);
}

/**
 * cw_field_get_n_threads:
 * @n_threads: a number of threads, 0 for as many as there are processors
 *
 * Returns: how many threads work
 */
guint
cw_field_get_n_threads (guint n_threads)
{
  return n_threads == 0 ? g_get_num_processors () : MIN (n_threads, 256);
}

/**
 * cw_field_walk:
 * @design: a design
 * @walk: what is gathered, and how
 * @func: called for each window, from any thread
 * @user_data: passed to @func
 * @error: where to put an error
 *
 * Walks a design in windows that cover all of it. Which windows there are depends on
 * the design, not on the threads; when they come and where they run is not determined.
 * Fails with %CW_MODEL_ERROR_CANCELLED.
 *
 * Returns: %TRUE when all windows were walked
 */
gboolean
cw_field_walk (const CwDesign *design, const CwFieldWalk *walk, CwFieldFunc func,
               gpointer user_data, GError **error)
{
  Walk self = { design, walk, func, user_data, CW_BOX_EMPTY, 0, 0, 0, 0, 0 };
  guint n_threads = cw_field_get_n_threads (walk->n_threads);
  g_autofree Worker *workers = g_new (Worker, n_threads);
  g_autofree GThread **threads = g_new0 (GThread *, n_threads);

  self.window_shapes = walk->window_shapes != 0 ? walk->window_shapes : WINDOW_SHAPES;
  choose_windows (&self);

  for (guint i = 0; i < n_threads; i++)
    {
      workers[i] = (Worker){ &self, i };
      if (i > 0 && (gint) i < self.n_columns * self.n_rows)
        threads[i] = g_thread_new ("field", work, &workers[i]);
    }
  work (&workers[0]);
  for (guint i = 1; i < n_threads; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);

  if (is_cancelled (&self))
    {
      g_set_error_literal (error, CW_MODEL_ERROR, CW_MODEL_ERROR_CANCELLED,
                           "the check was cancelled");
      return FALSE;
    }
  return TRUE;
}
