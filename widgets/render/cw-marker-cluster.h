/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-point.h"

G_BEGIN_DECLS

/**
 * CwMarker:
 * @at: where it is [nm]
 * @is_warning: whether it only warns
 *
 * A place that something is wrong at.
 */
typedef struct
{
  CwPoint at;
  gboolean is_warning;
} CwMarker;

/**
 * CwMarkerCluster:
 * @at: middle of its markers [nm]
 * @first: index of the first of them
 * @n: how many there are
 * @n_errors: how many of them are no mere warnings
 *
 * Markers that are too near each other to be told apart.
 */
typedef struct
{
  CwPoint at;
  gsize first;
  guint n;
  guint n_errors;
} CwMarkerCluster;

GArray *cw_marker_cluster_list (const CwMarker *markers, gsize n, gint64 cell);

G_END_DECLS
