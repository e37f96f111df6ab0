/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-design.h"

G_BEGIN_DECLS

#define CW_TYPE_SECTION (cw_section_get_type ())

/* the role of a piece that no item owns: substrate, adhesive, filling, dielectric, passivation */
#define CW_SECTION_FILM (255)

/**
 * CwSectionPiece:
 * @material: index of its material in the technology, %CW_MATERIAL_NONE for none
 * @level: index of its level, %CW_LEVEL_NONE for what is not in the stack: carrier, bond film,
 *   first filling of method C
 * @role: a CwShapeRole, or %CW_SECTION_FILM for what no item owns
 * @item: its item, or %CW_ID_NONE
 * @net: its net, or %CW_ID_NONE
 * @part: lowest part of the item that it is made of
 * @polygon: its outline: x is the way along the cut, y is the height above the bottom of
 *   the stack [nm]
 *
 * One piece of material in a section. Pieces touch but do not overlap.
 */
typedef struct
{
  guint8 material;
  guint8 level;
  guint8 role;
  CwId item;
  CwId net;
  guint32 part;
  CwPolygon *polygon;
} CwSectionPiece;

/**
 * CwSection:
 *
 * The section of a package after a step of its flow, along a cut line of one leg or several: an
 * immutable, reference-counted value. It is geometric: no physics is pretended.
 */
typedef struct _CwSection CwSection;

GType cw_section_get_type (void) G_GNUC_CONST;
CwSection *cw_section_new (CwDesign *design, const CwPoint *line, gsize n_points);
CwSection *cw_section_new_step (CwDesign *design, const CwPoint *line, gsize n_points, guint step);
CwSection *cw_section_ref (CwSection *self);
void cw_section_unref (CwSection *self);
gsize cw_section_get_n_pieces (const CwSection *self);
const CwSectionPiece *cw_section_get_piece (const CwSection *self, gsize index);
CwCoord cw_section_get_length (const CwSection *self);
gboolean cw_section_is_turned (const CwSection *self);
CwBox cw_section_get_bounds (const CwSection *self);
const CwPoint *cw_section_get_line (const CwSection *self, gsize *n_points);
CwPoint cw_section_get_point (const CwSection *self, CwCoord s);
CwCoord cw_section_project (const CwSection *self, CwPoint p);
gssize cw_section_find (const CwSection *self, CwCoord s, CwCoord z);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwSection, cw_section_unref)

G_END_DECLS
