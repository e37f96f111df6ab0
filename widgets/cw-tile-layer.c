/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-tile-layer.h"

#include <math.h>

#include "widgets/cw-tile-job.h"

#define DEBOUNCE 60                   /* no new tiles until zooming has paused so long [ms] */
#define CACHE_MAX ((gsize) 192 << 20) /* [bytes] */
#define MANY_ITEMS 256 /* changes of more items make one box stale, not a box an item */

typedef struct
{
  CwTileKey key;
  GskRenderNode *node;      /* the picture; the same until it is painted anew */
  cairo_surface_t *surface; /* kept, since Cairo copies what others may still change */
  guint64 used;             /* frame that showed it last */
  guint stamp;              /* of the change that made it stale last */
  gboolean stale;
  gboolean pending;
} Tile;

struct _CwTileLayer
{
  GtkWidget parent_instance;

  CwDesign *design;
  CwPlanStyle style;
  CwPlanView view;
  double previous; /* last scale that was complete [device px/nm] */
  double fit;      /* scale of the tiles that are kept [device px/nm] */

  GHashTable *tiles; /* CwTileKey in Tile -> Tile */
  gsize bytes;
  GThreadPool *pool;
  CwGeneration *generation;
  guint stamp;
  guint64 frame;
  guint n_pending;
  guint n_missing;
  guint debounce;
  gint64 zoomed;    /* when the scale changed last [µs] */
  gboolean dirty;   /* a frame is still to come */
  gboolean covered; /* the last frame showed a picture everywhere */
};

G_DEFINE_FINAL_TYPE (CwTileLayer, cw_tile_layer, GTK_TYPE_WIDGET)

static gboolean
tile_is_painted (const Tile *tile)
{
  return tile->node != NULL;
}

static void
tile_forget (Tile *tile)
{
  g_clear_pointer (&tile->node, gsk_render_node_unref);
  g_clear_pointer (&tile->surface, cairo_surface_destroy);
}

static void
tile_free (gpointer data)
{
  tile_forget (data);
  g_free (data);
}

static void
redraw (CwTileLayer *self)
{
  self->dirty = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
get_factor (CwTileLayer *self)
{
  return gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

static double
get_device_scale (CwTileLayer *self)
{
  return self->view.scale * get_factor (self);
}

static gboolean
is_drawn_by_cairo (CwTileLayer *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

/* in the main thread, with what a worker painted */
static gboolean
finish_job (gpointer data)
{
  CwTileJob *job = data;
  CwTileLayer *self = CW_TILE_LAYER (job->owner);
  Tile *tile = self->tiles != NULL ? g_hash_table_lookup (self->tiles, &job->key) : NULL;

  self->n_pending--;
  if (tile != NULL)
    {
      tile->pending = FALSE;
      if (job->surface != NULL)
        {
          if (!tile_is_painted (tile))
            self->bytes += CW_TILE_BYTES;
          tile_forget (tile);
          tile->stale = tile->stamp > job->stamp;
          tile->node = cw_tile_job_make_node (job);
          tile->surface = g_steal_pointer (&job->surface);
        }
      redraw (self);
    }
  cw_tile_job_free (job);

  return G_SOURCE_REMOVE;
}

static void
request (CwTileLayer *self, Tile *tile, int priority)
{
  CwTileJob *job;

  if (tile->pending)
    return;
  tile->pending = TRUE;
  self->n_pending++;
  job = g_new0 (CwTileJob, 1);
  job->owner = g_object_ref (G_OBJECT (self));
  job->done = finish_job;
  job->key = tile->key;
  job->design = cw_design_ref (self->design);
  job->style = self->style;
  job->generation = cw_generation_ref (self->generation);
  job->format = is_drawn_by_cairo (self) ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32;
  job->stamp = self->stamp;
  job->priority = priority;
  g_thread_pool_push (self->pool, job, NULL);
}

static void
get_range (CwTileLayer *self, double scale, cairo_rectangle_int_t *range)
{
  cw_tile_range_find (range, &self->view, gtk_widget_get_width (GTK_WIDGET (self)),
                      gtk_widget_get_height (GTK_WIDGET (self)), scale);
}

/* where tiles are not painted yet [device px] */
static cairo_region_t *
find_missing (CwTileLayer *self, double scale)
{
  cairo_region_t *missing = cairo_region_create ();
  cairo_rectangle_int_t range;

  get_range (self, scale, &range);
  for (int y = range.y; y < range.y + range.height; y++)
    for (int x = range.x; x < range.x + range.width; x++)
      {
        CwTileKey key = { scale, x, y };
        cairo_rectangle_int_t place = cw_tile_key_get_place (&key, &self->view, get_factor (self));
        Tile *tile = g_hash_table_lookup (self->tiles, &key);

        if (tile == NULL || !tile_is_painted (tile))
          cairo_region_union_rectangle (missing, &place);
      }

  return missing;
}

static gboolean
is_complete (CwTileLayer *self, double scale)
{
  cairo_region_t *missing = find_missing (self, scale);
  gboolean complete = cairo_region_is_empty (missing);

  cairo_region_destroy (missing);

  return complete;
}

static graphene_rect_t
get_rect (CwTileLayer *self, const cairo_rectangle_int_t *place)
{
  float factor = (float) get_factor (self);

  return GRAPHENE_RECT_INIT ((float) place->x / factor, (float) place->y / factor,
                             (float) place->width / factor, (float) place->height / factor);
}

static void
draw_tile (CwTileLayer *self, GtkSnapshot *snapshot, const Tile *tile)
{
  cairo_rectangle_int_t place = cw_tile_key_get_place (&tile->key, &self->view, get_factor (self));
  graphene_rect_t rect = get_rect (self, &place);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &rect.origin);
  if (rect.size.width != CW_TILE_SIZE || rect.size.height != CW_TILE_SIZE)
    gtk_snapshot_scale (snapshot, rect.size.width / CW_TILE_SIZE, rect.size.height / CW_TILE_SIZE);
  gtk_snapshot_append_node (snapshot, tile->node);
  gtk_snapshot_restore (snapshot);
}

/* the tiles of another scale that meet a part of the picture */
static void
draw_preview (CwTileLayer *self, GtkSnapshot *snapshot, double scale,
              const cairo_rectangle_int_t *part)
{
  cairo_rectangle_int_t range;

  get_range (self, scale, &range);
  if (range.width > 64 || range.height > 64)
    return; /* far too fine to stand in for this one */
  for (int y = range.y; y < range.y + range.height; y++)
    for (int x = range.x; x < range.x + range.width; x++)
      {
        CwTileKey key = { scale, x, y };
        cairo_rectangle_int_t place = cw_tile_key_get_place (&key, &self->view, get_factor (self));
        Tile *tile = g_hash_table_lookup (self->tiles, &key);

        if (tile == NULL || !tile_is_painted (tile))
          continue;
        tile->used = self->frame;
        if (place.x < part->x + part->width && part->x < place.x + place.width
            && place.y < part->y + part->height && part->y < place.y + place.height)
          draw_tile (self, snapshot, tile);
      }
}

/* what stands in for tiles that are not painted yet, and only there; whether it does so everywhere */
static gboolean
draw_previews (CwTileLayer *self, GtkSnapshot *snapshot, double scale)
{
  const CwColour *ground = &self->style.theme->background;
  GdkRGBA colour = { (float) ground->red, (float) ground->green, (float) ground->blue, 1 };
  gboolean has_fit = self->fit > 0 && self->fit != scale;
  gboolean has_previous
      = self->previous > 0 && self->previous != scale && self->previous != self->fit;
  gboolean covered = has_previous && is_complete (self, self->previous);
  gboolean needs_fit = has_fit && !covered;
  cairo_region_t *missing = find_missing (self, scale);

  if (needs_fit)
    covered = is_complete (self, self->fit);
  for (int i = 0; i < cairo_region_num_rectangles (missing); i++)
    {
      cairo_rectangle_int_t part;
      graphene_rect_t rect;

      cairo_region_get_rectangle (missing, i, &part);
      rect = get_rect (self, &part);
      gtk_snapshot_push_clip (snapshot, &rect);
      gtk_snapshot_append_color (snapshot, &colour, &rect);
      if (needs_fit)
        draw_preview (self, snapshot, self->fit, &part);
      if (has_previous)
        draw_preview (self, snapshot, self->previous, &part);
      gtk_snapshot_pop (snapshot);
    }
  cairo_region_destroy (missing);

  return covered;
}

static void
draw_level (CwTileLayer *self, GtkSnapshot *snapshot, double scale)
{
  cairo_rectangle_int_t range;

  get_range (self, scale, &range);
  cw_generation_want (self->generation, &range);
  for (int y = range.y; y < range.y + range.height; y++)
    for (int x = range.x; x < range.x + range.width; x++)
      {
        CwTileKey key = { scale, x, y };
        Tile *tile = g_hash_table_lookup (self->tiles, &key);

        if (tile == NULL)
          {
            tile = g_new0 (Tile, 1);
            tile->key = key;
            g_hash_table_insert (self->tiles, &tile->key, tile);
          }
        tile->used = self->frame;
        if (!tile_is_painted (tile) || tile->stale)
          {
            self->n_missing++;
            if (self->debounce == 0)
              request (self, tile,
                       ABS (2 * (x - range.x) - range.width)
                           + ABS (2 * (y - range.y) - range.height));
          }
        if (tile_is_painted (tile))
          draw_tile (self, snapshot, tile);
      }
}

static gboolean
may_go (gpointer key, gpointer value, gpointer user_data)
{
  CwTileLayer *self = user_data;
  Tile *tile = value;

  if (tile->pending || tile->used + 2 >= self->frame || tile->key.scale == self->fit)
    return FALSE;
  if (tile_is_painted (tile))
    self->bytes -= CW_TILE_BYTES;

  return TRUE;
}

static void
cw_tile_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CwTileLayer *self = CW_TILE_LAYER (widget);
  double scale = get_device_scale (self);

  self->dirty = FALSE;
  self->frame++;
  self->n_missing = 0;
  self->covered = FALSE;
  if (self->design == NULL || self->style.theme == NULL)
    return;

  self->covered = is_complete (self, scale);
  if (!self->covered)
    self->covered = draw_previews (self, snapshot, scale);
  draw_level (self, snapshot, scale);
  if (self->bytes > CACHE_MAX)
    g_hash_table_foreach_remove (self->tiles, may_go, self);
}

static void
start_generation (CwTileLayer *self)
{
  g_atomic_int_set (&self->generation->cancelled, 1);
  cw_generation_unref (self->generation);
  self->generation = cw_generation_new ();
}

static void
make_all_stale (CwTileLayer *self)
{
  GHashTableIter iter;
  gpointer tile;

  self->stamp++;
  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &tile))
    {
      ((Tile *) tile)->stale = TRUE;
      ((Tile *) tile)->stamp = self->stamp;
    }
  redraw (self);
}

static void
make_box_stale (CwTileLayer *self, CwBox box)
{
  GHashTableIter iter;
  gpointer value;

  if (cw_box_is_empty (box))
    return;
  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Tile *tile = value;
      double size = CW_TILE_SIZE / tile->key.scale;
      double left = tile->key.x * size;
      double top = -tile->key.y * size;
      double more = 2 / tile->key.scale; /* lines reach a little beyond what they go around */

      if (box.max.x + more < left || box.min.x - more > left + size || box.max.y + more < top - size
          || box.min.y - more > top)
        continue;
      tile->stale = TRUE;
      tile->stamp = self->stamp;
    }
}

static void
make_diff_stale (CwTileLayer *self, const CwDiff *diff)
{
  self->stamp++;
  if (diff->n_items > MANY_ITEMS)
    make_box_stale (self, diff->area);
  for (gsize i = 0; i < diff->n_items && diff->n_items <= MANY_ITEMS; i++)
    {
      CwId id = diff->items[i];

      if (cw_design_get_item (diff->before, id) != NULL)
        make_box_stale (self, cw_design_get_item_bounds (diff->before, id));
      if (cw_design_get_item (diff->after, id) != NULL)
        make_box_stale (self, cw_design_get_item_bounds (diff->after, id));
    }
  redraw (self);
}

static void
cw_tile_layer_dispose (GObject *object)
{
  CwTileLayer *self = CW_TILE_LAYER (object);

  g_clear_handle_id (&self->debounce, g_source_remove);
  g_atomic_int_set (&self->generation->cancelled, 1);
  g_clear_pointer (&self->tiles, g_hash_table_unref);
  g_clear_pointer (&self->design, cw_design_unref);
  G_OBJECT_CLASS (cw_tile_layer_parent_class)->dispose (object);
}

static void
cw_tile_layer_finalize (GObject *object)
{
  CwTileLayer *self = CW_TILE_LAYER (object);

  g_thread_pool_free (self->pool, FALSE, FALSE); /* each job holds the layer, so none is left */
  cw_generation_unref (self->generation);
  G_OBJECT_CLASS (cw_tile_layer_parent_class)->finalize (object);
}

static void
cw_tile_layer_class_init (CwTileLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_tile_layer_dispose;
  G_OBJECT_CLASS (klass)->finalize = cw_tile_layer_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = cw_tile_layer_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
cw_tile_layer_init (CwTileLayer *self)
{
  self->view.scale = 1e-4;
  self->generation = cw_generation_new ();
  self->tiles = g_hash_table_new_full (cw_tile_key_hash, cw_tile_key_equal, NULL, tile_free);
  self->pool = g_thread_pool_new (cw_tile_job_run, NULL,
                                  (gint) CLAMP (g_get_num_processors (), 1, 8), TRUE, NULL);
  g_thread_pool_set_sort_function (self->pool, cw_tile_job_compare, NULL);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * cw_tile_layer_new:
 *
 * Makes a layer that shows nothing yet.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_tile_layer_new (void)
{
  return g_object_new (CW_TYPE_TILE_LAYER, NULL);
}

/**
 * cw_tile_layer_set_design:
 * @self: a layer
 * @design: what to show
 * @diff: (nullable): what differs from the design before, %NULL when all may
 *
 * Shows another design. Tiles that it does not change stay, the others stay until
 * they are painted anew.
 */
void
cw_tile_layer_set_design (CwTileLayer *self, CwDesign *design, const CwDiff *diff)
{
  g_return_if_fail (CW_IS_TILE_LAYER (self) && design != NULL);

  cw_design_ref (design);
  g_clear_pointer (&self->design, cw_design_unref);
  self->design = design;
  if (diff == NULL || diff->technology_changed || diff->outline_changed)
    make_all_stale (self);
  else
    make_diff_stale (self, diff);
}

/**
 * cw_tile_layer_set_style:
 * @self: a layer
 * @style: levels, colours and the grid
 *
 * Sets how the plan is painted.
 */
void
cw_tile_layer_set_style (CwTileLayer *self, const CwPlanStyle *style)
{
  const CwPlanStyle *old = &self->style;

  g_return_if_fail (CW_IS_TILE_LAYER (self) && style != NULL);

  if (old->theme == style->theme && old->visible_levels == style->visible_levels
      && old->dimmed_levels == style->dimmed_levels && old->active_level == style->active_level
      && old->highlight_net == style->highlight_net && old->grid_step == style->grid_step
      && cw_point_equal (old->grid_origin, style->grid_origin) && old->ratio == style->ratio
      && memcmp (old->faint, style->faint, sizeof old->faint) == 0)
    return;
  self->style = *style;
  start_generation (self);
  make_all_stale (self);
}

static gboolean
end_debounce (gpointer data)
{
  CwTileLayer *self = data;

  self->debounce = 0;
  redraw (self);

  return G_SOURCE_REMOVE;
}

/**
 * cw_tile_layer_set_view:
 * @self: a layer
 * @view: which part of the plan to show; its origin should lie on whole device pixels
 *
 * Moves or zooms. While zooming goes on, what is there is shown scaled.
 */
void
cw_tile_layer_set_view (CwTileLayer *self, const CwPlanView *view)
{
  g_return_if_fail (CW_IS_TILE_LAYER (self) && view != NULL && view->scale > 0);

  if (view->scale != self->view.scale)
    {
      gint64 now = g_get_monotonic_time ();

      /* of a single step, or where there is nothing to see yet, tiles are painted at once */
      if (self->frame > 0 && self->design != NULL && self->covered)
        {
          if (is_complete (self, get_device_scale (self)))
            self->previous = get_device_scale (self);
          g_clear_handle_id (&self->debounce, g_source_remove);
          if (now - self->zoomed < DEBOUNCE * 1000)
            self->debounce = g_timeout_add (DEBOUNCE, end_debounce, self);
        }
      self->zoomed = now;
      start_generation (self);
    }
  self->view = *view;
  redraw (self);
}

/**
 * cw_tile_layer_pin_fit:
 * @self: a layer
 *
 * Keeps the tiles of the present scale, to be shown where others are not painted yet.
 */
void
cw_tile_layer_pin_fit (CwTileLayer *self)
{
  g_return_if_fail (CW_IS_TILE_LAYER (self));

  self->fit = get_device_scale (self);
}

/**
 * cw_tile_layer_is_settled:
 * @self: a layer
 *
 * Tells tests when to look.
 *
 * Returns: whether all tiles in view are painted and shown
 */
gboolean
cw_tile_layer_is_settled (CwTileLayer *self)
{
  g_return_val_if_fail (CW_IS_TILE_LAYER (self), TRUE);

  return self->frame > 0 && !self->dirty && self->n_pending == 0 && self->n_missing == 0
         && self->debounce == 0;
}

/**
 * cw_tile_layer_is_covered:
 * @self: a layer
 *
 * Tells benchmarks when there is something to look at.
 *
 * Returns: whether the last frame showed the plan everywhere, sharp or not
 */
gboolean
cw_tile_layer_is_covered (CwTileLayer *self)
{
  g_return_val_if_fail (CW_IS_TILE_LAYER (self), FALSE);

  return self->covered;
}
