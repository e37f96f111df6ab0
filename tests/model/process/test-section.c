/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/process/cw-section.h"

#include <math.h>
#include <string.h>

#include "tests/model/process/package.h"

static const CwPoint across[] = { { -1 * CW_MM, 0 }, { 1 * CW_MM, 0 } };

static CwSection *
cut (CwDesign *design, CwPoint a, CwPoint b)
{
  CwPoint line[] = { a, b };

  return cw_section_new (design, line, 2);
}

static void
append_length (GString *text, CwCoord length)
{
  if (length % CW_UM == 0)
    g_string_append_printf (text, "%d", length / CW_UM);
  else
    g_string_append_printf (text, "%d.%03d", length / CW_UM, length % CW_UM);
}

/* level, item's number and points in µm of each piece of a level, one a line */
static char *
describe (const CwSection *section, const CwDesign *design, guint level)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < cw_section_get_n_pieces (section); i++)
    {
      const CwSectionPiece *piece = cw_section_get_piece (section, i);

      if (piece->level != level)
        continue;

      g_string_append (
          text,
          cw_technology_get_material (cw_design_get_technology (design), piece->material)->name);
      for (guint32 j = 0; j < piece->polygon->ends[0]; j++)
        {
          g_string_append_c (text, ' ');
          append_length (text, piece->polygon->points[j].x);
          g_string_append_c (text, ',');
          append_length (text, piece->polygon->points[j].y);
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static void
assert_level (const CwSection *section, const CwDesign *design, guint level, const char *expected)
{
  g_autofree char *text = describe (section, design, level);

  g_assert_cmpstr (text, ==, expected);
}

static const CwSectionPiece *
find_role (const CwSection *section, guint8 level, guint8 role)
{
  for (gsize i = 0; i < cw_section_get_n_pieces (section); i++)
    {
      const CwSectionPiece *piece = cw_section_get_piece (section, i);

      if (piece->level == level && piece->role == role)
        return piece;
    }

  return NULL;
}

static void
test_empty_package_is_a_stack_of_films (void)
{
  g_autoptr (CwDesign) design = package_end (package_begin ());
  g_autoptr (CwSection) section = cw_section_new (design, across, 2);

  g_assert_cmpint (cw_section_get_length (section), ==, 2 * CW_MM);
  g_assert_cmpuint (cw_section_get_n_pieces (section), ==, 5);
  assert_level (section, design, PACKAGE_SUBSTRATE, "BT core 0,0 2000,0 2000,350 0,350\n");
  assert_level (section, design, PACKAGE_ADHESIVE, "");
  assert_level (section, design, PACKAGE_DIE,
                "Epoxy mould compound 0,350 2000,350 2000,500 0,500\n");
  assert_level (section, design, PACKAGE_D1, "Polyimide 0,500 2000,500 2000,508 0,508\n");
  assert_level (section, design, PACKAGE_D2, "Polyimide 0,508 2000,508 2000,520 0,520\n");
  assert_level (section, design, PACKAGE_PASS, "Polyimide 0,520 2000,520 2000,533 0,533\n");
}

static void
test_die_lies_in_its_filling_on_adhesive (void)
{
  CwEdit *edit = package_begin ();
  CwId nets[2] = { CW_ID_NONE, CW_ID_NONE };
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwSection) section = NULL;

  /* two pads at y = 0: the lower and the upper row coincide */
  package_add_die (edit, "U1", CW_BOX (-500 * CW_UM, -100 * CW_UM, 500 * CW_UM, 100 * CW_UM),
                   130 * CW_UM, 2, nets);
  design = package_end (edit);
  section = cw_section_new (design, across, 2);

  assert_level (section, design, PACKAGE_ADHESIVE,
                "Die attach film 500,350 1500,350 1500,370 500,370\n");
  assert_level (section, design, PACKAGE_DIE,
                "Epoxy mould compound 0,350 500,350 500,500 0,500\n"
                "Epoxy mould compound 1500,350 2000,350 2000,500 1500,500\n"
                "Silicon 500,370 1500,370 1500,500 500,500\n");
  assert_level (section, design, PACKAGE_PAD, "Aluminium 970,500 1030,500 1030,501 970,501\n");
  assert_level (section, design, PACKAGE_D1,
                "Polyimide 0,500 970,500 970,501 1030,501 1030,500 2000,500 2000,508 0,508\n");
}

static void
test_trace_stands_in_the_film_above (void)
{
  static const CwPoint points[] = { { 0, -1 * CW_MM }, { 0, 1 * CW_MM } };
  CwEdit *edit = package_begin ();
  CwId net = package_add_net (edit, "N");
  CwId trace = package_add_trace (edit, net, PACKAGE_RDL1, points, 2, 20 * CW_UM);
  g_autoptr (CwDesign) design = package_end (edit);
  g_autoptr (CwSection) section = cw_section_new (design, across, 2);
  const CwSectionPiece *piece = find_role (section, PACKAGE_RDL1, CW_ROLE_TRACE);

  assert_level (section, design, PACKAGE_RDL1, "Copper 990,508 1010,508 1010,513 990,513\n");
  assert_level (section, design, PACKAGE_D2,
                "Polyimide 0,508 990,508 990,513 1010,513 1010,508 2000,508 2000,520 0,520\n");
  g_assert_nonnull (piece);
  g_assert_cmpuint (piece->item, ==, trace);
  g_assert_cmpuint (piece->net, ==, net);
}

static void
test_trace_cut_at_45_degrees_is_wider_by_root_2 (void)
{
  static const CwPoint points[] = { { -1 * CW_MM, 0 }, { 1 * CW_MM, 0 } };
  CwEdit *edit = package_begin ();
  CwId net = package_add_net (edit, "N");
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwSection) section = NULL;
  const CwSectionPiece *piece;
  CwBox bounds;

  package_add_trace (edit, net, PACKAGE_RDL1, points, 2, 20 * CW_UM);
  design = package_end (edit);
  section
      = cut (design, CW_POINT (-500 * CW_UM, -500 * CW_UM), CW_POINT (500 * CW_UM, 500 * CW_UM));
  piece = find_role (section, PACKAGE_RDL1, CW_ROLE_TRACE);
  g_assert_nonnull (piece);
  bounds = piece->polygon->bounds;

  /* ends are rounded one by one */
  g_assert_cmpint (bounds.min.x, ==, lround (500000 * G_SQRT2 - 10000 * G_SQRT2));
  g_assert_cmpint (bounds.max.x, ==, lround (500000 * G_SQRT2 + 10000 * G_SQRT2));
}

static void
test_cut_along_a_trace_shows_its_length (void)
{
  static const CwPoint points[]
      = { { -300 * CW_UM, 0 }, { 0, 0 }, { 400 * CW_UM, 0 }, { 400 * CW_UM, 300 * CW_UM } };
  CwEdit *edit = package_begin ();
  CwId net = package_add_net (edit, "N");
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwSection) section = NULL;

  package_add_trace (edit, net, PACKAGE_RDL2, points, G_N_ELEMENTS (points), 30 * CW_UM);
  design = package_end (edit);
  section = cw_section_new (design, across, 2);
  assert_level (section, design, PACKAGE_RDL2, "Copper 685,520 1415,520 1415,525 685,525\n");
}

static void
test_via_is_lined_by_the_upper_wiring (void)
{
  CwEdit *edit = package_begin ();
  CwId net = package_add_net (edit, "N");
  CwId via = package_add_via (edit, net, PACKAGE_RDL1, PACKAGE_RDL2, CW_POINT (0, 0));
  g_autoptr (CwDesign) design = package_end (edit);
  g_autoptr (CwSection) section = cw_section_new (design, across, 2);
  const CwSectionPiece *piece = find_role (section, PACKAGE_D2, CW_ROLE_HOLE);

  assert_level (section, design, PACKAGE_RDL1, "Copper 972,508 1028,508 1028,513 972,513\n");
  assert_level (section, design, PACKAGE_RDL2,
                "Copper 972,520 987,520 987,525 972,525\n"
                "Copper 1013,520 1028,520 1028,525 1013,525\n");
  assert_level (section, design, PACKAGE_D2,
                "Polyimide 0,508 972,508 972,513 982,513 982,520 0,520\n"
                "Polyimide 1018,513 1028,513 1028,508 2000,508 2000,520 1018,520\n"
                "Copper 982,513 1018,513 1018,520 1013,520 1013,518 987,518 987,520 982,520\n");
  assert_level (section, design, PACKAGE_PASS,
                "Polyimide 0,520 972,520 972,525 987,525 987,518 1013,518 1013,525 1028,525 "
                "1028,520 2000,520 2000,533 0,533\n");
  g_assert_nonnull (piece);
  g_assert_cmpuint (piece->item, ==, via);
}

static void
test_ball_through_its_centre_is_a_truncated_circle (void)
{
  CwEdit *edit = package_begin ();
  CwId net = package_add_net (edit, "N");
  CwId pad = package_add_ball (edit, net, "A1", CW_POINT (0, 0), 260 * CW_UM);
  g_autoptr (CwDesign) design = package_end (edit);
  g_autoptr (CwSection) section = cw_section_new (design, across, 2);
  const CwSectionPiece *ball = find_role (section, PACKAGE_BALL, CW_ROLE_BALL);
  double height = 130000 + sqrt (130000.0 * 130000 - 85000.0 * 85000);
  double centre = 533000 + height - 130000;

  assert_level (section, design, PACKAGE_RDL2, "Copper 882,520 1118,520 1118,525 882,525\n");
  g_assert_nonnull (find_role (section, PACKAGE_PASS, CW_ROLE_OPENING));
  g_assert_nonnull (ball);
  g_assert_cmpuint (ball->item, ==, pad);
  g_assert_cmpint (ball->polygon->bounds.min.x, ==, 870 * CW_UM);
  g_assert_cmpint (ball->polygon->bounds.max.x, ==, 1130 * CW_UM);
  g_assert_cmpint (ball->polygon->bounds.min.y, ==, 533 * CW_UM);
  g_assert_cmpint (ball->polygon->bounds.max.y, ==, lround (533000 + height));

  /* corners lie on the circle or at the ends of the base, and no chord strays by more than 50 nm */
  for (guint32 i = 0; i < ball->polygon->ends[0]; i++)
    {
      CwPoint a = ball->polygon->points[i];
      CwPoint b = ball->polygon->points[(i + 1) % ball->polygon->ends[0]];
      double middle_x = (a.x + b.x) / 2.0 - 1000000;
      double middle_z = (a.y + b.y) / 2.0 - centre;

      g_assert_cmpfloat (fabs (hypot (a.x - 1000000.0, a.y - centre) - 130000), <=, 1);
      if (a.y == 533000 && b.y == 533000)
        g_assert_cmpint (abs (a.x - b.x), ==, 170 * CW_UM);
      else
        g_assert_cmpfloat (130000 - hypot (middle_x, middle_z), <=, CW_UM / 20);
    }
}

static void
test_ball_off_its_centre_is_a_smaller_circle (void)
{
  CwEdit *edit = package_begin ();
  CwId net = package_add_net (edit, "N");
  g_autoptr (CwDesign) design = NULL;
  double radius = sqrt (130000.0 * 130000 - 110000.0 * 110000);
  double centre = 533000 + sqrt (130000.0 * 130000 - 85000.0 * 85000);
  g_autoptr (CwSection) section = NULL;
  g_autoptr (CwSection) past = NULL;
  const CwSectionPiece *ball;

  package_add_ball (edit, net, "A1", CW_POINT (0, 110 * CW_UM), 260 * CW_UM);
  design = package_end (edit);
  section = cw_section_new (design, across, 2);
  ball = find_role (section, PACKAGE_BALL, CW_ROLE_BALL);
  g_assert_nonnull (ball);
  g_assert_cmpint (ball->polygon->bounds.min.x, ==, lround (1000000 - radius));
  g_assert_cmpint (ball->polygon->bounds.max.x, ==, lround (1000000 + radius));
  g_assert_cmpint (ball->polygon->bounds.min.y, ==, lround (centre - radius));
  g_assert_cmpint (ball->polygon->bounds.max.y, ==, lround (centre + radius));
  g_assert_null (find_role (section, PACKAGE_PASS, CW_ROLE_OPENING));

  past = cut (design, CW_POINT (-1 * CW_MM, -21 * CW_UM), CW_POINT (1 * CW_MM, -21 * CW_UM));
  g_assert_null (find_role (past, PACKAGE_BALL, CW_ROLE_BALL));
}

static void
test_cut_outside_the_package_is_empty (void)
{
  g_autoptr (CwDesign) design = package_new_demo ();
  g_autoptr (CwSection) section
      = cut (design, CW_POINT (-9 * CW_MM, 6 * CW_MM), CW_POINT (9 * CW_MM, 6 * CW_MM));

  g_assert_cmpuint (cw_section_get_n_pieces (section), ==, 0);
  g_assert_true (cw_box_is_empty (cw_section_get_bounds (section)));
  g_assert_cmpint (cw_section_find (section, 0, 0), ==, -1);
}

static void
test_cut_is_bounded_by_the_outline (void)
{
  g_autoptr (CwDesign) design = package_end (package_begin ());
  g_autoptr (CwSection) section = cut (design, CW_POINT (-6 * CW_MM, 0), CW_POINT (7 * CW_MM, 0));

  assert_level (section, design, PACKAGE_SUBSTRATE, "BT core 1000,0 11000,0 11000,350 1000,350\n");
}

static void
test_way_runs_on_over_the_legs (void)
{
  static const CwPoint line[]
      = { { -1 * CW_MM, 0 }, { 0, 0 }, { 0, 0 }, { 0, 2 * CW_MM }, { 300 * CW_UM, 2400 * CW_UM } };
  static const CwPoint bend[] = { { 0, -50 * CW_UM }, { 0, 700 * CW_UM } };
  static const CwPoint cross[] = { { -100 * CW_UM, 1 * CW_MM }, { 100 * CW_UM, 1 * CW_MM } };
  CwEdit *edit = package_begin ();
  CwId net = package_add_net (edit, "N");
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwSection) section = NULL;

  package_add_trace (edit, net, PACKAGE_RDL1, bend, 2, 20 * CW_UM);
  package_add_trace (edit, net, PACKAGE_RDL1, cross, 2, 40 * CW_UM);
  design = package_end (edit);
  section = cw_section_new (design, line, G_N_ELEMENTS (line));

  g_assert_cmpint (cw_section_get_length (section), ==, 3500 * CW_UM);
  assert_level (section, design, PACKAGE_RDL1,
                "Copper 990,508 1710,508 1710,513 990,513\n"
                "Copper 1980,508 2020,508 2020,513 1980,513\n");
  g_assert_true (
      cw_point_equal (cw_section_get_point (section, 1500 * CW_UM), CW_POINT (0, 500 * CW_UM)));
  g_assert_true (cw_point_equal (cw_section_get_point (section, 3250 * CW_UM),
                                 CW_POINT (150 * CW_UM, 2200 * CW_UM)));
  g_assert_cmpint (cw_section_project (section, CW_POINT (77 * CW_UM, 500 * CW_UM)), ==,
                   1500 * CW_UM);
  g_assert_cmpint (cw_section_project (section, CW_POINT (-3 * CW_MM, 500 * CW_UM)), ==, 0);
}

static void
test_find_names_the_item_under_a_place (void)
{
  g_autoptr (CwDesign) design = package_new_demo ();
  g_autoptr (CwSection) section = cut (design, CW_POINT (-5 * CW_MM, 0), CW_POINT (5 * CW_MM, 0));
  gssize die = cw_section_find (section, 2000 * CW_UM, 450 * CW_UM);
  gssize filling = cw_section_find (section, 5000 * CW_UM, 450 * CW_UM);

  g_assert_cmpint (die, >=, 0);
  g_assert_cmpint (filling, >=, 0);
  g_assert_cmpstr (
      cw_design_get_item_name (design, cw_section_get_piece (section, (gsize) die)->item), ==,
      "U1");
  g_assert_cmpuint (cw_section_get_piece (section, (gsize) filling)->item, ==, CW_ID_NONE);
  g_assert_cmpint (cw_section_find (section, 5000 * CW_UM, 900 * CW_UM), ==, -1);

  for (gsize i = 0; i < cw_section_get_n_pieces (section); i++)
    {
      CwBox bounds = cw_section_get_piece (section, i)->polygon->bounds;
      CwPoint middle = cw_box_get_centre (bounds);
      gssize found = cw_section_find (section, middle.x, middle.y);

      if (cw_polygon_contains (cw_section_get_piece (section, i)->polygon, middle))
        g_assert_cmpint (found, >=, 0);
    }
}

static void
add_random_items (CwEdit *edit, GRand *rand)
{
  CwId net = package_add_net (edit, "N");

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("U%u", i);
      CwId nets[8] = { 0 };
      CwPoint at = CW_POINT (g_rand_int_range (rand, -4 * CW_MM, 2 * CW_MM),
                             g_rand_int_range (rand, -4 * CW_MM, 2 * CW_MM));

      package_add_die (edit, name, CW_BOX (at.x, at.y, at.x + 2 * CW_MM, at.y + 2 * CW_MM),
                       g_rand_int_range (rand, 20, 131) * CW_UM, 8, nets);
    }
  for (guint i = 0; i < 200; i++)
    {
      CwPoint points[3];

      for (guint j = 0; j < 3; j++)
        points[j] = CW_POINT (g_rand_int_range (rand, -5 * CW_MM, 5 * CW_MM),
                              g_rand_int_range (rand, -5 * CW_MM, 5 * CW_MM));
      package_add_trace (edit, net, i % 2 == 0 ? PACKAGE_RDL1 : PACKAGE_RDL2, points, 3,
                         g_rand_int_range (rand, 5 * CW_UM, 200 * CW_UM));
      package_add_via (edit, net, i % 3 == 0 ? PACKAGE_PAD : PACKAGE_RDL1,
                       i % 3 == 1 ? PACKAGE_RDL2 : (i % 3 == 0 ? PACKAGE_RDL1 : PACKAGE_RDL2),
                       points[0]);
      package_add_ball (edit, net, "", points[1],
                        g_rand_int_range (rand, 170 * CW_UM, 300 * CW_UM));
    }
}

static void
test_pieces_tile_the_section (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 20; round++)
    {
      CwEdit *edit = package_begin ();
      g_autoptr (CwDesign) design = NULL;
      gint64 doubled = 0;
      gint64 within = 0;

      add_random_items (edit, rand);
      design = package_end (edit);
      for (guint i = 0; i < 5; i++)
        {
          g_autoptr (CwSection) section = NULL;
          g_autoptr (CwSection) again = NULL;
          CwPoint line[3];

          doubled = 0;
          for (guint j = 0; j < 3; j++)
            line[j] = CW_POINT (g_rand_int_range (rand, -6 * CW_MM, 6 * CW_MM),
                                g_rand_int_range (rand, -6 * CW_MM, 6 * CW_MM));
          section = cw_section_new (design, line, 3);
          again = cw_section_new (design, line, 3);
          within = 0;
          g_assert_cmpuint (cw_section_get_n_pieces (section), ==, cw_section_get_n_pieces (again));
          for (gsize k = 0; k < cw_section_get_n_pieces (section); k++)
            {
              const CwSectionPiece *piece = cw_section_get_piece (section, k);
              CwBox bounds = piece->polygon->bounds;

              g_assert_true (
                  cw_polygon_equal (piece->polygon, cw_section_get_piece (again, k)->polygon));
              g_assert_cmpint (cw_polygon_get_area_doubled (piece->polygon), >, 0);
              if (piece->level == PACKAGE_SUBSTRATE)
                within += (gint64) bounds.max.x - bounds.min.x;
              if (piece->level != PACKAGE_BALL)
                doubled += cw_polygon_get_area_doubled (piece->polygon);
            }
          g_assert_cmpint (doubled, ==, 2 * within * 533 * CW_UM);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/model/process/section/" name, function)
  ADD ("empty-package-is-a-stack-of-films", test_empty_package_is_a_stack_of_films);
  ADD ("die-lies-in-its-filling-on-adhesive", test_die_lies_in_its_filling_on_adhesive);
  ADD ("trace-stands-in-the-film-above", test_trace_stands_in_the_film_above);
  ADD ("trace-cut-at-45-degrees-is-wider-by-root-2",
       test_trace_cut_at_45_degrees_is_wider_by_root_2);
  ADD ("cut-along-a-trace-shows-its-length", test_cut_along_a_trace_shows_its_length);
  ADD ("via-is-lined-by-the-upper-wiring", test_via_is_lined_by_the_upper_wiring);
  ADD ("ball-through-its-centre-is-a-truncated-circle",
       test_ball_through_its_centre_is_a_truncated_circle);
  ADD ("ball-off-its-centre-is-a-smaller-circle", test_ball_off_its_centre_is_a_smaller_circle);
  ADD ("cut-outside-the-package-is-empty", test_cut_outside_the_package_is_empty);
  ADD ("cut-is-bounded-by-the-outline", test_cut_is_bounded_by_the_outline);
  ADD ("way-runs-on-over-the-legs", test_way_runs_on_over_the_legs);
  ADD ("find-names-the-item-under-a-place", test_find_names_the_item_under_a_place);
  ADD ("pieces-tile-the-section", test_pieces_tile_the_section);
#undef ADD

  return g_test_run ();
}
