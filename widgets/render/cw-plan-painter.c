/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-plan-painter.h"

#include <math.h>

#include "model/copper/cw-copper.h"
#include "widgets/render/cw-overlay.h"
#include "widgets/render/cw-plan-area.h"
#include "widgets/render/cw-plan-label.h"
#include "widgets/render/cw-plan-layer.h"

#define LOOK_FOR_CANCEL (256) /* shapes */
#define SPECK (1.0)           /* [px] */
#define LEAST_HATCHED (9.0)   /* narrower shapes are not hatched [px] */
#define LEAST_HOLE (3.0)      /* smaller holes are not drawn [px] */
#define LEAST_RING (5.0)      /* smaller balls are not drawn as rings [px] */
#define LEAST_OPENING (26.0)  /* smaller openings would strike through the name of the ball [px] */
#define RING_WIDTH (1.5)      /* [px] */
#define RING_DASH (6.5)       /* a dash with its gap [px] */
#define BALL_ALPHA (0.14)

typedef struct
{
  cairo_t *cr;
  const CwDesign *design;
  const CwTechnology *technology;
  const CwPlanStyle *style;
  CwPlanView view;
  int width;
  int height;
  CwBox box; /* what is visible [nm] */
  const gint *cancel;
  guint n_shapes;

  CwPlanLayer *normal;
  CwPlanLayer *faded; /* foreign nets while one is highlighted */
  CwPlanLayer *extra; /* what is hatched, or rings */
  GArray *labelled;   /* of CwShape: of this level */
  GArray *named;      /* of CwShape: bonding pads, labelled at the end */
} Painter;

static gboolean
is_cancelled (const Painter *self)
{
  return self->cancel != NULL && g_atomic_int_get (self->cancel) != 0;
}

static gboolean
is_level_in (guint64 levels, guint level)
{
  return levels >> level & 1;
}

static gboolean
is_faded (const Painter *self, const CwShape *shape)
{
  return self->style->highlight_net != CW_ID_NONE && shape->net != self->style->highlight_net;
}

/**
 * cw_plan_style_get_colour:
 * @self: a style
 * @technology: a technology
 * @level: index of a level in its stack
 *
 * Returns: the colour of the level's shapes, dimmed and as faint as the style wants
 */
CwColour
cw_plan_style_get_colour (const CwPlanStyle *self, const CwTechnology *technology, guint level)
{
  CwColour colour = cw_theme_get_level_colour (self->theme, technology, level);

  if (is_level_in (self->dimmed_levels, level))
    colour = cw_theme_dim (self->theme, colour);

  return cw_colour_with_alpha (colour, colour.alpha * (100 - MIN (self->faint[level], 100)) / 100);
}

static CwColour
get_colour (const Painter *self, guint level)
{
  return cw_plan_style_get_colour (self->style, self->technology, level);
}

static double
get_least_size (const Painter *self, const CwShape *shape)
{
  CwBox bounds;

  switch (shape->kind)
    {
    case CW_SHAPE_DISC:
      return shape->disc.diameter * self->view.scale;
    case CW_SHAPE_CAPSULE:
      return shape->capsule.width * self->view.scale;
    case CW_SHAPE_BAND:
      return shape->band.width * self->view.scale;
    case CW_SHAPE_BOX:
    case CW_SHAPE_POLYGON:
    default:
      bounds = cw_shape_get_bounds (shape);
      return MIN ((double) bounds.max.x - bounds.min.x, (double) bounds.max.y - bounds.min.y)
             * self->view.scale;
    }
}

/* Items smaller than a pixel need not be looked at, unless their net matters. */
static CwCoord
get_speck (const Painter *self)
{
  return self->style->highlight_net != CW_ID_NONE
             ? 0
             : (CwCoord) CLAMP (SPECK / self->view.scale, 0, CW_COORD_MAX);
}

static GArray *
new_shapes (void)
{
  GArray *shapes = g_array_new (FALSE, FALSE, sizeof (CwShape));

  g_array_set_clear_func (shapes, (GDestroyNotify) cw_shape_clear);

  return shapes;
}

static void
keep_shape (GArray *shapes, const CwShape *shape)
{
  CwShape copy;

  cw_shape_copy (shape, &copy);
  g_array_append_val (shapes, copy);
}

/* Whether the name of a bonding pad goes on the ball rather than on the land. */
static gboolean
has_visible_ball (const Painter *self, CwId item)
{
  const CwBondingPad *pad = cw_design_get_bonding_pad (self->design, item);
  guint level = cw_technology_find_level_kind (self->technology, CW_LEVEL_BALL);

  return pad != NULL && pad->ball.diameter > 0 && level < CW_MAX_LEVELS
         && is_level_in (self->style->visible_levels, level);
}

static void
keep_label (Painter *self, const CwShape *shape)
{
  if (!cw_plan_label_has_room (&self->view, shape, self->style->ratio))
    return;

  if (shape->role == CW_ROLE_BALL)
    keep_shape (self->named, shape);
  else if (shape->role == CW_ROLE_BONDING_PAD)
    {
      if (!has_visible_ball (self, shape->item))
        keep_shape (self->named, shape);
    }
  else
    keep_shape (self->labelled, shape);
}

static gboolean
goes_on (Painter *self)
{
  return ++self->n_shapes % LOOK_FOR_CANCEL != 0 || !is_cancelled (self);
}

static gboolean
add_filled (const CwShape *shape, gpointer user_data)
{
  Painter *self = user_data;

  if (is_faded (self, shape) && shape->role != CW_ROLE_DIE)
    {
      cw_plan_layer_add (self->faded, shape);
      return goes_on (self);
    }

  cw_plan_layer_add (self->normal, shape);
  if (shape->role != CW_ROLE_DIE && shape->role != CW_ROLE_DIE_PAD
      && get_least_size (self, shape) >= LEAST_HATCHED * self->style->ratio)
    cw_plan_layer_add (self->extra, shape);
  keep_label (self, shape);

  return goes_on (self);
}

static void
clear_layers (Painter *self)
{
  cw_plan_layer_clear (self->normal);
  cw_plan_layer_clear (self->faded);
  cw_plan_layer_clear (self->extra);
  g_array_set_size (self->labelled, 0);
}

static void
paint_labels (Painter *self, const GArray *shapes, CwColour colour, CwColour ground)
{
  for (guint i = 0; i < shapes->len && !is_cancelled (self); i++)
    cw_plan_label_paint (self->cr, self->design, &self->view, self->width, self->height,
                         self->style->ratio, &g_array_index (shapes, CwShape, i), colour, ground);
}

static gboolean
add_outline (const CwShape *shape, gpointer user_data)
{
  Painter *self = user_data;

  cw_plan_view_add_outline (&self->view, self->cr, shape, self->width, self->height);
  cairo_stroke (self->cr);

  return goes_on (self);
}

/* the bodies of dies, the pads of dies, wiring */
static void
paint_filled (Painter *self, guint level)
{
  const CwTheme *theme = self->style->theme;
  CwLevelKind kind = cw_technology_get_level (self->technology, level)->kind;
  CwColour colour = get_colour (self, level);
  gboolean is_dimmed = is_level_in (self->style->dimmed_levels, level);

  clear_layers (self);
  cw_copper_foreach_coarse_shape (self->design, level, self->box, get_speck (self), add_filled,
                                  self);
  if (is_cancelled (self))
    return;

  cw_plan_layer_fill (self->faded, cw_theme_dim (theme, colour));
  cw_plan_layer_fill (self->normal, colour);
  if (!is_dimmed)
    cw_plan_layer_hatch (self->extra, cw_colour_mix (colour, theme->package, 0.2),
                         cw_theme_get_level_hatch (theme, self->technology, level));
  if (kind == CW_LEVEL_DIE)
    {
      cw_colour_set_source (theme->die_outline, self->cr);
      cairo_set_line_width (self->cr, 1.5 * self->style->ratio);
      cairo_new_path (self->cr);
      cw_copper_foreach_shape (self->design, level, self->box, add_outline, self);
    }
  if (!is_dimmed)
    paint_labels (self, self->labelled,
                  kind == CW_LEVEL_DIE ? theme->text_muted : cw_colour_pick_text (colour), colour);
}

static gboolean
add_hole (const CwShape *shape, gpointer user_data)
{
  Painter *self = user_data;

  if (shape->role != CW_ROLE_CAVITY && get_least_size (self, shape) >= LEAST_HOLE)
    cw_plan_layer_add (is_faded (self, shape) ? self->faded : self->normal, shape);

  return goes_on (self);
}

/* Vias too small to be drawn as holes need not be looked at either. */
static CwCoord
get_hole_speck (const Painter *self)
{
  return (CwCoord) CLAMP (floor (LEAST_HOLE / self->view.scale) - 1, 0, CW_COORD_MAX);
}

/* the holes through the dielectrics between a wiring level and the one below it */
static void
paint_holes (Painter *self, guint wiring)
{
  for (guint level = wiring; level > 0; level--)
    {
      CwLevelKind kind = cw_technology_get_level (self->technology, level - 1)->kind;

      if (kind == CW_LEVEL_WIRING)
        return;
      if ((kind != CW_LEVEL_DIELECTRIC && kind != CW_LEVEL_THIN_ORGANIC)
          || !is_level_in (self->style->visible_levels, level - 1))
        continue;

      clear_layers (self);
      cw_copper_foreach_coarse_shape (self->design, level - 1, self->box, get_hole_speck (self),
                                      add_hole, self);
      cw_plan_layer_fill (
          self->faded, cw_colour_mix (self->style->theme->hole, self->style->theme->package, 0.5));
      cw_plan_layer_fill (self->normal, self->style->theme->hole);
    }
}

static gboolean
add_cavity (const CwShape *shape, gpointer user_data)
{
  Painter *self = user_data;

  if (shape->role == CW_ROLE_CAVITY)
    cw_plan_layer_add (self->extra, shape);

  return goes_on (self);
}

static gboolean
outline_cavity (const CwShape *shape, gpointer user_data)
{
  return shape->role == CW_ROLE_CAVITY ? add_outline (shape, user_data) : goes_on (user_data);
}

/* what is taken out of a level and not filled with metal: outlined, with a light hatch */
static void
paint_cavities (Painter *self, guint level)
{
  const CwTheme *theme = self->style->theme;
  gboolean is_dimmed = is_level_in (self->style->dimmed_levels, level);
  CwColour line = is_dimmed ? cw_theme_dim (theme, theme->package_outline) : theme->package_outline;

  clear_layers (self);
  cw_copper_foreach_shape (self->design, level, self->box, add_cavity, self);
  cw_plan_layer_hatch (self->extra, cw_colour_mix (line, theme->package, 0.7),
                       CW_HATCH_BACK_DIAGONAL);
  cw_colour_set_source (line, self->cr);
  cairo_set_line_width (self->cr, self->style->ratio);
  cairo_new_path (self->cr);
  cw_copper_foreach_shape (self->design, level, self->box, outline_cavity, self);
}

static void
stroke_ring (Painter *self, const CwShape *shape, CwColour colour)
{
  cw_colour_set_source (colour, self->cr);
  cw_plan_view_add_outline (&self->view, self->cr, shape, self->width, self->height);
  cairo_stroke (self->cr);
}

/* Dashes of openings lie on a line of the package's colour, so that they show on any wiring. */
static void
add_opening_ring (Painter *self, const CwShape *shape)
{
  gboolean is_back = is_faded (self, shape);
  CwColour colour = get_colour (self, shape->level);
  double way = G_PI * get_least_size (self, shape);
  double dash = way / MAX (4, round (way / (RING_DASH * self->style->ratio)));
  double dashes[] = { 0.6 * dash, 0.4 * dash };

  if (cw_plan_layer_add_ring (is_back ? self->faded : self->extra, shape,
                              RING_WIDTH * self->style->ratio, RING_DASH * self->style->ratio))
    {
      if (!is_back)
        cw_plan_layer_add_ring (self->normal, shape, RING_WIDTH * self->style->ratio, 0);
      return;
    }

  if (!is_back)
    stroke_ring (self, shape, self->style->theme->package);
  cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  stroke_ring (self, shape, is_back ? cw_theme_dim (self->style->theme, colour) : colour);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

static void
add_ball_ring (Painter *self, const CwShape *shape)
{
  gboolean is_back = is_faded (self, shape);
  CwColour colour = get_colour (self, shape->level);

  if (!cw_plan_layer_add_ring (is_back ? self->faded : self->extra, shape,
                               RING_WIDTH * self->style->ratio, 0))
    stroke_ring (self, shape, is_back ? cw_theme_dim (self->style->theme, colour) : colour);
}

static gboolean
add_ring (const CwShape *shape, gpointer user_data)
{
  Painter *self = user_data;
  gboolean is_ball
      = cw_technology_get_level (self->technology, shape->level)->kind == CW_LEVEL_BALL;

  if (is_ball)
    cw_plan_layer_add (self->normal, shape);
  if (is_ball && get_least_size (self, shape) >= LEAST_RING * self->style->ratio)
    add_ball_ring (self, shape);
  else if (!is_ball && get_least_size (self, shape) >= LEAST_OPENING * self->style->ratio)
    add_opening_ring (self, shape);
  if (!is_faded (self, shape))
    keep_label (self, shape);

  return goes_on (self);
}

/* openings and balls: rings, so that the wiring below stays visible */
static void
paint_rings (Painter *self, guint level)
{
  CwColour colour = get_colour (self, level);
  gboolean is_ball = cw_technology_get_level (self->technology, level)->kind == CW_LEVEL_BALL;

  clear_layers (self);
  cairo_save (self->cr);
  cairo_new_path (self->cr);
  cairo_set_line_width (self->cr, RING_WIDTH * self->style->ratio);
  cw_copper_foreach_coarse_shape (self->design, level, self->box, get_speck (self), add_ring, self);
  cairo_restore (self->cr);
  cw_plan_layer_fill (self->normal, is_ball ? cw_colour_with_alpha (colour, BALL_ALPHA)
                                            : self->style->theme->package);
  cw_plan_layer_fill (self->faded, cw_theme_dim (self->style->theme, colour));
  cw_plan_layer_fill (self->extra, colour);
}

static void
paint_level (Painter *self, guint level)
{
  if (!is_level_in (self->style->visible_levels, level) || is_cancelled (self))
    return;

  switch (cw_technology_get_level (self->technology, level)->kind)
    {
    case CW_LEVEL_DIE:
    case CW_LEVEL_PAD:
      paint_filled (self, level);
      break;

    case CW_LEVEL_WIRING:
      paint_filled (self, level);
      paint_holes (self, level);
      break;

    case CW_LEVEL_PASSIVATION:
    case CW_LEVEL_UBM:
    case CW_LEVEL_BALL:
      paint_rings (self, level);
      break;

    case CW_LEVEL_SUBSTRATE:
    case CW_LEVEL_DIELECTRIC:
    case CW_LEVEL_THIN_ORGANIC:
      paint_cavities (self, level);
      break;

    case CW_LEVEL_HEAT:
    case CW_LEVEL_ADHESIVE:
    case CW_N_LEVEL_KINDS:
    default:
      break;
    }
}

/* the package from above: its outline, filled */
static void
paint_package (Painter *self)
{
  CwPath *outline = cw_design_get_outline (self->design);
  guint substrate = cw_technology_find_level_kind (self->technology, CW_LEVEL_SUBSTRATE);
  CwCoord sagitta = (CwCoord) CLAMP (0.1 / self->view.scale, 1, CW_MM);
  CwShape shape = { .kind = CW_SHAPE_POLYGON };

  if (outline == NULL || outline->n_vertices < 2
      || (substrate < CW_MAX_LEVELS && !is_level_in (self->style->visible_levels, substrate)))
    return;

  shape.polygon = cw_polygon_new_path (outline, sagitta);
  if (shape.polygon == NULL)
    return;

  cairo_new_path (self->cr);
  cw_plan_view_add_shape (&self->view, self->cr, &shape, self->width, self->height);
  cw_colour_set_source (self->style->theme->package, self->cr);
  cairo_fill (self->cr);
  cw_plan_view_add_outline (&self->view, self->cr, &shape, self->width, self->height);
  cw_colour_set_source (self->style->theme->package_outline, self->cr);
  cairo_set_line_width (self->cr, 1.5 * self->style->ratio);
  cairo_stroke (self->cr);
  cw_shape_clear (&shape);
}

/* below everything else, so that its dots do not chop the wiring */
static void
paint_grid (Painter *self)
{
  double ratio = self->style->ratio;
  CwPlanView view = { self->view.x, self->view.y, self->view.scale / ratio };
  CwOverlay overlay = { self->cr, self->style->theme, view, (int) ceil (self->width / ratio),
                        (int) ceil (self->height / ratio) };

  cairo_save (self->cr);
  cairo_scale (self->cr, ratio, ratio);
  cw_overlay_paint_grid (&overlay, self->style->grid_origin, MAX (self->style->grid_step, 0));
  cairo_restore (self->cr);
}

static void
paint_levels (Painter *self)
{
  guint n_levels = cw_technology_get_n_levels (self->technology);
  guint active = self->style->active_level;
  gboolean has_active
      = active < n_levels
        && cw_technology_get_level (self->technology, active)->kind == CW_LEVEL_WIRING;

  for (guint level = 0; level < n_levels; level++)
    {
      CwLevelKind kind = cw_technology_get_level (self->technology, level)->kind;

      if (has_active
          && (kind == CW_LEVEL_PASSIVATION || kind == CW_LEVEL_UBM || kind == CW_LEVEL_BALL))
        {
          paint_level (self, active);
          has_active = FALSE;
        }
      if (level != self->style->active_level || kind != CW_LEVEL_WIRING)
        paint_level (self, level);
    }
  if (has_active)
    paint_level (self, active);
}

/* Names of bonding pads stand on their lands, where those are visible. */
static void
paint_names (Painter *self)
{
  for (guint i = 0; i < self->named->len && !is_cancelled (self); i++)
    {
      const CwShape *shape = &g_array_index (self->named, CwShape, i);
      const CwBondingPad *pad = cw_design_get_bonding_pad (self->design, shape->item);
      CwColour ground = self->style->theme->package;

      if (is_level_in (self->style->visible_levels, pad->level))
        ground = get_colour (self, pad->level);
      cw_plan_label_paint (self->cr, self->design, &self->view, self->width, self->height,
                           self->style->ratio, shape, cw_colour_pick_text (ground), ground);
    }
}

/**
 * cw_plan_paint:
 * @cr: a context; its picture spans from the origin to @width, @height
 * @design: a design that the caller holds
 * @style: how to paint it
 * @view: which part of the plan to show
 * @width: width of the picture [px]
 * @height: its height [px]
 * @cancel: (nullable): painting stops soon after this is no longer zero
 *
 * Paints the plan of a design, its ground included. Any thread may, on a context of
 * its own. Pictures of neighbouring views fit together without a seam.
 */
void
cw_plan_paint (cairo_t *cr, const CwDesign *design, const CwPlanStyle *style,
               const CwPlanView *view, int width, int height, const gint *cancel)
{
  Painter self = {
    .cr = cr,
    .design = design,
    .technology = cw_design_get_technology (design),
    .style = style,
    .view = *view,
    .width = width,
    .height = height,
    .box = cw_plan_view_get_box (view, width, height, 2),
    .cancel = cancel,
  };

  g_return_if_fail (cr != NULL && design != NULL && style != NULL && style->theme != NULL);
  g_return_if_fail (view != NULL && view->scale > 0 && width > 0 && height > 0);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cw_colour_set_source (style->theme->background, cr);
  cairo_paint (cr);

  self.normal = cw_plan_layer_new (cr, view, width, height);
  self.faded = cw_plan_layer_new (cr, view, width, height);
  self.extra = cw_plan_layer_new (cr, view, width, height);
  self.labelled = new_shapes ();
  self.named = new_shapes ();

  paint_package (&self);
  if (style->grid_step != 0)
    paint_grid (&self);
  paint_levels (&self);
  if (!is_cancelled (&self))
    cw_plan_paint_areas (cr, design, style, view, width, height);
  paint_names (&self);

  g_array_unref (self.named);
  g_array_unref (self.labelled);
  cw_plan_layer_free (self.extra);
  cw_plan_layer_free (self.faded);
  cw_plan_layer_free (self.normal);
  cairo_restore (cr);
}
