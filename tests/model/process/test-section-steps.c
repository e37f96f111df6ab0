/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/process/cw-section-set.h"

#include "model/package/cw-panel.h"
#include "model/process/cw-process-state.h"
#include "tests/model/process/package.h"

#define N_ROUNDS 12
#define N_ITEMS 60

static const CwPoint across[] = { { -6 * CW_MM, 0 }, { 6 * CW_MM, 0 } };

static CwPoint
get_place (GRand *rand, CwCoord reach)
{
  return CW_POINT (g_rand_int_range (rand, -reach, reach), g_rand_int_range (rand, -reach, reach));
}

static gboolean
is_film (CwLevelKind kind)
{
  return kind == CW_LEVEL_DIELECTRIC || kind == CW_LEVEL_THIN_ORGANIC
         || kind == CW_LEVEL_PASSIVATION;
}

/* The technology of a method whose holes lean by chance, in an array when asked for. */
static CwTechnology *
make_technology (CwMethod method, CwSubstrateKind substrate, gboolean leans, gboolean is_arrayed,
                 GRand *rand)
{
  g_autoptr (CwTechnology) usual = cw_technology_new_method (method, substrate, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwFlow) flow = NULL;
  CwTechnology *technology = cw_technology_new ("Random");
  CwPanel panel = { .kind = is_arrayed ? CW_PANEL_SHEET : CW_PANEL_NONE,
                    .width = 500 * CW_MM,
                    .height = 500 * CW_MM,
                    .street = 200 * CW_UM,
                    .pull_back = 100 * CW_UM };

  cw_technology_set_substrate (technology, substrate);
  cw_technology_set_panel (technology, &panel, &error);
  for (guint i = 0; i < cw_technology_get_n_materials (usual); i++)
    cw_technology_add_material (technology, cw_technology_get_material (usual, i), &error);
  for (guint i = 0; i < cw_technology_get_n_levels (usual); i++)
    {
      CwLevel level = *cw_technology_get_level (usual, i);

      if (leans && is_film (level.kind))
        level.taper = g_rand_int_range (rand, 0, 45 * CW_DEGREE + 1);
      cw_technology_add_level (technology, &level, &error);
    }
  g_assert_no_error (error);
  flow = cw_flow_new_template (technology, method);
  cw_technology_set_flow (technology, flow);

  return technology;
}

static void
add_dies (CwEdit *edit, GRand *rand)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("U%u", i);
      CwId nets[8] = { 0 };
      CwPoint at = get_place (rand, 3 * CW_MM);

      package_add_die (edit, name, CW_BOX (at.x, at.y, at.x + 2 * CW_MM, at.y + 2 * CW_MM),
                       g_rand_int_range (rand, 20, 300) * CW_UM, 8, nets);
    }
}

static void
add_cavities (CwEdit *edit, const CwTechnology *technology, gboolean leans, GRand *rand)
{
  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    {
      const CwLevel *level = cw_technology_get_level (technology, i);
      CwPoint corners[] = { get_place (rand, 4 * CW_MM), get_place (rand, 4 * CW_MM),
                            get_place (rand, 4 * CW_MM), get_place (rand, 4 * CW_MM) };
      g_autoptr (CwPath) path = cw_path_new_points (corners, G_N_ELEMENTS (corners));
      CwCavity cavity = { .outline = path,
                          .level = (guint8) i,
                          .depth = g_rand_int_range (rand, 0, level->thickness + 1),
                          .draft = leans ? g_rand_int_range (rand, 0, 45 * CW_DEGREE + 1) : 0 };

      if (level->kind == CW_LEVEL_SUBSTRATE)
        cw_edit_add_cavity (edit, &cavity, NULL);
    }
}

static void
add_wiring (CwEdit *edit, const CwTechnology *technology, CwId net, GRand *rand)
{
  const guint levels[] = { cw_technology_find_level_kind (technology, CW_LEVEL_PAD),
                           cw_technology_get_wiring_level (technology, 0),
                           cw_technology_get_wiring_level (technology, 1) };
  CwPoint points[]
      = { get_place (rand, 5 * CW_MM), get_place (rand, 5 * CW_MM), get_place (rand, 5 * CW_MM) };
  CwVia via = { .at = points[0], .net = net, .fill = g_rand_boolean (rand) };
  CwBondingPad pad
      = { .name = g_ref_string_new (""), .at = points[2], .level = (guint8) levels[2] };
  guint from = (guint) g_rand_int_range (rand, 0, 2);

  package_add_trace (edit, net, (guint8) levels[g_rand_int_range (rand, 1, 3)], points, 3,
                     g_rand_int_range (rand, 5 * CW_UM, 200 * CW_UM));
  for (guint i = 0; i < 5; i++)
    {
      /* some of them stacked */
      via.at = i % 2 == 0 ? get_place (rand, 5 * CW_MM) : via.at;
      via.from = (guint8) levels[from];
      via.to = (guint8) levels[g_rand_int_range (rand, (gint32) from + 1, 3)];
      via.hole = g_rand_int_range (rand, 5 * CW_UM, 400 * CW_UM);
      via.land = via.hole + g_rand_int_range (rand, 0, 100 * CW_UM);
      cw_edit_add_via (edit, &via, NULL);
      from = 1 - from;
    }

  pad.land.width = pad.land.height = g_rand_int_range (rand, 100 * CW_UM, 400 * CW_UM);
  pad.opening.width = pad.opening.height = g_rand_int_range (rand, 50 * CW_UM, 300 * CW_UM);
  pad.ubm.width = pad.ubm.height
      = g_rand_boolean (rand) ? g_rand_int_range (rand, 50 * CW_UM, 400 * CW_UM) : 0;
  pad.opening.kind = g_rand_boolean (rand) ? CW_PAD_ROUND : CW_PAD_OCTAGON;
  pad.ball.kind = (CwBallKind) g_rand_int_range (rand, 0, CW_N_BALL_KINDS);
  pad.ball.diameter = g_rand_boolean (rand) ? 0 : 400 * CW_UM;
  pad.angle = g_rand_int_range (rand, 0, 90) * CW_DEGREE;
  cw_edit_add_bonding_pad (edit, &pad, NULL);
  g_ref_string_release (pad.name);
}

static CwDesign *
make_design (CwTechnology *technology, gboolean leans, GRand *rand)
{
  g_autoptr (CwPath) outline
      = cw_path_new_box (CW_BOX (-5 * CW_MM, -5 * CW_MM, 5 * CW_MM, 5 * CW_MM));
  g_autoptr (CwDesign) base = cw_design_new (technology, outline);
  CwEdit *edit = cw_edit_new (base);
  CwId net = package_add_net (edit, "N");

  add_dies (edit, rand);
  add_cavities (edit, technology, leans, rand);
  for (guint i = 0; i < N_ITEMS; i++)
    add_wiring (edit, technology, net, rand);

  return package_end (edit);
}

/* A lower or an upper edge of a piece, from left to right. */
typedef struct
{
  CwPoint a;
  CwPoint b;
  gboolean is_upper;
} Edge;

/* z of the edge at a place, doubled, times its length along s */
static __int128
get_doubled (const Edge *edge, gint64 doubled_s)
{
  return 2 * (__int128) edge->a.y * (edge->b.x - edge->a.x)
         + (__int128) (edge->b.y - edge->a.y) * (doubled_s - 2 * (gint64) edge->a.x);
}

/* exact: which of two edges lies lower at a place */
static int
compare_at (const Edge *edge, const Edge *other, gint64 doubled_s)
{
  __int128 first = get_doubled (edge, doubled_s) * (other->b.x - other->a.x);
  __int128 second = get_doubled (other, doubled_s) * (edge->b.x - edge->a.x);

  return first < second ? -1 : first > second;
}

static int
compare_in_middle (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Edge *edge = *(const Edge *const *) a;
  const Edge *other = *(const Edge *const *) b;
  int order = compare_at (edge, other, *(const gint64 *) user_data);

  return order != 0 ? order : (int) other->is_upper - (int) edge->is_upper;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint32 first = *(const gint32 *) a;
  gint32 second = *(const gint32 *) b;

  return first < second ? -1 : first > second;
}

/* Between two places where no piece has a corner, edges have to lie in pairs, one above the other
 * at both ends. */
static void
assert_strip_tiles (GPtrArray *edges, gint64 start, gint64 end)
{
  gint64 middle = start + end;

  g_ptr_array_sort_with_data (edges, compare_in_middle, &middle);
  g_assert_cmpuint (edges->len % 2, ==, 0);
  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = g_ptr_array_index (edges, i);

      g_assert_cmpint (edge->is_upper, ==, i % 2);
      if (i == 0)
        continue;
      g_assert_cmpint (compare_at (g_ptr_array_index (edges, i - 1), edge, 2 * start), <=, 0);
      g_assert_cmpint (compare_at (g_ptr_array_index (edges, i - 1), edge, 2 * end), <=, 0);
    }
}

static void
collect_edges (const CwPolygon *polygon, GArray *edges, GArray *places)
{
  guint32 n = polygon->ends[0];

  for (guint32 i = 0; i < n; i++)
    {
      CwPoint a = polygon->points[i];
      CwPoint b = polygon->points[(i + 1) % n];
      Edge edge = { a.x < b.x ? a : b, a.x < b.x ? b : a, a.x > b.x };

      g_array_append_val (places, a.x);
      if (a.x != b.x)
        g_array_append_val (edges, edge);
    }
}

/* exact: no two pieces overlap anywhere; balls, which are cut off with rounding, aside */
static void
assert_tiles (const CwSection *section, guint ball_level)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GPtrArray) strip = g_ptr_array_new ();

  for (gsize i = 0; i < cw_section_get_n_pieces (section); i++)
    {
      const CwSectionPiece *piece = cw_section_get_piece (section, i);

      g_assert_cmpuint (piece->material, !=, CW_MATERIAL_NONE);
      g_assert_cmpint (cw_polygon_get_area_doubled (piece->polygon), >, 0);
      g_assert_cmpuint (piece->polygon->n_rings, ==, 1);
      if (piece->level != ball_level)
        collect_edges (piece->polygon, edges, places);
    }

  g_array_sort (places, compare_numbers);
  for (guint i = 0; i + 1 < places->len; i++)
    {
      gint32 start = g_array_index (places, gint32, i);
      gint32 end = g_array_index (places, gint32, i + 1);

      if (start == end)
        continue;
      g_ptr_array_set_size (strip, 0);
      for (guint j = 0; j < edges->len; j++)
        {
          Edge *edge = &g_array_index (edges, Edge, j);

          if (edge->a.x <= start && edge->b.x >= end)
            g_ptr_array_add (strip, edge);
        }
      assert_strip_tiles (strip, start, end);
    }
}

static void
assert_all_steps_tile (CwDesign *design, GRand *rand)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  guint ball_level = cw_technology_find_level_kind (technology, CW_LEVEL_BALL);
  CwPoint line[]
      = { get_place (rand, 6 * CW_MM), get_place (rand, 4 * CW_MM), get_place (rand, 6 * CW_MM) };
  g_autoptr (CwSectionSet) set = cw_section_set_new (design, line, G_N_ELEMENTS (line));

  for (guint i = 0; i < cw_section_set_get_n_steps (set); i++)
    assert_tiles (cw_section_set_get (set, i), ball_level);
}

static void
test_pieces_never_overlap (gconstpointer data)
{
  gboolean leans = GPOINTER_TO_INT (data);
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_ROUNDS * CW_N_METHODS; i++)
    {
      CwSubstrateKind substrate
          = (CwSubstrateKind) g_rand_int_range (rand, 0, CW_N_SUBSTRATE_KINDS);
      g_autoptr (CwTechnology) technology
          = make_technology ((CwMethod) (i % CW_N_METHODS), substrate, leans, i % 2, rand);
      g_autoptr (CwDesign) design = make_design (technology, leans, rand);

      assert_all_steps_tile (design, rand);
    }
}

/* any steps in any order, with levels that may not be theirs */
static void
test_wrong_flows_are_drawn_all_the_same (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_ROUNDS * CW_N_METHODS; i++)
    {
      CwMethod method = (CwMethod) (i % CW_N_METHODS);
      g_autoptr (CwTechnology) technology
          = make_technology (method, CW_SUBSTRATE_CORES, TRUE, FALSE, rand);
      CwStep steps[30];
      g_autoptr (CwFlow) flow = NULL;
      g_autoptr (CwDesign) design = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (steps); j++)
        {
          guint level = (guint) g_rand_int_range (
              rand, 0, (gint32) cw_technology_get_n_levels (technology) + 1);
          gboolean is_none = level == cw_technology_get_n_levels (technology);

          steps[j] = (CwStep){ (CwStepKind) g_rand_int_range (rand, 0, CW_N_STEP_KINDS),
                               is_none ? CW_LEVEL_NONE : (guint8) level,
                               (guint8) g_rand_int_range (rand, 0, 5),
                               g_rand_int_range (rand, 0, 3) * 100 * CW_UM, 0 };
        }
      flow = cw_flow_new (method, steps, G_N_ELEMENTS (steps));
      cw_technology_set_flow (technology, flow);
      design = make_design (technology, TRUE, rand);
      assert_all_steps_tile (design, rand);
    }
}

static CwDesign *
make_bare (CwMethod method, gboolean is_arrayed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (CwTechnology) technology
      = make_technology (method, CW_SUBSTRATE_PLAIN, FALSE, is_arrayed, rand);
  g_autoptr (CwPath) outline
      = cw_path_new_box (CW_BOX (-5 * CW_MM, -5 * CW_MM, 5 * CW_MM, 5 * CW_MM));
  g_autoptr (CwDesign) base = cw_design_new (technology, outline);
  CwEdit *edit = cw_edit_new (base);
  CwId nets[2] = { 0 };

  package_add_die (edit, "U1", CW_BOX (-1 * CW_MM, -1 * CW_MM, 1 * CW_MM, 1 * CW_MM), 150 * CW_UM,
                   2, nets);

  return package_end (edit);
}

/* the picture is turned exactly until the step that turns the assembly over */
static void
test_view_is_turned_until_the_assembly_is (void)
{
  for (guint method = 0; method < CW_N_METHODS; method++)
    {
      g_autoptr (CwDesign) design = make_bare ((CwMethod) method, FALSE);
      g_autoptr (CwFlow) flow = cw_technology_dup_flow (cw_design_get_technology (design));
      gint turn = cw_flow_find (flow, CW_STEP_TURN_OVER, CW_LEVEL_NONE);

      g_assert_true ((turn >= 0) == (method != CW_METHOD_A));
      for (guint i = 0; i < flow->n_steps; i++)
        {
          g_autoptr (CwSection) section = cw_section_new_step (design, across, 2, i);

          g_assert_true (cw_section_is_turned (section) == ((gint) i < turn));
        }
    }
}

static void
test_levels_come_with_their_steps (void)
{
  g_autoptr (CwDesign) design = make_bare (CW_METHOD_A, FALSE);
  const CwTechnology *technology = cw_design_get_technology (design);
  g_autoptr (CwFlow) flow = cw_technology_dup_flow (technology);
  guint64 before = 0;

  for (guint i = 0; i < flow->n_steps; i++)
    {
      guint64 levels = cw_process_get_levels (design, i);

      g_assert_cmpuint (before & ~levels, ==, 0);
      if (flow->steps[i].kind == CW_STEP_DEPOSIT_WIRING)
        g_assert_cmpuint (levels & ~before, ==, G_GUINT64_CONSTANT (1) << flow->steps[i].level);
      before = levels;
    }
  g_assert_cmpuint (before, ==,
                    (G_GUINT64_CONSTANT (1) << cw_technology_get_n_levels (technology)) - 1);
  g_assert_cmpuint (cw_process_get_levels (design, G_MAXUINT), ==, before);
}

/* the saw takes half the street on either side; patterned films stay back from it before */
static void
test_singulation_cuts_the_street_away (void)
{
  g_autoptr (CwDesign) design = make_bare (CW_METHOD_A, TRUE);
  g_autoptr (CwFlow) flow = cw_technology_dup_flow (cw_design_get_technology (design));
  g_autoptr (CwSection) arrayed = cw_section_new_step (design, across, 2, flow->n_steps - 2);
  g_autoptr (CwSection) single = cw_section_new_step (design, across, 2, flow->n_steps - 1);
  gboolean has_film = FALSE;

  g_assert_cmpint (flow->steps[flow->n_steps - 1].kind, ==, CW_STEP_SINGULATE);
  g_assert_cmpint (cw_section_get_bounds (arrayed).min.x, ==, 900 * CW_UM);
  g_assert_cmpint (cw_section_get_bounds (arrayed).max.x, ==, 11100 * CW_UM);
  g_assert_cmpint (cw_section_get_bounds (single).min.x, ==, 1 * CW_MM);
  g_assert_cmpint (cw_section_get_bounds (single).max.x, ==, 11 * CW_MM);
  for (gsize i = 0; i < cw_section_get_n_pieces (single); i++)
    {
      const CwSectionPiece *piece = cw_section_get_piece (single, i);
      const CwLevel *level
          = cw_technology_get_level (cw_design_get_technology (design), piece->level);

      if (level->kind != CW_LEVEL_PASSIVATION)
        continue;
      has_film = TRUE;
      g_assert_cmpint (piece->polygon->bounds.min.x, ==, 1100 * CW_UM);
      g_assert_cmpint (piece->polygon->bounds.max.x, ==, 10900 * CW_UM);
    }
  g_assert_true (has_film);
}

/* each step asked for alone is the one of the set */
static void
test_set_gives_what_is_cut_alone (void)
{
  g_autoptr (CwDesign) design = package_new_demo ();
  g_autoptr (CwSectionSet) set = cw_section_set_new (design, across, 2);

  for (guint i = cw_section_set_get_n_steps (set); i > 0; i--)
    {
      g_autoptr (CwSection) alone = cw_section_new_step (design, across, 2, i - 1);
      CwSection *together = cw_section_set_get (set, i - 1);

      g_assert_cmpuint (cw_section_get_n_pieces (alone), ==, cw_section_get_n_pieces (together));
      for (gsize j = 0; j < cw_section_get_n_pieces (alone); j++)
        g_assert_true (cw_polygon_equal (cw_section_get_piece (alone, j)->polygon,
                                         cw_section_get_piece (together, j)->polygon));
      g_assert_true (together == cw_section_set_get (set, i - 1));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/model/process/section-steps/" name, function)
  g_test_add_data_func ("/model/process/section-steps/pieces-never-overlap",
                        GINT_TO_POINTER (FALSE), test_pieces_never_overlap);
  g_test_add_data_func ("/model/process/section-steps/pieces-that-lean-never-overlap",
                        GINT_TO_POINTER (TRUE), test_pieces_never_overlap);
  ADD ("wrong-flows-are-drawn-all-the-same", test_wrong_flows_are_drawn_all_the_same);
  ADD ("view-is-turned-until-the-assembly-is", test_view_is_turned_until_the_assembly_is);
  ADD ("levels-come-with-their-steps", test_levels_come_with_their_steps);
  ADD ("singulation-cuts-the-street-away", test_singulation_cuts_the_street_away);
  ADD ("set-gives-what-is-cut-alone", test_set_gives_what_is_cut_alone);
#undef ADD

  return g_test_run ();
}
