/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/base/cw-id.h"
#include "model/geometry/cw-outline.h"
#include "model/geometry/cw-transform.h"
#include "model/package/cw-technology.h"

G_BEGIN_DECLS

#define CW_NAME_MAX 128
#define CW_TEXT_MAX 1000
#define CW_WIDTH_MAX (100 * CW_MM)

/* Checks that the kinds of items share: each names what is wrong in one line. */
gboolean cw_validate_string (const char *what, const char *string, gsize max_bytes,
                             gboolean may_be_empty, GError **error);
gboolean cw_validate_length (const char *what, gint64 length, gint64 min, gint64 max,
                             GError **error);
gboolean cw_validate_point (const char *what, CwPoint point, GError **error);
gboolean cw_validate_angle (const char *what, CwAngle angle, GError **error);
gboolean cw_validate_number (const char *what, gint64 value, gint64 max, GError **error);
gboolean cw_validate_net (const char *what, CwId net, GError **error);
gboolean cw_validate_level (const char *what, const CwTechnology *technology, guint level,
                            CwLevelKind kind, GError **error);
gboolean cw_validate_bounds (const char *what, const CwTransform *transform, CwBox box,
                             GError **error);
gboolean cw_validate_closed_path (const char *what, const CwPath *path, GError **error);
gboolean cw_validate_outline (const char *what, const CwOutline *outline, GError **error);

G_END_DECLS
