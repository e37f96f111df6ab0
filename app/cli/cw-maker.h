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
 * @fill: how vias are filled
 * @ball: what each bonding pad is like, but for its place, name and net
 * @type: what each die type is like, but for its name, function, body and pads
 * @module: (nullable): name of the module that dies go into
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
  CwViaFill fill;
  CwBondingPad ball;
  CwDieType type;
  const char *module;
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
void cw_maker_bus (CwMaker *self, CwId net, const char *name, const CwBus *bus,
                   const CwPoint *points, gsize n_points);
CwId cw_maker_passive (CwMaker *self, const char *name, const CwPassive *passive, const CwId *nets);
void cw_maker_cavity (CwMaker *self, const char *name, const CwCavity *cavity, CwBox box);
void cw_maker_cut_line (CwMaker *self, const char *name, const CwPoint *points, gsize n_points);
void cw_maker_text (CwMaker *self, const char *words, guint ordinal, CwPoint at, CwCoord height,
                    CwCoord width);

G_END_DECLS
