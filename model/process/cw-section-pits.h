/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/process/cw-section-cut.h"

G_BEGIN_DECLS

/**
 * CwSectionRamp:
 * @start: where it begins along the cut [nm]
 * @end: where it ends, beyond @start [nm]
 * @slant: heights at its ends
 *
 * A straight part of a pit in the section.
 */
typedef struct
{
  gint32 start;
  gint32 end;
  CwSlant slant;
} CwSectionRamp;

/**
 * CwSectionPitFinder:
 *
 * Collects the pits among the shapes that a cut line meets.
 */
typedef struct _CwSectionPitFinder CwSectionPitFinder;

CwSectionPitFinder *cw_section_pit_finder_new (const CwSectionCut *cut);
void cw_section_pit_finder_free (CwSectionPitFinder *self);
void cw_section_pit_finder_look (CwSectionPitFinder *self, const CwShape *shape, guint leg);
void cw_section_pit_finder_list_pits (CwSectionPitFinder *self, guint level, GArray *owners,
                                      GArray *ramps);
void cw_section_pit_finder_list_dimples (CwSectionPitFinder *self, guint level, GArray *owners,
                                         GArray *ramps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwSectionPitFinder, cw_section_pit_finder_free)

G_END_DECLS
