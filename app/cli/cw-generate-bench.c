/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "app/cli/cw-generate.h"
#include "app/cli/cw-maker.h"

/* Chains of dies. The facing edges of two neighbours are joined by a bus: nine traces a row of
 * pads, three on each of three wiring levels, each with a jog at 45°. */

#define N_LEVELS 3
#define N_COLUMNS 9
#define MAX_ROWS 50
#define PITCH_X (50 * CW_UM)
#define PITCH_Y (55 * CW_UM)
#define MARGIN (30 * CW_UM)
#define GAP (1000 * CW_UM)
#define STAGGER (120 * CW_UM)       /* every other die sits higher */
#define ITEMS_A_ROW (5 * N_COLUMNS) /* two pads, two vias and a trace a column */

#define DIE_WIDTH (2 * MARGIN + (2 * N_COLUMNS + 1) * PITCH_X)
#define STEP_X (DIE_WIDTH + GAP)

typedef struct
{
  CwMaker maker;
  GRand *rand;
  guint n_rows; /* of pads on a die */
  guint n_dies; /* in a chain */
  guint n_chains;
  CwId type;
} Bench;

static CwCoord
step_y (const Bench *bench)
{
  return (CwCoord) bench->n_rows * PITCH_Y + 400 * CW_UM;
}

static CwPoint
die_origin (const Bench *bench, guint chain, guint k)
{
  return CW_POINT ((CwCoord) k * STEP_X,
                   (CwCoord) chain * step_y (bench) + (k % 2 == 1 ? STAGGER : 0));
}

/* column 0 is next to the edge; pads of the left edge come first */
static CwPoint
pad_place (guint row, guint column, gboolean right)
{
  CwCoord x = MARGIN + (CwCoord) column * PITCH_X;

  return CW_POINT (right ? DIE_WIDTH - x : x, MARGIN + (CwCoord) row * PITCH_Y);
}

static void
add_die_type (Bench *bench)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  CwBox body = CW_BOX (0, 0, DIE_WIDTH, 2 * MARGIN + (CwCoord) (bench->n_rows - 1) * PITCH_Y);

  for (guint side = 0; side < 2; side++)
    for (guint row = 0; row < bench->n_rows; row++)
      for (guint column = 0; column < N_COLUMNS; column++)
        {
          CwPoint place = pad_place (row, column, side == 1);

          g_array_append_val (places, place);
        }
  bench->type = cw_maker_die_type (&bench->maker, "bench", "", body, places, 20 * CW_UM);
}

static CwVertex
vertex (gint64 x, gint64 y)
{
  return (CwVertex){ CW_POINT ((CwCoord) x, (CwCoord) y), 0 };
}

static void
add_bus_trace (Bench *bench, CwId net, guint column, CwPoint a, CwPoint b, CwCoord jitter)
{
  static const CwCoord widths[N_LEVELS] = { 2400, 3000, 3600 };
  guint ordinal = column / 3;
  gint64 track = 6000 * (gint64) (column % 3);
  gint64 offset = 15500 + track;
  gint64 rise = (gint64) b.y - a.y;
  gint64 run = ABS (rise);
  /* tracks that turn at 45° keep their distance when each turns tan 22.5° of it later */
  gint64 lag = llround (tan (G_PI / 8) * (double) track) * (rise > 0 ? -1 : 1);
  gint64 jog = ((gint64) a.x + b.x) / 2 - run / 2 + jitter + lag;
  CwVertex vertices[] = {
    vertex (a.x, a.y),
    vertex (a.x + offset, a.y + offset),
    vertex (jog, a.y + offset),
    vertex (jog + run, b.y + offset),
    vertex (b.x - offset, b.y + offset),
    vertex (b.x, b.y),
  };

  cw_maker_trace (&bench->maker, net, ordinal, widths[ordinal], vertices, G_N_ELEMENTS (vertices));
  cw_maker_via_from_pad (&bench->maker, net, a, ordinal);
  cw_maker_via_from_pad (&bench->maker, net, b, ordinal);
}

/* nets of the left edge of each die are those of the right edge of the one before */
static void
add_chain (Bench *bench, guint chain)
{
  guint n_side = bench->n_rows * N_COLUMNS;
  g_autofree CwId *before = g_new0 (CwId, n_side);

  for (guint k = 0; k < bench->n_dies; k++)
    {
      g_autoptr (GArray) nets = g_array_new (FALSE, TRUE, sizeof (CwId));
      g_autofree char *name = g_strdup_printf ("U%u", chain * bench->n_dies + k + 1);
      CwPoint here = die_origin (bench, chain, k);
      CwPoint next = die_origin (bench, chain, k + 1);

      g_array_append_vals (nets, before, n_side);
      for (guint row = 0; row < bench->n_rows; row++)
        {
          CwCoord jitter = g_rand_int_range (bench->rand, -4500, 4501);

          for (guint column = 0; column < N_COLUMNS; column++)
            {
              CwId net = CW_ID_NONE;

              if (k + 1 < bench->n_dies)
                {
                  net = cw_maker_net (&bench->maker, CW_NET_SIGNAL, "D%u_%u_%u_%u", chain, k, row,
                                      column);
                  add_bus_trace (bench, net, column,
                                 cw_point_add (here, pad_place (row, column, TRUE)),
                                 cw_point_add (next, pad_place (row, column, FALSE)), jitter);
                }
              g_array_append_val (nets, net);
              before[row * N_COLUMNS + column] = net;
            }
        }
      cw_maker_die (&bench->maker, name, bench->type, here, nets);
    }
}

static CwTechnology *
new_technology (void)
{
  CwTechnology *technology = cw_technology_new_default (N_LEVELS);

  cw_technology_set_rule_value (technology, "width", 2 * CW_UM);
  cw_technology_set_rule_value (technology, "clearance", 2 * CW_UM);
  cw_technology_set_rule_value (technology, "enclosure", 2500);
  return technology;
}

/**
 * cw_generate_bench:
 * @n_items: how many dies, die pads, vias and traces it shall have at least
 * @seed: where the jogs lie
 *
 * Makes a design to measure with: dies joined by buses on three wiring levels, clean by
 * construction under rules of 2 µm width and clearance and 2.5 µm enclosure.
 *
 * Returns: (transfer full): the design, or %NULL with @error set when it does not fit the
 *   coordinates
 */
CwDesign *
cw_generate_bench (guint32 n_items, guint32 seed, GError **error)
{
  g_autoptr (CwTechnology) technology = new_technology ();
  guint n_bus_rows = MAX (n_items / ITEMS_A_ROW + 1, 1);
  Bench bench = { .rand = g_rand_new_with_seed (seed) };
  guint n_buses;
  double side;
  CwBox outline;
  CwDesign *design;

  /* as near to a square as whole dies allow */
  bench.n_rows = MIN (n_bus_rows, MAX_ROWS);
  n_buses = (n_bus_rows + bench.n_rows - 1) / bench.n_rows;
  side = sqrt ((double) n_buses * STEP_X * step_y (&bench));
  bench.n_dies = MAX ((guint) (side / STEP_X + 0.5), 1) + 1;
  bench.n_chains = (n_buses + bench.n_dies - 2) / (bench.n_dies - 1);
  outline = CW_BOX (-CW_MM, -CW_MM, 0, 0);
  if (side < CW_COORD_MAX / 2)
    outline.max = CW_POINT ((CwCoord) bench.n_dies * STEP_X - GAP + CW_MM,
                            (CwCoord) bench.n_chains * step_y (&bench) + CW_MM);

  cw_maker_init (&bench.maker, technology, outline);
  bench.maker.hole = 10 * CW_UM;
  bench.maker.land = 20 * CW_UM;
  if (side >= CW_COORD_MAX / 2)
    g_set_error (&bench.maker.error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                 "%u items do not fit into the coordinates", n_items);

  add_die_type (&bench);
  for (guint chain = 0; chain < bench.n_chains && bench.maker.error == NULL; chain++)
    add_chain (&bench, chain);

  design = cw_maker_finish (&bench.maker, error);
  g_rand_free (bench.rand);
  return design;
}
