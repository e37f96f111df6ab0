/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

/* Wiring, the vias that are filled with it or before it, and under-bump metal. */

#include "model/process/cw-section-builder.h"

/* the film right below a metal, whose holes it lines */
static guint
find_film_below (const CwSectionBuilder *self, guint level)
{
  CwLevelKind kind;

  while (level > 0)
    {
      level--;
      if (!cw_process_state_has_level (self->state, level))
        continue;
      kind = cw_technology_get_level (self->cut->technology, level)->kind;
      return kind == CW_LEVEL_DIELECTRIC || kind == CW_LEVEL_THIN_ORGANIC
                     || kind == CW_LEVEL_PASSIVATION
                 ? level
                 : CW_LEVEL_NONE;
    }

  return CW_LEVEL_NONE;
}

static const CwStretch *
get_hole (const CwSectionPits *pits, guint column)
{
  if (pits->slants == NULL || pits->slants[column].owner == CW_SECTION_NO_OWNER)
    return NULL;

  return &g_array_index (pits->owners, CwStretch, pits->slants[column].owner);
}

static gboolean
is_plugged (const CwSectionBuilder *self, const CwStretch *hole)
{
  const CwVia *via = cw_id_get_kind (hole->item) == CW_ITEM_VIA
                         ? cw_design_get_via (self->cut->design, hole->item)
                         : NULL;

  return via != NULL && via->fill == CW_VIA_BEFORE_WIRING;
}

/* the wiring above a film, whose material fills what has none of its own */
static guint
find_wiring_above (const CwSectionBuilder *self, guint film)
{
  return cw_technology_find_level_above (self->cut->technology, film, CW_LEVEL_WIRING);
}

/**
 * cw_section_builder_add_plugs:
 * @self: a builder
 * @film: index of a film that has just been laid with its holes
 *
 * Fills the holes of vias that are filled before the wiring, flush with the film: once that step
 * is done, or with the wiring when a flow has no such step.
 */
void
cw_section_builder_add_plugs (CwSectionBuilder *self, guint film)
{
  const CwSectionPits *pits = &self->cut->levels[film].pits;
  guint wiring = find_wiring_above (self, film);
  guint8 material = self->state->plug_material;
  const CwSectionSlab slab = { CW_SECTION_FLOWS, CW_SECTION_FLOWS, self->base, self->base };

  if (pits->slants == NULL
      || (!cw_process_state_is_plugged (self->state, film)
          && !cw_process_state_has_level (self->state, wiring)))
    return;

  if (!cw_process_state_is_plugged (self->state, film))
    material = CW_MATERIAL_NONE;
  if (material == CW_MATERIAL_NONE && wiring != CW_LEVEL_NONE)
    material = cw_technology_get_level (self->cut->technology, wiring)->material;
  for (guint i = 0; i < self->columns.n_columns; i++)
    {
      const CwStretch *hole = get_hole (pits, i);
      CwSectionPiece made;

      if (hole == NULL || hole->role != CW_ROLE_HOLE || !is_plugged (self, hole)
          || (self->cut->zones[i] & CW_SECTION_ZONE_UNIT) == 0)
        continue;
      made = cw_section_builder_get_piece (material, (guint8) film, hole);
      cw_section_columns_lay (&self->columns, i, &made, slab);
    }
  cw_section_columns_end (&self->columns);
}

typedef struct
{
  guint level;
  guint film;                 /* CW_LEVEL_NONE when no film lies below */
  const CwSlant *dimples;     /* nullable */
  const CwSectionPits *holes; /* nullable */
  CwCoord thickness;
} Metal;

static Metal
get_metal (const CwSectionBuilder *self, guint level)
{
  Metal metal = { level, find_film_below (self, level), NULL, NULL,
                  cw_technology_get_level (self->cut->technology, level)->thickness };

  if (cw_process_state_is_opened (self->state, metal.film))
    {
      metal.dimples = self->cut->levels[level].dimples.slants;
      metal.holes = &self->cut->levels[metal.film].pits;
    }

  return metal;
}

/* the upper face of the metal; what lies below it on all sides is its thickness */
static CwSectionSlab
get_slab (const CwSectionBuilder *self, const Metal *metal, guint column)
{
  gint32 top = self->base + metal->thickness;
  CwSectionSlab slab = { CW_SECTION_FLOWS, CW_SECTION_FLOWS, top, top };

  if (metal->dimples != NULL && metal->dimples[column].owner != CW_SECTION_NO_OWNER)
    {
      slab.top_left = MIN (top, self->base + metal->dimples[column].left);
      slab.top_right = MIN (top, self->base + metal->dimples[column].right);
    }

  return slab;
}

/* what of the wiring lies in the holes belongs to their vias */
static void
lay_linings (CwSectionBuilder *self, const Metal *metal)
{
  const CwSectionLevel *level = &self->cut->levels[metal->level];
  guint8 material = cw_technology_get_level (self->cut->technology, metal->level)->material;

  if (metal->holes == NULL)
    return;

  for (guint i = 0; i < self->columns.n_columns; i++)
    {
      const CwStretch *hole = get_hole (metal->holes, i);
      CwSectionPiece made;
      CwSectionSlab slab;

      if (level->columns[i] == CW_SECTION_NO_OWNER || hole == NULL || hole->role != CW_ROLE_HOLE)
        continue;
      made = cw_section_builder_get_piece (material, (guint8) metal->film, hole);
      slab = get_slab (self, metal, i);
      slab.top_left = MIN (slab.top_left, self->base);
      slab.top_right = MIN (slab.top_right, self->base);
      cw_section_columns_lay (&self->columns, i, &made, slab);
    }
  cw_section_columns_end (&self->columns);
}

static void
add_metal (CwSectionBuilder *self, guint level, gboolean is_lined_apart)
{
  const CwSectionLevel *cut = &self->cut->levels[level];
  const Metal metal = get_metal (self, level);
  guint8 material = cw_technology_get_level (self->cut->technology, level)->material;

  if (cut->columns != NULL)
    {
      if (is_lined_apart)
        lay_linings (self, &metal);
      for (guint i = 0; i < self->columns.n_columns; i++)
        {
          CwSectionPiece made;

          if (cut->columns[i] == CW_SECTION_NO_OWNER)
            continue;
          made = cw_section_builder_get_piece (
              material, (guint8) level, &g_array_index (cut->row, CwStretch, cut->columns[i]));
          cw_section_columns_lay (&self->columns, i, &made, get_slab (self, &metal, i));
        }
      cw_section_columns_end (&self->columns);
    }
  self->base += metal.thickness;
}

/**
 * cw_section_builder_add_wiring:
 * @self: a builder
 * @level: index of a wiring level
 *
 * Lays the wiring. It lines the holes that it covers as thick as it is.
 */
void
cw_section_builder_add_wiring (CwSectionBuilder *self, guint level)
{
  add_metal (self, level, TRUE);
}

/**
 * cw_section_builder_add_ubm:
 * @self: a builder
 * @level: index of a level of under-bump metal
 *
 * Lays the under-bump metal: cups in the openings of the passivation and on their brims.
 */
void
cw_section_builder_add_ubm (CwSectionBuilder *self, guint level)
{
  add_metal (self, level, FALSE);
}
