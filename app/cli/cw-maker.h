/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-edit.h"

G_BEGIN_DECLS

/**
 * CwMaker:
 * @edit: what is added to
 * @levels: indexes of the wiring levels, lowest first
 * @pad_level: index of the level of die pads
 * @hole: diameter of via holes [nm]
 * @land: diameter of via lands [nm]
 * @error: the first refusal, if any
 *
 * Adds items to a design with few words; after a refusal it adds nothing more.
 */
typedef struct
{
  CwEdit *edit;
  guint8 levels[CW_MAX_LEVELS];
  guint8 pad_level;
  CwCoord hole;
  CwCoord land;
  GError *error;
} CwMaker;

void cw_maker_init (CwMaker *self, CwTechnology *technology, CwBox outline);
CwDesign *cw_maker_finish (CwMaker *self, GError **error);
CwId cw_maker_net (CwMaker *self, CwNetClass net_class, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
CwId cw_maker_die_type (CwMaker *self, const char *name, const char *function, CwBox body,
                        GArray *places, CwCoord pad_size);
void cw_maker_die (CwMaker *self, const char *name, CwId type, CwPoint at, GArray *nets);
void cw_maker_trace (CwMaker *self, CwId net, guint ordinal, CwCoord width,
                     const CwVertex *vertices, gsize n_vertices);
void cw_maker_via_from_pad (CwMaker *self, CwId net, CwPoint at, guint ordinal);
void cw_maker_via (CwMaker *self, CwId net, CwPoint at, guint from, guint to);
void cw_maker_ball (CwMaker *self, CwId net, const char *name, CwPoint at);

G_END_DECLS
