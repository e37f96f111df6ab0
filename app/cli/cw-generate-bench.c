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

#define FIRST_TRACK (15500) /* of a bus above its pads */
#define TRACK (6000)        /* from one trace of a bus to the next */
#define LANE (37200)        /* above its pads, free on all levels */
#define STUB (20 * CW_UM)   /* length of planted traces */

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
  GArray *planted; /* of CwPlanted */
} Bench;

static const CwCoord widths[N_LEVELS] = { 2400, 3000, 3600 };

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
  guint ordinal = column / 3;
  gint64 track = TRACK * (gint64) (column % 3);
  gint64 offset = FIRST_TRACK + track;
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

static void
note (Bench *bench, CwRuleKind kind, CwPoint at, guint8 level)
{
  CwPlanted planted = { kind, at, level };

  g_array_append_val (bench->planted, planted);
}

static void
plant_trace (Bench *bench, CwId net, guint ordinal, CwCoord width, CwPoint at)
{
  CwVertex vertices[] = { vertex (at.x, at.y), vertex (at.x + STUB, at.y) };

  cw_maker_trace (&bench->maker, net, ordinal, width, vertices, G_N_ELEMENTS (vertices));
}

/* Beside the bus of one row of pads, in the lane between it and the next one: a stub too near to
 * the highest trace, a stub too narrow, and a via whose lands are too small for its hole. */
static void
plant_row (Bench *bench, guint number, CwPoint pad)
{
  guint ordinal = number % N_LEVELS;
  guint lower = number % (N_LEVELS - 1);
  CwCoord width = widths[ordinal];
  CwCoord space = (CwCoord) (1900 - 100 * (number % 8));
  CwCoord narrow = (CwCoord) (1900 - 100 * (number / 3 % 8));
  CwPoint top = cw_point_add (pad, CW_POINT (100 * CW_UM, FIRST_TRACK + 2 * TRACK));
  CwPoint lane = cw_point_add (pad, CW_POINT (150 * CW_UM, LANE));
  CwMaker *maker = &bench->maker;
  CwCoord hole = maker->hole, land = maker->land;
  CwId nets[3];

  for (guint i = 0; i < G_N_ELEMENTS (nets); i++)
    nets[i] = cw_maker_net (maker, CW_NET_SIGNAL, "X%u_%u", number, i);

  plant_trace (bench, nets[0], ordinal, width, cw_point_add (top, CW_POINT (0, width + space)));
  note (bench, CW_RULE_CLEARANCE, cw_point_add (top, CW_POINT (STUB / 2, (width + space) / 2)),
        maker->levels[ordinal]);

  plant_trace (bench, nets[1], ordinal, narrow, lane);
  note (bench, CW_RULE_WIDTH, cw_point_add (lane, CW_POINT (STUB / 2, 0)), maker->levels[ordinal]);

  lane.x += 50 * CW_UM;
  maker->hole = 5 * CW_UM;
  maker->land = 9 * CW_UM;
  cw_maker_via (maker, nets[2], lane, lower, lower + 1);
  note (bench, CW_RULE_ENCLOSURE, lane, maker->levels[lower]);
  maker->hole = hole;
  maker->land = land;
}

/* evenly over all rows of all buses */
static void
plant (Bench *bench, guint n_planted)
{
  guint64 n_rows = (guint64) bench->n_chains * (bench->n_dies - 1) * bench->n_rows;

  if (n_planted > n_rows && bench->maker.error == NULL)
    g_set_error (&bench->maker.error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                 "%u violations of a kind do not fit beside %" G_GUINT64_FORMAT " rows of pads",
                 n_planted, n_rows);

  for (guint i = 0; i < n_planted && bench->maker.error == NULL; i++)
    {
      guint row = (guint) (i * n_rows / n_planted);
      guint bus = row / bench->n_rows;
      CwPoint die = die_origin (bench, bus / (bench->n_dies - 1), bus % (bench->n_dies - 1));

      plant_row (bench, i, cw_point_add (die, pad_place (row % bench->n_rows, 0, TRUE)));
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
  return cw_generate_bench_planted (n_items, seed, 0, NULL, error);
}

/**
 * cw_generate_bench_planted:
 * @n_items: how many dies, die pads, vias and traces it shall have at least
 * @seed: where the jogs lie
 * @n_planted: how many violations of each kind to add: clearance, width, enclosure
 * @planted: (out) (optional) (transfer full) (element-type CwPlanted): what was added
 *
 * Makes the design of cw_generate_bench() with violations at known places among its wiring.
 *
 * Returns: (transfer full): the design, or %NULL with @error set when it or they do not fit
 */
CwDesign *
cw_generate_bench_planted (guint32 n_items, guint32 seed, guint n_planted, GArray **planted,
                           GError **error)
{
  g_autoptr (CwTechnology) technology = new_technology ();
  guint n_bus_rows = MAX (n_items / ITEMS_A_ROW + 1, 1);
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (CwPlanted));
  Bench bench = { .rand = g_rand_new_with_seed (seed), .planted = notes };
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
  plant (&bench, n_planted);

  design = cw_maker_finish (&bench.maker, error);
  g_rand_free (bench.rand);
  if (design != NULL && planted != NULL)
    *planted = g_steal_pointer (&notes);
  return design;
}
