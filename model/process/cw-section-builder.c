/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/process/cw-section-builder.h"

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

/**
 * cw_section_builder_get_film:
 * @self: a builder
 * @level: index of a level
 *
 * Returns: what a film of the level is made of
 */
CwSectionPiece
cw_section_builder_get_film (const CwSectionBuilder *self, guint level)
{
  return (CwSectionPiece){
    .material = cw_technology_get_level (self->cut->technology, level)->material,
    .level = (guint8) level,
    .role = CW_SECTION_FILM,
  };
}

/**
 * cw_section_builder_get_zone:
 * @self: a builder
 *
 * Returns: where there is anything: with the saw street until the units are cut apart
 */
guint8
cw_section_builder_get_zone (const CwSectionBuilder *self)
{
  return self->state->is_singulated ? CW_SECTION_ZONE_UNIT : CW_SECTION_ZONE_STREET;
}

/**
 * cw_section_builder_lay_flat:
 * @self: a builder
 * @made: what is laid
 * @bottom: its lower face, %CW_SECTION_FLOWS when it flows into what is open below [nm]
 * @top: its upper face [nm]
 *
 * Lays a level film over everything.
 */
void
cw_section_builder_lay_flat (CwSectionBuilder *self, const CwSectionPiece *made, CwCoord bottom,
                             CwCoord top)
{
  const CwSectionSlab slab = { bottom, bottom, top, top };
  guint8 zone = cw_section_builder_get_zone (self);

  for (guint i = 0; i < self->columns.n_columns; i++)
    if ((self->cut->zones[i] & zone) != 0)
      cw_section_columns_lay (&self->columns, i, made, slab);
  cw_section_columns_end (&self->columns);
}

/* Below the brim of a hole the film ends at its wall, and where its floor is the film is gone down
 * to whatever is below. */
static gint32
get_film_top (gint32 base, gint32 top, gint32 slant, gboolean is_floor)
{
  if (is_floor)
    return CW_SECTION_FLOWS;

  return MIN (top, base + slant);
}

static void
lay_voids (CwSectionBuilder *self, const CwSectionPits *pits, CwCoord top)
{
  const CwSectionPiece nothing = { .material = CW_MATERIAL_NONE };
  const CwSectionSlab slab = { CW_SECTION_FLOWS, CW_SECTION_FLOWS, top, top };

  for (guint i = 0; i < self->columns.n_columns; i++)
    if (pits->slants[i].owner != CW_SECTION_NO_OWNER
        && g_array_index (pits->owners, CwStretch, pits->slants[i].owner).role == CW_ROLE_CAVITY)
      cw_section_columns_lay (&self->columns, i, &nothing, slab);
}

/* A film that flows into the gaps below, or a sheet that does not; with holes once they are open,
 * and pulled back from the edge of the unit with them. */
static void
add_film (CwSectionBuilder *self, guint level, CwCoord thickness, gboolean flows)
{
  const CwSectionPiece made = cw_section_builder_get_film (self, level);
  const CwSectionPits *pits = &self->cut->levels[level].pits;
  gboolean is_opened = cw_process_state_is_opened (self->state, level);
  const CwSlant *slants = is_opened ? pits->slants : NULL;
  guint8 zone = is_opened && flows ? CW_SECTION_ZONE_FILM : cw_section_builder_get_zone (self);
  gint32 bottom = flows ? CW_SECTION_FLOWS : self->base;
  gint32 top = self->base + thickness;

  if (slants != NULL)
    lay_voids (self, pits, top);
  for (guint i = 0; i < self->columns.n_columns; i++)
    {
      CwSectionSlab slab = { bottom, bottom, top, top };

      if ((self->cut->zones[i] & zone) == 0)
        continue;
      if (slants != NULL && slants[i].owner != CW_SECTION_NO_OWNER)
        {
          gboolean is_floor = slants[i].left <= 0 && slants[i].right <= 0;

          slab.top_left = get_film_top (self->base, top, slants[i].left, is_floor);
          slab.top_right = get_film_top (self->base, top, slants[i].right, is_floor);
        }
      cw_section_columns_lay (&self->columns, i, &made, slab);
    }
  cw_section_columns_end (&self->columns);
  self->base = top;
  if (is_opened)
    cw_section_builder_add_plugs (self, level);
}

static void
add_thin_organic (CwSectionBuilder *self, guint level)
{
  CwCoord thickness = cw_technology_get_level (self->cut->technology, level)->thickness;
  gboolean is_sheet = self->state->method == CW_METHOD_B;

  if (is_sheet && self->state->sheet_thickness > 0)
    thickness = self->state->sheet_thickness;
  add_film (self, level, thickness, !is_sheet);
}

static void
add_level (CwSectionBuilder *self, guint level)
{
  const CwLevel *added = cw_technology_get_level (self->cut->technology, level);

  switch (added->kind)
    {
    case CW_LEVEL_SUBSTRATE:
    case CW_LEVEL_HEAT:
      cw_section_builder_add_board (self, level);
      break;

    case CW_LEVEL_ADHESIVE:
    case CW_LEVEL_DIELECTRIC:
    case CW_LEVEL_PASSIVATION:
      add_film (self, level, added->thickness, TRUE);
      break;

    case CW_LEVEL_THIN_ORGANIC:
      add_thin_organic (self, level);
      break;

    case CW_LEVEL_WIRING:
      cw_section_builder_add_wiring (self, level);
      break;

    case CW_LEVEL_UBM:
      cw_section_builder_add_ubm (self, level);
      break;

    case CW_LEVEL_BALL:
      cw_section_builder_add_balls (self, level);
      break;

    case CW_LEVEL_DIE:
    case CW_LEVEL_PAD:
    case CW_N_LEVEL_KINDS:
    default:
      break;
    }
}

/* the adhesive below the dies lies within the height of their level and is drawn with them */
static gboolean
is_with_dies (const CwSectionBuilder *self, guint level, guint die_level)
{
  CwLevelKind kind = cw_technology_get_level (self->cut->technology, level)->kind;

  return level == die_level || kind == CW_LEVEL_PAD
         || (kind == CW_LEVEL_ADHESIVE && level + 1 == die_level);
}

static void
build_face_up (CwSectionBuilder *self, guint die_level)
{
  for (guint i = 0; i < self->cut->n_levels; i++)
    {
      if (i == die_level)
        cw_section_builder_add_dies (self, i);
      else if (!is_with_dies (self, i, die_level) && cw_process_state_has_level (self->state, i))
        add_level (self, i);
    }
}

/* All up to the dies is built face down and turned over, the sheet with it only as long as it is
 * below. */
static void
build_face_down (CwSectionBuilder *self, guint die_level)
{
  cw_section_builder_add_face_down (self, die_level);
  if (self->state->is_face_down)
    return;

  for (guint i = die_level + 1; i < self->cut->n_levels; i++)
    if (!is_with_dies (self, i, die_level) && cw_process_state_has_level (self->state, i))
      add_level (self, i);
}

/**
 * cw_section_build:
 * @cut: what a cut line meets
 * @state: what there is of the package
 *
 * Builds the section of a package in some state, level by level from below.
 *
 * Returns: (transfer full) (element-type CwSectionPiece): the pieces from bottom to
 *   top, then from left to right
 */
GArray *
cw_section_build (const CwSectionCut *cut, const CwProcessState *state)
{
  CwSectionBuilder self = { .cut = cut, .state = state };
  guint die_level = cw_technology_find_level_kind (cut->technology, CW_LEVEL_DIE);
  GArray *pieces;

  cw_section_columns_init (&self.columns, cut);
  if (state->method == CW_METHOD_A || die_level == CW_LEVEL_NONE)
    build_face_up (&self, die_level);
  else
    build_face_down (&self, die_level);

  pieces = g_steal_pointer (&self.columns.pieces);
  cw_section_columns_clear (&self.columns);
  g_array_sort (pieces, compare_pieces);

  return pieces;
}
