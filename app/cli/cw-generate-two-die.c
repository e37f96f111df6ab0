/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "app/cli/cw-generate.h"
#include "app/cli/cw-maker.h"
#include "model/package/cw-ball-name.h"
#include "model/package/cw-panel.h"

/* Two dies side by side on an organic substrate, wired on two levels to a field of balls at a
 * pitch of 400 µm, at the figures of the Amkor 400 µm deck.
 *
 * The pads of an edge stand in groups of five around each row of balls that runs away from it.
 * Seen along the row, the pad in the middle goes straight to the nearest ball, its neighbours
 * pass that one and go to the second and third, the outer two to the fourth and fifth:
 *
 *     pad +160  ──────────────────────╮        outer ones: upper level from the top and bottom
 *     pad  +80  ───────╲              │        edges, where they turn in with an arc
 *     pad    0  ── (1) (2) (3) (4) …  (5)
 *
 * Inside the ring of pads the rows of balls are power and ground in turn, two combs that face
 * each other. The pads between the dies are joined straight, on both levels in turn. */

#define PITCH (400 * CW_UM)
#define PAD_PITCH (80 * CW_UM)
#define PAD_SIZE (60 * CW_UM)
#define PAD_INSET (60 * CW_UM) /* pad centre to die edge */
#define N_DEEP 5               /* balls in a row away from the die */
#define SIGNAL_WIDTH (15 * CW_UM)
#define POWER_WIDTH (100 * CW_UM)

#define LEFT_BALL (-4200 * CW_UM) /* centre of ball A1 */
#define TOP_BALL (4200 * CW_UM)

typedef struct
{
  const char *name; /* of the die */
  const char *type;
  const char *function;
  CwCoord centre;       /* x of the centre; y is 0 [nm] */
  CwCoord half;         /* half the side of the die [nm] */
  guint n_groups;       /* groups of five pads an edge */
  guint n_core;         /* balls a row inside the ring of pads */
  gboolean bus_on_left; /* the edge without balls, which faces the other die */
} Chip;

static const Chip chips[2] = {
  { "U1", "processor", "processor", 0, 2200 * CW_UM, 10, 8, FALSE },
  { "U2", "memory", "memory", 4800 * CW_UM, 1800 * CW_UM, 8, 6, TRUE },
};

/* pads that face the other die: as many as the smaller one has */
#define N_BUS (8 * N_DEEP)

typedef struct
{
  CwMaker maker;
  GRand *rand;
  CwId vdd;
  CwId vss[2];
  CwId bus[N_BUS];
  guint n_signals;
} Package;

typedef struct
{
  GArray *places; /* of CwPoint, from the centre of the die */
  GArray *nets;   /* of CwId */
} Pads;

typedef struct
{
  CwPoint along; /* away from the die: unit vector */
  CwPoint side;  /* along the edge */
} Edge;

static const Edge left_edge = { { -1, 0 }, { 0, 1 } };
static const Edge right_edge = { { 1, 0 }, { 0, 1 } };
static const Edge top_edge = { { 0, 1 }, { 1, 0 } };
static const Edge bottom_edge = { { 0, -1 }, { 1, 0 } };

static CwPoint
place (const Chip *chip, const Edge *edge, CwCoord along, CwCoord side)
{
  return CW_POINT (chip->centre + edge->along.x * along + edge->side.x * side,
                   edge->along.y * along + edge->side.y * side);
}

static void
add_pad (Pads *pads, const Chip *chip, CwPoint at, CwId net)
{
  CwPoint local = CW_POINT (at.x - chip->centre, at.y);

  g_array_append_val (pads->places, local);
  g_array_append_val (pads->nets, net);
}

static void
add_ball (Package *package, CwId net, CwPoint at)
{
  g_autofree char *name = cw_ball_name_new ((guint) ((TOP_BALL - at.y) / PITCH),
                                            (guint) ((at.x - LEFT_BALL) / PITCH));

  cw_maker_ball (&package->maker, net, name, at);
}

/* one pad of a group with its trace and its ball */
static void
add_fan_out (Package *package, Pads *pads, const Chip *chip, const Edge *edge, CwCoord row,
             CwCoord offset, guint depth)
{
  gboolean upright = edge->along.x == 0;
  gboolean upper = upright && ABS (offset) == 2 * PAD_PITCH;
  CwCoord start = chip->half - PAD_INSET;
  CwCoord end = chip->half + (CwCoord) depth * PITCH;
  CwId net = cw_maker_net (&package->maker, CW_NET_SIGNAL, "IO%u", package->n_signals++);
  CwPoint pad = place (chip, edge, start, row + offset);
  CwPoint ball = place (chip, edge, end, row);
  CwVertex vertices[3] = { { pad, 0 }, { ball, 0 } };
  guint n = 2;

  if (offset != 0)
    {
      gboolean counterclockwise
          = (edge->along.x * edge->side.y - edge->along.y * edge->side.x > 0) == (offset < 0);

      vertices[1].at = place (chip, edge, end - ABS (offset), row + offset);
      vertices[1].sweep = upper ? (counterclockwise ? CW_ANGLE_90 : -CW_ANGLE_90) : 0;
      vertices[2].at = ball;
      n = 3;
    }

  add_pad (pads, chip, pad, net);
  cw_maker_via_from_pad (&package->maker, net, pad, upper ? 1 : 0);
  cw_maker_trace (&package->maker, net, upper ? 1 : 0, SIGNAL_WIDTH, vertices, n);
  if (!upper)
    cw_maker_via (&package->maker, net, ball, 0, 1);
  add_ball (package, net, ball);
}

static void
add_edge (Package *package, Pads *pads, const Chip *chip, const Edge *edge)
{
  for (guint group = 0; group < chip->n_groups; group++)
    {
      CwCoord row = ((CwCoord) group * 2 - (CwCoord) chip->n_groups + 1) * (PITCH / 2);
      /* which of the two neighbours goes further is the seed's choice */
      CwCoord near = g_rand_boolean (package->rand) ? PAD_PITCH : -PAD_PITCH;
      CwCoord far = g_rand_boolean (package->rand) ? 2 * PAD_PITCH : -2 * PAD_PITCH;

      add_fan_out (package, pads, chip, edge, row, 0, 1);
      add_fan_out (package, pads, chip, edge, row, near, 2);
      add_fan_out (package, pads, chip, edge, row, -near, 3);
      add_fan_out (package, pads, chip, edge, row, far, 4);
      add_fan_out (package, pads, chip, edge, row, -far, 5);
    }
}

static CwCoord
bus_row (guint i)
{
  return ((CwCoord) i * 2 - N_BUS + 1) * (PAD_PITCH / 2);
}

/* levels in turn, counted from the middle, where the lower one leaves room for the power link */
static guint
bus_level (guint i)
{
  return (guint) ((ABS (bus_row (i)) / (PAD_PITCH / 2) - 1) / 2 % 2);
}

static void
add_bus_pads (Package *package, Pads *pads, const Chip *chip)
{
  const Edge *edge = chip->bus_on_left ? &left_edge : &right_edge;

  for (guint i = 0; i < N_BUS; i++)
    {
      CwPoint at = place (chip, edge, chip->half - PAD_INSET, bus_row (i));

      add_pad (pads, chip, at, package->bus[i]);
      cw_maker_via_from_pad (&package->maker, package->bus[i], at, bus_level (i));
    }
}

static void
add_line (Package *package, CwId net, guint ordinal, CwCoord width, CwPoint a, CwPoint b)
{
  CwVertex vertices[] = { { a, 0 }, { b, 0 } };

  cw_maker_trace (&package->maker, net, ordinal, width, vertices, 2);
}

/* the spine of a comb stands half a pitch and a bit beside the last ball of its rows */
static CwCoord
spine (const Chip *chip, gboolean right)
{
  CwCoord x = ((CwCoord) chip->n_core - 1) * (PITCH / 2) + 300 * CW_UM;

  return chip->centre + (right ? x : -x);
}

static void
add_core_row (Package *package, Pads *pads, const Chip *chip, CwId net, CwCoord y, gboolean right)
{
  CwCoord first = chip->centre - ((CwCoord) chip->n_core - 1) * (PITCH / 2);
  CwCoord last = chip->centre + ((CwCoord) chip->n_core - 1) * (PITCH / 2);

  for (guint i = 0; i < chip->n_core; i++)
    {
      CwCoord x = first + (CwCoord) i * PITCH;

      add_ball (package, net, CW_POINT (x, y));
      if (i + 1 < chip->n_core)
        {
          CwPoint pad = CW_POINT (x + PITCH / 2, y);

          add_pad (pads, chip, pad, net);
          cw_maker_via_from_pad (&package->maker, net, pad, 1);
        }
    }
  add_line (package, net, 1, POWER_WIDTH, CW_POINT (right ? first : spine (chip, FALSE), y),
            CW_POINT (right ? spine (chip, TRUE) : last, y));
}

/* the comb of the power net stands on the side of the other die */
static void
add_core (Package *package, Pads *pads, const Chip *chip, CwId vss)
{
  CwCoord top = ((CwCoord) chip->n_core - 1) * (PITCH / 2);
  gboolean power_right = !chip->bus_on_left;

  for (guint i = 0; i < chip->n_core; i++)
    {
      CwCoord y = top - (CwCoord) i * PITCH;

      if (i % 2 == 0)
        add_core_row (package, pads, chip, package->vdd, y, power_right);
      else
        add_core_row (package, pads, chip, vss, y, !power_right);
    }

  add_line (package, package->vdd, 1, POWER_WIDTH,
            CW_POINT (spine (chip, power_right), top - ((CwCoord) chip->n_core - 2) * PITCH),
            CW_POINT (spine (chip, power_right), top));
  add_line (package, vss, 1, POWER_WIDTH, CW_POINT (spine (chip, !power_right), -top),
            CW_POINT (spine (chip, !power_right), top - PITCH));
}

static void
add_chip (Package *package, guint index)
{
  const Chip *chip = &chips[index];
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  g_autoptr (GArray) nets = g_array_new (FALSE, FALSE, sizeof (CwId));
  Pads pads = { places, nets };
  CwId type;

  add_edge (package, &pads, chip, chip->bus_on_left ? &right_edge : &left_edge);
  add_edge (package, &pads, chip, &bottom_edge);
  add_bus_pads (package, &pads, chip);
  add_edge (package, &pads, chip, &top_edge);
  add_core (package, &pads, chip, package->vss[index]);

  type = cw_maker_die_type (&package->maker, chip->type, chip->function,
                            CW_BOX (-chip->half, -chip->half, chip->half, chip->half), places,
                            PAD_SIZE);
  cw_maker_die (&package->maker, chip->name, type, CW_POINT (chip->centre, 0), nets);
}

static void
add_links (Package *package)
{
  CwCoord a = chips[0].centre + chips[0].half - PAD_INSET;
  CwCoord b = chips[1].centre - chips[1].half + PAD_INSET;

  for (guint i = 0; i < N_BUS; i++)
    add_line (package, package->bus[i], bus_level (i), SIGNAL_WIDTH, CW_POINT (a, bus_row (i)),
              CW_POINT (b, bus_row (i)));
  add_line (package, package->vdd, 1, POWER_WIDTH, CW_POINT (spine (&chips[0], TRUE), 0),
            CW_POINT (spine (&chips[1], FALSE), 0));
}

/**
 * cw_generate_two_die:
 * @seed: chooses which of two pads goes to which of two balls
 *
 * Makes the sample that the program opens: two dies, two wiring levels, some three hundred
 * nets, fully wired and clean.
 *
 * Returns: (transfer full): the design, or %NULL with @error set
 */
CwDesign *
cw_generate_two_die (guint32 seed, GError **error)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  const CwPanel panel = { .scope = CW_UNIT_PLURAL_DIES };
  Package package = { 0 };
  CwDesign *design;

  if (!cw_technology_set_panel (technology, &panel, error))
    return NULL;
  cw_maker_init (&package.maker, technology,
                 CW_BOX (-4600 * CW_UM, -4600 * CW_UM, 9000 * CW_UM, 4600 * CW_UM));
  package.rand = g_rand_new_with_seed (seed);
  cw_edit_set_name (package.maker.edit, "Two-die fan-out", NULL);
  package.maker.hole = 35 * CW_UM;
  package.maker.land = 55 * CW_UM;

  package.vdd = cw_maker_net (&package.maker, CW_NET_POWER, "VDD");
  for (guint i = 0; i < 2; i++)
    package.vss[i] = cw_maker_net (&package.maker, CW_NET_GROUND, "VSS%u", i + 1);
  for (guint i = 0; i < N_BUS; i++)
    package.bus[i] = cw_maker_net (&package.maker, CW_NET_SIGNAL, "DQ%u", i);

  for (guint i = 0; i < 2; i++)
    add_chip (&package, i);
  add_links (&package);
  cw_maker_text (&package.maker, "CHIPWRIGHT", 1, CW_POINT (-4300 * CW_UM, 3700 * CW_UM),
                 250 * CW_UM, 30 * CW_UM);
  cw_maker_text (&package.maker, "TWO-DIE FAN-OUT", 1, CW_POINT (-4300 * CW_UM, 3250 * CW_UM),
                 160 * CW_UM, 20 * CW_UM);

  design = cw_maker_finish (&package.maker, error);
  g_rand_free (package.rand);
  return design;
}
