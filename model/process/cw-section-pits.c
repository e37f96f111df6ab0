/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/process/cw-section-pits.h"

#include <math.h>

#include "model/copper/cw-copper.h"
#include "model/process/cw-slope.h"

/* A pit that some leg meets, as its level's film or metal has it. */
typedef struct
{
  CwShape shape;
  guint leg;
  double inset;
  double lean;
  CwCoord depth;
  CwCoord floor;     /* above the lower face of the level */
  gboolean is_lined; /* the metal above lines it and leaves a dimple */
} Pit;

struct _CwSectionPitFinder
{
  const CwSectionCut *cut;
  GArray **pits;    /* of Pit, for each level */
  GArray **dimples; /* of Pit, for each level; their shapes are those of @pits */

  guint film; /* the film that is looked for in the shapes of an item */
  guint leg;
};

static void
clear_pit (gpointer pit)
{
  cw_shape_clear (&((Pit *) pit)->shape);
}

static gboolean
is_film (CwLevelKind kind)
{
  return kind == CW_LEVEL_DIELECTRIC || kind == CW_LEVEL_THIN_ORGANIC
         || kind == CW_LEVEL_PASSIVATION;
}

static gboolean
is_metal (CwLevelKind kind)
{
  return kind == CW_LEVEL_PAD || kind == CW_LEVEL_WIRING || kind == CW_LEVEL_UBM;
}

static double
get_lean (CwAngle angle)
{
  return angle == 45 * CW_DEGREE ? 1 : tan ((double) angle / CW_DEGREE * G_PI / 180);
}

/**
 * cw_section_pit_finder_new:
 * @cut: a cut whose line and levels are known
 *
 * Returns: (transfer full): a finder that has found nothing yet
 */
CwSectionPitFinder *
cw_section_pit_finder_new (const CwSectionCut *cut)
{
  CwSectionPitFinder *self = g_new0 (CwSectionPitFinder, 1);

  self->cut = cut;
  self->pits = g_new0 (GArray *, cut->n_levels);
  self->dimples = g_new0 (GArray *, cut->n_levels);
  for (guint i = 0; i < cut->n_levels; i++)
    {
      self->pits[i] = g_array_new (FALSE, FALSE, sizeof (Pit));
      g_array_set_clear_func (self->pits[i], clear_pit);
      self->dimples[i] = g_array_new (FALSE, FALSE, sizeof (Pit));
    }

  return self;
}

/**
 * cw_section_pit_finder_free:
 * @self: a finder
 *
 * Frees it.
 */
void
cw_section_pit_finder_free (CwSectionPitFinder *self)
{
  for (guint i = 0; i < self->cut->n_levels; i++)
    {
      g_array_unref (self->pits[i]);
      g_array_unref (self->dimples[i]);
    }
  g_free (self->pits);
  g_free (self->dimples);
  g_free (self);
}

static void
add_hole (CwSectionPitFinder *self, const CwShape *shape, const CwLevel *level, guint leg)
{
  Pit pit = { .leg = leg, .depth = level->thickness, .is_lined = shape->role != CW_ROLE_CAVITY };
  const CwVia *via = NULL;

  if (pit.is_lined)
    pit.lean = get_lean (level->taper);
  if (cw_id_get_kind (shape->item) == CW_ITEM_VIA)
    via = cw_design_get_via (self->cut->design, shape->item);
  if (via != NULL && via->fill == CW_VIA_BEFORE_WIRING)
    pit.is_lined = FALSE;
  cw_shape_copy (shape, &pit.shape);
  g_array_append_val (self->pits[shape->level], pit);
}

static void
add_cavity (CwSectionPitFinder *self, const CwShape *shape, const CwLevel *level, guint leg)
{
  Pit pit = { .leg = leg };
  const CwCavity *cavity;

  if (cw_id_get_kind (shape->item) != CW_ITEM_CAVITY)
    return;

  cavity = cw_design_get_cavity (self->cut->design, shape->item);
  pit.lean = get_lean (cavity->draft);
  pit.depth = cavity->depth > 0 ? cavity->depth : level->thickness;
  pit.floor = level->thickness - pit.depth;
  pit.inset = pit.depth * pit.lean;
  cw_shape_copy (shape, &pit.shape);
  g_array_append_val (self->pits[shape->level], pit);
}

static gboolean
look_beyond_bottom (const CwShape *shape, gpointer user_data)
{
  CwSectionPitFinder *self = user_data;
  const CwSectionLeg *leg = cw_section_line_get_leg (&self->cut->line, self->leg);
  g_autoptr (GArray) spans = NULL;

  if (shape->level != self->film || (shape->role != CW_ROLE_HOLE && shape->role != CW_ROLE_OPENING))
    return TRUE;

  spans = g_array_new (FALSE, FALSE, sizeof (CwSpan));
  cw_shape_cut (shape, leg->from, leg->to, spans);
  if (spans->len == 0)
    add_hole (self, shape, cw_technology_get_level (self->cut->technology, self->film), self->leg);

  return TRUE;
}

/* A hole that is wider at its top can be cut where its bottom is not: the land on it tells. */
static void
look_around_land (CwSectionPitFinder *self, const CwShape *land, guint leg)
{
  const CwTechnology *technology = self->cut->technology;
  gboolean is_pad = land->role == CW_ROLE_BONDING_PAD;
  guint film = land->level;

  if (is_pad)
    film = cw_technology_find_level_above (technology, film, CW_LEVEL_PASSIVATION);
  else if (film > 0)
    film--;
  if (film >= self->cut->n_levels || !is_film (cw_technology_get_level (technology, film)->kind)
      || cw_technology_get_level (technology, film)->taper == 0)
    return;

  self->film = film;
  self->leg = leg;
  cw_copper_foreach_item_shape (self->cut->design, land->item, look_beyond_bottom, self);
}

/**
 * cw_section_pit_finder_look:
 * @self: a finder
 * @shape: a shape that a leg meets
 * @leg: index of the leg
 *
 * Looks whether a shape makes a pit, or lies on one.
 */
void
cw_section_pit_finder_look (CwSectionPitFinder *self, const CwShape *shape, guint leg)
{
  const CwLevel *level = cw_technology_get_level (self->cut->technology, shape->level);

  if (level->kind == CW_LEVEL_SUBSTRATE && shape->role == CW_ROLE_CAVITY)
    add_cavity (self, shape, level, leg);
  else if (is_film (level->kind)
           && (shape->role == CW_ROLE_HOLE || shape->role == CW_ROLE_OPENING
               || shape->role == CW_ROLE_CAVITY))
    add_hole (self, shape, level, leg);
  else if (level->kind == CW_LEVEL_WIRING
           && ((shape->role == CW_ROLE_LAND && cw_id_get_kind (shape->item) == CW_ITEM_VIA)
               || shape->role == CW_ROLE_BONDING_PAD))
    look_around_land (self, shape, leg);
}

static void
list_pit (const CwSectionPitFinder *self, const Pit *pit, GArray *owners, GArray *ramps)
{
  const CwSectionLeg *leg = cw_section_line_get_leg (&self->cut->line, pit->leg);
  CwPit cut = { &pit->shape, pit->inset, pit->lean, pit->depth };
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (CwRamp));

  cw_pit_cut (&cut, leg->from, leg->to, found);
  for (guint i = 0; i < found->len; i++)
    {
      const CwRamp *ramp = &g_array_index (found, CwRamp, i);
      CwSectionRamp drawn = {
        cw_section_line_get_way (&self->cut->line, leg, ramp->from),
        cw_section_line_get_way (&self->cut->line, leg, ramp->to),
        { pit->floor + (gint32) lround (ramp->start), pit->floor + (gint32) lround (ramp->end),
          owners->len },
      };

      if (drawn.start < drawn.end)
        g_array_append_val (ramps, drawn);
    }
  if (found->len > 0)
    {
      CwStretch owner = { 0, 0, pit->shape.role, pit->shape.item, pit->shape.net, pit->shape.part };

      g_array_append_val (owners, owner);
    }
}

/**
 * cw_section_pit_finder_list_pits:
 * @self: a finder that has seen all shapes
 * @level: index of a level
 * @owners: (element-type CwStretch): where to append what made the pits
 * @ramps: (element-type CwSectionRamp): where to append their parts
 *
 * Lists the pits in the film or board of a level.
 */
void
cw_section_pit_finder_list_pits (CwSectionPitFinder *self, guint level, GArray *owners,
                                 GArray *ramps)
{
  for (guint i = 0; i < self->pits[level]->len; i++)
    list_pit (self, &g_array_index (self->pits[level], Pit, i), owners, ramps);
}

/* whether a hole leaves the dimple below it open */
static gboolean
has_around (const GArray *holes, const Pit *dimple)
{
  CwBox bounds
      = cw_box_grow (cw_shape_get_bounds (&dimple->shape), -(CwCoord) lround (dimple->inset));

  for (guint i = 0; i < holes->len; i++)
    {
      const Pit *hole = &g_array_index (holes, Pit, i);
      CwBox around = cw_shape_get_bounds (&hole->shape);

      if (hole->leg == dimple->leg && hole->is_lined && around.min.x <= bounds.min.x
          && around.min.y <= bounds.min.y && around.max.x >= bounds.max.x
          && around.max.y >= bounds.max.y)
        return TRUE;
    }

  return FALSE;
}

static void
add_dimple (CwSectionPitFinder *self, guint level, const Pit *pit, CwCoord floor)
{
  CwCoord thickness = cw_technology_get_level (self->cut->technology, level)->thickness;
  CwBox bounds = cw_shape_get_bounds (&pit->shape);
  Pit dimple = *pit;

  dimple.inset += thickness;
  dimple.floor = floor + thickness;
  if (cw_box_is_empty (bounds)
      || MIN ((gint64) bounds.max.x - bounds.min.x, (gint64) bounds.max.y - bounds.min.y)
             <= 2 * dimple.inset)
    return;
  g_array_append_val (self->dimples[level], dimple);
}

/* Metal lines the holes of the films between it and the metal below, as thick as it is, and the
 * dimples in that metal which those holes leave open. What is not wider than twice its thickness it fills. */
static void
find_dimples (CwSectionPitFinder *self, guint level)
{
  const CwTechnology *technology = self->cut->technology;
  CwCoord below = 0;
  guint film = level;

  while (film > 0 && is_film (cw_technology_get_level (technology, film - 1)->kind))
    {
      film--;
      below += cw_technology_get_level (technology, film)->thickness;
      for (guint i = 0; i < self->pits[film]->len; i++)
        {
          Pit pit = g_array_index (self->pits[film], Pit, i);

          pit.depth = below;
          if (pit.is_lined)
            add_dimple (self, level, &pit, -below);
        }
    }
  if (film == level || film == 0
      || !is_metal (cw_technology_get_level (technology, film - 1)->kind))
    return;

  below += cw_technology_get_level (technology, film - 1)->thickness;
  for (guint i = 0; i < self->dimples[film - 1]->len; i++)
    {
      const Pit *dimple = &g_array_index (self->dimples[film - 1], Pit, i);

      if (has_around (self->pits[film], dimple))
        add_dimple (self, level, dimple, dimple->floor - below);
    }
}

/**
 * cw_section_pit_finder_list_dimples:
 * @self: a finder that has seen all shapes and listed the dimples of the levels below
 * @level: index of a level
 * @owners: (element-type CwStretch): where to append what made the dimples
 * @ramps: (element-type CwSectionRamp): where to append their parts
 *
 * Lists the dimples that the metal of a level leaves in the holes that it lines.
 */
void
cw_section_pit_finder_list_dimples (CwSectionPitFinder *self, guint level, GArray *owners,
                                    GArray *ramps)
{
  CwLevelKind kind = cw_technology_get_level (self->cut->technology, level)->kind;

  if (kind != CW_LEVEL_WIRING && kind != CW_LEVEL_UBM)
    return;

  find_dimples (self, level);
  for (guint i = 0; i < self->dimples[level]->len; i++)
    list_pit (self, &g_array_index (self->dimples[level], Pit, i), owners, ramps);
}
