/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/check/cw-waivers.h"

G_BEGIN_DECLS

/**
 * CwCheckFilter:
 * @errors_only: leave out what only warns
 * @level: leave out what is on other levels, %CW_LEVEL_NONE for none
 * @area: leave out what is outside, empty for nothing [nm]
 * @new_only: leave out what @known has
 * @known: (nullable): keys of the violations that are not new
 *
 * Which violations a list shows.
 */
typedef struct
{
  gboolean errors_only;
  guint8 level;
  CwBox area;
  gboolean new_only;
  GHashTable *known;
} CwCheckFilter;

guint64 cw_violation_get_key (const CwViolation *violation);
GHashTable *cw_check_collect_keys (const CwCheckResult *result);
GArray *cw_check_filter_list (const CwCheckFilter *self, const CwCheckResult *result);

G_END_DECLS
