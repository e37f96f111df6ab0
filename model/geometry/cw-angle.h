/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwAngle:
 *
 * An angle in millionths of a degree, positive counterclockwise.
 */
typedef gint32 CwAngle;

#define CW_DEGREE (1000000)
#define CW_ANGLE_90 (90 * CW_DEGREE)
#define CW_ANGLE_FULL (360 * CW_DEGREE)

CwAngle cw_angle_normalise (gint64 angle);
double cw_angle_get_cos (CwAngle angle);
double cw_angle_get_sin (CwAngle angle);
gboolean cw_angle_parse (const char *text, CwAngle *angle, GError **error);
char *cw_angle_format (CwAngle angle);

G_END_DECLS
