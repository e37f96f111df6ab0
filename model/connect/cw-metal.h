/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/copper/cw-copper.h"

G_BEGIN_DECLS

guint cw_metal_get_foot_level (const CwTechnology *technology);
gboolean cw_metal_foreach_shape (const CwDesign *design, guint level, CwBox box, CwCopperFunc func,
                                 gpointer user_data);
gboolean cw_metal_foreach_item_shape (const CwDesign *design, CwId item, guint32 node,
                                      CwCopperFunc func, gpointer user_data);

#define CW_METAL_ALL_NODES G_MAXUINT32

G_END_DECLS
