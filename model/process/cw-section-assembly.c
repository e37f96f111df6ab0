/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

/* What the circuit is built on: boards with cavities, dies, adhesive, filling, carrier and film. */

#include "model/process/cw-section-builder.h"

static CwCoord
get_thickness (const CwSectionBuilder *self, guint level)
{
  return level != CW_LEVEL_NONE ? cw_technology_get_level (self->cut->technology, level)->thickness
                                : 0;
}

static guint
find_kind (const CwSectionBuilder *self, CwLevelKind kind)
{
  return cw_technology_find_level_kind (self->cut->technology, kind);
}

/* the adhesive right below the dies */
static guint
find_adhesive (const CwSectionBuilder *self, guint die_level)
{
  if (die_level > 0
      && cw_technology_get_level (self->cut->technology, die_level - 1)->kind == CW_LEVEL_ADHESIVE)
    return die_level - 1;

  return CW_LEVEL_NONE;
}

static guint8
find_silicon (const CwSectionBuilder *self, guint die_level)
{
  for (guint i = 0; i < cw_technology_get_n_materials (self->cut->technology); i++)
    if (cw_technology_get_material (self->cut->technology, i)->klass == CW_MATERIAL_SEMICONDUCTOR)
      return (guint8) i;

  return cw_technology_get_level (self->cut->technology, die_level)->material;
}

static const CwStretch *
get_stretch (const CwSectionBuilder *self, guint level, guint column)
{
  const CwSectionLevel *cut = &self->cut->levels[level];

  if (level == CW_LEVEL_NONE || cut->columns == NULL || cut->columns[column] == CW_SECTION_NO_OWNER)
    return NULL;

  return &g_array_index (cut->row, CwStretch, cut->columns[column]);
}

static const CwSlant *
get_cavities (const CwSectionBuilder *self, guint level)
{
  return cw_process_state_is_opened (self->state, level) ? self->cut->levels[level].pits.slants
                                                         : NULL;
}

/**
 * cw_section_builder_add_board:
 * @self: a builder
 * @level: index of a level of the substrate
 *
 * Lays a board, with its cavities once they are formed.
 */
void
cw_section_builder_add_board (CwSectionBuilder *self, guint level)
{
  const CwSectionPiece made = cw_section_builder_get_film (self, level);
  const CwSlant *slants = get_cavities (self, level);
  guint8 zone = cw_section_builder_get_zone (self);
  CwCoord top = self->base + get_thickness (self, level);

  for (guint i = 0; i < self->columns.n_columns; i++)
    {
      CwSectionSlab slab = { self->base, self->base, top, top };

      if ((self->cut->zones[i] & zone) == 0)
        continue;
      if (slants != NULL && slants[i].owner != CW_SECTION_NO_OWNER)
        {
          slab.top_left = MIN (top, self->base + slants[i].left);
          slab.top_right = MIN (top, self->base + slants[i].right);
        }
      cw_section_columns_lay (&self->columns, i, &made, slab);
    }
  cw_section_columns_end (&self->columns);
  self->base = top;
}

/* A board upside down: its cavities are voids below it. */
static void
add_board_upside_down (CwSectionBuilder *self, guint level)
{
  const CwSectionPiece made = cw_section_builder_get_film (self, level);
  const CwSlant *slants = get_cavities (self, level);
  guint8 zone = cw_section_builder_get_zone (self);
  CwCoord thickness = get_thickness (self, level);
  CwCoord top = self->base + thickness;

  for (guint i = 0; i < self->columns.n_columns; i++)
    {
      CwSectionSlab slab = { self->base, self->base, top, top };

      if ((self->cut->zones[i] & zone) == 0)
        continue;
      if (slants != NULL && slants[i].owner != CW_SECTION_NO_OWNER)
        {
          slab.bottom_left += thickness - MIN (thickness, slants[i].left);
          slab.bottom_right += thickness - MIN (thickness, slants[i].right);
        }
      cw_section_columns_lay (&self->columns, i, &made, slab);
    }
  cw_section_columns_end (&self->columns);
  self->base = top;
}

/* where a die that lies face up is glued to */
static CwCoord
get_seat (const CwSectionBuilder *self, const CwSectionDie *die, CwCoord surface)
{
  CwCoord top = 0;

  if (die->seat_level == CW_LEVEL_NONE || !cw_process_state_is_opened (self->state, die->seat_level)
      || !cw_process_state_has_level (self->state, die->seat_level))
    return surface;

  for (guint i = 0; i <= die->seat_level; i++)
    if (cw_process_state_has_level (self->state, i))
      top += get_thickness (self, i);

  return top - die->seat_depth;
}

static CwCoord
get_face (const CwSectionBuilder *self, const CwSectionDie *die, guint adhesive, CwCoord surface)
{
  CwCoord face = get_seat (self, die, surface) + die->thickness;

  return cw_process_state_has_level (self->state, adhesive) ? face + get_thickness (self, adhesive)
                                                            : face;
}

static void
lay_beds (CwSectionBuilder *self, guint die_level, guint adhesive, CwCoord surface)
{
  CwSectionPiece made = cw_section_builder_get_film (self, adhesive);

  for (guint i = 0; i < self->columns.n_columns; i++)
    {
      const CwStretch *stretch = get_stretch (self, die_level, i);
      const CwSectionDie *die
          = stretch != NULL ? cw_section_cut_get_die (self->cut, stretch->item) : NULL;
      CwSectionSlab slab;

      if (die == NULL)
        continue;
      made.item = die->item;
      slab.bottom_left = get_seat (self, die, surface);
      slab.top_left = slab.bottom_left + get_thickness (self, adhesive);
      slab.bottom_right = slab.bottom_left;
      slab.top_right = slab.top_left;
      cw_section_columns_lay (&self->columns, i, &made, slab);
    }
  cw_section_columns_end (&self->columns);
}

static void
lay_dies (CwSectionBuilder *self, guint die_level, guint adhesive, CwCoord surface)
{
  guint8 silicon = find_silicon (self, die_level);

  for (guint i = 0; i < self->columns.n_columns; i++)
    {
      const CwStretch *stretch = get_stretch (self, die_level, i);
      const CwSectionDie *die
          = stretch != NULL ? cw_section_cut_get_die (self->cut, stretch->item) : NULL;
      CwSectionPiece made;
      CwCoord face;

      if (die == NULL)
        continue;
      made = cw_section_builder_get_piece (silicon, (guint8) die_level, stretch);
      face = get_face (self, die, adhesive, surface);
      cw_section_columns_lay (
          &self->columns, i, &made,
          (CwSectionSlab){ face - die->thickness, face - die->thickness, face, face });
    }
  cw_section_columns_end (&self->columns);
}

/* whether another die, which overlaps by mistake, is where the pad would be */
static gboolean
is_taken (const CwSectionBuilder *self, guint die_level, guint column, CwId die)
{
  const CwStretch *body = get_stretch (self, die_level, column);

  return body != NULL && body->item != die;
}

static void
lay_pads (CwSectionBuilder *self, guint die_level, guint adhesive, CwCoord surface)
{
  guint level = find_kind (self, CW_LEVEL_PAD);

  if (level == CW_LEVEL_NONE)
    return;

  for (guint i = 0; i < self->columns.n_columns; i++)
    {
      const CwStretch *stretch = get_stretch (self, level, i);
      const CwSectionDie *die
          = stretch != NULL ? cw_section_cut_get_die (self->cut, stretch->item) : NULL;
      CwSectionPiece made;
      CwCoord face;
      CwCoord top;

      if (die == NULL || is_taken (self, die_level, i, die->item))
        continue;
      made = cw_section_builder_get_piece (
          cw_technology_get_level (self->cut->technology, level)->material, (guint8) level,
          stretch);
      face = get_face (self, die, adhesive, surface);
      top = face + get_thickness (self, level);
      cw_section_columns_lay (&self->columns, i, &made, (CwSectionSlab){ face, face, top, top });
    }
  cw_section_columns_end (&self->columns);
}

/**
 * cw_section_builder_add_dies:
 * @self: a builder
 * @level: index of the level of the dies
 *
 * Lays dies with their faces up, the adhesive below and the filling around them.
 */
void
cw_section_builder_add_dies (CwSectionBuilder *self, guint level)
{
  guint adhesive = find_adhesive (self, level);
  CwCoord surface = self->base;
  CwCoord planar = surface + get_thickness (self, level);
  const CwProcessState *state = self->state;

  if (cw_process_state_has_level (state, adhesive))
    lay_beds (self, level, adhesive, surface);
  if (state->has_dies)
    {
      lay_dies (self, level, adhesive, surface);
      lay_pads (self, level, adhesive, surface);
    }
  if (state->has_dies || state->filling != CW_FILLING_ABSENT)
    self->base = planar;
  if (state->filling != CW_FILLING_ABSENT)
    {
      const CwSectionPiece made = cw_section_builder_get_film (self, level);

      self->base = planar;
      if (state->filling == CW_FILLING_OVER)
        self->base += state->overburden;
      cw_section_builder_lay_flat (self, &made, CW_SECTION_FLOWS, self->base);
    }
  if (state->has_dies)
    self->base += get_thickness (self, find_kind (self, CW_LEVEL_PAD));
}

static CwSectionPiece
get_foreign (guint8 material)
{
  return (CwSectionPiece){ .material = material, .level = CW_LEVEL_NONE, .role = CW_SECTION_FILM };
}

/* The film below the active surfaces, pressed away where pads stand in it. Returns where the
 * active surfaces lie. */
static CwCoord
lay_film_and_pads (CwSectionBuilder *self)
{
  const CwProcessState *state = self->state;
  guint level = find_kind (self, CW_LEVEL_PAD);
  CwCoord pad = state->has_dies ? get_thickness (self, level) : 0;
  const CwSectionPiece film = get_foreign (state->film_material);
  guint8 zone = cw_section_builder_get_zone (self);
  CwCoord height = pad;
  CwCoord face;

  if (state->has_film)
    height = MAX (pad, state->film_thickness);
  face = self->base + height;
  for (guint i = 0; state->has_film && i < self->columns.n_columns; i++)
    {
      CwCoord top = pad > 0 && get_stretch (self, level, i) != NULL ? face - pad : face;

      if ((self->cut->zones[i] & zone) != 0)
        cw_section_columns_lay (&self->columns, i, &film,
                                (CwSectionSlab){ self->base, self->base, top, top });
    }
  cw_section_columns_end (&self->columns);

  for (guint i = 0; pad > 0 && i < self->columns.n_columns; i++)
    {
      const CwStretch *stretch = get_stretch (self, level, i);
      CwSectionPiece made;

      if (stretch == NULL)
        continue;
      made = cw_section_builder_get_piece (
          cw_technology_get_level (self->cut->technology, level)->material, (guint8) level,
          stretch);
      cw_section_columns_lay (&self->columns, i, &made,
                              (CwSectionSlab){ face - pad, face - pad, face, face });
    }
  cw_section_columns_end (&self->columns);

  return face;
}

/* dies hang from the plane of their faces; their backs are ground to one plane */
static void
lay_backs (CwSectionBuilder *self, guint level, CwCoord face, CwCoord left)
{
  guint8 silicon = find_silicon (self, level);

  for (guint i = 0; i < self->columns.n_columns; i++)
    {
      const CwStretch *stretch = get_stretch (self, level, i);
      const CwSectionDie *die
          = stretch != NULL ? cw_section_cut_get_die (self->cut, stretch->item) : NULL;
      CwSectionPiece made;
      CwCoord back;

      if (die == NULL)
        continue;
      made = cw_section_builder_get_piece (silicon, (guint8) level, stretch);
      back = face + (self->state->is_ground ? MIN (die->thickness, left) : die->thickness);
      cw_section_columns_lay (&self->columns, i, &made, (CwSectionSlab){ face, face, back, back });
    }
  cw_section_columns_end (&self->columns);
}

static void
lay_first_filling (CwSectionBuilder *self, guint level, CwCoord face, CwCoord left)
{
  const CwProcessState *state = self->state;
  CwSectionPiece made = cw_section_builder_get_film (self, level);
  CwCoord top = face + left;

  if (state->filling == CW_FILLING_OVER)
    top = face + MAX (left, state->has_dies ? self->cut->thickest : 0) + state->overburden;
  if (state->filling == CW_FILLING_ABSENT)
    return;
  if (state->method == CW_METHOD_C)
    made = get_foreign (state->filling_material != CW_MATERIAL_NONE ? state->filling_material
                                                                    : made.material);
  cw_section_builder_lay_flat (self, &made, face, top);
}

/* the organic substrate on the backs, upside down, with the adhesive over all of it */
static void
lay_substrate (CwSectionBuilder *self, guint adhesive)
{
  self->base = cw_section_columns_get_height (&self->columns);
  if (cw_process_state_has_level (self->state, adhesive))
    {
      const CwSectionPiece made = cw_section_builder_get_film (self, adhesive);

      cw_section_builder_lay_flat (self, &made, self->base,
                                   self->base + get_thickness (self, adhesive));
      self->base += get_thickness (self, adhesive);
    }
  if (!self->state->is_adhered)
    return;

  for (guint i = self->cut->n_levels; i > 0; i--)
    {
      CwLevelKind kind = cw_technology_get_level (self->cut->technology, i - 1)->kind;

      if (kind == CW_LEVEL_SUBSTRATE || kind == CW_LEVEL_HEAT)
        add_board_upside_down (self, i - 1);
    }
}

static void
add_support (CwSectionBuilder *self)
{
  const CwProcessState *state = self->state;
  guint sheet = find_kind (self, CW_LEVEL_THIN_ORGANIC);
  CwCoord thickness = 0;
  CwSectionPiece made;

  if (state->has_carrier)
    {
      made = get_foreign (state->carrier_material);
      thickness = state->carrier_thickness;
    }
  else if (state->method == CW_METHOD_B && state->is_face_down
           && cw_process_state_has_level (state, sheet))
    {
      made = cw_section_builder_get_film (self, sheet);
      thickness = state->sheet_thickness > 0 ? state->sheet_thickness : get_thickness (self, sheet);
    }
  if (thickness == 0)
    return;

  cw_section_builder_lay_flat (self, &made, 0, thickness);
  self->base = thickness;
}

/**
 * cw_section_builder_add_face_down:
 * @self: a builder
 * @die_level: index of the level of the dies
 *
 * Builds the assembly of methods B and C as it lies with the dies face down, and turns it over
 * when it was; then the second filling comes.
 */
void
cw_section_builder_add_face_down (CwSectionBuilder *self, guint die_level)
{
  const CwProcessState *state = self->state;
  guint adhesive = find_adhesive (self, die_level);
  CwCoord left = get_thickness (self, die_level) - get_thickness (self, adhesive);
  CwCoord face;
  CwCoord height;

  left = MAX (left, 0);
  add_support (self);
  face = lay_film_and_pads (self);
  if (state->has_dies)
    lay_backs (self, die_level, face, left);
  lay_first_filling (self, die_level, face, left);
  lay_substrate (self, adhesive);
  if (state->is_face_down)
    return;

  height = cw_section_columns_get_height (&self->columns);
  cw_section_columns_turn_over (&self->columns, height);
  self->base = height;
  if (state->second_filling != CW_FILLING_ABSENT)
    {
      const CwSectionPiece made = cw_section_builder_get_film (self, die_level);
      CwCoord top = height - face;

      if (state->second_filling == CW_FILLING_OVER)
        top = height + state->overburden;
      cw_section_builder_lay_flat (self, &made, CW_SECTION_FLOWS, top);
      self->base = MAX (height, top);
    }
}
