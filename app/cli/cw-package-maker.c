/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cli/cw-package-private.h"

#include "model/package/cw-ball-name.h"

/* Packages of one die or of several in a row. The pads of an edge stand in groups of three, five or
 * seven around each row of balls that runs away from it; seen along the row, the pad in the middle goes
 * to the nearest ball, the others pass it to the next ones:
 *
 *     pad +2  ──────────────────╮           in groups of five and seven
 *     pad +1  ───────╲          │           the outer ones on a higher level
 *     pad  0  ── (1) (2) (3) …  (5)
 *
 * Inside the ring of pads a bus of power runs around one of ground, both with balls on them, on the
 * uppermost level. Passive devices stand outside of the balls of the first die, each between the
 * outermost balls of the first and the last of three rows; a ground of theirs goes to the one between. */

#define INSET (60 * CW_UM)     /* pad centre to die edge */
#define DIE_GAP PITCH          /* between dies */
#define MARGIN (400 * CW_UM)   /* ball centre to package edge */
#define STRIP (1100 * CW_UM)   /* room for passive devices */
#define SLACK (80 * CW_UM)     /* of a cavity around its die */
#define BUS_WIDTH (60 * CW_UM) /* also of links between them */

const CwPackagePattern cw_package_patterns[] = {
  { 3,
    { 0, 140 * CW_UM, -140 * CW_UM },
    { 0, 0, 0 },
    60 * CW_UM,
    35 * CW_UM,
    55 * CW_UM,
    TRACE_WIDTH },
  { 5,
    { 0, 80 * CW_UM, -80 * CW_UM, 160 * CW_UM, -160 * CW_UM },
    { 0, 0, 0, 1, 1 },
    60 * CW_UM,
    35 * CW_UM,
    55 * CW_UM,
    TRACE_WIDTH },
  { 7,
    { 0, 57 * CW_UM, -57 * CW_UM, 114 * CW_UM, -114 * CW_UM, 171 * CW_UM, -171 * CW_UM },
    { 0, 0, 0, 1, 1, 2, 2 },
    40 * CW_UM,
    24 * CW_UM,
    45 * CW_UM,
    15 * CW_UM },
};

/* @along away from the die, @side along its edge; from the centre of the die */
CwPoint
cw_package_place (const CwPackageChip *chip, guint edge, CwCoord along, CwCoord side)
{
  CwTransform transform = { { chip->centre, 0 }, (CwAngle) edge * CW_ANGLE_90, FALSE };

  return cw_transform_point (&transform, CW_POINT (side, along));
}

void
cw_package_add_line (CwPackage *self, CwId net, guint ordinal, CwCoord width, CwPoint a, CwPoint b)
{
  CwVertex vertices[] = { { a, 0 }, { b, 0 } };

  cw_maker_trace (&self->maker, net, ordinal, width, vertices, 2);
}

static void
add_pad (CwPackage *self, const CwPackageChip *chip, CwPoint at, CwId net, guint ordinal)
{
  CwPoint local = CW_POINT (at.x - chip->centre, at.y);

  g_array_append_val (self->places, local);
  g_array_append_val (self->nets, net);
  cw_maker_via_from_pad (&self->maker, net, at, ordinal);
}

static void
add_ball (CwPackage *self, CwId net, CwPoint at)
{
  g_autofree char *name = cw_ball_name_new ((guint) ((self->first_ball.y - at.y) / PITCH),
                                            (guint) ((at.x - self->first_ball.x) / PITCH));

  cw_maker_ball (&self->maker, net, name, at);
}

CwCoord
cw_package_get_row (const CwPackageChip *chip, guint group)
{
  return ((CwCoord) group * 2 - (CwCoord) chip->die->n_groups + 1) * (PITCH / 2);
}

/* one pad of a group with its trace and its ball */
static void
add_signal (CwPackage *self, const CwPackageChip *chip, guint edge, guint group, guint index)
{
  static const char *const names[N_EDGES] = { "A", "DQ", "GPIO", "TX" };
  guint pattern = self->spec->pattern - 1;
  /* groups in turn go the other way round */
  CwCoord offset = cw_package_patterns[pattern].offsets[index] * (group % 2 == 0 ? 1 : -1);
  guint level = cw_package_patterns[pattern].levels[index];
  CwCoord row = cw_package_get_row (chip, group);
  CwCoord end = chip->half + (CwCoord) (index + 1) * PITCH;
  CwId net
      = cw_maker_net (&self->maker, CW_NET_SIGNAL, "%s%u", names[edge], self->n_signals[edge]++);
  CwPoint pad = cw_package_place (chip, edge, chip->half - INSET, row + offset);
  CwPoint ball = cw_package_place (chip, edge, end, row);
  CwVertex vertices[3] = { { pad, 0 },
                           { cw_package_place (chip, edge, end - ABS (offset), row + offset), 0 },
                           { ball, 0 } };

  if (offset == 0)
    vertices[1].at = ball;

  add_pad (self, chip, pad, net, level);
  cw_maker_trace (&self->maker, net, level, cw_package_patterns[pattern].width, vertices,
                  offset != 0 ? 3 : 2);
  if (level < self->top)
    cw_maker_via (&self->maker, net, ball, level, self->top);
  add_ball (self, net, ball);
  if (chip->is_first && index + 1 == cw_package_patterns[pattern].n)
    self->outermost[edge][group] = net;
}

static void
add_edge (CwPackage *self, const CwPackageChip *chip, guint edge)
{
  for (guint group = 0; group < chip->die->n_groups; group++)
    for (guint i = 0; i < cw_package_patterns[self->spec->pattern - 1].n; i++)
      add_signal (self, chip, edge, group, i);
}

static void
add_bus (CwPackage *self, CwId net, const char *name, CwBusKind kind, const CwPoint *points,
         guint n)
{
  CwBus bus = { .kind = (guint8) kind,
                .level = self->maker.levels[self->top],
                .width = BUS_WIDTH,
                .pitch = kind == CW_BUS_RING ? 0 : PITCH / 2,
                .reach = kind == CW_BUS_SPINE ? PITCH / 2 - 2 * BUS_WIDTH : 0 };

  cw_maker_bus (&self->maker, net, name, &bus, points, n);
}

/* balls along a line of a bus, and a die pad between any two */
static void
add_taps (CwPackage *self, const CwPackageChip *chip, CwId net, CwPoint from, CwPoint to,
          gboolean with_last)
{
  CwPoint step = CW_POINT (to.x == from.x ? 0 : (to.x > from.x ? PITCH : -PITCH),
                           to.y == from.y ? 0 : (to.y > from.y ? PITCH : -PITCH));

  for (CwPoint at = from; !cw_point_equal (at, to); at = cw_point_add (at, step))
    {
      add_ball (self, net, at);
      add_pad (self, chip, CW_POINT (at.x + step.x / 2, at.y + step.y / 2), net, self->top);
    }
  if (with_last)
    add_ball (self, net, to);
}

static void
add_ring (CwPackage *self, const CwPackageChip *chip, CwId net, const char *name, CwCoord half,
          CwBusKind kind)
{
  CwPoint points[] = { { chip->centre - half, -half },
                       { chip->centre + half, -half },
                       { chip->centre + half, half },
                       { chip->centre - half, half } };

  add_bus (self, net, name, kind, points, 4);
  for (guint i = 0; i < 4; i++)
    add_taps (self, chip, net, points[i], points[(i + 1) % 4], FALSE);
}

static void
add_power (CwPackage *self, const CwPackageChip *chip)
{
  CwCoord inner = chip->core - PITCH;
  guint i = (guint) (chip - self->chips) + 1;
  g_autofree char *power = g_strdup_printf ("VDD %u", i);
  g_autofree char *ground = g_strdup_printf ("VSS %u", i);

  add_ring (self, chip, chip->power, power, chip->core, CW_BUS_RING);
  if (self->spec->bus == CW_BUS_SPINE)
    {
      CwCoord x = chip->centre + (chip->die->n_groups % 2 == 0 ? PITCH / 2 : 0);
      CwPoint trunk[] = { { x, -inner }, { x, inner } };

      add_bus (self, chip->ground, ground, CW_BUS_SPINE, trunk, 2);
      add_taps (self, chip, chip->ground, trunk[0], trunk[1], TRUE);
    }
  else
    add_ring (self, chip, chip->ground, ground, inner, self->spec->bus);
}

/* from a device of the die through the package and back */
static void
add_loop (CwPackage *self, const CwPackageChip *chip)
{
  CwId net
      = cw_maker_net (&self->maker, CW_NET_SIGNAL, "CLK_LOOP%u", (guint) (chip - self->chips) + 1);
  CwCoord y = chip->core + 215 * CW_UM;
  CwPoint a = CW_POINT (chip->centre - chip->core, y);
  CwPoint b = CW_POINT (chip->centre + chip->core, y);

  add_pad (self, chip, a, net, 0);
  add_pad (self, chip, b, net, 0);
  cw_package_add_line (self, net, 0, TRACE_WIDTH, a, b);
}

/* Straight lines to the next die; where the power link passes there is none. Its pads belong to the
 * die at hand: this is called once for each of the two. */
static void
add_links (CwPackage *self, const CwPackageChip *chip, guint edge, const CwId *links, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      CwCoord y = (CwCoord) (i / 2 + 1) * 120 * CW_UM * (i % 2 == 0 ? 1 : -1);
      CwPoint at
          = CW_POINT (chip->centre + (edge == RIGHT ? chip->half - INSET : INSET - chip->half), y);

      add_pad (self, chip, at, links[i], 0);
      if (edge == RIGHT)
        cw_package_add_line (self, links[i], 0, TRACE_WIDTH, at,
                             CW_POINT (at.x + 2 * INSET + DIE_GAP, at.y));
    }
}

static guint
count_links (const CwPackageChip *chip)
{
  return MIN (chip[0].die->n_groups, chip[1].die->n_groups) * 3;
}

static CwId
add_die_type (CwPackage *self, const CwPackageChip *chip)
{
  CwMaker *maker = &self->maker;

  maker->type = (CwDieType){
    .thickness = self->spec->method == CW_METHOD_A ? 130 * CW_UM : 400 * CW_UM,
    .trace_width = 1200 * CW_NM,
    .trace_thickness = 900 * CW_NM,
    .trace_length = 350 * CW_UM,
    .n_devices = (gint32) chip->die->n_groups * 250000,
    .seal = 15 * CW_UM,
    .keep_out = 100 * CW_UM,
  };

  return cw_maker_die_type (maker, chip->die->name, chip->die->function,
                            CW_BOX (-chip->half, -chip->half, chip->half, chip->half), self->places,
                            cw_package_patterns[self->spec->pattern - 1].pad);
}

static void
add_chip (CwPackage *self, CwPackageChip *chip, const CwId *left, const CwId *right)
{
  g_autofree char *name = g_strdup_printf ("U%u", (guint) (chip - self->chips) + 1);
  CwId type;

  g_array_set_size (self->places, 0);
  g_array_set_size (self->nets, 0);
  add_edge (self, chip, TOP);
  add_edge (self, chip, BOTTOM);
  if (left != NULL)
    add_links (self, chip, LEFT, left, count_links (chip - 1));
  else
    add_edge (self, chip, LEFT);
  if (right != NULL)
    add_links (self, chip, RIGHT, right, count_links (chip));
  else
    add_edge (self, chip, RIGHT);
  add_power (self, chip);
  add_loop (self, chip);

  type = add_die_type (self, chip);
  self->maker.module = self->n_chips > 1 ? "M1" : NULL;
  cw_maker_die (&self->maker, name, type, CW_POINT (chip->centre, 0), self->nets);
}

static void
add_cavities (CwPackage *self)
{
  const CwTechnology *technology = self->technology;
  CwSubstrateKind substrate = self->spec->substrate;
  CwCavity cavity = { 0 };

  /* the uppermost level of the substrate */
  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    if (cw_technology_get_level (technology, i)->kind == CW_LEVEL_SUBSTRATE)
      cavity.level = (guint8) i;
  if (substrate == CW_SUBSTRATE_PLAIN)
    cavity.depth = 100 * CW_UM;
  else if (substrate == CW_SUBSTRATE_MOULDED)
    cavity.depth = 150 * CW_UM;
  /* what is moulded leaves its mould */
  if (substrate == CW_SUBSTRATE_MOULDED || self->spec->board != NULL)
    cavity.draft = 5 * CW_DEGREE;

  for (guint i = 0; i < self->n_chips; i++)
    {
      const CwPackageChip *chip = &self->chips[i];
      CwCoord half = chip->half + SLACK;
      g_autofree char *name = g_strdup_printf ("Seat of U%u", i + 1);

      cw_maker_cavity (&self->maker, name, &cavity,
                       CW_BOX (chip->centre - half, -half, chip->centre + half, half));
    }
}

/* along a row of balls, across the first die, through the first passive device */
static void
add_cut_lines (CwPackage *self)
{
  const CwPackageChip *chip = &self->chips[0];
  CwBox box = self->outline;
  CwCoord row = cw_package_get_row (chip, chip->die->n_groups / 2);
  CwPoint along[] = { { box.min.x, row }, { box.max.x, row } };
  CwPoint across[] = { { chip->centre + row, box.min.y }, { chip->centre + row, box.max.y } };
  CwPoint corner[] = { { box.min.x, self->device },
                       { chip->centre, self->device },
                       { chip->centre, 0 },
                       { box.max.x, 0 } };

  cw_maker_cut_line (&self->maker, "A", along, 2);
  cw_maker_cut_line (&self->maker, "B", across, 2);
  if (self->spec->forms[0] != CW_N_PASSIVE_FORMS)
    cw_maker_cut_line (&self->maker, "C", corner, 4);
}

/* where all is, from the left; the first die has its centre at 0, 0 */
static void
lay_out (CwPackage *self)
{
  const CwSampleSpec *spec = self->spec;
  CwCoord depth = (CwCoord) cw_package_patterns[spec->pattern - 1].n * PITCH;
  CwCoord high = 0;
  CwCoord reach;
  CwPackageChip *last = NULL;

  for (guint i = 0; i < CW_SAMPLE_MAX_DIES && spec->dies[i].name != NULL; i++)
    {
      CwPackageChip *chip = &self->chips[i];

      chip->die = &spec->dies[i];
      chip->half = ((CwCoord) chip->die->n_groups + 1) * (PITCH / 2);
      chip->core = ((CwCoord) chip->die->n_groups - 1) * (PITCH / 2);
      chip->centre = last != NULL ? last->centre + last->half + DIE_GAP + chip->half : 0;
      chip->is_first = last == NULL;
      high = MAX (high, chip->half);
      last = chip;
      self->n_chips++;
    }
  last->is_last = TRUE;

  reach = high + depth + MARGIN;
  self->first_ball = CW_POINT (-self->chips[0].half - depth, high + depth);
  self->outline = CW_BOX (-self->chips[0].half - depth - MARGIN, -reach,
                          last->centre + last->half + depth + MARGIN, reach);
  for (guint i = 0; spec->forms[i] != CW_N_PASSIVE_FORMS; i++)
    switch (i / (self->chips[0].die->n_groups / 3))
      {
      case TOP:
        self->outline.max.y = reach + STRIP;
        break;
      case LEFT:
        self->outline.min.x = -reach - STRIP;
        break;
      case BOTTOM:
        self->outline.min.y = -reach - STRIP;
        break;
      default:
        self->outline.max.x = reach + STRIP;
        break;
      }
}

static void
add_chips (CwPackage *self)
{
  CwId *links[CW_SAMPLE_MAX_DIES + 1] = { NULL };

  self->chips[0].power = cw_maker_net (&self->maker, CW_NET_POWER, "VDD");
  for (guint i = 0; i < self->n_chips; i++)
    {
      self->chips[i].power = self->chips[0].power;
      self->chips[i].ground = cw_maker_net (&self->maker, CW_NET_GROUND, "VSS%u", i + 1);
    }
  for (guint i = 0; i + 1 < self->n_chips; i++)
    {
      guint n = count_links (&self->chips[i]);

      links[i + 1] = g_new (CwId, n);
      for (guint j = 0; j < n; j++)
        links[i + 1][j] = cw_maker_net (&self->maker, CW_NET_SIGNAL, "D2D%u_%u", i + 1, j);
    }
  for (guint i = 0; i < self->n_chips; i++)
    {
      CwPackageChip *chip = &self->chips[i];

      add_chip (self, chip, links[i], links[i + 1]);
      if (!chip->is_last)
        cw_package_add_line (self, chip->power, self->top, BUS_WIDTH,
                             CW_POINT (chip->centre + chip->core, 0),
                             CW_POINT (chip[1].centre - chip[1].core, 0));
    }
  for (guint i = 1; i < self->n_chips; i++)
    g_free (links[i]);
}

/**
 * cw_package_maker_run:
 * @spec: what to make
 *
 * Makes a sample: one die or several in a row, fully wired.
 *
 * Returns: (transfer full): the design, or %NULL with @error set
 */
CwDesign *
cw_package_maker_run (const CwSampleSpec *spec, GError **error)
{
  g_autoptr (CwTechnology) technology = cw_sample_technology_new (spec, error);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  g_autoptr (GArray) nets = g_array_new (FALSE, FALSE, sizeof (CwId));
  CwPackage self = { .spec = spec,
                     .technology = technology,
                     .top = spec->n_levels - 1,
                     .places = places,
                     .nets = nets };
  const CwPackageChip *last;

  if (technology == NULL)
    return NULL;

  lay_out (&self);
  last = &self.chips[self.n_chips - 1];
  cw_maker_init (&self.maker, technology, self.outline);
  cw_edit_set_name (self.maker.edit, spec->title, NULL);
  self.maker.hole = cw_package_patterns[spec->pattern - 1].hole;
  self.maker.land = cw_package_patterns[spec->pattern - 1].land;
  self.maker.fill = spec->fill;
  self.maker.ball.ball.kind = spec->ball;
  if (spec->ball == CW_BALL_PIN)
    self.maker.ball.ball.diameter = 200 * CW_UM;
  if (spec->has_ubm)
    self.maker.ball.ubm = (CwPadForm){ CW_PAD_ROUND, 210 * CW_UM, 210 * CW_UM };

  add_chips (&self);
  for (guint i = 0; spec->forms[i] != CW_N_PASSIVE_FORMS; i++)
    cw_package_add_device (&self, &self.chips[0], spec->forms[i], i);
  if (spec->cavity || spec->substrate != CW_SUBSTRATE_PLAIN)
    add_cavities (&self);
  cw_maker_text (&self.maker, spec->name, self.top,
                 CW_POINT (last->centre + last->half + PITCH / 4, -last->half - PITCH), 120 * CW_UM,
                 20 * CW_UM);
  add_cut_lines (&self);

  return cw_maker_finish (&self.maker, error);
}
