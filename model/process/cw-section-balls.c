/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

/* Solder balls, bumps and pins, and what of them fills the openings that they stand in. */

#include "model/geometry/cw-boolean.h"
#include "model/process/cw-ball-profile.h"
#include "model/process/cw-section-builder.h"

static const CwBondingPad *
get_pad (const CwSectionBuilder *self, CwId item)
{
  return cw_id_get_kind (item) == CW_ITEM_BONDING_PAD
             ? cw_design_get_bonding_pad (self->cut->design, item)
             : NULL;
}

/* the passivation right below the balls, under-bump metal aside */
static guint
find_passivation (const CwSectionBuilder *self, guint level)
{
  while (level > 0)
    {
      level--;
      if (cw_technology_get_level (self->cut->technology, level)->kind == CW_LEVEL_PASSIVATION)
        return level;
    }

  return CW_LEVEL_NONE;
}

/* a cup or an opening below a ball is filled with its solder */
static void
lay_feet (CwSectionBuilder *self, guint level)
{
  guint passivation = find_passivation (self, level);
  guint8 solder = cw_technology_get_level (self->cut->technology, level)->material;
  const CwSectionSlab slab = { CW_SECTION_FLOWS, CW_SECTION_FLOWS, self->base, self->base };
  const CwSectionPits *pits;

  if (!cw_process_state_is_opened (self->state, passivation)
      || !cw_process_state_has_level (self->state, passivation))
    return;
  pits = &self->cut->levels[passivation].pits;
  if (pits->slants == NULL)
    return;

  for (guint i = 0; i < self->columns.n_columns; i++)
    {
      const CwStretch *owner;
      const CwBondingPad *pad;
      CwSectionPiece made;

      if (pits->slants[i].owner == CW_SECTION_NO_OWNER
          || (self->cut->zones[i] & CW_SECTION_ZONE_UNIT) == 0)
        continue;
      owner = &g_array_index (pits->owners, CwStretch, pits->slants[i].owner);
      pad = get_pad (self, owner->item);
      if (owner->role != CW_ROLE_OPENING || pad == NULL || pad->ball.diameter == 0)
        continue;
      made = cw_section_builder_get_piece (solder, (guint8) passivation, owner);
      cw_section_columns_lay (&self->columns, i, &made, slab);
    }
  cw_section_columns_end (&self->columns);
}

/* Takes away what an earlier ball covers already: balls touch in a design with mistakes only. */
static void
add_ball (CwSectionBuilder *self, const CwSectionPiece *made, CwPolygon *polygon, guint first)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_polygon_unref);
  g_autoptr (GPtrArray) whole = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_polygon_unref);
  g_autoptr (GPtrArray) rest = NULL;
  GArray *pieces = self->columns.pieces;

  g_ptr_array_add (whole, polygon);
  for (guint i = first; i < pieces->len; i++)
    {
      CwPolygon *other = g_array_index (pieces, CwSectionPiece, i).polygon;

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
    {
      CwSectionPiece piece = *made;

      piece.polygon = cw_polygon_ref (g_ptr_array_index (rest, i));
      g_array_append_val (pieces, piece);
    }
}

static CwPolygon *
draw_ball (const CwSectionBuilder *self, const CwSectionBall *ball, const CwLevel *level)
{
  const CwSectionLine *line = &self->cut->line;
  const CwSectionLeg *leg = cw_section_line_get_leg (line, ball->leg);
  const CwBondingPad *pad = cw_design_get_bonding_pad (self->cut->design, ball->owner.item);
  const CwPadForm *form = pad->opening.width > 0 ? &pad->opening : &pad->land;
  double ux = ((double) leg->to.x - leg->from.x) / leg->length;
  double uy = ((double) leg->to.y - leg->from.y) / leg->length;
  double dx = (double) pad->at.x - leg->from.x;
  double dy = (double) pad->at.y - leg->from.y;
  CwBallProfile profile = {
    .kind = pad->ball.kind,
    .centre = leg->offset + dx * ux + dy * uy,
    .distance = dx * uy - dy * ux,
    .diameter = pad->ball.diameter,
    .base = self->base,
    .start = cw_section_line_get_way (line, leg, 0),
    .end = cw_section_line_get_way (line, leg, leg->length),
  };

  if (pad->ubm.width > 0)
    form = &pad->ubm;
  profile.height = pad->ball.kind == CW_BALL_SOLDER_BALL || level->thickness == 0
                       ? cw_ball_get_height (&pad->ball, MIN (form->width, form->height))
                       : level->thickness;

  return cw_ball_profile_to_polygon (&profile);
}

/**
 * cw_section_builder_add_balls:
 * @self: a builder
 * @level: index of the level of the balls
 *
 * Puts on the bonding points. A ball is a sphere that is cut off where it is as wide as what it
 * stands on; a bump is a pillar, and a pin one with a chamfered end, both as high as the level.
 */
void
cw_section_builder_add_balls (CwSectionBuilder *self, guint level)
{
  const CwLevel *added = cw_technology_get_level (self->cut->technology, level);
  guint first;

  if (added->material == CW_MATERIAL_NONE)
    return;

  lay_feet (self, level);
  first = self->columns.pieces->len;
  for (guint i = 0; i < self->cut->balls->len; i++)
    {
      const CwSectionBall *ball = &g_array_index (self->cut->balls, CwSectionBall, i);
      CwSectionPiece made
          = cw_section_builder_get_piece (added->material, (guint8) level, &ball->owner);
      CwPolygon *polygon = draw_ball (self, ball, added);

      if (polygon != NULL)
        add_ball (self, &made, polygon, first);
    }
}
