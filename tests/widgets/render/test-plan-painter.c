/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-plan-painter.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "tests/model/process/package.h"

static cairo_surface_t *
paint (const CwDesign *design, const CwPlanStyle *style, const CwPlanView *view, int width,
       int height, const gint *cancel)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cw_plan_paint (cr, design, style, view, width, height, cancel);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface)
                      + (gsize) y * cairo_image_surface_get_stride (surface);
  guint32 pixel;

  memcpy (&pixel, row + 4 * x, 4);

  return pixel & 0xffffff;
}

static int
get_difference (guint32 a, guint32 b)
{
  int greatest = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    greatest = MAX (greatest, abs ((int) (a >> shift & 255) - (int) (b >> shift & 255)));

  return greatest;
}

static guint32
to_pixel (CwColour colour)
{
  return (guint32) lround (colour.red * 255) << 16 | (guint32) lround (colour.green * 255) << 8
         | (guint32) lround (colour.blue * 255);
}

/* the pixel that shows a place of the plan */
static void
assert_place (cairo_surface_t *surface, const CwPlanView *view, CwPoint at, CwColour colour)
{
  CwSpot spot = cw_plan_view_get_spot (view, at);

  g_assert_cmpint (
      get_difference (get_pixel (surface, (int) spot.x, (int) spot.y), to_pixel (colour)), <=, 1);
}

static CwDesign *
new_simple_design (void)
{
  static const CwPoint lower[] = { { -4 * CW_MM, 2 * CW_MM }, { 4 * CW_MM, 2 * CW_MM } };
  static const CwPoint upper[] = { { 0, -4 * CW_MM }, { 0, 4 * CW_MM } };
  CwEdit *edit = package_begin ();
  CwId net = package_add_net (edit, "LOW");
  CwId other = package_add_net (edit, "HIGH");
  CwId nets[2] = { net, other };

  package_add_die (edit, "U1", CW_BOX (-3000 * CW_UM, -3000 * CW_UM, -1000 * CW_UM, -1000 * CW_UM),
                   130 * CW_UM, 2, nets);
  package_add_trace (edit, net, PACKAGE_RDL1, lower, 2, 200 * CW_UM);
  package_add_trace (edit, other, PACKAGE_RDL2, upper, 2, 200 * CW_UM);

  return package_end (edit);
}

/* 5 px to 100 µm: traces are 10 px wide, too narrow for names; hatch lines may hit, so colours
 * are looked for where no hatch is */
static const CwPlanView simple_view = { -6 * CW_MM, 6 * CW_MM, 40.0 / CW_MM };
static const CwPoint on_lower = { 2 * CW_MM, 2 * CW_MM };
static const CwPoint on_upper = { 0, 3 * CW_MM };
static const CwPoint on_crossing = { 0, 2 * CW_MM };
static const CwPoint on_die = { -1500 * CW_UM, -2500 * CW_UM };
static const CwPoint on_package = { 3 * CW_MM, -3 * CW_MM };
static const CwPoint outside = { 5500 * CW_UM, 0 };

static void
test_levels_lie_over_each_other (void)
{
  g_autoptr (CwDesign) design = new_simple_design ();

  for (guint i = 0; i < CW_N_THEMES; i++)
    {
      const CwTheme *theme = cw_theme_get ((CwThemeKind) i);
      CwPlanStyle style = CW_PLAN_STYLE_INIT (theme);
      cairo_surface_t *surface = paint (design, &style, &simple_view, 480, 480, NULL);

      assert_place (surface, &simple_view, outside, theme->background);
      assert_place (surface, &simple_view, on_package, theme->package);
      assert_place (surface, &simple_view, on_die, theme->die);
      assert_place (surface, &simple_view, on_lower, theme->wiring[0]);
      assert_place (surface, &simple_view, on_upper, theme->wiring[1]);
      assert_place (surface, &simple_view, on_crossing, theme->wiring[1]);
      cairo_surface_destroy (surface);
    }
}

static void
test_active_level_lies_on_top (void)
{
  g_autoptr (CwDesign) design = new_simple_design ();
  CwPlanStyle style = CW_PLAN_STYLE_INIT (cw_theme_get (CW_THEME_LIGHT));
  cairo_surface_t *surface;

  style.active_level = PACKAGE_RDL1;
  surface = paint (design, &style, &simple_view, 480, 480, NULL);
  assert_place (surface, &simple_view, on_crossing, style.theme->wiring[0]);
  cairo_surface_destroy (surface);
}

static void
test_hidden_level_is_not_painted (void)
{
  g_autoptr (CwDesign) design = new_simple_design ();
  CwPlanStyle style = CW_PLAN_STYLE_INIT (cw_theme_get (CW_THEME_DARK));
  cairo_surface_t *surface;

  style.visible_levels &= ~((guint64) 1 << PACKAGE_RDL2);
  surface = paint (design, &style, &simple_view, 480, 480, NULL);
  assert_place (surface, &simple_view, on_crossing, style.theme->wiring[0]);
  assert_place (surface, &simple_view, on_upper, style.theme->package);
  cairo_surface_destroy (surface);
}

static void
test_other_nets_step_back_for_the_highlighted_one (void)
{
  g_autoptr (CwDesign) design = new_simple_design ();
  CwPlanStyle style = CW_PLAN_STYLE_INIT (cw_theme_get (CW_THEME_LIGHT));
  cairo_surface_t *surface;

  style.highlight_net = cw_design_find (design, CW_ITEM_NET, "LOW");
  surface = paint (design, &style, &simple_view, 480, 480, NULL);
  assert_place (surface, &simple_view, on_lower, style.theme->wiring[0]);
  assert_place (surface, &simple_view, on_upper,
                cw_theme_dim (style.theme, style.theme->wiring[1]));
  cairo_surface_destroy (surface);

  style.highlight_net = CW_ID_NONE;
  style.dimmed_levels = (guint64) 1 << PACKAGE_RDL1;
  surface = paint (design, &style, &simple_view, 480, 480, NULL);
  assert_place (surface, &simple_view, on_lower,
                cw_theme_dim (style.theme, style.theme->wiring[0]));
  assert_place (surface, &simple_view, on_upper, style.theme->wiring[1]);
  cairo_surface_destroy (surface);
}

static void
compare_tiles (const CwDesign *design, const CwPlanStyle *style, const CwPlanView *view)
{
  enum
  {
    TILE = 128,
    N_TILES = 5
  };
  cairo_surface_t *whole = paint (design, style, view, TILE * N_TILES, TILE * N_TILES, NULL);
  guint n_different = 0;

  for (int row = 0; row < N_TILES; row++)
    for (int column = 0; column < N_TILES; column++)
      {
        CwPlanView part = { view->x + column * TILE / view->scale,
                            view->y - row * TILE / view->scale, view->scale };
        cairo_surface_t *tile = paint (design, style, &part, TILE, TILE, NULL);

        for (int y = 0; y < TILE; y++)
          for (int x = 0; x < TILE; x++)
            {
              int difference = get_difference (
                  get_pixel (tile, x, y), get_pixel (whole, column * TILE + x, row * TILE + y));

              /* Cairo's own rounding of the few lines that it draws */
              g_assert_cmpint (difference, <=, 48);
              if (difference > 8)
                n_different++;
            }
        cairo_surface_destroy (tile);
      }
  g_test_message ("%u pixels differ at %g px/µm", n_different, view->scale * CW_UM);
  g_assert_cmpuint (n_different, <=, TILE * TILE * N_TILES * N_TILES / 4000);
  cairo_surface_destroy (whole);
}

static void
test_tiles_fit_together_without_seams (void)
{
  static const double sizes[] = { 11, 3.1, 0.77, 0.21 }; /* [mm] */
  static const CwPoint centre = { -3300 * CW_UM, 3100 * CW_UM };
  g_autoptr (CwDesign) design = package_new_demo ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      CwPlanStyle style = CW_PLAN_STYLE_INIT (cw_theme_get ((CwThemeKind) (i % CW_N_THEMES)));
      CwPlanView view = { 0, 0, 640 / (sizes[i] * CW_MM) };

      style.grid_step = CW_PLAN_GRID_AUTO;
      view.x = centre.x - 320 / view.scale;
      view.y = centre.y + 320 / view.scale;
      compare_tiles (design, &style, &view);
    }
}

static void
test_cancelled_painting_stops (void)
{
  g_autoptr (CwDesign) design = new_simple_design ();
  CwPlanStyle style = CW_PLAN_STYLE_INIT (cw_theme_get (CW_THEME_LIGHT));
  const gint cancel = 1;
  cairo_surface_t *surface = paint (design, &style, &simple_view, 480, 480, &cancel);

  assert_place (surface, &simple_view, on_lower, style.theme->package);
  cairo_surface_destroy (surface);
}

static void
test_empty_design_is_painted (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new ("empty");
  g_autoptr (CwPath) outline
      = cw_path_new_box (CW_BOX (-1 * CW_MM, -1 * CW_MM, 1 * CW_MM, 1 * CW_MM));
  g_autoptr (CwDesign) design = cw_design_new (technology, outline);
  CwPlanStyle style = CW_PLAN_STYLE_INIT (cw_theme_get (CW_THEME_LIGHT));
  CwPlanView view;
  cairo_surface_t *surface;

  cw_plan_view_fit (&view, cw_design_get_bounds (design), 100, 100, 10);
  surface = paint (design, &style, &view, 100, 100, NULL);
  assert_place (surface, &view, CW_POINT (0, 0), style.theme->package);
  cairo_surface_destroy (surface);
}

typedef struct
{
  const CwDesign *design;
  CwPlanStyle style;
  CwPlanView view;
} Job;

static gpointer
paint_in_thread (gpointer data)
{
  const Job *job = data;
  cairo_surface_t *surface = NULL;

  for (guint i = 0; i < 4; i++)
    {
      g_clear_pointer (&surface, cairo_surface_destroy);
      surface = paint (job->design, &job->style, &job->view, 400, 400, NULL);
    }

  return surface;
}

static void
test_threads_paint_the_same (void)
{
  g_autoptr (CwDesign) design = package_new_demo ();
  Job job = { design, CW_PLAN_STYLE_INIT (cw_theme_get (CW_THEME_DARK)), { 0 } };
  cairo_surface_t *wanted;
  GThread *threads[4];

  cw_plan_view_fit (&job.view, CW_BOX (-4500 * CW_UM, 2500 * CW_UM, -3500 * CW_UM, 3500 * CW_UM),
                    400, 400, 0);
  wanted = paint (design, &job.style, &job.view, 400, 400, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("painter", paint_in_thread, &job);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      cairo_surface_t *found = g_thread_join (threads[i]);

      for (int y = 0; y < 400; y++)
        for (int x = 0; x < 400; x++)
          g_assert_cmpuint (get_pixel (found, x, y), ==, get_pixel (wanted, x, y));
      cairo_surface_destroy (found);
    }
  cairo_surface_destroy (wanted);
}

static void
test_paths_look_as_pixels_do (void)
{
  g_autoptr (CwDesign) design = package_new_demo ();
  CwPlanStyle style = CW_PLAN_STYLE_INIT (cw_theme_get (CW_THEME_LIGHT));
  CwPlanView view = { -5 * CW_MM, 5 * CW_MM, 50.0 / CW_MM };
  cairo_rectangle_t extents = { 0, 0, 500, 500 };
  cairo_surface_t *record = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_surface_t *found = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 500, 500);
  cairo_surface_t *wanted = paint (design, &style, &view, 500, 500, NULL);
  cairo_t *cr = cairo_create (record);
  guint n_different = 0;

  cw_plan_paint (cr, design, &style, &view, 500, 500, NULL);
  cairo_destroy (cr);
  cr = cairo_create (found);
  cairo_set_source_surface (cr, record, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (found);

  for (int y = 0; y < 500; y++)
    for (int x = 0; x < 500; x++)
      if (get_difference (get_pixel (found, x, y), get_pixel (wanted, x, y))
          > 64) /* dashes begin elsewhere */
        n_different++;
  g_assert_cmpuint (n_different, <=, 500 * 500 / 400);
  cairo_surface_destroy (record);
  cairo_surface_destroy (found);
  cairo_surface_destroy (wanted);
}

static void
test_item_is_shown_where_it_lies (void)
{
  g_autoptr (CwDesign) design = new_simple_design ();
  CwColour red = cw_colour_from_rgb (0xff0000);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 480, 480);
  cairo_t *cr = cairo_create (surface);
  CwSpot middle = cw_plan_view_get_spot (&simple_view, on_upper);

  cw_plan_paint_item (cr, design, cw_id_new (CW_ITEM_TRACE, 2), CW_PLAN_ALL_PARTS, &simple_view,
                      480, 480, red, CW_PLAN_LOOK_OUTLINE);
  cairo_surface_flush (surface);
  g_assert_cmphex (get_pixel (surface, (int) middle.x, (int) middle.y), ==, 0);
  g_assert_cmphex (get_pixel (surface, (int) middle.x + 5, (int) middle.y), ==, 0xff0000);
  g_assert_cmphex (get_pixel (surface, (int) middle.x - 5, (int) middle.y), ==, 0xff0000);
  g_assert_cmphex (get_pixel (surface, (int) middle.x + 9, (int) middle.y), ==, 0);

  cw_plan_paint_item (cr, design, cw_id_new (CW_ITEM_TRACE, 2), CW_PLAN_ALL_PARTS, &simple_view,
                      480, 480, red, CW_PLAN_LOOK_FILL);
  cairo_surface_flush (surface);
  g_assert_cmphex (get_pixel (surface, (int) middle.x, (int) middle.y), ==, 0xff0000);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/widgets/render/plan-painter/" name, function)
  ADD ("levels-lie-over-each-other", test_levels_lie_over_each_other);
  ADD ("active-level-lies-on-top", test_active_level_lies_on_top);
  ADD ("hidden-level-is-not-painted", test_hidden_level_is_not_painted);
  ADD ("other-nets-step-back-for-the-highlighted-one",
       test_other_nets_step_back_for_the_highlighted_one);
  ADD ("tiles-fit-together-without-seams", test_tiles_fit_together_without_seams);
  ADD ("cancelled-painting-stops", test_cancelled_painting_stops);
  ADD ("empty-design-is-painted", test_empty_design_is_painted);
  ADD ("threads-paint-the-same", test_threads_paint_the_same);
  ADD ("paths-look-as-pixels-do", test_paths_look_as_pixels_do);
  ADD ("item-is-shown-where-it-lies", test_item_is_shown_where_it_lies);
#undef ADD

  return g_test_run ();
}
