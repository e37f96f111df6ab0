/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/package/cw-die.h"
#include "model/package/cw-item.h"

G_BEGIN_DECLS

/**
 * CwPassiveKind:
 *
 * What a passive device is: the six that the claims list.
 */
typedef enum
{
  CW_PASSIVE_RESISTOR,
  CW_PASSIVE_INDUCTOR,
  CW_PASSIVE_CAPACITOR,
  CW_PASSIVE_WAVE_GUIDE,
  CW_PASSIVE_FILTER,
  CW_PASSIVE_MEMS,
  CW_N_PASSIVE_KINDS
} CwPassiveKind;

/**
 * CwPassiveForm:
 * @CW_FORM_BAR: straight resistor
 * @CW_FORM_MEANDER: meander resistor
 * @CW_FORM_SQUARE_SPIRAL: square spiral inductor with underpass
 * @CW_FORM_OCTAGON_SPIRAL: octagonal spiral inductor with underpass
 * @CW_FORM_ROUND_SPIRAL: round spiral inductor with underpass
 * @CW_FORM_PLATES: capacitor of two plates across a dielectric
 * @CW_FORM_INTERDIGITAL: capacitor of fingers on one level
 * @CW_FORM_MICROSTRIP: line over a ground plane
 * @CW_FORM_COPLANAR: line between two ground strips on one level
 * @CW_FORM_STRIPLINE: line between two ground planes
 * @CW_FORM_LOW_PASS: L-C low-pass filter of a square spiral and plates
 * @CW_FORM_HAIRPIN: hairpin resonator filter
 * @CW_FORM_SENSOR: micro electronic mechanical sensor: frame, membrane over a cavity, terminals,
 *   keep-out
 *
 * How a passive device is drawn. What a conducting body between two terminals is made of belongs to
 * the nearer one. The two strips of a coplanar wave-guide and the two planes of a stripline are two
 * pieces of the ground net, which wiring outside of the device has to join.
 */
typedef enum
{
  CW_FORM_BAR,
  CW_FORM_MEANDER,
  CW_FORM_SQUARE_SPIRAL,
  CW_FORM_OCTAGON_SPIRAL,
  CW_FORM_ROUND_SPIRAL,
  CW_FORM_PLATES,
  CW_FORM_INTERDIGITAL,
  CW_FORM_MICROSTRIP,
  CW_FORM_COPLANAR,
  CW_FORM_STRIPLINE,
  CW_FORM_LOW_PASS,
  CW_FORM_HAIRPIN,
  CW_FORM_SENSOR,
  CW_N_PASSIVE_FORMS
} CwPassiveForm;

/**
 * CwPassiveParameter:
 * @CW_PARAMETER_WIDTH: width of line, finger or strip [nm]
 * @CW_PARAMETER_SPACE: space between turns, legs, fingers, line and ground [nm]
 * @CW_PARAMETER_LENGTH: length of line, plate, frame; of the legs of a meander and of a hairpin over
 *   all; over which fingers face each other [nm]
 * @CW_PARAMETER_HEIGHT: other side of plates, frame [nm]
 * @CW_PARAMETER_INNER: inner diameter of a spiral, side of a membrane [nm]
 * @CW_PARAMETER_GROUND: width of ground strips or planes [nm]
 * @CW_PARAMETER_COUNT: how many legs, turns, fingers, resonators; a number, no length
 * @CW_PARAMETER_KEEP_OUT: how far the keep-out area reaches around the device [nm]
 *
 * A parameter of a form. A form has some of them, see cw_passive_form_uses ().
 */
typedef enum
{
  CW_PARAMETER_WIDTH,
  CW_PARAMETER_SPACE,
  CW_PARAMETER_LENGTH,
  CW_PARAMETER_HEIGHT,
  CW_PARAMETER_INNER,
  CW_PARAMETER_GROUND,
  CW_PARAMETER_COUNT,
  CW_PARAMETER_KEEP_OUT,
  CW_N_PASSIVE_PARAMETERS
} CwPassiveParameter;

/**
 * CwPassive:
 * @name: unique name, such as `L1`
 * @at: where the origin of its frame lies, the centre of its body [nm]
 * @angle: turn about that origin [µdeg]
 * @values: its parameters; those that the form does not use are 0
 * @nets: (nullable): nets of its terminals, cw_passive_form_get_n_terminals () of them; %NULL for
 *   none
 * @form: %CwPassiveForm
 * @mirror: whether it is mirrored before it is turned
 * @level: index of the wiring level that it is drawn on
 * @other_level: index of the wiring level of underpass, lower plate or ground plane, below @level,
 *   %CW_LEVEL_NONE where the form needs none
 * @top_level: index of the wiring level of the upper ground plane of a stripline, above @level,
 *   else %CW_LEVEL_NONE
 * @flags: %CwItemFlags
 *
 * A passive device formed by parts of the wiring levels: one parametric item.
 */
typedef struct
{
  GRefString *name;
  CwPoint at;
  CwAngle angle;
  CwCoord values[CW_N_PASSIVE_PARAMETERS];
  CwNets *nets;
  guint8 form;
  guint8 mirror;
  guint8 level;
  guint8 other_level;
  guint8 top_level;
  guint8 flags;
} CwPassive;

CwPassiveKind cw_passive_form_get_kind (CwPassiveForm form);
guint32 cw_passive_form_get_n_terminals (CwPassiveForm form);
gboolean cw_passive_form_uses (CwPassiveForm form, CwPassiveParameter parameter);
gboolean cw_passive_form_needs_other_level (CwPassiveForm form);
gboolean cw_passive_form_needs_top_level (CwPassiveForm form);
const char *cw_passive_kind_get_name (CwPassiveKind kind);
const char *cw_passive_form_get_name (CwPassiveForm form);
const char *cw_passive_parameter_get_name (CwPassiveParameter parameter);
void cw_passive_init (CwPassive *self, CwPassiveForm form, const CwTechnology *technology);
void cw_passive_set_form (CwPassive *self, CwPassiveForm form, const CwTechnology *technology);
CwTransform cw_passive_get_transform (const CwPassive *self);
gboolean cw_passive_is_valid (const CwPassive *self, const CwTechnology *technology);
gboolean cw_passive_get_terminal (const CwPassive *self, const CwTechnology *technology,
                                  guint32 terminal, CwPoint *at, guint8 *level);
CwBox cw_passive_get_keep_out (const CwPassive *self, const CwTechnology *technology);
double cw_passive_get_length (const CwPassive *self, const CwTechnology *technology);
guint32 cw_passive_get_n_corners (const CwPassive *self);
double cw_passive_get_underpass_length (const CwPassive *self, const CwTechnology *technology);

extern const CwItemClass cw_passive_class;

G_END_DECLS
