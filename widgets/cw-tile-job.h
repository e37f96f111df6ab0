/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/render/cw-plan-painter.h"

G_BEGIN_DECLS

#define CW_TILE_SIZE 256 /* [device px] */
#define CW_TILE_BYTES ((gsize) CW_TILE_SIZE * CW_TILE_SIZE * 4)

/**
 * CwTileKey:
 * @scale: [device px/nm]
 * @x: number of the tile from the origin of the plan to the right
 * @y: number of the tile from there down
 *
 * Names a tile.
 */
typedef struct
{
  double scale;
  int x;
  int y;
} CwTileKey;

guint cw_tile_key_hash (gconstpointer key);
gboolean cw_tile_key_equal (gconstpointer a, gconstpointer b);
cairo_rectangle_int_t cw_tile_key_get_place (const CwTileKey *self, const CwPlanView *view,
                                             int factor);
void cw_tile_range_find (cairo_rectangle_int_t *range, const CwPlanView *view, int width,
                         int height, double scale);

/**
 * CwGeneration:
 * @cancelled: not zero when it is over; read and set atomically
 *
 * Jobs that return at once when what they are for is no longer wanted.
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount ref_count;
  gint left; /* the tiles that are in view, both ends included */
  gint top;
  gint right;
  gint bottom;
  /*< public >*/
  gint cancelled;
} CwGeneration;

CwGeneration *cw_generation_new (void);
CwGeneration *cw_generation_ref (CwGeneration *self);
void cw_generation_unref (CwGeneration *self);
void cw_generation_want (CwGeneration *self, const cairo_rectangle_int_t *range);

/**
 * CwTileJob:
 * @owner: who asked, kept alive
 * @done: called in the main thread with the job, which it frees
 * @key: which tile
 * @design: what to paint
 * @style: how
 * @generation: when it is over, nothing is painted
 * @format: of the picture: opaque where Cairo shows it, with its alpha where that is uploaded
 * @stamp: when it was asked for
 * @priority: the smallest is painted first
 * @surface: (nullable): the picture, %NULL when it was cancelled
 *
 * A tile to be painted by a worker thread.
 */
typedef struct
{
  GObject *owner;
  GSourceFunc done;
  CwTileKey key;
  CwDesign *design;
  CwPlanStyle style;
  CwGeneration *generation;
  cairo_format_t format;
  guint stamp;
  int priority;
  cairo_surface_t *surface;
} CwTileJob;

void cw_tile_job_free (CwTileJob *self);
GskRenderNode *cw_tile_job_make_node (const CwTileJob *self);
void cw_tile_job_run (gpointer job, gpointer user_data);
gint cw_tile_job_compare (gconstpointer a, gconstpointer b, gpointer user_data);

G_END_DECLS
