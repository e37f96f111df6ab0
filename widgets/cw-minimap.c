/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-minimap.h"

#include <glib/gi18n.h>
#include <math.h>

#include "widgets/cw-tile-job.h"

#define MARGIN 5  /* around the package [px] */
#define DELAY 300 /* a picture is painted when the design stays so long [ms] */

struct _CwMinimap
{
  GtkWidget parent_instance;

  CwDesign *design;
  CwPlanStyle style;
  CwBox seen; /* [nm] */
  CwPoint grabbed;
  CwPoint middle; /* of what was seen when the drag began [nm] */

  cairo_surface_t *picture;
  guint wait;
  CwGeneration *generation; /* of the picture that is being painted */
};

enum
{
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwMinimap, cw_minimap, GTK_TYPE_WIDGET)

/* what a worker paints: a value of its own */
typedef struct
{
  CwDesign *design;
  CwPlanStyle style;
  CwPlanView view;
  int width;
  int height;
  CwGeneration *generation;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  cw_design_unref (job->design);
  cw_generation_unref (job->generation);
  g_free (job);
}

static void
paint (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, job->width, job->height);
  cairo_t *cr = cairo_create (surface);

  cw_plan_paint (cr, job->design, &job->style, &job->view, job->width, job->height,
                 &job->generation->cancelled);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_task_return_pointer (task, surface, (GDestroyNotify) cairo_surface_destroy);
}

static void
painted (GObject *object, GAsyncResult *result, gpointer data)
{
  CwMinimap *self = CW_MINIMAP (object);
  Job *job = g_task_get_task_data (G_TASK (result));
  cairo_surface_t *surface = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->generation != job->generation)
    {
      cairo_surface_destroy (surface);
      return;
    }
  g_clear_pointer (&self->generation, cw_generation_unref);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  self->picture = surface;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
cancel (CwMinimap *self)
{
  if (self->generation != NULL)
    g_atomic_int_set (&self->generation->cancelled, 1);
  g_clear_pointer (&self->generation, cw_generation_unref);
}

static CwBox
get_package (CwMinimap *self)
{
  CwBox box = cw_path_get_bounds (cw_design_get_outline (self->design), TRUE);

  return cw_box_is_empty (box) ? cw_design_get_bounds (self->design) : box;
}

/* where the package lies in the widget [px] */
static void
get_view (CwMinimap *self, CwPlanView *view)
{
  int width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
  int height = MAX (gtk_widget_get_height (GTK_WIDGET (self)), 1);

  cw_plan_view_fit (view, get_package (self), width, height, MARGIN);
}

static gboolean
start (gpointer data)
{
  CwMinimap *self = data;
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  g_autoptr (GTask) task = NULL;
  Job *job;

  self->wait = 0;
  if (self->design == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;
  cancel (self);
  self->generation = cw_generation_new ();
  job = g_new0 (Job, 1);
  job->design = cw_design_ref (self->design);
  job->style = self->style;
  job->generation = cw_generation_ref (self->generation);
  get_view (self, &job->view);
  job->view.scale *= factor;
  job->width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1) * factor;
  job->height = MAX (gtk_widget_get_height (GTK_WIDGET (self)), 1) * factor;
  task = g_task_new (self, NULL, painted, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, paint);

  return G_SOURCE_REMOVE;
}

static void
paint_soon (CwMinimap *self)
{
  cancel (self);
  if (self->wait == 0)
    self->wait = g_timeout_add (self->picture == NULL ? 0 : DELAY, start, self);
}

static void
paint_frame (CwMinimap *self, cairo_t *cr, int width, int height)
{
  const CwTheme *theme = self->style.theme;
  CwSpot a = cw_minimap_get_spot (self, CW_POINT (self->seen.min.x, self->seen.max.y));
  CwSpot b = cw_minimap_get_spot (self, CW_POINT (self->seen.max.x, self->seen.min.y));
  double left = CLAMP (rint (a.x), -4, width + 4) + 0.5;
  double top = CLAMP (rint (a.y), -4, height + 4) + 0.5;
  double wide = MAX (CLAMP (rint (b.x), -4, width + 4) + 0.5 - left, 4);
  double high = MAX (CLAMP (rint (b.y), -4, height + 4) + 0.5 - top, 4);

  cairo_rectangle (cr, 0, 0, width, height);
  cairo_rectangle (cr, left, top, wide, high);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cw_colour_set_source (cw_colour_with_alpha (theme->background, 0.45), cr);
  cairo_fill (cr);
  cairo_rectangle (cr, left, top, wide, high);
  cw_colour_set_source (theme->selection, cr);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
cw_minimap_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CwMinimap *self = CW_MINIMAP (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int factor = gtk_widget_get_scale_factor (widget);
  cairo_t *cr;

  if (self->design == NULL || self->style.theme == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cw_colour_set_source (self->style.theme->background, cr);
  cairo_paint (cr);
  if (self->picture != NULL)
    {
      cairo_save (cr);
      cairo_scale (cr, 1.0 / factor, 1.0 / factor);
      cairo_set_source_surface (cr, self->picture, 0, 0);
      cairo_paint (cr);
      cairo_restore (cr);
    }
  paint_frame (self, cr, width, height);
  cairo_rectangle (cr, 0.5, 0.5, width - 1, height - 1);
  cw_colour_set_source (self->style.theme->package_outline, cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
cw_minimap_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                    int *natural, int *minimum_baseline, int *natural_baseline)
{
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? CW_MINIMAP_WIDTH : CW_MINIMAP_HEIGHT;
  *minimum = *natural / 2;
}

static void
cw_minimap_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  paint_soon (CW_MINIMAP (widget));
}

static void
cw_minimap_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cw_minimap_parent_class)->map (widget);
  paint_soon (CW_MINIMAP (widget));
}

static CwPoint
get_point (CwMinimap *self, double x, double y)
{
  CwPlanView view;

  get_view (self, &view);

  return CW_POINT ((CwCoord) CLAMP (rint (view.x + x / view.scale), -CW_COORD_MAX, CW_COORD_MAX),
                   (CwCoord) CLAMP (rint (view.y - y / view.scale), -CW_COORD_MAX, CW_COORD_MAX));
}

static void
emit_moved (CwMinimap *self, CwPoint middle)
{
  g_signal_emit (self, signals[MOVED], 0, middle.x, middle.y);
}

/* beside the frame the view jumps there; the frame itself is taken where it was touched */
static void
drag_began (GtkGestureDrag *gesture, double x, double y, CwMinimap *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->design == NULL)
    return;
  self->grabbed = get_point (self, x, y);
  self->middle = cw_box_get_centre (self->seen);
  if (cw_box_contains (self->seen, self->grabbed))
    return;
  self->middle = self->grabbed;
  emit_moved (self, self->middle);
}

static void
drag_updated (GtkGestureDrag *gesture, double dx, double dy, CwMinimap *self)
{
  CwPoint from = get_point (self, 0, 0);
  CwPoint to = get_point (self, dx, dy);

  if (dx != 0 || dy != 0)
    emit_moved (self, CW_POINT ((CwCoord) CLAMP ((gint64) self->middle.x + to.x - from.x,
                                                 -CW_COORD_MAX, CW_COORD_MAX),
                                (CwCoord) CLAMP ((gint64) self->middle.y + to.y - from.y,
                                                 -CW_COORD_MAX, CW_COORD_MAX)));
}

static void
cw_minimap_dispose (GObject *object)
{
  CwMinimap *self = CW_MINIMAP (object);

  cancel (self);
  g_clear_handle_id (&self->wait, g_source_remove);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_clear_pointer (&self->design, cw_design_unref);
  G_OBJECT_CLASS (cw_minimap_parent_class)->dispose (object);
}

static void
cw_minimap_class_init (CwMinimapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_minimap_dispose;
  widget_class->snapshot = cw_minimap_snapshot;
  widget_class->measure = cw_minimap_measure;
  widget_class->size_allocate = cw_minimap_size_allocate;
  widget_class->map = cw_minimap_map;

  /**
   * CwMinimap::moved:
   * @self: a minimap
   * @x: to the right [nm]
   * @y: up [nm]
   *
   * Another part is to be seen, with this place in its middle.
   */
  signals[MOVED] = g_signal_new ("moved", CW_TYPE_MINIMAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cw_minimap_init (CwMinimap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->seen = CW_BOX_EMPTY;
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_began), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_updated), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "default");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Minimap"), -1);
}

/**
 * cw_minimap_new:
 *
 * Makes a minimap without a design.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_minimap_new (void)
{
  return g_object_new (CW_TYPE_MINIMAP, NULL);
}

/**
 * cw_minimap_set_design:
 * @self: a minimap
 * @design: what to show
 *
 * Shows another design, when it has been painted by a worker.
 */
void
cw_minimap_set_design (CwMinimap *self, CwDesign *design)
{
  g_return_if_fail (CW_IS_MINIMAP (self) && design != NULL);

  if (self->design == design)
    return;
  cw_design_ref (design);
  g_clear_pointer (&self->design, cw_design_unref);
  self->design = design;
  paint_soon (self);
}

/**
 * cw_minimap_set_style:
 * @self: a minimap
 * @style: levels and colours
 *
 * Sets how it looks.
 */
void
cw_minimap_set_style (CwMinimap *self, const CwPlanStyle *style)
{
  g_return_if_fail (CW_IS_MINIMAP (self) && style != NULL);

  self->style = *style;
  self->style.grid_step = 0;
  self->style.ratio = 1;
  paint_soon (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * cw_minimap_set_seen:
 * @self: a minimap
 * @seen: the part of the plan that is seen [nm]
 *
 * Moves the frame.
 */
void
cw_minimap_set_seen (CwMinimap *self, CwBox seen)
{
  g_return_if_fail (CW_IS_MINIMAP (self));

  self->seen = seen;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * cw_minimap_get_spot:
 * @self: a minimap with a design
 * @at: a point of the plan [nm]
 *
 * Returns: where it lies in the minimap [px]
 */
CwSpot
cw_minimap_get_spot (CwMinimap *self, CwPoint at)
{
  CwPlanView view;

  g_return_val_if_fail (CW_IS_MINIMAP (self) && self->design != NULL, ((CwSpot){ 0, 0 }));

  get_view (self, &view);

  return cw_plan_view_get_spot (&view, at);
}

/**
 * cw_minimap_is_painted:
 * @self: a minimap
 *
 * Returns: whether it shows the design as it is
 */
gboolean
cw_minimap_is_painted (CwMinimap *self)
{
  g_return_val_if_fail (CW_IS_MINIMAP (self), FALSE);

  return self->picture != NULL && self->wait == 0 && self->generation == NULL;
}
