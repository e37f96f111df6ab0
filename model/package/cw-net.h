/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/package/cw-item.h"

G_BEGIN_DECLS

/**
 * CwNet:
 * @name: unique name
 * @net_class: what it is for
 * @width: usual width of its traces, 0 for the technology's [nm]
 * @current: [µA], 0 when unknown
 *
 * A net.
 */
typedef struct
{
  GRefString *name;
  CwNetClass net_class;
  CwCoord width;
  gint32 current;
} CwNet;

extern const CwItemClass cw_net_class;

G_END_DECLS
