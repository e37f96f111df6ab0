/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/package/cw-fiducial.h"
#include "model/package/cw-keep-out.h"
#include "model/package/cw-passive.h"
#include "model/package/cw-validate.h"
#include "model/package/cw-zone.h"
#include "widgets/tool/cw-legs.h"

G_BEGIN_DECLS

/**
 * CwNetChoice:
 * @CW_NET_OF_PLACE: that of the metal below, the highlighted one, or that of the selected item
 * @CW_NET_OF_USER: a certain one
 * @CW_NET_OF_NONE: none
 *
 * Where the net of the next plane comes from.
 */
typedef enum
{
  CW_NET_OF_PLACE,
  CW_NET_OF_USER,
  CW_NET_OF_NONE,
} CwNetChoice;

/**
 * CwDrawSettings:
 * @text: the next text, empty for the name of the design
 * @text_height: its height [nm]
 * @text_width: width of its strokes, 0 for the usual one [nm]
 * @text_angle: its turn [µdeg]
 * @text_mirror: whether it is read from below
 * @pad_land: diameter of the next bonding pad, 0 for that of the others or the usual one [nm]
 * @pad_opening: diameter of its opening, negative for the usual one [nm]
 * @pad_ball: diameter of its ball, negative for the usual one [nm]
 * @array_pitch_x: distance of the columns of the next array of balls [nm]
 * @array_pitch_y: distance of its rows [nm]
 * @die_angle: turn of the next die [µdeg]
 * @die_mirror: whether it lies face down
 * @passive_set: whether @passive_values are of a device that was drawn
 * @passive_values_form: form that they are of
 * @passive_values: parameters of the next passive device
 * @passive_angle: its turn [µdeg]
 * @passive_mirror: whether it is mirrored
 * @polygon_angles: which legs planes and keep-outs have
 * @polygon_posture: whether the leg along the axis comes second
 * @zone_net_choice: where the net of the next plane comes from
 * @zone_net: the net that was chosen
 * @keep_out_forbids: what the next keep-out keeps out, #CwKeepOutBits
 * @keep_out_all: whether it does so on all levels
 * @fiducial_size: size of the next fiducial [nm]
 * @fiducial_clear: diameter around it that is kept clear [nm]
 * @fiducial_form: #CwFiducialForm
 *
 * What the tools that place and draw items draw next.
 */
typedef struct
{
  char text[CW_TEXT_MAX + 1];
  CwCoord text_height;
  CwCoord text_width;
  CwAngle text_angle;
  gboolean text_mirror;
  CwCoord pad_land;
  CwCoord pad_opening;
  CwCoord pad_ball;
  CwCoord array_pitch_x;
  CwCoord array_pitch_y;
  CwAngle die_angle;
  gboolean die_mirror;
  gboolean passive_set;
  guint8 passive_values_form;
  CwCoord passive_values[CW_N_PASSIVE_PARAMETERS];
  CwAngle passive_angle;
  gboolean passive_mirror;
  CwAngleMode polygon_angles;
  gboolean polygon_posture;
  CwNetChoice zone_net_choice;
  CwId zone_net;
  guint8 keep_out_forbids;
  gboolean keep_out_all;
  CwCoord fiducial_size;
  CwCoord fiducial_clear;
  guint8 fiducial_form;
} CwDrawSettings;

void cw_draw_settings_init (CwDrawSettings *self);
gboolean cw_draw_settings_equal (const CwDrawSettings *a, const CwDrawSettings *b);

G_END_DECLS
