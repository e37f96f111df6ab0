/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/process/cw-section-cut.h"
#include "model/process/cw-section.h"

G_BEGIN_DECLS

/* as low as what is poured flows */
#define CW_SECTION_FLOWS G_MININT32

/**
 * CwSectionSlab:
 * @bottom_left: lower face at the left side of a column, %CW_SECTION_FLOWS for what is there [nm]
 * @bottom_right: lower face at its right side
 * @top_left: upper face at its left side [nm]
 * @top_right: upper face at its right side [nm]
 *
 * What is laid on a column.
 */
typedef struct
{
  gint32 bottom_left;
  gint32 bottom_right;
  gint32 top_left;
  gint32 top_right;
} CwSectionSlab;

/**
 * CwSectionColumns:
 * @n_columns: how many there are
 * @stations: where they end [nm]
 * @tops: for each column left and right the height of what lies there so far [nm]
 * @bottoms: for each column left and right where the lowest piece begins, %G_MAXINT32 where there
 *   is none [nm]
 * @pieces: (element-type CwSectionPiece): what was laid
 *
 * The section as it grows from below: columns between the stations of a cut, so narrow that all
 * faces in them are straight. What is laid begins on what is there, whatever is asked, so that
 * pieces touch and never overlap; neighbouring columns of the same make one piece.
 */
typedef struct
{
  guint n_columns;
  const gint32 *stations;
  gint32 (*tops)[2];
  gint32 (*bottoms)[2];
  GArray *pieces;

  /*< private >*/
  gboolean is_open;
  CwSectionPiece made;
  guint last;
  CwSectionSlab slab;
  GArray *lower; /* of CwPoint, from left to right */
  GArray *upper;
} CwSectionColumns;

void cw_section_columns_init (CwSectionColumns *self, const CwSectionCut *cut);
void cw_section_columns_clear (CwSectionColumns *self);
void cw_section_columns_lay (CwSectionColumns *self, guint column, const CwSectionPiece *made,
                             CwSectionSlab slab);
void cw_section_columns_end (CwSectionColumns *self);
void cw_section_columns_turn_over (CwSectionColumns *self, CwCoord height);
CwCoord cw_section_columns_get_height (const CwSectionColumns *self);

G_END_DECLS
