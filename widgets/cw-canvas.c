/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <math.h>

#include "model/process/cw-process-state.h"
#include "widgets/cw-canvas-private.h"
#include "widgets/tool/cw-tool-registry.h"

/*
 * Three siblings lie above each other, since redrawing a widget redraws what is around
 * it but not what is beside it:
 *   tiles  the plan, painted by worker threads
 *   marks  what belongs to the design's present state
 *   live   what follows the pointer, drawn in every frame
 */

#define DESCRIBE_DELAY 300 /* [ms] */
#define MINIMAP_MARGIN 12  /* [px] */

G_DEFINE_FINAL_TYPE (CwCanvas, cw_canvas, GTK_TYPE_WIDGET)

static gboolean
describe (gpointer data)
{
  CwCanvas *self = data;
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;
  g_autofree char *live = NULL;
  CwCheckResult *check;

  self->describe = 0;
  if (self->editor == NULL)
    return G_SOURCE_REMOVE;
  check = cw_tool_host_get_check (cw_editor_get_host (self->editor));
  text = g_strdup_printf (_ ("%s tool, %s nm a pixel, %u selected, %" G_GSIZE_FORMAT " violations"),
                          _ (cw_tool_get_info (cw_editor_get_tool (self->editor))->label),
                          g_ascii_formatd (number, sizeof number, "%.4g", 1 / self->view.scale),
                          cw_selection_get_n (cw_editor_get_selection (self->editor)),
                          check != NULL ? cw_check_result_get_n_violations (check) : 0);
  live = cw_tool_dup_live_text (cw_editor_get_tool (self->editor));
  if (live != NULL)
    {
      g_autofree char *plain = g_steal_pointer (&text);

      text = g_strdup_printf ("%s. %s", live, plain);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);

  return G_SOURCE_REMOVE;
}

/* readers of the screen hear of a change, but not of each step of it */
static void
describe_soon (CwCanvas *self)
{
  if (self->describe == 0)
    self->describe = g_timeout_add (DESCRIBE_DELAY, describe, self);
}

void
cw_canvas_redraw_marks (CwCanvas *self)
{
  gtk_widget_queue_draw (self->marks);
  describe_soon (self);
}

static void
redraw_live (CwCanvas *self)
{
  gtk_widget_queue_draw (self->live);
}

static void
update (CwCanvas *self)
{
  cw_canvas_update_cursor (self);
  redraw_live (self);
  describe_soon (self);
}

static void
tool_changed (CwCanvas *self)
{
  cw_canvas_close_fields (self);
  cw_canvas_redraw_marks (self);
}

void
cw_canvas_update_style (CwCanvas *self)
{
  const CwToolSettings *settings;
  CwPlanStyle style;

  if (self->editor == NULL)
    return;
  settings = cw_tool_host_get_settings (cw_editor_get_host (self->editor));
  style = CW_PLAN_STYLE_INIT (self->theme);
  style.visible_levels = settings->visible_levels;
  style.active_level = settings->active_level;
  style.highlight_net = settings->highlight_net;
  memcpy (style.faint, settings->faint, sizeof style.faint);
  if (self->grid)
    style.grid_step = settings->grid > 0 ? settings->grid : CW_PLAN_GRID_AUTO;
  style.ratio = self->ui_scale * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  style.dimmed_levels = settings->faded_levels;
  if (self->dimmed)
    style.dimmed_levels |= ~((guint64) 1 << settings->active_level);
  /* what is not there yet at the step steps back */
  if (settings->step != CW_STEP_FINISHED)
    style.dimmed_levels
        |= ~cw_process_get_levels (cw_editor_get_design (self->editor), settings->step);
  cw_tile_layer_set_style (CW_TILE_LAYER (self->tiles), &style);
  cw_minimap_set_style (CW_MINIMAP (self->minimap), &style);
  cw_canvas_redraw_marks (self);
  redraw_live (self);
}

static void
settings_changed (CwCanvas *self)
{
  cw_canvas_forget_findings (self);
  cw_canvas_update_style (self);
}

static void
selection_changed (CwCanvas *self)
{
  if (self->airwires == CW_AIRWIRES_SELECTED)
    cw_canvas_forget_findings (self);
  cw_canvas_redraw_marks (self);
}

static void
minimap_moved (CwCanvas *self, int x, int y)
{
  CwSpot spot = cw_canvas_get_spot (self, CW_POINT (x, y));

  cw_canvas_pan (self, spot.x - gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                 spot.y - gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

static void
document_changed (CwCanvas *self, const CwDiff *diff)
{
  cw_tile_layer_set_design (CW_TILE_LAYER (self->tiles), diff->after, diff);
  cw_minimap_set_design (CW_MINIMAP (self->minimap), diff->after);
  cw_canvas_stop_hover (self);
  cw_canvas_update_style (self);
  cw_canvas_redraw_marks (self);
  redraw_live (self);
}

static void
drop_editor (CwCanvas *self)
{
  CwToolHost *host;

  cw_canvas_stop_hover (self);
  g_clear_pointer (&self->found_in, cw_check_result_unref);
  if (self->editor == NULL)
    return;
  host = cw_editor_get_host (self->editor);
  g_signal_handlers_disconnect_by_data (self->editor, self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_document (self->editor), self);
  g_signal_handlers_disconnect_by_data (host, self);
  g_signal_handlers_disconnect_by_data (cw_tool_host_get_selection (host), self);
  g_clear_object (&self->editor);
}

/* fields stand beside the pointer, inside the canvas */
static void
allocate_fields (CwCanvas *self, GtkWidget *fields, int width, int height)
{
  GtkRequisition size;
  GskTransform *transform;
  double x = self->hud_at.x + 18;
  double y = self->hud_at.y + 18;

  if (!gtk_widget_should_layout (fields))
    return;
  gtk_widget_get_preferred_size (fields, NULL, &size);
  if (x + size.width > width)
    x = self->hud_at.x - 18 - size.width;
  if (y + size.height > height)
    y = self->hud_at.y - 18 - size.height;
  transform = gsk_transform_translate (
      NULL, &GRAPHENE_POINT_INIT ((float) rint (MAX (x, 0)), (float) rint (MAX (y, 0))));
  gtk_widget_allocate (fields, size.width, size.height, -1, transform);
}

static void
allocate_minimap (CwCanvas *self, int width, int height)
{
  int wide;
  int high;

  if (!gtk_widget_should_layout (self->minimap))
    return;
  gtk_widget_measure (self->minimap, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  wide = (int) (CW_MINIMAP_WIDTH * self->minimap_scale);
  high = (int) (CW_MINIMAP_HEIGHT * self->minimap_scale);
  gtk_widget_allocate (self->minimap, wide, high, -1,
                       gsk_transform_translate (
                           NULL, &GRAPHENE_POINT_INIT ((float) (width - wide - MINIMAP_MARGIN),
                                                       (float) (height - high - MINIMAP_MARGIN))));
}

static void
cw_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CwCanvas *self = CW_CANVAS (widget);

  gtk_widget_allocate (self->tiles, width, height, baseline, NULL);
  gtk_widget_allocate (self->marks, width, height, baseline, NULL);
  gtk_widget_allocate (self->live, width, height, baseline, NULL);
  allocate_fields (self, self->hud, width, height);
  allocate_fields (self, self->place, width, height);
  if (self->fitted)
    cw_canvas_fit (self);
  cw_canvas_update_minimap (self);
  allocate_minimap (self, width, height);
}

static void
cw_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                   int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = 100;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 500;
}

static void
run_fit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cw_canvas_fit (CW_CANVAS (widget));
}

static void
run_zoom_in (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cw_canvas_zoom (CW_CANVAS (widget), CW_CANVAS_ZOOM_STEP);
}

static void
run_zoom_out (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cw_canvas_zoom (CW_CANVAS (widget), 1 / CW_CANVAS_ZOOM_STEP);
}

static void
run_zoom_selection (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CwCanvas *self = CW_CANVAS (widget);
  CwBox box;

  if (self->editor == NULL)
    return;
  box = cw_selection_get_bounds (cw_editor_get_selection (self->editor),
                                 cw_editor_get_design (self->editor));
  if (!cw_box_is_empty (box))
    cw_canvas_frame (self, box);
}

static void
cw_canvas_dispose (GObject *object)
{
  CwCanvas *self = CW_CANVAS (object);

  g_clear_handle_id (&self->describe, g_source_remove);
  g_clear_handle_id (&self->settle, g_source_remove);
  cw_canvas_end_auto_pan (self);
  drop_editor (self);
  g_clear_pointer (&self->tiles, gtk_widget_unparent);
  g_clear_pointer (&self->marks, gtk_widget_unparent);
  g_clear_pointer (&self->live, gtk_widget_unparent);
  g_clear_pointer (&self->hud, gtk_widget_unparent);
  g_clear_pointer (&self->place, gtk_widget_unparent);
  g_clear_pointer (&self->minimap, gtk_widget_unparent);
  G_OBJECT_CLASS (cw_canvas_parent_class)->dispose (object);
}

static void
cw_canvas_finalize (GObject *object)
{
  CwCanvas *self = CW_CANVAS (object);

  cw_view_history_free (self->history);
  g_array_unref (self->airwire_ends);
  g_array_unref (self->marked);
  g_clear_pointer (&self->clusters, g_array_unref);
  G_OBJECT_CLASS (cw_canvas_parent_class)->finalize (object);
}

static void
cw_canvas_class_init (CwCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_canvas_dispose;
  G_OBJECT_CLASS (klass)->finalize = cw_canvas_finalize;
  G_OBJECT_CLASS (klass)->set_property = cw_canvas_set_property;
  G_OBJECT_CLASS (klass)->get_property = cw_canvas_get_property;
  cw_canvas_install_properties (G_OBJECT_CLASS (klass));
  widget_class->size_allocate = cw_canvas_size_allocate;
  widget_class->measure = cw_canvas_measure;

  /**
   * CwCanvas::view-changed:
   * @self: a canvas
   *
   * Another part of the plan is shown.
   */
  g_signal_new ("view-changed", CW_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);

  /**
   * CwCanvas::space-tapped:
   * @self: a canvas
   *
   * Space was pressed and let go at once, without dragging.
   */
  g_signal_new ("space-tapped", CW_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);

  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_install_action (widget_class, "canvas.fit", NULL, run_fit);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-in", NULL, run_zoom_in);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-out", NULL, run_zoom_out);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-selection", NULL, run_zoom_selection);
}

static void
cw_canvas_init (CwCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->theme = cw_theme_get (CW_THEME_LIGHT);
  self->view.scale = 1e-4;
  self->exact = self->view;
  self->fitted = TRUE;
  self->violation = -1;
  self->rulers = TRUE;
  self->grid = TRUE;
  self->minimap_wanted = TRUE;
  self->ui_scale = 1;
  self->history = cw_view_history_new ();
  self->airwire_ends = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  self->marked = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->tiles = cw_tile_layer_new ();
  self->marks = cw_paint_layer_new (cw_canvas_paint_marks, self);
  self->live = cw_paint_layer_new (cw_canvas_paint_live, self);
  self->hud = cw_hud_new ();
  self->place = cw_canvas_make_place_entry (self);
  self->minimap = cw_minimap_new ();
  gtk_widget_set_visible (self->hud, FALSE);
  gtk_widget_set_visible (self->minimap, FALSE);
  g_signal_connect_swapped (self->minimap, "moved", G_CALLBACK (minimap_moved), self);
  gtk_widget_set_parent (self->tiles, widget);
  gtk_widget_set_parent (self->marks, widget);
  gtk_widget_set_parent (self->minimap, widget);
  gtk_widget_set_parent (self->live, widget);
  gtk_widget_set_parent (self->place, widget);
  gtk_widget_set_parent (self->hud, widget);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Plan view"), -1);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (cw_canvas_update_style), NULL);
  cw_canvas_add_controllers (self);
}

/**
 * cw_canvas_new:
 *
 * Makes a canvas without a design.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_canvas_new (void)
{
  return g_object_new (CW_TYPE_CANVAS, NULL);
}

/**
 * cw_canvas_set_editor:
 * @self: a canvas
 * @editor: (nullable): what to show
 *
 * Shows a document, the whole package of it.
 */
void
cw_canvas_set_editor (CwCanvas *self, CwEditor *editor)
{
  CwToolHost *host;

  g_return_if_fail (CW_IS_CANVAS (self));

  drop_editor (self);
  if (editor == NULL)
    return;
  self->editor = g_object_ref (editor);
  self->violation = -1;
  self->drag = CW_DRAG_NONE;
  host = cw_editor_get_host (editor);
  g_signal_connect_swapped (editor, "updated", G_CALLBACK (update), self);
  g_signal_connect_swapped (editor, "pointer-moved", G_CALLBACK (redraw_live), self);
  g_signal_connect_swapped (editor, "tool-changed", G_CALLBACK (tool_changed), self);
  g_signal_connect_swapped (cw_editor_get_document (editor), "changed",
                            G_CALLBACK (document_changed), self);
  g_signal_connect_swapped (host, "settings-changed", G_CALLBACK (settings_changed), self);
  g_signal_connect_swapped (host, "section-changed", G_CALLBACK (cw_canvas_redraw_marks), self);
  g_signal_connect_swapped (host, "rulers-changed", G_CALLBACK (cw_canvas_redraw_marks), self);
  g_signal_connect_swapped (host, "check-changed", G_CALLBACK (cw_canvas_redraw_marks), self);
  g_signal_connect_swapped (host, "live-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (cw_editor_get_selection (editor), "changed",
                            G_CALLBACK (selection_changed), self);
  cw_view_history_free (self->history);
  self->history = cw_view_history_new ();
  cw_minimap_set_design (CW_MINIMAP (self->minimap), cw_editor_get_design (editor));
  cw_tile_layer_set_design (CW_TILE_LAYER (self->tiles), cw_editor_get_design (editor), NULL);
  cw_canvas_update_style (self);
  cw_canvas_fit (self);
}

/**
 * cw_canvas_set_theme:
 * @self: a canvas
 * @kind: which colours
 *
 * Sets the colours of the canvas.
 */
void
cw_canvas_set_theme (CwCanvas *self, CwThemeKind kind)
{
  g_return_if_fail (CW_IS_CANVAS (self));

  self->theme = cw_theme_get (kind);
  cw_canvas_update_style (self);
}

/**
 * cw_canvas_set_dimmed:
 * @self: a canvas
 * @dimmed: whether all levels but the active one step back
 *
 * Lets the active level stand out.
 */
void
cw_canvas_set_dimmed (CwCanvas *self, gboolean dimmed)
{
  g_return_if_fail (CW_IS_CANVAS (self));

  self->dimmed = dimmed;
  cw_canvas_update_style (self);
}

/**
 * cw_canvas_set_violation:
 * @self: a canvas
 * @index: which of the checker's violations to point out, negative for none
 *
 * Points out one broken rule with its dimension line and its items.
 */
void
cw_canvas_set_violation (CwCanvas *self, gssize index)
{
  g_return_if_fail (CW_IS_CANVAS (self));

  if (self->violation == index)
    return;
  self->violation = index;
  cw_canvas_redraw_marks (self);
}

/**
 * cw_canvas_open_fields:
 * @self: a canvas
 * @text: (nullable): what was typed already
 *
 * Opens the numbers of the tool in hand beside the pointer.
 */
void
cw_canvas_open_fields (CwCanvas *self, const char *text)
{
  CwPoint at;

  g_return_if_fail (CW_IS_CANVAS (self));

  if (self->editor == NULL)
    return;
  self->hud_at = cw_editor_get_pointer (self->editor, &at)
                     ? cw_canvas_get_spot (self, at)
                     : (CwSpot){ gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                                 gtk_widget_get_height (GTK_WIDGET (self)) / 2.0 };
  cw_hud_open (CW_HUD (self->hud), self->editor, text);
}

/**
 * cw_canvas_close_fields:
 * @self: a canvas
 *
 * Closes the numbers beside the pointer.
 */
void
cw_canvas_close_fields (CwCanvas *self)
{
  g_return_if_fail (CW_IS_CANVAS (self));

  cw_hud_close (CW_HUD (self->hud));
}

/**
 * cw_canvas_is_settled:
 * @self: a canvas
 *
 * Tells tests when to look.
 *
 * Returns: whether all that is in view is painted and shown
 */
gboolean
cw_canvas_is_settled (CwCanvas *self)
{
  g_return_val_if_fail (CW_IS_CANVAS (self), TRUE);

  return cw_tile_layer_is_settled (CW_TILE_LAYER (self->tiles));
}

/**
 * cw_canvas_is_covered:
 * @self: a canvas
 *
 * Tells benchmarks when there is something to look at.
 *
 * Returns: whether the last frame showed the plan everywhere, sharp or not
 */
gboolean
cw_canvas_is_covered (CwCanvas *self)
{
  g_return_val_if_fail (CW_IS_CANVAS (self), FALSE);

  return cw_tile_layer_is_covered (CW_TILE_LAYER (self->tiles));
}
