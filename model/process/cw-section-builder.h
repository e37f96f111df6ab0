/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/process/cw-process-state.h"
#include "model/process/cw-section-columns.h"
#include "model/process/cw-section-cut.h"

G_BEGIN_DECLS

/**
 * CwSectionBuilder:
 * @cut: what the line meets
 * @state: what there is
 * @columns: the section as far as it is built
 * @base: where the next level begins [nm]
 *
 * Builds the section of one step from below, level by level.
 */
typedef struct
{
  const CwSectionCut *cut;
  const CwProcessState *state;
  CwSectionColumns columns;
  CwCoord base;
} CwSectionBuilder;

GArray *cw_section_build (const CwSectionCut *cut, const CwProcessState *state);

CwSectionPiece cw_section_builder_get_film (const CwSectionBuilder *self, guint level);
void cw_section_builder_lay_flat (CwSectionBuilder *self, const CwSectionPiece *made,
                                  CwCoord bottom, CwCoord top);
guint8 cw_section_builder_get_zone (const CwSectionBuilder *self);

/* cw-section-assembly.c */
void cw_section_builder_add_board (CwSectionBuilder *self, guint level);
void cw_section_builder_add_dies (CwSectionBuilder *self, guint level);
void cw_section_builder_add_face_down (CwSectionBuilder *self, guint die_level);

/* cw-section-metal.c */
void cw_section_builder_add_plugs (CwSectionBuilder *self, guint film);
void cw_section_builder_add_wiring (CwSectionBuilder *self, guint level);
void cw_section_builder_add_ubm (CwSectionBuilder *self, guint level);

/* cw-section-balls.c */
void cw_section_builder_add_balls (CwSectionBuilder *self, guint level);

static inline CwSectionPiece
cw_section_builder_get_piece (guint8 material, guint8 level, const CwStretch *owner)
{
  return (
      CwSectionPiece){ material, level, owner->role, owner->item, owner->net, owner->part, NULL };
}

G_END_DECLS
