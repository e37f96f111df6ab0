/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-tile-job.h"

#include <math.h>
#include <sys/resource.h>

#define NICENESS 3 /* frames of what is painted already come before what is not */

/**
 * cw_tile_key_hash:
 * @key: a %CwTileKey
 *
 * Returns: its hash
 */
guint
cw_tile_key_hash (gconstpointer key)
{
  const CwTileKey *self = key;
  guint64 bits;

  memcpy (&bits, &self->scale, sizeof bits);

  return (guint) (bits >> 20) * 31u ^ (guint) self->x * 2654435761u ^ (guint) self->y * 40503u;
}

/**
 * cw_tile_key_equal:
 * @a: a %CwTileKey
 * @b: another
 *
 * Returns: whether they name the same tile
 */
gboolean
cw_tile_key_equal (gconstpointer a, gconstpointer b)
{
  const CwTileKey *s = a;
  const CwTileKey *t = b;

  return s->scale == t->scale && s->x == t->x && s->y == t->y;
}

/**
 * cw_tile_key_get_place:
 * @self: a tile
 * @view: which part of the plan is shown
 * @factor: device pixels a pixel
 *
 * Finds where a tile lies on the picture: on whole device pixels, also when it is scaled, since
 * what is not has to be blended at its border.
 *
 * Returns: the place [device px]
 */
cairo_rectangle_int_t
cw_tile_key_get_place (const CwTileKey *self, const CwPlanView *view, int factor)
{
  double scale = view->scale * factor;
  double size = CW_TILE_SIZE / self->scale; /* [nm] */
  int left = (int) rint ((self->x * size - view->x) * scale);
  int top = (int) rint ((self->y * size + view->y) * scale);
  int right = (int) rint (((self->x + 1) * size - view->x) * scale);
  int bottom = (int) rint (((self->y + 1) * size + view->y) * scale);

  return (cairo_rectangle_int_t){ left, top, right - left, bottom - top };
}

/**
 * cw_tile_range_find:
 * @range: (out): numbers of the first tile and how many there are
 * @view: which part of the plan is shown
 * @width: width of the picture [px]
 * @height: its height [px]
 * @scale: of the tiles [device px/nm]
 *
 * Finds the tiles of a scale that the view meets.
 */
void
cw_tile_range_find (cairo_rectangle_int_t *range, const CwPlanView *view, int width, int height,
                    double scale)
{
  int right = (int) floor (((view->x + width / view->scale) * scale - 1e-3) / CW_TILE_SIZE);
  int bottom = (int) floor (((-view->y + height / view->scale) * scale - 1e-3) / CW_TILE_SIZE);

  range->x = (int) floor (view->x * scale / CW_TILE_SIZE + 1e-6);
  range->y = (int) floor (-view->y * scale / CW_TILE_SIZE + 1e-6);
  range->width = right - range->x + 1;
  range->height = bottom - range->y + 1;
}

/**
 * cw_generation_new:
 *
 * Begins a generation.
 *
 * Returns: (transfer full): the generation
 */
CwGeneration *
cw_generation_new (void)
{
  CwGeneration *self = g_new0 (CwGeneration, 1);

  g_atomic_ref_count_init (&self->ref_count);

  return self;
}

/**
 * cw_generation_ref:
 * @self: a generation
 *
 * Returns: (transfer full): the same
 */
CwGeneration *
cw_generation_ref (CwGeneration *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * cw_generation_unref:
 * @self: (transfer full): a generation
 *
 * Gives a reference back; any thread may.
 */
void
cw_generation_unref (CwGeneration *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/**
 * cw_generation_want:
 * @self: a generation
 * @range: numbers of the tiles that are in view
 *
 * Says which tiles are wanted: jobs for others, which the view has left before they
 * began, return at once.
 */
void
cw_generation_want (CwGeneration *self, const cairo_rectangle_int_t *range)
{
  g_atomic_int_set (&self->left, range->x);
  g_atomic_int_set (&self->top, range->y);
  g_atomic_int_set (&self->right, range->x + range->width - 1);
  g_atomic_int_set (&self->bottom, range->y + range->height - 1);
}

static gboolean
is_wanted (const CwTileJob *job)
{
  CwGeneration *generation = job->generation;

  return g_atomic_int_get (&generation->cancelled) == 0
         && job->key.x >= g_atomic_int_get (&generation->left)
         && job->key.x <= g_atomic_int_get (&generation->right)
         && job->key.y >= g_atomic_int_get (&generation->top)
         && job->key.y <= g_atomic_int_get (&generation->bottom);
}

/**
 * cw_tile_job_free:
 * @self: (transfer full): a job
 *
 * Frees a job, in the main thread.
 */
void
cw_tile_job_free (CwTileJob *self)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  cw_design_unref (self->design);
  cw_generation_unref (self->generation);
  g_object_unref (self->owner);
  g_free (self);
}

static void
step_back (void)
{
  static GPrivate is_back = G_PRIVATE_INIT (NULL);

  if (g_private_get (&is_back) != NULL)
    return;
  setpriority (PRIO_PROCESS, 0,
               getpriority (PRIO_PROCESS, 0) + NICENESS); /* of this thread only, on Linux */
  g_private_set (&is_back, GINT_TO_POINTER (TRUE));
}

/**
 * cw_tile_job_run:
 * @job: (transfer full): a %CwTileJob
 * @user_data: not used
 *
 * Paints the tile, in a worker thread that does nothing else, and hands it back to the main
 * thread.
 */
void
cw_tile_job_run (gpointer job, gpointer user_data)
{
  CwTileJob *self = job;

  step_back ();
  if (is_wanted (self))
    {
      CwPlanView view = { (double) self->key.x * CW_TILE_SIZE / self->key.scale,
                          -(double) self->key.y * CW_TILE_SIZE / self->key.scale, self->key.scale };
      cairo_t *cr;

      self->surface = cairo_image_surface_create (self->format, CW_TILE_SIZE, CW_TILE_SIZE);
      cr = cairo_create (self->surface);
      cw_plan_paint (cr, self->design, &self->style, &view, CW_TILE_SIZE, CW_TILE_SIZE,
                     &self->generation->cancelled);
      cairo_destroy (cr);
      cairo_surface_flush (self->surface);
      if (g_atomic_int_get (&self->generation->cancelled) != 0)
        g_clear_pointer (&self->surface, cairo_surface_destroy);
    }
  g_idle_add_full (G_PRIORITY_DEFAULT, self->done, self, NULL);
}

/**
 * cw_tile_job_compare:
 * @a: a %CwTileJob
 * @b: another
 * @user_data: not used
 *
 * Returns: which is painted first
 */
gint
cw_tile_job_compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return ((const CwTileJob *) a)->priority - ((const CwTileJob *) b)->priority;
}

/**
 * cw_tile_job_make_node:
 * @self: a job that was done
 *
 * Makes what shows the picture, a unit a pixel. What has the same node as in the frame before
 * is not drawn again.
 *
 * Returns: (transfer full): the node
 */
GskRenderNode *
cw_tile_job_make_node (const CwTileJob *self)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, CW_TILE_SIZE, CW_TILE_SIZE);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (self->format == CAIRO_FORMAT_RGB24)
    {
      GskRenderNode *node = gsk_cairo_node_new (&bounds);
      cairo_t *cr = gsk_cairo_node_get_draw_context (node);

      cairo_set_source_surface (cr, self->surface, 0, 0);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_FAST);
      cairo_paint (cr);
      cairo_destroy (cr);

      return node;
    }

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (self->surface), CW_TILE_BYTES,
                                      (GDestroyNotify) cairo_surface_destroy,
                                      cairo_surface_reference (self->surface));
  texture = gdk_memory_texture_new (CW_TILE_SIZE, CW_TILE_SIZE, GDK_MEMORY_DEFAULT, bytes,
                                    (gsize) cairo_image_surface_get_stride (self->surface));

  return gsk_texture_node_new (texture, &bounds);
}
