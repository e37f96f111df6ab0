/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-design.h"

G_BEGIN_DECLS

/**
 * CwCopperFunc:
 * @shape: a shape, lent for the call
 * @user_data: what the caller passed
 *
 * Returns: %TRUE to go on
 */
typedef gboolean (*CwCopperFunc) (const CwShape *shape, gpointer user_data);

gboolean cw_copper_foreach_shape (const CwDesign *design, guint level, CwBox box, CwCopperFunc func,
                                  gpointer user_data);
gboolean cw_copper_foreach_area (const CwDesign *design, guint level, CwBox box, CwCopperFunc func,
                                 gpointer user_data);
gboolean cw_copper_foreach_coarse_shape (const CwDesign *design, guint level, CwBox box,
                                         CwCoord least, CwCopperFunc func, gpointer user_data);
gboolean cw_copper_foreach_shape_on_segment (const CwDesign *design, guint level, CwPoint a,
                                             CwPoint b, CwCopperFunc func, gpointer user_data);
gboolean cw_copper_foreach_item_shape (const CwDesign *design, CwId id, CwCopperFunc func,
                                       gpointer user_data);

G_END_DECLS
