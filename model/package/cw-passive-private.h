/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-path.h"
#include "model/package/cw-passive.h"
#include "model/package/cw-shape-cache.h"

G_BEGIN_DECLS

#define CW_PASSIVE_GROUND 2 /* the third terminal of wave-guides and low-pass filters */

/* What draws a passive device: all points are in the frame of the device [nm]. A node is the part
 * of the first shape that belongs to it, that of a terminal, so these are drawn first and in order. */
typedef struct
{
  const CwPassive *passive;
  const CwTechnology *technology;
  CwTransform transform;
  GArray *shapes; /* of CwMadeShape */
} CwPassiveDraw;

void cw_passive_draw_terminal (CwPassiveDraw *self, guint level, CwPoint at, CwCoord diameter);
void cw_passive_draw_disc (CwPassiveDraw *self, guint32 node, CwShapeRole role, guint level,
                           CwPoint at, CwCoord diameter);
void cw_passive_draw_line (CwPassiveDraw *self, guint32 node, guint level, CwPoint a, CwPoint b,
                           CwCoord width);
void cw_passive_draw_box (CwPassiveDraw *self, guint32 node, CwShapeRole role, guint level,
                          CwBox box);
void cw_passive_draw_path (CwPassiveDraw *self, guint32 first, guint32 last, guint level,
                           const GArray *path, CwCoord width);
void cw_passive_draw_via (CwPassiveDraw *self, guint32 node, CwPoint at, gboolean with_top);

static inline void
cw_passive_path_add (GArray *path, CwCoord x, CwCoord y, CwAngle sweep)
{
  CwVertex vertex = { { x, y }, sweep };

  g_array_append_val (path, vertex);
}

/* sizes of the vias between level and other level [nm] */
CwCoord cw_passive_get_hole (const CwPassive *self);
CwCoord cw_passive_get_land (const CwPassive *self, const CwTechnology *technology);

/* Where the parts of a spiral lie: the coil begins at its inner end and turns counterclockwise, the
 * underpass leads from there to the left. [nm] */
typedef struct
{
  CwPoint inner; /* the via at the inner end */
  CwPoint outer; /* the terminal at the outer end */
  CwPoint exit;  /* the via at the end of the underpass */
} CwPassiveCoil;

CwPassiveCoil cw_passive_get_coil (const CwPassive *self, const CwTechnology *technology,
                                   GArray *path);

/* which level holds the cavity of a sensor, CW_LEVEL_NONE when there is no dielectric below it */
guint cw_passive_get_cavity_level (const CwPassive *self, const CwTechnology *technology);

void cw_passive_make_resistor_path (const CwPassive *self, GArray *path);
void cw_passive_draw_resistor (CwPassiveDraw *self);
void cw_passive_draw_spiral (CwPassiveDraw *self);
void cw_passive_draw_plates (CwPassiveDraw *self);
void cw_passive_draw_interdigital (CwPassiveDraw *self);
void cw_passive_draw_guide (CwPassiveDraw *self);
void cw_passive_draw_low_pass (CwPassiveDraw *self);
void cw_passive_draw_hairpin (CwPassiveDraw *self);
void cw_passive_draw_sensor (CwPassiveDraw *self);

gboolean cw_passive_validate_ranges (const CwPassive *self, const CwTechnology *technology,
                                     GError **error);
gboolean cw_passive_validate_levels (const CwPassive *self, const CwTechnology *technology,
                                     GError **error);

G_END_DECLS
