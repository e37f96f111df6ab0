/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/process/cw-section-cut.h"

#include <math.h>

#include "model/copper/cw-copper.h"
#include "model/process/cw-die-seat.h"
#include "model/process/cw-section-pits.h"
#include "model/process/cw-slope.h"

#define RADIX_BITS 11
#define RADIX_SIZE (1 << RADIX_BITS)

typedef struct
{
  CwSectionCut *cut;
  CwSectionPitFinder *finder;
  GArray *spans; /* of CwSpan, scratch */
  GArray *ways;  /* of gint32: where something begins or ends */
  GArray *ramps; /* of CwSectionRamp, of all levels: pits, then dimples */
  guint *ends;   /* for each level where its pits end in @ramps, then the same for dimples */
  guint leg;
  guint level;
} Cutter;

static void
add_way (Cutter *self, gint32 way)
{
  g_array_append_val (self->ways, way);
}

static void
add_span (Cutter *self, GArray *row, const CwStretch *owner, double from, double to)
{
  const CwSectionLine *line = &self->cut->line;
  const CwSectionLeg *leg = cw_section_line_get_leg (line, self->leg);
  CwStretch stretch = *owner;

  stretch.start = cw_section_line_get_way (line, leg, from);
  stretch.end = cw_section_line_get_way (line, leg, to);
  if (stretch.start < stretch.end)
    g_array_append_val (row, stretch);
}

static gboolean
cut_shape (const CwShape *shape, gpointer user_data)
{
  Cutter *self = user_data;
  const CwSectionLeg *leg = cw_section_line_get_leg (&self->cut->line, self->leg);
  CwStretch owner = { 0, 0, shape->role, shape->item, shape->net, shape->part };

  if (shape->role == CW_ROLE_BALL)
    {
      CwSectionBall ball = { self->leg, owner };

      g_array_append_val (self->cut->balls, ball);
      return TRUE;
    }

  cw_section_pit_finder_look (self->finder, shape, self->leg);
  g_array_set_size (self->spans, 0);
  cw_shape_cut (shape, leg->from, leg->to, self->spans);
  for (guint i = 0; i < self->spans->len; i++)
    {
      CwSpan span = g_array_index (self->spans, CwSpan, i);

      add_span (self, self->cut->levels[self->level].row, &owner, span.start, span.end);
    }

  return TRUE;
}

/* the row inside the outline moved inwards */
static GArray *
cut_outline (Cutter *self, double inset)
{
  CwShape shape = { .kind = CW_SHAPE_POLYGON };
  CwPit pit = { &shape, inset, 0, 0 };
  const CwStretch owner = { .role = 0 };
  GArray *row = cw_stretch_row_new ();
  g_autoptr (GArray) ramps = g_array_new (FALSE, FALSE, sizeof (CwRamp));

  shape.polygon = (CwPolygon *) cw_design_get_outline_polygon (self->cut->design);
  if (shape.polygon == NULL)
    return row;

  for (self->leg = 0; self->leg < self->cut->line.legs->len; self->leg++)
    {
      const CwSectionLeg *leg = cw_section_line_get_leg (&self->cut->line, self->leg);

      g_array_set_size (ramps, 0);
      cw_pit_cut (&pit, leg->from, leg->to, ramps);
      for (guint i = 0; i < ramps->len; i++)
        add_span (self, row, &owner, g_array_index (ramps, CwRamp, i).from,
                  g_array_index (ramps, CwRamp, i).to);
    }
  cw_stretch_row_tidy (row);

  return row;
}

static int
compare_balls (gconstpointer a, gconstpointer b)
{
  const CwSectionBall *first = a;
  const CwSectionBall *second = b;

  if (first->leg != second->leg)
    return first->leg < second->leg ? -1 : 1;
  if (first->owner.item != second->owner.item)
    return first->owner.item < second->owner.item ? -1 : 1;

  return 0;
}

static void
cut_levels (Cutter *self, const GArray *unit)
{
  CwSectionCut *cut = self->cut;

  for (self->level = 0; self->level < cut->n_levels; self->level++)
    {
      g_autoptr (GArray) row = cw_stretch_row_new ();

      cut->levels[self->level].row = row;
      for (self->leg = 0; self->leg < cut->line.legs->len; self->leg++)
        {
          const CwSectionLeg *leg = cw_section_line_get_leg (&cut->line, self->leg);

          cw_copper_foreach_shape_on_segment (cut->design, self->level, leg->from, leg->to,
                                              cut_shape, self);
        }
      cw_stretch_row_tidy (row);
      cut->levels[self->level].row = cw_stretch_row_clip (row, unit);
    }
  g_array_sort (cut->balls, compare_balls);
}

static void
add_die (CwSectionCut *self, CwId item)
{
  const CwDie *die = cw_design_get_die (self->design, item);
  const CwDieType *type = die != NULL ? cw_design_get_die_type (self->design, die->type) : NULL;
  CwSectionDie found = { item, 0, CW_LEVEL_NONE, 0 };
  CwId cavity;

  if (type == NULL || cw_section_cut_get_die (self, item) != NULL)
    return;

  found.thickness = type->thickness;
  if (cw_die_seat_find (self->design, item, &cavity))
    {
      const CwCavity *seat = cw_design_get_cavity (self->design, cavity);

      found.seat_level = seat->level;
      found.seat_depth = seat->depth > 0
                             ? seat->depth
                             : cw_technology_get_level (self->technology, seat->level)->thickness;
    }
  g_array_append_val (self->dies, found);
}

static gboolean
look_at_thickness (CwId id, gconstpointer item, gpointer user_data)
{
  CwSectionCut *self = user_data;
  const CwDieType *type = cw_design_get_die_type (self->design, ((const CwDie *) item)->type);

  if (type != NULL)
    self->thickest = MAX (self->thickest, type->thickness);

  return TRUE;
}

static void
find_dies (CwSectionCut *self)
{
  cw_design_foreach (self->design, CW_ITEM_DIE, look_at_thickness, self);
  for (guint i = 0; i < self->n_levels; i++)
    {
      CwLevelKind kind = cw_technology_get_level (self->technology, i)->kind;
      const GArray *row = self->levels[i].row;

      if (kind != CW_LEVEL_DIE && kind != CW_LEVEL_PAD)
        continue;
      for (guint j = 0; j < row->len; j++)
        add_die (self, g_array_index (row, CwStretch, j).item);
    }
}

static void
add_row_ways (Cutter *self, const GArray *row)
{
  for (guint i = 0; i < row->len; i++)
    {
      add_way (self, g_array_index (row, CwStretch, i).start);
      add_way (self, g_array_index (row, CwStretch, i).end);
    }
}

static void
find_ramps (Cutter *self)
{
  for (guint i = 0; i < self->cut->n_levels; i++)
    {
      cw_section_pit_finder_list_pits (self->finder, i, self->cut->levels[i].pits.owners,
                                       self->ramps);
      self->ends[i] = self->ramps->len;
    }
  for (guint i = 0; i < self->cut->n_levels; i++)
    {
      cw_section_pit_finder_list_dimples (self->finder, i, self->cut->levels[i].dimples.owners,
                                          self->ramps);
      self->ends[self->cut->n_levels + i] = self->ramps->len;
    }
  for (guint i = 0; i < self->ramps->len; i++)
    {
      add_way (self, g_array_index (self->ramps, CwSectionRamp, i).start);
      add_way (self, g_array_index (self->ramps, CwSectionRamp, i).end);
    }
}

/* Radix sort of numbers that are not negative: a cut has tens of thousands of them. */
static void
sort_ways (GArray *ways)
{
  g_autofree gint32 *other = g_new (gint32, ways->len);
  gint32 *from = (gint32 *) (gpointer) ways->data;
  gint32 *to = other;

  for (guint shift = 0; shift < 31; shift += RADIX_BITS)
    {
      guint counts[RADIX_SIZE + 1] = { 0 };
      gint32 *swap = from;

      for (guint i = 0; i < ways->len; i++)
        counts[((guint32) from[i] >> shift) % RADIX_SIZE + 1]++;
      for (guint i = 0; i < RADIX_SIZE; i++)
        counts[i + 1] += counts[i];
      for (guint i = 0; i < ways->len; i++)
        to[counts[((guint32) from[i] >> shift) % RADIX_SIZE]++] = from[i];
      from = to;
      to = swap;
    }
  if (from == other && ways->len > 0)
    memcpy (ways->data, other, ways->len * sizeof (gint32));
}

static void
find_stations (Cutter *self)
{
  CwSectionCut *cut = self->cut;
  const gint32 *ways;

  sort_ways (self->ways);
  ways = (const gint32 *) (gpointer) self->ways->data;
  cut->stations = g_new (gint32, self->ways->len + 1);
  for (guint i = 0; i < self->ways->len; i++)
    if (i == 0 || ways[i] != ways[i - 1])
      cut->stations[cut->n_columns++] = ways[i];
  if (cut->n_columns > 0)
    cut->n_columns--;
}

/* the column that begins at a station */
static guint
find_column (const CwSectionCut *self, gint32 way)
{
  guint low = 0;
  guint high = self->n_columns;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->stations[middle] < way)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
set_zones (CwSectionCut *self, const GArray *row, guint8 zones)
{
  for (guint i = 0; i < row->len; i++)
    {
      const CwStretch *stretch = &g_array_index (row, CwStretch, i);

      for (guint j = find_column (self, stretch->start);
           j < self->n_columns && self->stations[j] < stretch->end; j++)
        self->zones[j] |= zones;
    }
}

static void
set_columns (CwSectionCut *self, CwSectionLevel *level)
{
  guint column = 0;

  if (level->row->len == 0)
    return;

  level->columns = g_new (guint32, self->n_columns);
  for (guint i = 0; i < level->row->len; i++)
    {
      const CwStretch *stretch = &g_array_index (level->row, CwStretch, i);

      for (; column < self->n_columns && self->stations[column] < stretch->start; column++)
        level->columns[column] = CW_SECTION_NO_OWNER;
      for (; column < self->n_columns && self->stations[column] < stretch->end; column++)
        level->columns[column] = i;
    }
  for (; column < self->n_columns; column++)
    level->columns[column] = CW_SECTION_NO_OWNER;
}

static gint32
interpolate (const CwSectionRamp *ramp, gint32 way)
{
  gint64 length = (gint64) ramp->end - ramp->start;
  gint64 rise = (gint64) ramp->slant.right - ramp->slant.left;
  gint64 scaled = 2 * rise * (way - ramp->start) + length;
  gint64 steps = scaled / (2 * length);

  /* rounds down where division rounds to zero */
  return ramp->slant.left + (gint32) (steps - (scaled % (2 * length) < 0));
}

/* where pits overlap the deeper one counts */
static void
set_slants (CwSectionCut *self, CwSectionPits *pits, const CwSectionRamp *ramps, guint n_ramps)
{
  if (n_ramps == 0 || self->n_columns == 0)
    return;

  pits->slants = g_new (CwSlant, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    pits->slants[i] = (CwSlant){ G_MAXINT32, G_MAXINT32, CW_SECTION_NO_OWNER };
  for (guint i = 0; i < n_ramps; i++)
    for (guint j = find_column (self, ramps[i].start);
         j < self->n_columns && self->stations[j] < ramps[i].end; j++)
      {
        CwSlant *slant = &pits->slants[j];
        gint32 left = interpolate (&ramps[i], self->stations[j]);
        gint32 right = interpolate (&ramps[i], self->stations[j + 1]);

        if (slant->owner == CW_SECTION_NO_OWNER
            || (gint64) left + right < (gint64) slant->left + slant->right)
          slant->owner = ramps[i].slant.owner;
        slant->left = MIN (slant->left, left);
        slant->right = MIN (slant->right, right);
      }
}

static void
set_levels (Cutter *self)
{
  CwSectionCut *cut = self->cut;
  const CwSectionRamp *ramps = (const CwSectionRamp *) (gpointer) self->ramps->data;
  guint start = 0;

  for (guint i = 0; i < cut->n_levels; i++)
    set_columns (cut, &cut->levels[i]);
  for (guint i = 0; i < 2 * cut->n_levels; i++)
    {
      CwSectionLevel *level = &cut->levels[i % cut->n_levels];

      set_slants (cut, i < cut->n_levels ? &level->pits : &level->dimples, ramps + start,
                  self->ends[i] - start);
      start = self->ends[i];
    }
}

static void
cut_all (Cutter *self)
{
  CwSectionCut *cut = self->cut;
  const CwPanel *panel = cw_technology_get_panel (cut->technology);
  gboolean is_arrayed = panel->kind != CW_PANEL_NONE;
  g_autoptr (GArray) unit = cut_outline (self, 0);
  g_autoptr (GArray) street = cut_outline (self, is_arrayed ? -panel->street / 2.0 : 0);
  g_autoptr (GArray) film = cut_outline (self, is_arrayed ? panel->pull_back : 0);

  cut_levels (self, unit);
  find_dies (cut);
  find_ramps (self);
  add_row_ways (self, unit);
  add_row_ways (self, street);
  add_row_ways (self, film);
  for (guint i = 0; i < cut->n_levels; i++)
    add_row_ways (self, cut->levels[i].row);

  find_stations (self);
  cut->zones = g_new0 (guint8, cut->n_columns + 1);
  set_zones (cut, unit, CW_SECTION_ZONE_UNIT | CW_SECTION_ZONE_STREET);
  set_zones (cut, street, CW_SECTION_ZONE_STREET);
  set_zones (cut, film, CW_SECTION_ZONE_FILM);
  set_levels (self);
}

/**
 * cw_section_cut_new:
 * @design: a design, held
 * @line: (array length=n_points): a cut line [nm]
 * @n_points: how many points it has
 *
 * Cuts all levels of a design along a line, for whatever steps are drawn after.
 *
 * Returns: (transfer full): what the line meets
 */
CwSectionCut *
cw_section_cut_new (CwDesign *design, const CwPoint *line, gsize n_points)
{
  CwSectionCut *self = g_new0 (CwSectionCut, 1);
  Cutter cutter = { .cut = self };

  self->design = cw_design_ref (design);
  self->technology = cw_design_get_technology (design);
  self->n_levels = cw_technology_get_n_levels (self->technology);
  self->levels = g_new0 (CwSectionLevel, self->n_levels);
  self->dies = g_array_new (FALSE, FALSE, sizeof (CwSectionDie));
  self->balls = g_array_new (FALSE, FALSE, sizeof (CwSectionBall));
  for (guint i = 0; i < self->n_levels; i++)
    {
      self->levels[i].pits.owners = cw_stretch_row_new ();
      self->levels[i].dimples.owners = cw_stretch_row_new ();
    }
  cw_section_line_init (&self->line, line, n_points);

  cutter.finder = cw_section_pit_finder_new (self);
  cutter.spans = g_array_new (FALSE, FALSE, sizeof (CwSpan));
  cutter.ways = g_array_new (FALSE, FALSE, sizeof (gint32));
  cutter.ramps = g_array_new (FALSE, FALSE, sizeof (CwSectionRamp));
  cutter.ends = g_new0 (guint, 2 * self->n_levels);
  cut_all (&cutter);
  cw_section_pit_finder_free (cutter.finder);
  g_array_unref (cutter.spans);
  g_array_unref (cutter.ways);
  g_array_unref (cutter.ramps);
  g_free (cutter.ends);

  return self;
}

/**
 * cw_section_cut_free:
 * @self: a cut
 *
 * Frees it.
 */
void
cw_section_cut_free (CwSectionCut *self)
{
  for (guint i = 0; i < self->n_levels; i++)
    {
      CwSectionLevel *level = &self->levels[i];

      g_array_unref (level->row);
      g_free (level->columns);
      g_array_unref (level->pits.owners);
      g_free (level->pits.slants);
      g_array_unref (level->dimples.owners);
      g_free (level->dimples.slants);
    }
  g_free (self->levels);
  g_array_unref (self->dies);
  g_array_unref (self->balls);
  g_free (self->stations);
  g_free (self->zones);
  cw_section_line_clear (&self->line);
  cw_design_unref (self->design);
  g_free (self);
}

/**
 * cw_section_cut_get_die:
 * @self: a cut
 * @item: a die
 *
 * Returns: (nullable): what is known of it, %NULL when the line misses it
 */
const CwSectionDie *
cw_section_cut_get_die (const CwSectionCut *self, CwId item)
{
  for (guint i = 0; i < self->dies->len; i++)
    if (g_array_index (self->dies, CwSectionDie, i).item == item)
      return &g_array_index (self->dies, CwSectionDie, i);

  return NULL;
}
