/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/process/cw-section-builder.h"

#include <math.h>

#include "model/copper/cw-copper.h"
#include "model/geometry/cw-boolean.h"
#include "model/process/cw-ball-profile.h"
#include "model/process/cw-film.h"
#include "model/process/cw-stretch.h"

typedef struct
{
  CwPoint from;
  CwPoint to;
  double offset; /* way along the cut up to @from [nm] */
  double length;
} Leg;

typedef struct
{
  const CwDesign *design;
  CwTechnology *technology;
  GArray *legs;    /* of Leg */
  GArray *outline; /* tidy row inside the package */
  GArray *pieces;  /* of CwSectionPiece */
  GArray *spans;   /* of CwSpan, scratch */
  CwCoord length;

  const Leg *leg;  /* the one being cut */
  GArray *row;     /* the row being collected */
  guint level;     /* the level being built */
  GPtrArray *rows; /* of GArray: the tidy row of each level, within the outline */
} Builder;

static void
clear_piece (gpointer piece)
{
  g_clear_pointer (&((CwSectionPiece *) piece)->polygon, cw_polygon_unref);
}

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const CwSectionPiece *first = a;
  const CwSectionPiece *second = b;
  CwBox box = first->polygon->bounds;
  CwBox other = second->polygon->bounds;

  if (box.min.y != other.min.y)
    return box.min.y < other.min.y ? -1 : 1;
  if (box.min.x != other.min.x)
    return box.min.x < other.min.x ? -1 : 1;
  if (first->level != second->level)
    return first->level < second->level ? -1 : 1;
  if (first->item != second->item)
    return first->item < second->item ? -1 : 1;

  return 0;
}

static CwCoord
to_way (const Builder *self, double way)
{
  return (CwCoord) CLAMP (llround (way), 0, (gint64) self->length);
}

static GArray *
find_legs (const CwPoint *line, gsize n_points, CwCoord *length)
{
  GArray *legs = g_array_new (FALSE, FALSE, sizeof (Leg));
  double way = 0;

  for (gsize i = 0; i + 1 < n_points && way < CW_COORD_MAX; i++)
    {
      Leg leg = { line[i], line[i + 1], way, 0 };

      leg.length = sqrt ((double) cw_point_distance_squared (leg.from, leg.to));
      if (leg.length == 0)
        continue;
      g_array_append_val (legs, leg);
      way += leg.length;
    }
  *length = (CwCoord) MIN (llround (way), CW_COORD_MAX);

  return legs;
}

static gboolean
cut_shape (const CwShape *shape, gpointer user_data)
{
  Builder *self = user_data;

  g_array_set_size (self->spans, 0);
  cw_shape_cut (shape, self->leg->from, self->leg->to, self->spans);
  for (guint i = 0; i < self->spans->len; i++)
    {
      CwSpan span = g_array_index (self->spans, CwSpan, i);
      CwStretch stretch = { 0, 0, shape->role, shape->item, shape->net, shape->part };

      stretch.start = to_way (self, self->leg->offset + CLAMP (span.start, 0, self->leg->length));
      stretch.end = to_way (self, self->leg->offset + CLAMP (span.end, 0, self->leg->length));
      if (stretch.start < stretch.end)
        g_array_append_val (self->row, stretch);
    }

  return TRUE;
}

static GArray *
cut_outline (Builder *self)
{
  CwShape shape = { .kind = CW_SHAPE_POLYGON, .role = CW_SECTION_FILM };

  self->row = cw_stretch_row_new ();
  shape.polygon = (CwPolygon *) cw_design_get_outline_polygon (self->design);
  if (shape.polygon == NULL)
    return self->row;

  for (guint i = 0; i < self->legs->len; i++)
    {
      self->leg = &g_array_index (self->legs, Leg, i);
      cut_shape (&shape, self);
    }
  cw_stretch_row_tidy (self->row);

  return self->row;
}

static GArray *
cut_level (Builder *self, guint level)
{
  g_autoptr (GArray) row = cw_stretch_row_new ();

  self->row = row;
  for (guint i = 0; i < self->legs->len; i++)
    {
      self->leg = &g_array_index (self->legs, Leg, i);
      cw_copper_foreach_shape_on_segment (self->design, level, self->leg->from, self->leg->to,
                                          cut_shape, self);
    }
  cw_stretch_row_tidy (row);

  return cw_stretch_row_clip (row, self->outline);
}

static void
add_polygon (Builder *self, guint8 material, const CwStretch *owner, CwPolygon *polygon)
{
  CwSectionPiece piece = { material,   (guint8) self->level, owner->role, owner->item,
                           owner->net, owner->part,          polygon };

  g_array_append_val (self->pieces, piece);
}

static void
add_box (Builder *self, guint8 material, const CwStretch *owner, CwCoord bottom, CwCoord top)
{
  CwPoint corners[] = {
    { owner->start, bottom },
    { owner->end, bottom },
    { owner->end, top },
    { owner->start, top },
  };

  if (bottom < top && material != CW_MATERIAL_NONE)
    add_polygon (self, material, owner, cw_polygon_new (corners, G_N_ELEMENTS (corners)));
}

static void
add_row (Builder *self, guint8 material, const GArray *row, CwCoord bottom, CwCoord top)
{
  for (guint i = 0; i < row->len; i++)
    add_box (self, material, &g_array_index (row, CwStretch, i), bottom, top);
}

static guint8
find_material (const Builder *self, CwMaterialClass klass)
{
  for (guint i = 0; i < cw_technology_get_n_materials (self->technology); i++)
    {
      if (cw_technology_get_material (self->technology, i)->klass == klass)
        return (guint8) i;
    }

  return CW_MATERIAL_NONE;
}

/* the material of the next level above of a kind, %CW_MATERIAL_NONE when there is none */
static guint8
get_material_above (const Builder *self, CwLevelKind kind)
{
  guint above = cw_technology_find_level_above (self->technology, self->level, kind);

  return above != CW_LEVEL_NONE ? cw_technology_get_level (self->technology, above)->material
                                : CW_MATERIAL_NONE;
}

static gboolean
is_kind (const Builder *self, guint level, CwLevelKind kind)
{
  return level < cw_technology_get_n_levels (self->technology)
         && cw_technology_get_level (self->technology, level)->kind == kind;
}

static CwCoord
get_die_thickness (const Builder *self, CwId id)
{
  const CwDie *die = cw_design_get_die (self->design, id);
  const CwDieType *type = die != NULL ? cw_design_get_die_type (self->design, die->type) : NULL;

  return type != NULL ? type->thickness : 0;
}

/* Dies lie with their pads at the top of the level; adhesive reaches from below each of them to
 * the substrate, filling takes the rest. */
static void
build_dies (Builder *self, const CwLevel *level, CwCoord bottom, CwCoord top)
{
  const GArray *dies = g_ptr_array_index (self->rows, self->level);
  g_autoptr (GArray) gaps = cw_stretch_row_get_gaps (dies, self->outline);
  guint8 silicon = find_material (self, CW_MATERIAL_SEMICONDUCTOR);
  guint8 below = level->material;
  guint die_level = self->level;
  guint adhesive_level = die_level;

  if (die_level > 0 && is_kind (self, die_level - 1, CW_LEVEL_ADHESIVE))
    {
      adhesive_level = die_level - 1;
      below = cw_technology_get_level (self->technology, adhesive_level)->material;
    }

  if (silicon == CW_MATERIAL_NONE)
    silicon = level->material;
  add_row (self, level->material, gaps, bottom, top);
  for (guint i = 0; i < dies->len; i++)
    {
      const CwStretch *die = &g_array_index (dies, CwStretch, i);
      CwCoord face = MAX (bottom, top - get_die_thickness (self, die->item));
      CwStretch bed = *die;

      add_box (self, silicon, die, face, top);
      bed.role = CW_SECTION_FILM;
      if (adhesive_level == die_level)
        bed.item = CW_ID_NONE;
      self->level = adhesive_level;
      add_box (self, below, &bed, bottom, face);
      self->level = die_level;
    }
}

static void
build_film (Builder *self, const CwLevel *level, CwCoord bottom, CwCoord top)
{
  const CwStretch owner = { .role = CW_SECTION_FILM };
  const GArray *holes = g_ptr_array_index (self->rows, self->level);
  g_autoptr (GArray) body = cw_stretch_row_get_gaps (holes, self->outline);
  g_autoptr (GArray) teeth = NULL;
  g_autoptr (GPtrArray) polygons = NULL;
  CwFilm film = { bottom, bottom, top, NULL, body };

  if (level->material == CW_MATERIAL_NONE)
    return;

  if (self->level > 0
      && cw_level_kind_is_metal (cw_technology_get_level (self->technology, self->level - 1)->kind))
    {
      teeth = cw_stretch_row_get_gaps (g_ptr_array_index (self->rows, self->level - 1),
                                       self->outline);
      film.bottom = cw_technology_get_level_bottom (self->technology, self->level - 1);
    }
  else
    {
      teeth = cw_stretch_row_new ();
    }
  film.teeth = teeth;

  polygons = cw_film_to_polygons (&film);
  for (guint i = 0; i < polygons->len; i++)
    add_polygon (self, level->material, &owner, cw_polygon_ref (g_ptr_array_index (polygons, i)));
}

/* An opening below a ball is filled with its solder. */
static void
build_plugs (Builder *self, CwCoord bottom, CwCoord top)
{
  const GArray *openings = g_ptr_array_index (self->rows, self->level);
  guint8 solder = get_material_above (self, CW_LEVEL_BALL);

  for (guint i = 0; i < openings->len; i++)
    {
      const CwStretch *opening = &g_array_index (openings, CwStretch, i);
      const CwBondingPad *pad = cw_id_get_kind (opening->item) == CW_ITEM_BONDING_PAD
                                    ? cw_design_get_bonding_pad (self->design, opening->item)
                                    : NULL;

      if (pad != NULL && pad->ball.diameter > 0)
        add_box (self, solder, opening, bottom, top);
    }
}

/* Takes away what an earlier ball covers already: balls touch in a design with mistakes only. */
static void
add_ball (Builder *self, guint8 material, const CwStretch *owner, CwPolygon *polygon, guint first)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_polygon_unref);
  g_autoptr (GPtrArray) whole = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_polygon_unref);
  g_autoptr (GPtrArray) rest = NULL;

  g_ptr_array_add (whole, polygon);
  for (guint i = first; i < self->pieces->len; i++)
    {
      CwPolygon *other = g_array_index (self->pieces, CwSectionPiece, i).polygon;

      if (other->bounds.max.x > polygon->bounds.min.x
          && other->bounds.min.x < polygon->bounds.max.x)
        g_ptr_array_add (taken, cw_polygon_ref (other));
    }
  if (taken->len > 0)
    rest = cw_polygons_subtract (whole, taken, NULL);
  else
    rest = g_ptr_array_ref (whole);
  if (rest == NULL)
    return;

  for (guint i = 0; i < rest->len; i++)
    add_polygon (self, material, owner, cw_polygon_ref (g_ptr_array_index (rest, i)));
}

static gboolean
collect_ball (const CwShape *shape, gpointer user_data)
{
  CwStretch ball = { 0, 0, shape->role, shape->item, shape->net, shape->part };

  if (shape->role == CW_ROLE_BALL)
    g_array_append_val ((GArray *) user_data, ball);

  return TRUE;
}

static void
build_balls (Builder *self, const CwLevel *level, CwCoord bottom)
{
  guint first = self->pieces->len;

  for (guint i = 0; i < self->legs->len; i++)
    {
      const Leg *leg = &g_array_index (self->legs, Leg, i);
      g_autoptr (GArray) balls = cw_stretch_row_new ();
      double ux = ((double) leg->to.x - leg->from.x) / leg->length;
      double uy = ((double) leg->to.y - leg->from.y) / leg->length;

      cw_copper_foreach_shape_on_segment (self->design, self->level, leg->from, leg->to,
                                          collect_ball, balls);
      cw_stretch_row_sort (balls);
      for (guint j = 0; j < balls->len; j++)
        {
          const CwStretch *owner = &g_array_index (balls, CwStretch, j);
          const CwBondingPad *pad = cw_design_get_bonding_pad (self->design, owner->item);
          const CwPadForm *form = pad->opening.width > 0 ? &pad->opening : &pad->land;
          double dx = (double) pad->at.x - leg->from.x;
          double dy = (double) pad->at.y - leg->from.y;
          CwBallProfile profile = {
            .centre = leg->offset + dx * ux + dy * uy,
            .distance = dx * uy - dy * ux,
            .diameter = pad->ball.diameter,
            .base = bottom,
            .height = cw_ball_get_height (&pad->ball, MIN (form->width, form->height)),
            .start = to_way (self, leg->offset),
            .end = to_way (self, leg->offset + leg->length),
          };
          CwPolygon *polygon = cw_ball_profile_to_polygon (&profile);

          if (polygon != NULL && level->material != CW_MATERIAL_NONE)
            add_ball (self, level->material, owner, polygon, first);
          else
            g_clear_pointer (&polygon, cw_polygon_unref);
        }
    }
}

static void
build_level (Builder *self)
{
  const CwLevel *level = cw_technology_get_level (self->technology, self->level);
  const GArray *row = g_ptr_array_index (self->rows, self->level);
  CwCoord bottom = cw_technology_get_level_bottom (self->technology, self->level);
  CwCoord top = bottom + level->thickness;

  switch (level->kind)
    {
    case CW_LEVEL_SUBSTRATE:
      add_row (self, level->material, self->outline, bottom, top);
      break;

    case CW_LEVEL_ADHESIVE:
      /* below dies it is drawn with them */
      if (!is_kind (self, self->level + 1, CW_LEVEL_DIE))
        add_row (self, level->material, self->outline, bottom, top);
      break;

    case CW_LEVEL_DIE:
      build_dies (self, level, bottom, top);
      break;

    case CW_LEVEL_PAD:
    case CW_LEVEL_WIRING:
      add_row (self, level->material, row, bottom, top);
      break;

    case CW_LEVEL_DIELECTRIC:
      build_film (self, level, bottom, top);
      add_row (self, get_material_above (self, CW_LEVEL_WIRING), row, bottom, top);
      break;

    case CW_LEVEL_PASSIVATION:
      build_film (self, level, bottom, top);
      build_plugs (self, bottom, top);
      break;

    case CW_LEVEL_BALL:
      build_balls (self, level, bottom);
      break;

    case CW_N_LEVEL_KINDS:
    default:
      break;
    }
}

/**
 * cw_section_build:
 * @design: a design
 * @line: (array length=n_points): the cut line [nm]
 * @n_points: how many points it has
 * @length: (out): its length [nm]
 *
 * Cuts each level of the finished package and draws what it is made of.
 *
 * Returns: (transfer full) (element-type CwSectionPiece): the pieces from bottom to
 *   top, then from left to right
 */
GArray *
cw_section_build (const CwDesign *design, const CwPoint *line, gsize n_points, CwCoord *length)
{
  Builder self = { .design = design, .technology = cw_design_get_technology (design) };
  guint n_levels = cw_technology_get_n_levels (self.technology);

  self.legs = find_legs (line, n_points, &self.length);
  self.spans = g_array_new (FALSE, FALSE, sizeof (CwSpan));
  self.pieces = g_array_new (FALSE, FALSE, sizeof (CwSectionPiece));
  g_array_set_clear_func (self.pieces, clear_piece);
  self.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self.outline = cut_outline (&self);

  for (guint i = 0; i < n_levels; i++)
    g_ptr_array_add (self.rows, cut_level (&self, i));
  for (self.level = 0; self.level < n_levels; self.level++)
    build_level (&self);
  g_array_sort (self.pieces, compare_pieces);

  *length = self.length;
  g_array_unref (self.legs);
  g_array_unref (self.spans);
  g_array_unref (self.outline);
  g_ptr_array_unref (self.rows);

  return self.pieces;
}
