/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-design.h"
#include "model/package/cw-flow.h"

G_BEGIN_DECLS

/**
 * CwFillingState:
 * @CW_FILLING_ABSENT: there is none
 * @CW_FILLING_OVER: it stands over the dies
 * @CW_FILLING_PLANAR: it is planar to the dies
 *
 * How far a filling has come.
 */
typedef enum
{
  CW_FILLING_ABSENT,
  CW_FILLING_OVER,
  CW_FILLING_PLANAR
} CwFillingState;

/**
 * CwProcessState:
 * @method: method of the flow
 * @levels: a bit for each level of the stack that there is
 * @opened: a bit for each level whose holes, openings or cavities are formed
 * @plugged: a bit for each level whose holes are filled with a conductor of their own
 * @plug_material: material of that conductor, %CW_MATERIAL_NONE for that of the wiring
 * @filling: the filling, in method C the first one
 * @second_filling: the second filling of method C
 * @filling_material: material of the first filling of method C, %CW_MATERIAL_NONE for that of
 *   the die level
 * @overburden: how far the filling stood over the dies before it was planarised [nm]
 * @sheet_thickness: thickness of the insulating substrate as it is now [nm]
 * @has_carrier: whether the carrier is there
 * @carrier_material: its material
 * @carrier_thickness: [nm]
 * @has_film: whether the film is there that the active surfaces are adhered with
 * @film_material: its material
 * @film_thickness: [nm]
 * @has_dies: whether the dies are there
 * @is_ground: whether the backs of the dies are ground
 * @is_adhered: whether the organic substrate is adhered to the backs of the dies
 * @is_face_down: whether the assembly lies with its active side down
 * @is_singulated: whether the units are apart
 *
 * What there is of a package after some steps of a flow, and in which state.
 */
typedef struct
{
  CwMethod method;
  guint64 levels;
  guint64 opened;
  guint64 plugged;
  guint8 plug_material;
  CwFillingState filling;
  CwFillingState second_filling;
  guint8 filling_material;
  CwCoord overburden;
  CwCoord sheet_thickness;
  gboolean has_carrier;
  guint8 carrier_material;
  CwCoord carrier_thickness;
  gboolean has_film;
  guint8 film_material;
  CwCoord film_thickness;
  gboolean has_dies;
  gboolean is_ground;
  gboolean is_adhered;
  gboolean is_face_down;
  gboolean is_singulated;
} CwProcessState;

void cw_process_state_init (CwProcessState *self, const CwTechnology *technology,
                            const CwFlow *flow, guint step);
guint64 cw_process_get_levels (CwDesign *design, guint step);

static inline gboolean
cw_process_state_has_level (const CwProcessState *self, guint level)
{
  return level < CW_MAX_LEVELS && (self->levels >> level & 1) != 0;
}

static inline gboolean
cw_process_state_is_opened (const CwProcessState *self, guint level)
{
  return level < CW_MAX_LEVELS && (self->opened >> level & 1) != 0;
}

static inline gboolean
cw_process_state_is_plugged (const CwProcessState *self, guint level)
{
  return level < CW_MAX_LEVELS && (self->plugged >> level & 1) != 0;
}

G_END_DECLS
