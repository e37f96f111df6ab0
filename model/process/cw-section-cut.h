/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-design.h"
#include "model/process/cw-section-line.h"
#include "model/process/cw-stretch.h"

G_BEGIN_DECLS

#define CW_SECTION_NO_OWNER G_MAXUINT32

/**
 * CwSectionZone:
 * @CW_SECTION_ZONE_UNIT: inside the package outline
 * @CW_SECTION_ZONE_STREET: there, or in the half of the saw street around it
 * @CW_SECTION_ZONE_FILM: where patterned films reach: back from the edge of the unit
 *
 * Where a column lies.
 */
typedef enum
{
  CW_SECTION_ZONE_UNIT = 1 << 0,
  CW_SECTION_ZONE_STREET = 1 << 1,
  CW_SECTION_ZONE_FILM = 1 << 2
} CwSectionZone;

/**
 * CwSlant:
 * @left: height at the left side of a column [nm]
 * @right: height at its right side [nm]
 * @owner: index in the owners of the pits of the level, %CW_SECTION_NO_OWNER where there is no pit
 *
 * What a pit makes of a column: how high its bottom is above the floor, or for a dimple above the
 * lower face of its level.
 */
typedef struct
{
  gint32 left;
  gint32 right;
  guint32 owner;
} CwSlant;

/**
 * CwSectionPits:
 * @owners: (element-type CwStretch): what made each pit; only role, item, net and part count
 * @slants: (nullable): one for each column, %NULL when there is no pit at all
 *
 * The pits in a level: holes, openings and cavities of a film, or dimples of a metal.
 */
typedef struct
{
  GArray *owners;
  CwSlant *slants;
} CwSectionPits;

/**
 * CwSectionLevel:
 * @row: (element-type CwStretch): tidy row of what the line cuts, inside the outline
 * @columns: (nullable): for each column the index in @row, %CW_SECTION_NO_OWNER where there is
 *   nothing; %NULL when the row is empty
 * @pits: pits of a film, from its lower face
 * @dimples: dimples of a metal, from its lower face
 *
 * What a cut line meets on one level.
 */
typedef struct
{
  GArray *row;
  guint32 *columns;
  CwSectionPits pits;
  CwSectionPits dimples;
} CwSectionLevel;

/**
 * CwSectionDie:
 * @item: a die
 * @thickness: as it comes, before its back is ground [nm]
 * @seat_level: level of the cavity that it stands in, %CW_LEVEL_NONE when in none
 * @seat_depth: from the top of that level to the floor [nm]
 *
 * A die that the cut line meets.
 */
typedef struct
{
  CwId item;
  CwCoord thickness;
  guint8 seat_level;
  CwCoord seat_depth;
} CwSectionDie;

/**
 * CwSectionBall:
 * @leg: index of the leg that meets it
 * @owner: its item; only role, item, net and part count
 *
 * A bonding point that the cut line meets.
 */
typedef struct
{
  guint leg;
  CwStretch owner;
} CwSectionBall;

/**
 * CwSectionCut:
 * @design: the design
 * @technology: its technology
 * @n_levels: how many levels that has
 * @line: the cut line
 * @levels: one for each level
 * @dies: (element-type CwSectionDie): those that it meets
 * @thickest: thickness of the thickest die of the whole design, before its back is ground [nm]
 * @balls: (element-type CwSectionBall): from left to right
 * @n_columns: how many columns there are
 * @stations: where the columns end: @n_columns + 1 ways along the cut, ascending [nm]
 * @zones: where each column lies, bits of CwSectionZone
 *
 * What a cut line meets on all levels, whatever the step. Between two stations nothing
 * begins or ends, and what leans is straight.
 */
typedef struct
{
  CwDesign *design;
  const CwTechnology *technology;
  guint n_levels;
  CwSectionLine line;
  CwSectionLevel *levels;
  GArray *dies;
  CwCoord thickest;
  GArray *balls;
  guint n_columns;
  gint32 *stations;
  guint8 *zones;
} CwSectionCut;

CwSectionCut *cw_section_cut_new (CwDesign *design, const CwPoint *line, gsize n_points);
void cw_section_cut_free (CwSectionCut *self);
const CwSectionDie *cw_section_cut_get_die (const CwSectionCut *self, CwId item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwSectionCut, cw_section_cut_free)

G_END_DECLS
