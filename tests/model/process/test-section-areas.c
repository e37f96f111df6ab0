/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

/*
 * The area of each material after every step of every flow, along two cut lines, worked out by
 * hand: from the list of layers and from how wide each thing is where the lines cut it. No code of
 * the section is used for that, and the areas are compared to the square nanometre; balls, which
 * are round, within what their chords may stray.
 */

#include "model/process/cw-section-set.h"

#include <math.h>

#include "model/package/cw-flow.h"
#include "tests/model/process/method-package.h"

#define WIDTH ((gint64) (4000 * CW_UM)) /* of the package along the lines */

/* How wide things are along a line, in nanometres. */
typedef struct
{
  const char *name;
  CwCoord y;
  gint64 dies; /* both together */
  gint64 pads; /* both together */
  gint64 wiring[2];
  gint64 n_vias[2];
  gint64 opening; /* 0 where the bonding pad is not cut */
} Line;

static const Line lines[] = {
  /* On RDL1 from the land of the left via, 50 µm around -1000, to that of the upper one around -200,
   * and the land of the right via. On RDL2 from there to the bonding pad, 118 µm around 0. */
  { "through-vias",
    0,
    2000 * CW_UM,
    120 * CW_UM,
    { (900 + 100) * CW_UM, (250 + 118) * CW_UM },
    { 2, 1 },
    OPENING },
  { "beside-vias", 200 * CW_UM, 2000 * CW_UM, 0, { 0, 0 }, { 0, 0 }, 0 },
};

static const MethodCase cases[] = {
  { "a-plain", CW_METHOD_A, CW_SUBSTRATE_PLAIN, TRUE, FALSE },
  { "a-plain-plugs", CW_METHOD_A, CW_SUBSTRATE_PLAIN, TRUE, TRUE },
  { "a-plain-unfilled", CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, FALSE },
  { "a-cores", CW_METHOD_A, CW_SUBSTRATE_CORES, TRUE, FALSE },
  { "a-cores-unfilled", CW_METHOD_A, CW_SUBSTRATE_CORES, FALSE, TRUE },
  { "a-heat", CW_METHOD_A, CW_SUBSTRATE_HEAT, TRUE, FALSE },
  { "a-moulded", CW_METHOD_A, CW_SUBSTRATE_MOULDED, TRUE, FALSE },
  { "a-moulded-unfilled-plugs", CW_METHOD_A, CW_SUBSTRATE_MOULDED, FALSE, TRUE },
  { "b", CW_METHOD_B, CW_SUBSTRATE_PLAIN, TRUE, FALSE },
  { "b-plugs", CW_METHOD_B, CW_SUBSTRATE_PLAIN, TRUE, TRUE },
  { "b-on-cores", CW_METHOD_B, CW_SUBSTRATE_CORES, TRUE, FALSE },
  { "c", CW_METHOD_C, CW_SUBSTRATE_PLAIN, TRUE, FALSE },
  { "c-plugs", CW_METHOD_C, CW_SUBSTRATE_PLAIN, TRUE, TRUE },
  { "c-unfilled", CW_METHOD_C, CW_SUBSTRATE_PLAIN, FALSE, FALSE },
  { "a-taper", CW_METHOD_A, CW_SUBSTRATE_PLAIN, TRUE, FALSE, TRUE },
  { "a-taper-plugs", CW_METHOD_A, CW_SUBSTRATE_PLAIN, TRUE, TRUE, TRUE },
  { "b-taper", CW_METHOD_B, CW_SUBSTRATE_PLAIN, TRUE, FALSE, TRUE },
  { "c-taper-unfilled", CW_METHOD_C, CW_SUBSTRATE_PLAIN, FALSE, FALSE, TRUE },
};

/* What is worked out: areas in nm², and what the next film will flow into. */
typedef struct
{
  const MethodCase *of;
  const Line *line;
  const CwTechnology *technology;
  gint64 areas[CW_MAX_MATERIALS];
  gint64 room;   /* open below the level where the next film begins */
  gint64 wiring; /* how many levels of it there are */
  gint64 film;   /* thickness of the film below the next wiring */
  gint64 over;   /* how far the filling stands over the dies */
  gint64 round;  /* how far the area may be off, for what is round */
  guint8 solder;
} Sheet;

static const CwLevel *
find (const Sheet *self, CwLevelKind kind)
{
  guint level = cw_technology_find_level_kind (self->technology, kind);

  return level != CW_LEVEL_NONE ? cw_technology_get_level (self->technology, level) : NULL;
}

static gint64
get_thickness (const Sheet *self, CwLevelKind kind)
{
  const CwLevel *level = find (self, kind);

  return level != NULL ? level->thickness : 0;
}

/* of both cavities together: a box, or a trapezium with sides that lean by 45° */
static gint64
get_cavity_area (const Sheet *self)
{
  switch (self->of->substrate)
    {
    case CW_SUBSTRATE_CORES:
    case CW_SUBSTRATE_HEAT:
      return 2 * (gint64) (1100 * CW_UM) * (150 * CW_UM);
    case CW_SUBSTRATE_MOULDED:
      return 2 * (gint64) (1100 * CW_UM + CAVITY_DEPTH) * CAVITY_DEPTH;
    default:
      return 0;
    }
}

static gint64
get_die_thickness (const Sheet *self)
{
  return self->of->method == CW_METHOD_A ? 130 * CW_UM : 150 * CW_UM;
}

/* what is left of a die that is ground */
static gint64
get_ground_thickness (const Sheet *self)
{
  return get_thickness (self, CW_LEVEL_DIE) - get_thickness (self, CW_LEVEL_ADHESIVE);
}

static void
add (Sheet *self, guint8 material, gint64 area)
{
  g_assert_cmpuint (material, !=, CW_MATERIAL_NONE);
  self->areas[material] += area;
}

static guint8
get_silicon (const Sheet *self)
{
  return (guint8) cw_technology_find_material (self->technology, "Silicon");
}

static void
provide_board (Sheet *self, const CwStep *step)
{
  const CwLevel *level = cw_technology_get_level (self->technology, step->level);
  gboolean has_cavities = step->level == method_find_top_board (self->technology);

  add (self, level->material,
       WIDTH * level->thickness - (has_cavities ? get_cavity_area (self) : 0));
}

static void
adhere_substrate (Sheet *self)
{
  for (guint i = 0; i < cw_technology_get_n_levels (self->technology); i++)
    if (cw_technology_get_level (self->technology, i)->kind == CW_LEVEL_SUBSTRATE)
      provide_board (self, &(CwStep){ .level = (guint8) i });
}

static void
place_dies (Sheet *self)
{
  gint64 pads = self->line->pads * get_thickness (self, CW_LEVEL_PAD);

  add (self, get_silicon (self), self->line->dies * get_die_thickness (self));
  add (self, find (self, CW_LEVEL_PAD)->material, pads);
  self->room = WIDTH * get_thickness (self, CW_LEVEL_PAD) - pads;
  if (self->of->method == CW_METHOD_A)
    self->room += WIDTH * get_thickness (self, CW_LEVEL_DIE) + get_cavity_area (self)
                  - self->line->dies
                        * (get_thickness (self, CW_LEVEL_ADHESIVE) + get_die_thickness (self));
}

/* in the bond film the pads take room */
static void
place_dies_on_film (Sheet *self, guint8 film)
{
  place_dies (self);
  add (self, film, -self->line->pads * get_thickness (self, CW_LEVEL_PAD));
}

static void
fill (Sheet *self, const CwStep *step)
{
  gint64 pads = WIDTH * get_thickness (self, CW_LEVEL_PAD)
                - self->line->pads * get_thickness (self, CW_LEVEL_PAD);

  self->over = step->thickness;
  if (self->of->method == CW_METHOD_A)
    {
      /* over the faces of the dies, with their pads inside */
      add (self, find (self, CW_LEVEL_DIE)->material,
           self->room - pads + WIDTH * self->over
               - self->line->pads * get_thickness (self, CW_LEVEL_PAD));
      self->room = pads;
    }
  else
    {
      add (self,
           self->of->method == CW_METHOD_C ? step->material : find (self, CW_LEVEL_DIE)->material,
           WIDTH * (get_die_thickness (self) + self->over)
               - self->line->dies * get_die_thickness (self));
    }
}

static void
planarise (Sheet *self, guint8 filling)
{
  gint64 ground = get_die_thickness (self) - get_ground_thickness (self);

  if (self->of->method == CW_METHOD_A)
    {
      add (self, filling,
           self->line->pads * get_thickness (self, CW_LEVEL_PAD) - WIDTH * self->over);
      return;
    }
  add (self, get_silicon (self), -self->line->dies * ground);
  add (self, filling, self->line->dies * ground - WIDTH * (ground + self->over));
}

static void
lay_film (Sheet *self, guint index)
{
  const CwLevel *level = cw_technology_get_level (self->technology, index);

  add (self, level->material, WIDTH * level->thickness + self->room);
  self->room = 0;
  self->film = level->thickness;
}

/* of a hole through the film: a box, or a trapezium with sides that lean by 45° */
static gint64
get_hole_area (const Sheet *self, gint64 width)
{
  return (width + (self->of->leans ? self->film : 0)) * self->film;
}

static gint64
get_holes (const Sheet *self)
{
  return self->line->n_vias[self->wiring] * get_hole_area (self, HOLE);
}

/* Metal lines a hole: on both walls, and on its floor what it has on top elsewhere. */
static void
lay_wiring (Sheet *self, guint index)
{
  const CwLevel *level = cw_technology_get_level (self->technology, index);
  gint64 walls = 2 * (gint64) level->thickness * self->film;
  gint64 n_vias = self->of->is_plugged ? 0 : self->line->n_vias[self->wiring];

  add (self, level->material, self->line->wiring[self->wiring] * level->thickness + n_vias * walls);
  self->room = (WIDTH - self->line->wiring[self->wiring]) * level->thickness
               + n_vias * get_hole_area (self, HOLE - 2 * (gint64) level->thickness);
  self->wiring++;
}

static void
lay_ubm (Sheet *self, guint index)
{
  const CwLevel *level = cw_technology_get_level (self->technology, index);

  if (self->line->opening > 0)
    add (self, level->material,
         UBM * (gint64) level->thickness + 2 * (gint64) level->thickness * self->film);
}

/* a circle less the part below the chord that is as wide as the under-bump metal */
static void
attach_balls (Sheet *self, guint index)
{
  double radius = BALL / 2.0;
  double angle = asin (UBM / 2.0 / radius); /* half of what the chord takes of the circle */
  double below = radius * radius * (angle - sin (2 * angle) / 2);
  gint64 cup = OPENING - 2 * get_thickness (self, CW_LEVEL_UBM);

  if (self->line->opening == 0)
    return;

  self->solder = cw_technology_get_level (self->technology, index)->material;
  self->round = (gint64) (2 * G_PI * radius * 50);
  add (self, self->solder, get_hole_area (self, cup) + llround (G_PI * radius * radius - below));
}

static void
do_assembly (Sheet *self, const CwFlow *flow, const CwStep *step)
{
  gint film = cw_flow_find (flow, CW_STEP_APPLY_FILM, CW_LEVEL_NONE);
  gint filling = cw_flow_find (flow, CW_STEP_FILL, CW_LEVEL_NONE);

  for (guint i = 0; i < flow->n_steps; i++)
    {
      film = flow->steps[i].kind == CW_STEP_APPLY_FILM ? (gint) i : film;
      filling = flow->steps[i].kind == CW_STEP_FILL ? (gint) i : filling;
    }
  switch (step->kind)
    {
    case CW_STEP_PROVIDE_SUBSTRATE:
    case CW_STEP_PROVIDE_HEAT:
    case CW_STEP_LAMINATE:
      provide_board (self, step);
      break;
    case CW_STEP_PROVIDE_SHEET:
      add (self, find (self, CW_LEVEL_THIN_ORGANIC)->material, WIDTH * step->thickness);
      break;
    case CW_STEP_PROVIDE_CARRIER:
    case CW_STEP_APPLY_FILM:
      add (self, step->material, WIDTH * step->thickness);
      break;
    case CW_STEP_APPLY_ADHESIVE:
      add (self, find (self, CW_LEVEL_ADHESIVE)->material,
           (self->of->method == CW_METHOD_A ? self->line->dies : WIDTH)
               * get_thickness (self, CW_LEVEL_ADHESIVE));
      break;
    case CW_STEP_PLACE_DIES:
      if (self->of->method == CW_METHOD_A)
        place_dies (self);
      else
        place_dies_on_film (self, flow->steps[film].material);
      break;
    case CW_STEP_FILL:
      fill (self, step);
      break;
    case CW_STEP_PLANARISE:
      planarise (self, self->of->method == CW_METHOD_C ? flow->steps[filling].material
                                                       : find (self, CW_LEVEL_DIE)->material);
      break;
    case CW_STEP_ADHERE_SUBSTRATE:
      adhere_substrate (self);
      break;
    case CW_STEP_REMOVE_CARRIER:
      self->areas[flow->steps[film].material] = 0;
      for (guint i = 0; i < flow->n_steps; i++)
        if (flow->steps[i].kind == CW_STEP_PROVIDE_CARRIER)
          self->areas[flow->steps[i].material] = 0;
      break;
    case CW_STEP_REMOVE_FILLING:
      self->areas[flow->steps[filling].material] = 0;
      self->room += (WIDTH - self->line->dies) * get_ground_thickness (self);
      break;
    case CW_STEP_SECOND_FILL:
      add (self, find (self, CW_LEVEL_DIE)->material,
           (WIDTH - self->line->dies) * get_ground_thickness (self));
      self->room -= (WIDTH - self->line->dies) * get_ground_thickness (self);
      break;
    default:
      break;
    }
}

static void
do_circuit (Sheet *self, const CwFlow *flow, const CwStep *step)
{
  const CwLevel *level = cw_technology_get_level (self->technology, step->level);

  switch (step->kind)
    {
    case CW_STEP_THIN_SHEET:
      for (guint i = 0; i < flow->n_steps; i++)
        if (flow->steps[i].kind == CW_STEP_PROVIDE_SHEET)
          add (self, level->material,
               -WIDTH * ((gint64) flow->steps[i].thickness - level->thickness));
      self->film = level->thickness;
      break;
    case CW_STEP_DEPOSIT_DIELECTRIC:
    case CW_STEP_DEPOSIT_PASSIVATION:
      lay_film (self, step->level);
      break;
    case CW_STEP_OPEN_HOLES:
      add (self, level->material, -get_holes (self));
      break;
    case CW_STEP_FILL_VIAS:
      add (self, step->material, get_holes (self));
      break;
    case CW_STEP_DEPOSIT_WIRING:
      lay_wiring (self, step->level);
      break;
    case CW_STEP_OPEN_PASSIVATION:
      add (self, level->material,
           self->line->opening > 0 ? -get_hole_area (self, self->line->opening) : 0);
      break;
    case CW_STEP_DEPOSIT_UBM:
      lay_ubm (self, step->level);
      break;
    case CW_STEP_ATTACH_BALLS:
      attach_balls (self, step->level);
      break;
    default:
      break;
    }
}

static void
assert_areas (const Sheet *self, const CwSection *section, const char *step)
{
  gint64 doubled[CW_MAX_MATERIALS] = { 0 };

  for (gsize i = 0; i < cw_section_get_n_pieces (section); i++)
    {
      const CwSectionPiece *piece = cw_section_get_piece (section, i);

      doubled[piece->material] += cw_polygon_get_area_doubled (piece->polygon);
    }
  for (guint i = 0; i < CW_MAX_MATERIALS; i++)
    {
      gint64 allowed = self->round > 0 && i == self->solder ? 2 * self->round : 0;

      if (ABS (doubled[i] - 2 * self->areas[i]) > allowed)
        g_test_message ("%s, line %s, after %s: %s", self->of->name, self->line->name, step,
                        cw_technology_get_material (self->technology, i)->name);
      if (allowed == 0)
        g_assert_cmpint (doubled[i], ==, 2 * self->areas[i]);
      g_assert_cmpint (ABS (doubled[i] - 2 * self->areas[i]), <=, allowed);
    }
}

static void
test_areas (gconstpointer data)
{
  const MethodCase *of = data;
  g_autoptr (CwDesign) design = method_new_design (of);
  CwTechnology *technology = cw_design_get_technology (design);
  g_autoptr (CwFlow) flow = cw_technology_dup_flow (technology);

  g_assert_cmpuint (flow->n_steps, >=, 14);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      CwPoint line[] = { { -2500 * CW_UM, lines[i].y }, { 2500 * CW_UM, lines[i].y } };
      g_autoptr (CwSectionSet) set = cw_section_set_new (design, line, 2);
      g_autofree Sheet *sheet = g_new0 (Sheet, 1);

      *sheet = (Sheet){ .of = of, .line = &lines[i], .technology = technology };
      g_assert_cmpuint (cw_section_set_get_n_steps (set), ==, flow->n_steps);
      for (guint step = 0; step < flow->n_steps; step++)
        {
          g_autofree char *label = cw_flow_dup_step_label (flow, step);

          do_assembly (sheet, flow, &flow->steps[step]);
          do_circuit (sheet, flow, &flow->steps[step]);
          assert_areas (sheet, cw_section_set_get (set, step), label);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model/process/section-areas/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_areas);
    }

  return g_test_run ();
}
