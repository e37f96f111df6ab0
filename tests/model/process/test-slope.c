/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/process/cw-slope.h"

#include <math.h>

#include "model/geometry/cw-segment.h"

#define DEPTH (100 * CW_UM)

/* each ramp as from-to:start-end in whole nanometres */
static char *
describe (const CwPit *pit, CwPoint from, CwPoint to)
{
  g_autoptr (GArray) ramps = g_array_new (FALSE, FALSE, sizeof (CwRamp));
  GString *text = g_string_new (NULL);

  cw_pit_cut (pit, from, to, ramps);
  for (guint i = 0; i < ramps->len; i++)
    {
      const CwRamp *ramp = &g_array_index (ramps, CwRamp, i);

      g_string_append_printf (text, "%s%ld-%ld:%ld-%ld", i > 0 ? " " : "", lround (ramp->from),
                              lround (ramp->to), lround (ramp->start), lround (ramp->end));
    }

  return g_string_free (text, FALSE);
}

/* a cavity of 1 mm × 1 mm around the origin, 100 µm deep */
static CwPolygon *
make_square (void)
{
  static const CwPoint corners[] = { { -500 * CW_UM, -500 * CW_UM },
                                     { 500 * CW_UM, -500 * CW_UM },
                                     { 500 * CW_UM, 500 * CW_UM },
                                     { -500 * CW_UM, 500 * CW_UM } };

  return cw_polygon_new (corners, G_N_ELEMENTS (corners));
}

static void
test_walls_lean_across_and_aslant (void)
{
  g_autoptr (CwPolygon) square = make_square ();
  const CwShape shape = { .kind = CW_SHAPE_POLYGON, .polygon = square };
  const CwPit upright = { &shape, 0, 0, DEPTH };
  const CwPit leaning = { &shape, DEPTH, 1, DEPTH };
  g_autofree char *straight
      = describe (&upright, CW_POINT (-1 * CW_MM, 0), CW_POINT (1 * CW_MM, 0));
  g_autofree char *across = describe (&leaning, CW_POINT (-1 * CW_MM, 0), CW_POINT (1 * CW_MM, 0));
  /* along a wall, 40 µm inside of it: the floor is not reached */
  g_autofree char *along
      = describe (&leaning, CW_POINT (-1 * CW_MM, 460 * CW_UM), CW_POINT (1 * CW_MM, 460 * CW_UM));
  g_autofree char *beside
      = describe (&leaning, CW_POINT (-1 * CW_MM, 501 * CW_UM), CW_POINT (1 * CW_MM, 501 * CW_UM));
  /* over the corners, through the middle: walls are longer by √2 */
  g_autofree char *aslant
      = describe (&leaning, CW_POINT (-1 * CW_MM, -1 * CW_MM), CW_POINT (1 * CW_MM, 1 * CW_MM));

  g_assert_cmpstr (straight, ==, "500000-1500000:0-0");
  g_assert_cmpstr (across, ==,
                   "500000-600000:100000-0 600000-1400000:0-0 1400000-1500000:0-100000");
  g_assert_cmpstr (along, ==,
                   "500000-540000:100000-60000 540000-1460000:60000-60000 "
                   "1460000-1500000:60000-100000");
  g_assert_cmpstr (beside, ==, "");
  g_assert_cmpstr (aslant, ==,
                   "707107-848528:100000-0 848528-1979899:0-0 1979899-2121320:0-100000");
}

static void
test_holes_are_wider_at_the_brim (void)
{
  const CwShape disc = { .kind = CW_SHAPE_DISC, .disc = { { 0, 0 }, 40 * CW_UM } };
  const CwPit hole = { &disc, 0, 1, 7 * CW_UM };
  const CwPit dimple = { &disc, 5 * CW_UM, 0, 7 * CW_UM };
  const CwPit full = { &disc, 20 * CW_UM, 0, 7 * CW_UM };
  g_autofree char *through
      = describe (&hole, CW_POINT (-100 * CW_UM, 0), CW_POINT (100 * CW_UM, 0));
  g_autofree char *lined
      = describe (&dimple, CW_POINT (-100 * CW_UM, 0), CW_POINT (100 * CW_UM, 0));
  g_autofree char *filled = describe (&full, CW_POINT (-100 * CW_UM, 0), CW_POINT (100 * CW_UM, 0));

  g_assert_cmpstr (through, ==, "73000-80000:7000-0 80000-120000:0-0 120000-127000:0-7000");
  g_assert_cmpstr (lined, ==, "85000-115000:0-0");
  g_assert_cmpstr (filled, ==, "");
}

/* an L, so that one corner looks inwards */
static CwPolygon *
make_random_polygon (GRand *rand)
{
  CwCoord size = g_rand_int_range (rand, 200 * CW_UM, 1000 * CW_UM);
  CwCoord notch = g_rand_int_range (rand, 50 * CW_UM, 190 * CW_UM);
  CwPoint points[]
      = { { 0, 0 }, { size, 0 }, { size, notch }, { notch, notch }, { notch, size }, { 0, size } };
  CwTransform turn
      = { { g_rand_int_range (rand, -1000, 1000), g_rand_int_range (rand, -1000, 1000) },
          g_rand_int_range (rand, 0, 360) * CW_DEGREE,
          FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = cw_transform_point (&turn, points[i]);

  return cw_polygon_new (points, G_N_ELEMENTS (points));
}

/* slow and obvious: how deep a point lies inside */
static double
get_depth (const CwShape *shape, CwPoint p)
{
  double distance = INFINITY;

  if (shape->kind == CW_SHAPE_DISC)
    return shape->disc.diameter / 2.0
           - sqrt ((double) cw_point_distance_squared (shape->disc.centre, p));

  for (guint32 i = 0; i < shape->polygon->ends[0]; i++)
    {
      CwSegment edge = { shape->polygon->points[i],
                         shape->polygon->points[(i + 1) % shape->polygon->ends[0]] };

      distance = MIN (distance, cw_segment_measure_point (edge, p).distance);
    }

  return cw_polygon_contains (shape->polygon, p) ? distance : -distance;
}

static void
assert_at (const CwPit *pit, const GArray *ramps, double at, CwPoint p)
{
  /* points are rounded to the grid */
  const double tolerance = CW_SLOPE_SAGITTA + 1.5;
  double depth = get_depth (pit->shape, p);
  double least = pit->inset - pit->depth * pit->lean;

  for (guint i = 0; i < ramps->len; i++)
    {
      const CwRamp *ramp = &g_array_index (ramps, CwRamp, i);
      double height;

      if (at < ramp->from || at > ramp->to)
        continue;
      height
          = ramp->start + (ramp->end - ramp->start) * (at - ramp->from) / (ramp->to - ramp->from);
      g_assert_cmpfloat (depth, >=, least - tolerance);
      if (height > 0)
        g_assert_cmpfloat (fabs (pit->inset - height * pit->lean - MIN (depth, pit->inset)), <=,
                           tolerance);
      else
        g_assert_cmpfloat (depth, >=, pit->inset - tolerance);
      return;
    }
  g_assert_cmpfloat (depth, <=, least + tolerance);
}

static void
test_ramps_follow_the_distance_from_the_border (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (CwPolygon) polygon = make_random_polygon (rand);
      CwShape shape = { .kind = CW_SHAPE_POLYGON, .polygon = polygon };
      CwShape disc = { .kind = CW_SHAPE_DISC };
      CwPit pit = { i % 2 == 0 ? &shape : &disc, 0, tan (g_rand_double_range (rand, 0.05, G_PI_4)),
                    g_rand_int_range (rand, 1 * CW_UM, 150 * CW_UM) };
      CwPoint from = CW_POINT (g_rand_int_range (rand, -1 * CW_MM, 1 * CW_MM),
                               g_rand_int_range (rand, -1 * CW_MM, 1 * CW_MM));
      CwPoint to = CW_POINT (g_rand_int_range (rand, -1 * CW_MM, 1 * CW_MM),
                             g_rand_int_range (rand, -1 * CW_MM, 1 * CW_MM));
      g_autoptr (GArray) ramps = g_array_new (FALSE, FALSE, sizeof (CwRamp));
      double length = sqrt ((double) cw_point_distance_squared (from, to));

      disc.disc.diameter = g_rand_int_range (rand, 10 * CW_UM, 800 * CW_UM);
      pit.inset = i % 3 == 0 ? pit.depth * pit.lean : 0;
      cw_pit_cut (&pit, from, to, ramps);
      for (guint j = 1; j < 40; j++)
        {
          double t = j / 40.0;

          assert_at (&pit, ramps, t * length,
                     CW_POINT ((CwCoord) lround (from.x + t * ((double) to.x - from.x)),
                               (CwCoord) lround (from.y + t * ((double) to.y - from.y))));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/model/process/slope/" name, function)
  ADD ("walls-lean-across-and-aslant", test_walls_lean_across_and_aslant);
  ADD ("holes-are-wider-at-the-brim", test_holes_are_wider_at_the_brim);
  ADD ("ramps-follow-the-distance-from-the-border", test_ramps_follow_the_distance_from_the_border);
#undef ADD

  return g_test_run ();
}
