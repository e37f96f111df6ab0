/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/process/cw-die-seat.h"

#include "model/copper/cw-copper.h"

typedef struct
{
  const CwDesign *design;
  CwShape body;
  CwId cavity;
  gint64 floor;
} Search;

static gboolean
look_at_cavity (const CwShape *shape, gpointer user_data)
{
  Search *self = user_data;
  const CwTechnology *technology = cw_design_get_technology (self->design);
  const CwCavity *cavity;
  gint64 enclosure;
  gint64 floor;

  if (shape->role != CW_ROLE_CAVITY || cw_id_get_kind (shape->item) != CW_ITEM_CAVITY
      || !cw_shape_get_enclosure (&self->body, shape, &enclosure, NULL))
    return TRUE;

  cavity = cw_design_get_cavity (self->design, shape->item);
  floor = cw_technology_get_level_bottom (technology, shape->level);
  if (cavity->depth > 0)
    floor += cw_technology_get_level (technology, shape->level)->thickness - cavity->depth;
  if (self->cavity == CW_ID_NONE || floor < self->floor
      || (floor == self->floor && shape->item < self->cavity))
    {
      self->cavity = shape->item;
      self->floor = floor;
    }

  return TRUE;
}

/**
 * cw_die_seat_find:
 * @design: a design
 * @die: a die
 * @cavity: (out): the cavity that contains its body wholly, the one with the lowest floor when
 *   there are several
 *
 * Finds where a die that lies face up is seated: on the floor of a cavity, else on top of the
 * substrate.
 *
 * Returns: whether it is in a cavity
 */
gboolean
cw_die_seat_find (const CwDesign *design, CwId die, CwId *cavity)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  Search search = { .design = design, .cavity = CW_ID_NONE };
  CwBox bounds;

  cw_design_get_shape (design, die, CW_DIE_PART_BODY, &search.body);
  bounds = cw_shape_get_bounds (&search.body);
  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    if (cw_technology_get_level (technology, i)->kind == CW_LEVEL_SUBSTRATE)
      cw_copper_foreach_shape (design, i, bounds, look_at_cavity, &search);
  cw_shape_clear (&search.body);
  *cavity = search.cavity;

  return search.cavity != CW_ID_NONE;
}
