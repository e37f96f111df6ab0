/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-draw-settings.h"

#include <string.h>

/**
 * cw_draw_settings_init:
 * @self: (out caller-allocates): settings
 *
 * Sets what is drawn first.
 */
void
cw_draw_settings_init (CwDrawSettings *self)
{
  *self = (CwDrawSettings){ .text_height = 300 * CW_UM,
                            .pad_opening = -1,
                            .pad_ball = -1,
                            .array_pitch_x = 500 * CW_UM,
                            .array_pitch_y = 500 * CW_UM,
                            .polygon_angles = CW_ANGLES_45,
                            .keep_out_forbids = CW_KEEP_OUT_ALL & ~CW_KEEP_OUT_DIES,
                            .fiducial_size = 200 * CW_UM,
                            .fiducial_clear = 400 * CW_UM };
}

static gboolean
texts_equal (const CwDrawSettings *a, const CwDrawSettings *b)
{
  return strcmp (a->text, b->text) == 0 && a->text_height == b->text_height
         && a->text_width == b->text_width && a->text_angle == b->text_angle
         && a->text_mirror == b->text_mirror;
}

static gboolean
passives_equal (const CwDrawSettings *a, const CwDrawSettings *b)
{
  return a->passive_set == b->passive_set && a->passive_values_form == b->passive_values_form
         && memcmp (a->passive_values, b->passive_values, sizeof a->passive_values) == 0
         && a->passive_angle == b->passive_angle && a->passive_mirror == b->passive_mirror;
}

static gboolean
areas_equal (const CwDrawSettings *a, const CwDrawSettings *b)
{
  return a->polygon_angles == b->polygon_angles && a->polygon_posture == b->polygon_posture
         && a->zone_net_choice == b->zone_net_choice && a->zone_net == b->zone_net
         && a->keep_out_forbids == b->keep_out_forbids && a->keep_out_all == b->keep_out_all
         && a->fiducial_size == b->fiducial_size && a->fiducial_clear == b->fiducial_clear
         && a->fiducial_form == b->fiducial_form;
}

/**
 * cw_draw_settings_equal:
 * @a: settings
 * @b: others
 *
 * Compares two settings.
 *
 * Returns: whether they are the same
 */
gboolean
cw_draw_settings_equal (const CwDrawSettings *a, const CwDrawSettings *b)
{
  return texts_equal (a, b) && passives_equal (a, b) && areas_equal (a, b)
         && a->pad_land == b->pad_land && a->pad_opening == b->pad_opening
         && a->pad_ball == b->pad_ball && a->array_pitch_x == b->array_pitch_x
         && a->array_pitch_y == b->array_pitch_y && a->die_angle == b->die_angle
         && a->die_mirror == b->die_mirror;
}
