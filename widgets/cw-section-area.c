/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <math.h>

#include "widgets/cw-paint-layer.h"
#include "widgets/cw-section-area-private.h"
#include "widgets/cw-section-job.h"
#include "widgets/render/cw-label.h"

G_DEFINE_FINAL_TYPE (CwSectionArea, cw_section_area, GTK_TYPE_WIDGET)

void
cw_section_area_redraw (CwSectionArea *self)
{
  self->dirty = TRUE;
  gtk_widget_queue_draw (self->picture);
  gtk_widget_queue_draw (self->live);
}

static void
job_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CwSectionArea *self = CW_SECTION_AREA (source);
  CwSectionJob *job = cw_section_job_finish (result);

  self->running = FALSE;
  if (self->editor == NULL)
    return;
  g_clear_pointer (&self->section, cw_section_unref);
  if (self->set != job->set)
    {
      g_clear_pointer (&self->set, cw_section_set_unref);
      self->set = cw_section_set_ref (job->set);
      self->is_warm = FALSE;
    }
  g_clear_pointer (&self->design, cw_design_unref);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->section = cw_section_ref (job->section);
  self->step = job->step;
  self->design = cw_design_ref (job->design);
  self->surface = cairo_surface_reference (job->surface);
  self->painted = job->view;
  if (job->fit && self->fitted)
    self->view = job->view;
  cw_section_area_redraw (self);
  if (self->stale)
    cw_section_area_update (self);
  else if (self->step != CW_STEP_FINISHED && !self->is_warm)
    {
      self->is_warm = TRUE;
      cw_section_job_warm (self->set);
    }
}

static gboolean
is_section_of (CwSectionArea *self, CwDesign *design, const GArray *line)
{
  const CwPoint *points;
  gsize n;

  if (self->set == NULL || self->section == NULL || self->design != design)
    return FALSE;
  points = cw_section_get_line (self->section, &n);

  return n == line->len && memcmp (points, line->data, n * sizeof (CwPoint)) == 0;
}

/* what is to be seen now: the document's design, a tool's preview or that of a dragged edge */
static CwDesign *
get_shown_design (CwSectionArea *self)
{
  return self->edge_design != NULL ? self->edge_design : cw_editor_get_shown_design (self->editor);
}

static guint
get_step (CwSectionArea *self)
{
  return cw_tool_host_get_settings (cw_editor_get_host (self->editor))->step;
}

/* whether heights are those of the stack */
gboolean
cw_section_area_is_upright (CwSectionArea *self)
{
  return !cw_section_is_turned (self->section);
}

/* asks for the section as it should be now, or as soon as the one in work is done */
void
cw_section_area_update (CwSectionArea *self)
{
  const GArray *line;
  CwDesign *design;
  CwSectionJob *job;
  gboolean shown;

  if (self->editor == NULL)
    return;
  line = cw_tool_host_get_section (cw_editor_get_host (self->editor));
  shown = line->len >= 2;
  gtk_widget_set_visible (self->empty, !shown);
  if (!shown)
    {
      g_clear_pointer (&self->section, cw_section_unref);
      g_clear_pointer (&self->set, cw_section_set_unref);
      g_clear_pointer (&self->design, cw_design_unref);
      g_clear_pointer (&self->surface, cairo_surface_destroy);
      cw_section_area_redraw (self);
      return;
    }
  if (gtk_widget_get_width (GTK_WIDGET (self)) < 8 || gtk_widget_get_height (GTK_WIDGET (self)) < 8)
    return;
  if (self->running)
    {
      self->stale = TRUE;
      return;
    }
  design = get_shown_design (self);
  self->stale = FALSE;
  self->running = TRUE;
  job = g_new0 (CwSectionJob, 1);
  job->design = cw_design_ref (design);
  job->n_points = line->len;
  job->line = g_memdup2 (line->data, line->len * sizeof (CwPoint));
  job->set = is_section_of (self, design, line) ? cw_section_set_ref (self->set) : NULL;
  job->step = get_step (self);
  job->style = self->style;
  job->view = self->view;
  job->fit = self->fitted && !self->dragging; /* an edge stays below the pointer */
  job->stretch = self->factor;
  job->width = gtk_widget_get_width (GTK_WIDGET (self));
  job->height = gtk_widget_get_height (GTK_WIDGET (self));
  job->factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  job->ratio = self->ratio;
  cw_section_job_run (job, job_done, G_OBJECT (self));
}

/* a preview came, changed or went; what is in work may be of yet another design */
static void
editor_updated (CwSectionArea *self)
{
  if (!self->running && self->section != NULL && get_shown_design (self) == self->design)
    return;
  cw_section_area_update (self);
}

static void
redraw_live (CwSectionArea *self)
{
  gtk_widget_queue_draw (self->live);
}

/* another step, or another level that is pointed out */
static void
settings_changed (CwSectionArea *self)
{
  if (self->section != NULL && self->step != get_step (self))
    cw_section_area_update (self);
  redraw_live (self);
}

static void
keep_shown (CwSectionArea *self)
{
  if (self->shown == self->surface)
    return;
  g_clear_pointer (&self->shown_before, cairo_surface_destroy);
  self->shown_before = self->shown;
  self->shown = cairo_surface_reference (self->surface);
}

static void
paint_picture (GtkSnapshot *snapshot, int width, int height, gpointer user_data)
{
  CwSectionArea *self = user_data;
  CwTheme print;
  CwColour ground = cw_section_style_get_theme (&self->style, &print)->background;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  double zoom_s;
  double zoom_z;
  cairo_t *cr;

  self->dirty = FALSE;
  gtk_snapshot_append_color (
      snapshot, &(GdkRGBA){ (float) ground.red, (float) ground.green, (float) ground.blue, 1 },
      &bounds);
  if (self->surface == NULL)
    return;
  zoom_s = self->view.scale_s / self->painted.scale_s;
  zoom_z = self->view.scale_z / self->painted.scale_z;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, (self->painted.s - self->view.s) * self->view.scale_s,
                   (self->view.z - self->painted.z) * self->view.scale_z);
  cairo_scale (cr, zoom_s, zoom_z);
  keep_shown (self);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr),
                            zoom_s == 1 && zoom_z == 1 ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_FAST);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
paint_selection (CwSectionArea *self, const CwTheme *theme, cairo_t *cr, int width, int height)
{
  CwSelection *selection = cw_editor_get_selection (self->editor);
  gsize n = cw_section_get_n_pieces (self->section);

  if (cw_selection_get_n (selection) == 0)
    return;
  for (gsize i = 0; i < n; i++)
    {
      const CwSectionPiece *piece = cw_section_get_piece (self->section, i);

      if (piece->item == CW_ID_NONE
          || (!cw_selection_contains (selection, (CwPick){ piece->item, 0 })
              && !cw_selection_contains (selection, (CwPick){ piece->item, piece->part })))
        continue;
      cw_section_paint_piece (cr, self->section, i, &self->view, width, height, theme->selection,
                              CW_PLAN_LOOK_OUTLINE);
    }
}

/* where the pointer of the plan is along the line */
static void
paint_cursor (CwSectionArea *self, const CwTheme *theme, cairo_t *cr, int height)
{
  CwPoint at;
  double x;

  if (!cw_editor_get_pointer (self->editor, &at))
    return;
  x = floor ((cw_section_project (self->section, at) - self->view.s) * self->view.scale_s) + 0.5;
  cairo_move_to (cr, x, 0);
  cairo_line_to (cr, x, height);
  cw_colour_set_source (cw_colour_with_alpha (theme->section_line, 0.7), cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
paint_live (GtkSnapshot *snapshot, int width, int height, gpointer user_data)
{
  CwSectionArea *self = user_data;
  CwTheme print;
  const CwTheme *theme = cw_section_style_get_theme (&self->style, &print);
  gssize piece;
  cairo_t *cr;

  if (self->section == NULL || self->editor == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cw_section_area_paint_level (self, theme, cr, width, height);
  paint_selection (self, theme, cr, width, height);
  piece = cw_section_area_find_piece (self);
  if (piece >= 0 && cw_section_get_piece (self->section, (gsize) piece)->item != CW_ID_NONE)
    cw_section_paint_piece (cr, self->section, (gsize) piece, &self->view, width, height,
                            theme->hover, CW_PLAN_LOOK_OUTLINE);
  paint_cursor (self, theme, cr, height);
  cw_section_area_paint_edge (self, theme, cr, width, height);
  cairo_destroy (cr);
}

static void
drop_editor (CwSectionArea *self)
{
  CwToolHost *host;

  if (self->editor == NULL)
    return;
  host = cw_editor_get_host (self->editor);
  g_signal_handlers_disconnect_by_data (self->editor, self);
  g_signal_handlers_disconnect_by_data (host, self);
  g_signal_handlers_disconnect_by_data (cw_tool_host_get_selection (host), self);
  g_clear_object (&self->editor);
  self->dragging = FALSE;
  self->edge = CW_LEVEL_NONE;
  g_clear_pointer (&self->edge_design, cw_design_unref);
  g_clear_pointer (&self->edge_message, g_free);
  g_clear_pointer (&self->section, cw_section_unref);
  g_clear_pointer (&self->set, cw_section_set_unref);
  g_clear_pointer (&self->design, cw_design_unref);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->shown, cairo_surface_destroy);
  g_clear_pointer (&self->shown_before, cairo_surface_destroy);
}

static void
cw_section_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CwSectionArea *self = CW_SECTION_AREA (widget);
  GtkRequisition size;

  gtk_widget_allocate (self->picture, width, height, baseline, NULL);
  gtk_widget_allocate (self->live, width, height, baseline, NULL);
  if (gtk_widget_should_layout (self->empty))
    {
      gtk_widget_get_preferred_size (self->empty, &size, NULL);
      gtk_widget_allocate (self->empty, MAX (width, size.width), MAX (height, size.height),
                           baseline, NULL);
    }
  cw_section_area_update (self);
}

static void
cw_section_area_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 100 : 60;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 220;
}

static void
cw_section_area_dispose (GObject *object)
{
  CwSectionArea *self = CW_SECTION_AREA (object);

  drop_editor (self);
  g_clear_pointer (&self->picture, gtk_widget_unparent);
  g_clear_pointer (&self->live, gtk_widget_unparent);
  g_clear_pointer (&self->empty, gtk_widget_unparent);
  G_OBJECT_CLASS (cw_section_area_parent_class)->dispose (object);
}

static void
cw_section_area_class_init (CwSectionAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_section_area_dispose;
  widget_class->size_allocate = cw_section_area_size_allocate;
  widget_class->measure = cw_section_area_measure;

  /**
   * CwSectionArea::hovered:
   * @self: a section
   * @inside: whether the pointer is over it
   * @s: where it is along the line [nm]
   * @z: where it is above the bottom of the stack [nm]
   *
   * The pointer moved.
   */
  g_signal_new ("hovered", CW_TYPE_SECTION_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 3, G_TYPE_BOOLEAN, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  gtk_widget_class_set_css_name (widget_class, "section");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cw_section_area_init (CwSectionArea *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->style = CW_SECTION_STYLE_INIT (cw_theme_get (CW_THEME_LIGHT));
  self->edge = CW_LEVEL_NONE;
  self->fitted = TRUE;
  self->view = (CwSectionView){ 0, 0, 1e-4, 1e-3 };
  self->ratio = 1;
  self->picture = cw_paint_layer_new (paint_picture, self);
  self->live = cw_paint_layer_new (paint_live, self);
  self->empty = gtk_label_new (_ ("Draw a section line: S"));
  gtk_widget_add_css_class (self->empty, "empty-note");
  gtk_widget_set_can_target (self->empty, FALSE);
  gtk_widget_set_parent (self->picture, widget);
  gtk_widget_set_parent (self->live, widget);
  gtk_widget_set_parent (self->empty, widget);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Cross-section"), -1);
  cw_section_area_add_controllers (self);
  cw_section_area_add_tooltip (self);
}

/**
 * cw_section_area_new:
 *
 * Makes a view without a section.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_section_area_new (void)
{
  return g_object_new (CW_TYPE_SECTION_AREA, NULL);
}

/**
 * cw_section_area_set_editor:
 * @self: a view
 * @editor: (nullable): whose section line to follow
 *
 * Shows the section of a document.
 */
void
cw_section_area_set_editor (CwSectionArea *self, CwEditor *editor)
{
  CwToolHost *host;

  g_return_if_fail (CW_IS_SECTION_AREA (self));

  drop_editor (self);
  if (editor == NULL)
    return;
  self->editor = g_object_ref (editor);
  self->fitted = TRUE;
  host = cw_editor_get_host (editor);
  g_signal_connect_swapped (editor, "updated", G_CALLBACK (editor_updated), self);
  g_signal_connect_swapped (editor, "pointer-moved", G_CALLBACK (redraw_live), self);
  g_signal_connect_swapped (host, "section-changed", G_CALLBACK (cw_section_area_update), self);
  g_signal_connect_swapped (cw_editor_get_selection (editor), "changed", G_CALLBACK (redraw_live),
                            self);
  g_signal_connect_swapped (host, "settings-changed", G_CALLBACK (settings_changed), self);
  cw_section_area_update (self);
}

/**
 * cw_section_area_set_theme:
 * @self: a view
 * @kind: which colours
 *
 * Sets the colours.
 */
void
cw_section_area_set_theme (CwSectionArea *self, CwThemeKind kind)
{
  g_return_if_fail (CW_IS_SECTION_AREA (self));

  self->style.theme = cw_theme_get (kind);
  cw_section_area_redraw (self);
  cw_section_area_update (self);
}

/**
 * cw_section_area_set_ratio:
 * @self: a view
 * @ratio: how much larger than usual words and lines are
 *
 * Sets the size of all that is not drawn to scale.
 */
void
cw_section_area_set_ratio (CwSectionArea *self, double ratio)
{
  g_return_if_fail (CW_IS_SECTION_AREA (self) && ratio > 0);

  if (self->ratio == ratio)
    return;
  self->ratio = ratio;
  cw_section_area_redraw (self);
  cw_section_area_update (self);
}

/**
 * cw_section_area_set_look:
 * @self: a view
 * @black_white: whether it is hatched in black on white
 * @legend: whether levels and materials are named
 * @dimensions: whether the levels are dimensioned
 *
 * Sets how the section is painted.
 */
void
cw_section_area_set_look (CwSectionArea *self, gboolean black_white, gboolean legend,
                          gboolean dimensions)
{
  g_return_if_fail (CW_IS_SECTION_AREA (self));

  self->style.black_white = black_white;
  self->style.legend = legend;
  self->style.dimensions = dimensions;
  cw_section_area_redraw (self);
  cw_section_area_update (self);
}

/**
 * cw_section_area_set_factor:
 * @self: a view
 * @factor: how much more z is drawn out than the way along the cut, 0 for what fills the view
 *
 * Shows the whole section with z drawn out so much.
 */
void
cw_section_area_set_factor (CwSectionArea *self, double factor)
{
  g_return_if_fail (CW_IS_SECTION_AREA (self) && factor >= 0);

  self->factor = factor;
  cw_section_area_fit (self);
}

/**
 * cw_section_area_fit:
 * @self: a view
 *
 * Shows the whole section, and goes on doing so when the line moves.
 */
void
cw_section_area_fit (CwSectionArea *self)
{
  g_return_if_fail (CW_IS_SECTION_AREA (self));

  self->fitted = TRUE;
  cw_section_area_update (self);
}

/**
 * cw_section_area_get_spot:
 * @self: a view
 * @place: way along the cut and height [nm]
 *
 * Returns: where the view shows the place [px]
 */
CwSpot
cw_section_area_get_spot (CwSectionArea *self, CwPoint place)
{
  g_return_val_if_fail (CW_IS_SECTION_AREA (self), ((CwSpot){ 0, 0 }));

  return (CwSpot){ (place.x - self->view.s) * self->view.scale_s,
                   (self->view.z - place.y) * self->view.scale_z };
}

/**
 * cw_section_area_get_section:
 * @self: a view
 *
 * Gets what is shown.
 *
 * Returns: (transfer none) (nullable): the section
 */
CwSection *
cw_section_area_get_section (CwSectionArea *self)
{
  g_return_val_if_fail (CW_IS_SECTION_AREA (self), NULL);

  return self->section;
}

/**
 * cw_section_area_is_settled:
 * @self: a view
 *
 * Tells tests when to look.
 *
 * Returns: whether the section is the one of the line and painted
 */
gboolean
cw_section_area_is_settled (CwSectionArea *self)
{
  g_return_val_if_fail (CW_IS_SECTION_AREA (self), TRUE);

  return !self->running && !self->stale && !self->dirty;
}
